/** What a later ledger says of the clock and the course of a case, as the command that does it: asked where it is a decision, and a comment where this person
 *  at this case has none. The command is decided like any other; whatever rule forbids it shows in the preview. */
import type { Calendar } from '../../domain/calendar.js';
import type { Day } from '../../domain/day.js';
import type { KnownCase } from '../../store/files/ledger.store.js';
import type { LedgerEntry } from '../reading/entry.js';
import type { Choices, Doubt, Said } from '../reading/reading.js';
import { answerTo, option, said } from './said.js';

/** One command that a change asks of the case. */
export interface ChangeStep {
  type:
    | 'ASSIGN'
    | 'TRANSFER'
    | 'CORRECT'
    | 'PROGRESS'
    | 'REQUEST_EXTENSION'
    | 'GRANT_EXTENSION'
    | 'SUBMIT'
    | 'ASK_DEPARTURE'
    | 'REJECT'
    | 'WITHDRAW';
  payload: Record<string, unknown>;
}

/** A command, the question whether it is meant, or why there is none and a comment has to do. */
export type Deed = { step: ChangeStep; why: Said | null } | { doubt: Doubt } | { why: Said };

/** Who sends it, what the case is, and what the ledger says. */
export interface Deciding {
  line: number;
  entry: LedgerEntry;
  present: KnownCase;
  calendar: Calendar;
  today: Day;
  /** The sender works for the lead unit; for it or one that helps. */
  isOfLead: boolean;
  isOfUnits: boolean;
  reason: string;
  choices: Pick<Choices, 'answers'>;
}

const DUE: Said = said(
  'dueByExtension',
  '整改时限由责任单位申请延期、整改办批准来改：单位尚未申请，导入只留言，请责任单位在事项页申请',
  'A due day moves by an extension that the unit requests and the office grants. None is requested: the import leaves a comment; the unit asks for it at the case',
);
const DUE_EARLIER: Said = said(
  'dueEarlier',
  '新时限不晚于系统中的时限，延期只能推后，导入只留言',
  'The new day is no later than the one that stands, and an extension only moves it on: the import leaves a comment',
);
const DUE_DAY_OFF: Said = said(
  'dueDayOff',
  '新时限不是工作日，延期按工作日计算，导入只留言；请改为工作日',
  'The new day is a day off, and extensions count working days: the import leaves a comment; name a working day',
);
const COMMENT = option('comment', '只留言，不办理', 'Leave a comment, do nothing');

/** A later due day: the extension that the unit has asked for is granted to that day, or the sender’s own unit asks for it. */
export function dueDeed({ line, entry, present, calendar, today, isOfLead, reason, choices }: Deciding): Deed {
  const [from, to] = [present.dueOn, entry.dueOn!];
  const isPending = present.extensionDays !== null;
  const mayAsk = isOfLead && present.place === 'rectifying' && from !== null && today <= from;
  if (from === null || (!isPending && !mayAsk)) return { why: DUE };
  const days = calendar.workingDaysBetween(from, to);
  if (days < 1) return { why: DUE_EARLIER };
  if (calendar.dueDay(from, days).day !== to) return { why: DUE_DAY_OFF };
  const why = said('extensionDays', `延期 ${days} 个工作日`, `An extension of ${days} working days`);
  if (isPending) {
    const key = 'extension:grant';
    const answer = answerTo(choices, key, line);
    if (answer === 'grant') return { step: { type: 'GRANT_EXTENSION', payload: { days, note: reason } }, why };
    if (answer === 'comment') return { why: LEFT_TO_CASE };
    const asked = present.extensionDays;
    return {
      doubt: {
        ...{ key, field: 'dueOn', shown: to },
        code: 'ledger.row.grantsExtension',
        message: 'The unit has asked for an extension, and the ledger names a later day: is it granted to that day?',
        messageZh: '责任单位已申请延期，台账给出了更晚的时限：是否批准到台账的时限？',
        options: [
          option(
            'grant',
            `批准到台账所写的时限（如第 ${line} 行：申请 ${asked} 个、台账 ${days} 个工作日）`,
            `Grant it to the day of the ledger (line ${line}: ${asked} working days were asked for, the ledger says ${days})`,
          ),
          COMMENT,
        ],
      },
    };
  }
  const key = 'extension:request';
  const answer = answerTo(choices, key, line);
  if (answer === 'request') return { step: { type: 'REQUEST_EXTENSION', payload: { days, reason } }, why };
  if (answer === 'comment') return { why: LEFT_TO_CASE };
  return {
    doubt: {
      ...{ key, field: 'dueOn', shown: to },
      code: 'ledger.row.requestsExtension',
      message:
        'The ledger names a later day for a case of your own unit: is an extension asked for? Somebody else decides it',
      messageZh: '台账给本单位的事项写了更晚的时限：是否据此申请延期？由他人审批',
      options: [option('request', '申请延期到台账的时限', 'Ask for an extension to that day'), COMMENT],
    },
  };
}

const LEFT_TO_CASE: Said = said(
  'leftToCase',
  '按选择只留言，需要时在事项页办理',
  'A comment by choice: do it at the case where it is wanted',
);
const CLOSING: Said = said(
  'closesByVisit',
  '系统中尚未办结：由责任单位在事项页申报，经核查、回访销号，导入只留言',
  'Still open here: the unit submits it at the case, and it is closed by a check and a visit; the import leaves a comment',
);
const LASTING_HEADER = /长效|长久立/;

/** Closed in the ledger, at work here: the sender’s own unit submits it; it still takes a check and a visit. */
export function closingDeed({ line, entry, present, isOfLead, choices }: Deciding): Deed {
  const { measure } = entry;
  if (!isOfLead || present.place !== 'rectifying' || measure === undefined) return { why: CLOSING };
  const key = 'closing:submit';
  const answer = answerTo(choices, key, line);
  if (answer === 'comment') return { why: LEFT_TO_CASE };
  if (answer !== 'submit') {
    return {
      doubt: {
        ...{ key, field: 'isClosed', shown: entry.closedOn ?? '' },
        code: 'ledger.row.submits',
        message: 'The ledger says it is done, and it is your own unit’s: is it submitted? A check and a visit follow',
        messageZh: '台账写已完成，事项由本单位牵头：是否据此办结申报？之后仍须核查、回访',
        options: [option('submit', '办结申报', 'Submit it'), COMMENT],
      },
    };
  }
  const written = Object.entries(entry.extra).find(([header]) => LASTING_HEADER.test(header))?.[1];
  const lastingMeasure = written ?? answerTo(choices, 'closing:lasting', line);
  if (lastingMeasure === undefined) {
    return {
      doubt: {
        ...{ key: 'closing:lasting', field: null, shown: '' },
        code: 'ledger.row.lastingMeasure',
        message: 'A submission says what stops it coming back: the lasting measure',
        messageZh: '办结申报须写明长效机制：防止再次发生的措施是什么？',
        options: [],
        free: 'text',
      },
    };
  }
  return { step: { type: 'SUBMIT', payload: { measure, lastingMeasure } }, why: null };
}

const MERGES: Said = said(
  'mergesAtCase',
  '并案须指明并入哪一件，请在事项页办理，导入只留言',
  'Which case it is merged into is said at the case: the import leaves a comment',
);

/** Rejected or withdrawn in the ledger, open here: before anybody had it the office does so; later it asks, and another person grants it. */
export function departureDeed({ line, entry, present, reason, choices }: Deciding, drop: 'REJECT' | 'WITHDRAW'): Deed {
  const status = entry.status ?? '';
  if (status === '并案') return { why: MERGES };
  const key = `departure:${status}`;
  const answer = answerTo(choices, key, line);
  if (answer === 'comment') return { why: LEFT_TO_CASE };
  const isAtTriage = present.stage === 'collected';
  if (answer === 'ask') {
    const kind = drop === 'REJECT' ? 'reject' : 'withdraw';
    if (isAtTriage) return { step: { type: drop, payload: { reason: `${status}。${reason}` } }, why: null };
    return { step: { type: 'ASK_DEPARTURE', payload: { kind, reason: `${status}。${reason}` } }, why: null };
  }
  return {
    doubt: {
      ...{ key, field: 'status', shown: status },
      code: 'ledger.row.departs',
      message: `The ledger says “${status}”, the case is open here: is it to leave?`,
      messageZh: `台账写“${status}”，系统中尚未办结：是否退出？`,
      options: [
        option(
          'ask',
          '退出：未交办的直接办理，已交办的提请、由他人批准',
          'It leaves: at once where nobody had it yet, else asked for, and granted by somebody else',
        ),
        COMMENT,
      ],
    },
  };
}
