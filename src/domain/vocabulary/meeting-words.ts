/** What the kinds of meetings and the decisions on opinions are called. */
import type { AnswerClass, PromiseState } from '../answers.js';
import type { MeetingKind, Triage } from '../words.js';
import { word, type Word } from './word.js';

export const MEETING_KIND_WORDS = {
  publicInput: word('群众座谈会', 'Public meeting', '听取居民群众意见的座谈会。', 'Residents say what should change.'),
  policeResident: word(
    '警民恳谈会',
    'Police and residents',
    '民警与居民面对面交谈。',
    'Police and residents talk face to face.',
  ),
  business: word('企业座谈会', 'Businesses', '听取企业意见的座谈会。', 'Businesses say what should change.'),
  deputies: word(
    '代表委员座谈会',
    'Deputies and members',
    '听取人大代表、政协委员意见的座谈会。',
    'Deputies of the People’s Congress and members of the Consultative Conference.',
  ),
  other: word('其他会议', 'Other', '其他听取意见的会议。', 'Any other meeting at which opinions are heard.'),
} satisfies Record<MeetingKind, Word>;

export const TRIAGE_WORDS = {
  adopted: word('采纳', 'Adopted', '立项为一个整改事项。', 'It opens a case.'),
  merged: word('并案', 'Merged', '并入已有的整改事项。', 'It joins a case that is open already.'),
  answered: word(
    '当场答复',
    'Answered at the meeting',
    '会上已经答复，不再立项。',
    'Answered on the spot; no case is opened.',
  ),
  declined: word('不予采纳', 'Declined', '不采纳，须写明理由。', 'Not taken up, for a stated reason.'),
} satisfies Record<Triage, Word>;

/** Of what is reported back to who spoke at a meeting 办理结果反馈. */
export const ANSWER_CLASS_WORDS = {
  solved: word(
    'A 已解决',
    'A Solved',
    '所提问题已经解决，或会上已经答复。',
    'It was put right, or answered at the meeting.',
  ),
  planned: word(
    'B 正在解决或列入计划',
    'B Under way or planned',
    '正在办理或已列入计划，写明办结日期；办结后再次反馈。',
    'It is being worked on or planned, with its day; once it is settled the person is told again.',
  ),
  notPossible: word(
    'C 留作参考或不能解决',
    'C Not possible',
    '因条件限制不能解决或留作参考，写明理由。',
    'It cannot be done, or is kept for reference, with the reason.',
  ),
} satisfies Record<AnswerClass, Word>;

/** Of what was promised at a meeting, when the next one begins. */
export const PROMISE_STATE_WORDS = {
  kept: word('已兑现', 'Kept', '在最初告知的日期前解决。', 'Solved by the day that was named first.'),
  keptLate: word(
    '逾期兑现',
    'Kept late',
    '已解决，但晚于最初告知的日期。',
    'Solved, but after the day that was named first.',
  ),
  broken: word(
    '未兑现',
    'Broken',
    '最初告知的日期已过仍未解决，或最终不能解决。',
    'That day is over and it is not solved, or it turned out not to be possible.',
  ),
  open: word('未到期', 'Not due yet', '最初告知的日期未到。', 'That day has not come yet.'),
} satisfies Record<PromiseState, Word>;
