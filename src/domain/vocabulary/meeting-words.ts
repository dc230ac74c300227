/** What the kinds of meetings and the decisions on opinions are called. */
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
