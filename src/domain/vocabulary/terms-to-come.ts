/** Terms of the product that are fixed already, so that they will be called so, and that no page has yet. */
import { word, type Word } from './word.js';

export const TERMS_TO_COME = {
  planTask: word(
    '任务',
    'Task',
    '任务清单中的一项：规定动作或自选动作，有单位、领导和日期。',
    'One item of a task list, required or self-chosen, with a unit, a leader and a date.',
  ),
  claim: word(
    '领办',
    'Sponsorship',
    '领导点名认领一个重点问题或方案。',
    'A leader takes a key case or a plan as theirs, by name.',
  ),
  pledge: word(
    '责任书、承诺书',
    'Pledge',
    '单位负责人签字承诺达到什么、何时达到，与实际数字对照。',
    'What a unit’s head signed to reach, by when; held against the figures.',
  ),
  round: word(
    '督导',
    'Inspection round',
    '对各单位有计划的督导，远程或现场，有准备、有发现、有报告。',
    'A planned supervision of units, remote or on site: preparation, findings, report.',
  ),
  reconciliation: word(
    '对账',
    'Reconciliation',
    '每周五各单位核对本单位台账。',
    'Every Friday each unit confirms its ledger.',
  ),
  inbox: word('消息', 'Inbox', '系统要告诉一个人的事。', 'What the system has to tell a person.'),
  delivery: word('送达', 'Delivery', '消息是否到了本人。', 'Whether a message reached the person.'),
  bulletin: word(
    '通报',
    'Bulletin',
    '按年编号、数据固定、可以打印的情况通报。',
    'Numbered by year, printable, with frozen figures.',
  ),
} satisfies Record<string, Word>;
