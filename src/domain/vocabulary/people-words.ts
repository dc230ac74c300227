/** What the roles of users, the capacities of participants and the purposes of access to an encrypted name are called. */
import type { AccessPurpose } from '../access-reason.js';
import type { Capacity, Role } from '../words.js';
import { word, type Word } from './word.js';

export const ROLE_WORDS = {
  clerk: word(
    '整改办经办人',
    'Office clerk',
    '在整改办登记、交办、审批延期。',
    'Logs and assigns cases and decides on extensions, in the office.',
  ),
  liaison: word('联络员', 'Liaison officer', '单位与整改办之间的联络人。', 'The unit’s contact for the office.'),
  handler: word('承办人', 'Case handler', '在单位具体办理事项。', 'Does the work on a case in the unit.'),
  unitLeader: word('单位领导', 'Unit head', '对本单位整改负责的领导。', 'Answers for the fixes of the unit.'),
  supervisor: word(
    '督导组',
    'Supervisor',
    '核查整改是否到位，抽查已办结事项。',
    'Checks claimed fixes and samples closed cases.',
  ),
  visitor: word(
    '回访员',
    'Visiting officer',
    '回访反映人，登记结果和评价。',
    'Visits or calls the complainant and records outcome and rating.',
  ),
  leader: word(
    '领导小组',
    'Leader',
    '签批督办单、挂账和重点问题的销号。',
    'Signs orders, holds and the closing of key cases.',
  ),
  administrator: word(
    '管理员',
    'Administrator',
    '管理单位、人员、日历和流程，不经手事项。',
    'Keeps units, people, calendar and workflows, and touches no case.',
  ),
  auditor: word(
    '审计员',
    'Auditor',
    '只查看，不办理；查阅查看记录。',
    'Reads everything, acts on nothing, and reviews the access log.',
  ),
} satisfies Record<Role, Word>;

export const CAPACITY_WORDS = {
  npcDeputy: word('人大代表', 'NPC deputy', '人民代表大会代表。', 'Deputy of a People’s Congress.'),
  cppccMember: word(
    '政协委员',
    'CPPCC member',
    '人民政协委员。',
    'Member of the People’s Political Consultative Conference.',
  ),
  business: word('企业家代表', 'Business representative', '企业的代表。', 'Speaks for a business.'),
  lawyer: word('律师代表', 'Lawyer', '律师的代表。', 'Speaks as a lawyer.'),
  specialSupervisor: word(
    '特邀监督员',
    'Special supervisor',
    '受邀监督工作的社会人士。',
    'A member of the public invited to watch over the work.',
  ),
  resident: word('群众代表', 'Resident', '居民群众的代表。', 'Lives in the area.'),
  other: word('其他', 'Other', '以上都不是。', 'None of the above.'),
} satisfies Record<Capacity, Word>;

export const ACCESS_PURPOSE_WORDS = {
  visit: word('回访联系', 'Follow-up visit', '为回访而联系反映人。', 'To reach the complainant for the visit.'),
  clarify: word('核实情况', 'Clarification', '向反映人核实所反映的情况。', 'To ask the complainant about the facts.'),
  correct: word(
    '更正登记信息',
    'Correction of the record',
    '登记的姓名或联系方式有误，需要更正。',
    'Name or contact was entered wrongly.',
  ),
  inform: word(
    '告知办理结果',
    'Telling the result',
    '把办理结果告诉反映人。',
    'To tell the complainant what became of it.',
  ),
  other: word('其他', 'Other', '其他原因，见所填理由。', 'For another reason, as stated.'),
} satisfies Record<AccessPurpose, Word>;
