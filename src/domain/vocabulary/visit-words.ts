/** What is said of checks and visits: how, what was found, and how satisfied the complainant is. */
import type { Satisfaction, VerificationMode, VisitMethod, VisitOutcome } from '../words.js';
import { word, type Word } from './word.js';

const ON_SITE = word('现场', 'On site', '到现场查看。', 'Seen on the spot.');

export const VERIFICATION_MODE_WORDS = {
  remote: word(
    '远程',
    'Remotely',
    '凭材料、照片或视频核查，不到现场。',
    'Checked from documents, photographs or video.',
  ),
  onSite: ON_SITE,
} satisfies Record<VerificationMode, Word>;

export const VISIT_METHOD_WORDS = {
  phone: word('电话', 'Telephone', '打电话回访。', 'By telephone.'),
  door: word('上门', 'Home visit', '到反映人家中或单位回访。', 'At the complainant’s home or place of work.'),
  station: word('来所', 'At the station', '反映人来所里谈。', 'The complainant comes to the station.'),
  online: word('线上', 'Online', '通过网络联系。', 'By message or video over the network.'),
  onSite: ON_SITE,
} satisfies Record<VisitMethod, Word>;

export const VISIT_OUTCOME_WORDS = {
  fixed: word('已解决', 'Fixed', '反映人认为问题已经解决。', 'The complainant says it is fixed.'),
  mannerComplaint: word(
    '已解决，对作风有意见',
    'Fixed, complaint about conduct',
    '问题解决了，但对办理人员的作风有意见。',
    'Fixed, but the complainant objects to how they were treated.',
  ),
  notFixed: word('未解决', 'Not fixed', '问题没有解决，退回整改。', 'Not fixed: the case goes back to the unit.'),
  unreachable: word(
    '未联系上',
    'Not reached',
    '这一次没有联系上反映人。',
    'The complainant could not be reached this time.',
  ),
} satisfies Record<VisitOutcome, Word>;

export const SATISFACTION_WORDS = {
  satisfied: word('满意', 'Satisfied', '对办理结果满意。', 'Satisfied with the result.'),
  basicallySatisfied: word(
    '基本满意',
    'Fairly satisfied',
    '大体满意，统计时算作满意。',
    'Satisfied on the whole; counted as satisfied.',
  ),
  dissatisfied: word('不满意', 'Dissatisfied', '对办理结果不满意。', 'Not satisfied with the result.'),
} satisfies Record<Satisfaction, Word>;
