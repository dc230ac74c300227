/** Whether a row is closed, open or dropped, of everything in it that says so. */
import type { Choices, Doubt, Option, StateReading, StatusMeaning, Sureness } from './reading.js';
import { said } from './said.js';
import { isFinding, isTicked, statusInProse, statusKey, statusOf } from './status-words.js';

/** What a cell says of how far the row is. */
export interface Saying {
  header: string;
  text: string;
  /** yesNo: 是否销号. status: a status column. tick: a column to tick. prose: what was done, in words. word: 已完成 where a day was due. */
  of: 'yesNo' | 'status' | 'tick' | 'prose' | 'word';
}

export interface StateFound {
  state: StateReading;
  sure: Sureness;
  doubt: Doubt | null;
  /** The words that count, for a note. */
  status: string | undefined;
}

const OPTIONS: Option[] = [
  { value: 'closed', label: 'Closed', labelZh: '已销号' },
  { value: 'open', label: 'Still open', labelZh: '未销号' },
  { value: 'dropped', label: 'Dropped (not taken up, withdrawn, merged)', labelZh: '不予采纳、撤回或并案' },
];

/** A state beside its cell; a question mark while it is asked. */
export function stateShown(meaning: StateReading['meaning']): string {
  return OPTIONS.find(({ value }) => value === meaning)?.labelZh ?? '？';
}

interface SayingRead {
  saying: Saying;
  meaning: StatusMeaning | 'unknown';
  sure: Sureness;
}

/** The state that `sayings` give. A yes-or-no column goes before a status column, both before prose; where they contradict each other it is
 *  asked. Undefined where nothing says anything: then the day of completion counts. `answer` finds what people answered. */
export function stateOf(
  sayings: readonly Saying[],
  how: {
    words?: NonNullable<Choices['words']>['status'];
    closedValues?: string[] | undefined;
    answer: (key: string) => string | undefined;
    /** A past day of completion stands in the row. */
    hasDay: boolean;
  },
): StateFound | undefined {
  const read = sayings.flatMap((saying) => meaningOf(saying, how));
  const ticks = read.filter(({ saying }) => saying.of === 'tick');
  const firm = read.filter(({ saying }) => saying.of !== 'prose');
  const prose = read.filter(({ saying }) => saying.of === 'prose' && !(how.hasDay && isFinding(saying.text)));
  const meanings = new Set(ticks.map(({ meaning }) => meaning));
  const status = read
    .filter(({ saying }) => saying.of === 'status' || saying.of === 'tick')
    .map(({ saying }) => (saying.of === 'tick' ? saying.header : saying.text))[0];
  if (meanings.size > 1) return contradiction(ticks, how.answer, status);
  const yesNo = firm.find(({ saying }) => saying.of === 'yesNo');
  const others = firm.filter((each) => each !== yesNo);
  const isUnknown = ({ meaning }: SayingRead): boolean => meaning === 'unknown' || meaning === 'asked';
  const unknown = yesNo === undefined ? firm.find(isUnknown) : isUnknown(yesNo) ? yesNo : undefined;
  if (unknown) return asked(unknown, how.answer, status);
  const known = others.filter((each) => !isUnknown(each));
  if (new Set(known.map(({ meaning }) => meaning)).size > 1) return contradiction(known, how.answer, status);
  const [told] = known;
  if (yesNo !== undefined) {
    const other =
      told ?? prose.find(({ meaning, saying }) => meaning !== 'asked' && statusOf(saying.text) !== undefined);
    if (yesNo.meaning === 'closed' && other !== undefined && other.meaning !== 'closed')
      return contradiction([yesNo, other], how.answer, status);
    if (yesNo.meaning === 'open' && other?.meaning === 'dropped') return found(other, status);
    return found(yesNo, status, other !== undefined && other.meaning !== yesNo.meaning ? 'likely' : undefined);
  }
  if (told !== undefined) {
    const against = prose.find(({ meaning, saying }) => meaning === 'open' && statusOf(saying.text) !== undefined);
    if (told.meaning === 'closed' && against !== undefined) return contradiction([told, against], how.answer, status);
    return found(told, status);
  }
  const [words] = prose;
  if (words === undefined) return undefined;
  if (prose.some(({ meaning }) => meaning !== words.meaning) || words.meaning === 'asked')
    return contradiction(prose, how.answer, words.saying.text.slice(0, 40));
  const whole = statusOf(words.saying.text, how.words) !== undefined;
  return found(words, whole ? words.saying.text : undefined, words.sure);
}

function meaningOf(
  saying: Saying,
  how: { words?: NonNullable<Choices['words']>['status']; closedValues?: string[] | undefined },
): SayingRead[] {
  const { of: kind, text, header } = saying;
  if (/^[-—–/\\.]+$/.test(text) && kind !== 'tick') return [];
  if (kind === 'tick') {
    const ticked = isTicked(text);
    if (ticked === false) return [];
    const column = statusOf(header, how.words)?.meaning ?? 'unknown';
    const isDay = /\d/.test(text);
    return [
      { saying, meaning: ticked === true || isDay ? column : 'unknown', sure: ticked === true ? 'sure' : 'likely' },
    ];
  }
  if (how.closedValues && kind !== 'prose') {
    const closed = how.closedValues.some((word) => statusKey(word) === statusKey(text));
    return [{ saying, meaning: closed ? 'closed' : 'open', sure: 'sure' }];
  }
  const status = kind === 'prose' ? statusInProse(text, how.words) : statusOf(text, how.words);
  if (status !== undefined) return [{ saying, ...status }];
  if (kind === 'prose') return [];
  // A sentence in a status column is what was done so far.
  const inWords = text.length > 14 ? statusInProse(text, how.words) : undefined;
  return [{ saying, meaning: inWords?.meaning ?? 'unknown', sure: inWords === undefined ? 'unsure' : 'likely' }];
}

function found({ saying, meaning, sure }: SayingRead, status: string | undefined, weaker?: Sureness): StateFound {
  const shown = saying.of === 'tick' ? `${saying.header} ${saying.text}` : saying.text.slice(0, 40);
  const why = said('stateSaid', `“${saying.header}” says “${shown}”`, `“${saying.header}”列写“${shown}”`);
  return {
    state: { meaning: meaning as 'closed' | 'open' | 'dropped', why },
    sure: weaker ?? sure,
    doubt: null,
    status,
  };
}

function asked(
  { saying }: SayingRead,
  answer: (key: string) => string | undefined,
  status: string | undefined,
): StateFound {
  const shown = (saying.of === 'tick' ? saying.header : saying.text).slice(0, 60);
  const why = said(
    'statusAsked',
    `“${saying.header}” says “${shown}”: closed or not?`,
    `“${saying.header}”列写“${shown}”：是否已销号？`,
  );
  return answered(
    { ...why, key: `status:${statusKey(shown)}`, field: 'status', shown, options: OPTIONS },
    answer,
    status,
  );
}

function contradiction(
  read: SayingRead[],
  answer: (key: string) => string | undefined,
  status: string | undefined,
): StateFound {
  const shown = read
    .map(({ saying }) => `${saying.header}：${saying.of === 'tick' ? '√' : saying.text.slice(0, 30)}`)
    .join('；');
  const why = said(
    'stateAsked',
    `Its words do not agree (${shown}): closed or not?`,
    `各列说法不一（${shown}）：是否已销号？`,
  );
  return answered({ ...why, key: `state:${shown}`, field: 'status', shown, options: OPTIONS }, answer, status);
}

function answered(doubt: Doubt, answer: (key: string) => string | undefined, status: string | undefined): StateFound {
  const { code, message, messageZh } = doubt;
  const chosen = answer(doubt.key);
  const why = { code, message, messageZh };
  if (chosen === 'closed' || chosen === 'open' || chosen === 'dropped') {
    return {
      state: {
        meaning: chosen,
        why: said(
          'answered',
          `Answered: ${chosen}`,
          `已由人答复：${OPTIONS.find(({ value }) => value === chosen)?.labelZh}`,
        ),
      },
      sure: 'sure',
      doubt: null,
      status,
    };
  }
  return { state: { meaning: 'unknown', why }, sure: 'unsure', doubt, status };
}

/** The same question where only the words differ. */
export function stateDoubt(
  key: string,
  shown: string,
  message: string,
  messageZh: string,
  answer: (key: string) => string | undefined,
): StateFound {
  return answered(
    { ...said('stateAsked', message, messageZh), key, field: 'status', shown, options: OPTIONS },
    answer,
    undefined,
  );
}
