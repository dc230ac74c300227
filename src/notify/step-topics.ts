/** The lines of the table for what steps tell beside their workflow: see ALSO_TOLD of the engine. */
import type { Sentence } from '../domain/clock-words.js';
import type { Topic } from './topic.js';

const said = (zh: string, en: string): Sentence => ({ 'zh-CN': zh, en });
const OF_CASE = '/cases/{caseId}';

export const STEP_TOPICS = {
  'step.order': {
    name: said('领导对督办单的决定', 'A leader’s decision on an order'),
    group: 'order',
    who: ['unitLeader', 'handler'],
    says: said('领导已处理 {number} 的督办单', 'A leader decided about the order on {number}'),
    after: {
      SIGN_ORDER: said(
        '{number} 的督办单已由领导签发[，请于{replyDueOn}前回复]',
        'The order on {number} was signed[: reply by {replyDueOn}]',
      ),
      WAIVE_ORDER: said('{number} 的督办单经领导同意暂不签发', 'The order on {number} was waived for now'),
      INSTRUCT_ORDER: said('领导对 {number} 作出批示', 'A leader gave an instruction on {number}'),
    },
    next: said('按领导意见办理并回复', 'Do as the leader says, and reply'),
    way: OF_CASE,
    holds: 'open',
    isOrder: true,
    apart: true,
  },
  'step.departure': {
    name: said('退出的决定', 'A departure decided'),
    group: 'news',
    who: ['clerk', 'handler', 'liaison'],
    says: said('{number} 的退出申请已有决定', 'The departure of {number} was decided'),
    after: {
      GRANT_DEPARTURE: said('{number} 的退出申请已同意', 'The departure of {number} was granted'),
      REFUSE_DEPARTURE: said(
        '{number} 的退出申请未同意，继续办理',
        'The departure of {number} was refused: it goes on',
      ),
    },
    next: said('打开事项查看', 'Open the case'),
    way: OF_CASE,
    holds: 'always',
    apart: true,
  },
  'step.objection': {
    name: said('异议的决定', 'An objection decided'),
    group: 'news',
    who: ['clerk'],
    says: said('{number} 的公示异议已驳回，公示继续', 'The objection to {number} was dismissed: the notice goes on'),
    next: said('打开事项查看', 'Open the case'),
    way: OF_CASE,
    holds: 'open',
    apart: true,
  },
  'step.collected': {
    name: said('作风意见待分办', 'A complaint about conduct to assign'),
    group: 'turn',
    who: ['supervisor'],
    says: said(
      '{number} 是回访中对办理作风的意见，待督导组分办',
      '{number} is a complaint about conduct: the supervisors assign it',
    ),
    next: said('分办给承办单位', 'Assign it to a unit'),
    way: OF_CASE,
    holds: 'turnOfRole',
    apart: true,
  },
} satisfies Record<string, Topic>;
