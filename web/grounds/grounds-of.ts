/** What stands beside the form of each decision: which lines of the history it rests on. */

export interface Grounds {
  /** The whole of what is signed: what was raised, done and promised, the clock, who answers for it. */
  signed?: true;
  /** The clock alone: days given, used and left. */
  clock?: true;
  /** The last line of each of these steps. */
  last?: readonly string[];
  /** Every line of these steps, newest first: former returns, checks, visits. */
  all?: readonly string[];
}

const SIGNED: Grounds = { signed: true, all: ['WAIVE_ORDER'] };
const CLOSING: Grounds = { signed: true, last: ['SUBMIT'], all: ['PASS', 'RECORD_VISIT', 'RETURN'] };
const EXTENSION: Grounds = { clock: true, last: ['REQUEST_EXTENSION', 'PROGRESS'], all: ['GRANT_EXTENSION'] };
const DEPARTURE: Grounds = { clock: true, last: ['PROGRESS', 'SUBMIT'], all: ['REFUSE_DEPARTURE'] };
const CHECK: Grounds = { clock: true, last: ['SUBMIT'], all: ['PASS', 'RETURN'] };

const GROUNDS: Readonly<Record<string, Grounds>> = {
  ASSIGN: { last: ['DECLINE'] },
  REJECT: { last: ['DECLINE'] },
  SUBMIT: { last: ['RETURN'] },
  PASS: CHECK,
  RETURN: CHECK,
  GRANT_EXTENSION: { ...EXTENSION, last: ['PROGRESS'] },
  REFUSE_EXTENSION: EXTENSION,
  GRANT_DEPARTURE: DEPARTURE,
  REFUSE_DEPARTURE: DEPARTURE,
  PARK: { clock: true, last: ['PROGRESS', 'SUBMIT'] },
  RESUME: { last: ['PARK'] },
  SIGN_ORDER: SIGNED,
  WAIVE_ORDER: SIGNED,
  INSTRUCT_ORDER: SIGNED,
  SIGN_CLOSING: CLOSING,
  CLOSE_DISPUTED: CLOSING,
  CLOSE_UNVERIFIED: CLOSING,
  DISMISS_OBJECTION: { last: ['SUBMIT'], all: ['OBJECT', 'RECORD_VISIT'] },
  REOPEN: { last: ['SUBMIT'], all: ['RECORD_VISIT'] },
};

/** The grounds of a decision; none for a step that decides nothing. */
export const groundsOf = (type: string): Grounds => GROUNDS[type] ?? {};
