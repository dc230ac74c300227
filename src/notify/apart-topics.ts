/** The lines of the table for what no step of a workflow tells: answers to whoever asked, the morning, and what only an administrator can mend. */
import type { Sentence } from '../domain/clock-words.js';
import type { Topic } from './topic.js';

const said = (zh: string, en: string): Sentence => ({ 'zh-CN': zh, en });

export const APART_TOPICS = {
  digest: {
    name: said('每日摘要', 'Daily digest'),
    group: 'digest',
    who: [],
    says: said(
      '今天有 {count} 件事等您办[，其中 {late} 件已过期限][，最急的是 {number}]',
      '{count} waiting for you today[, {late} of them late][, {number} first]',
    ),
    next: said('从最急的一件开始', 'Start with the most urgent one'),
    way: '/work',
    holds: 'always',
    apart: true,
  },
  morning: {
    name: said('领导晨报', 'Morning sheet'),
    group: 'digest',
    who: [],
    says: said(
      '晨报：待您签批 {toSign} 件，昨日到期未结 {fellDue} 件，上次以来有 {changes} 项变化',
      'Morning sheet: {toSign} to sign, {fellDue} fell due yesterday, {changes} changed since the last',
    ),
    next: said('先签批，再看逾期', 'Sign first, then look at what is late'),
    way: '/overdue',
    holds: 'always',
    apart: true,
  },
  'opinions.waiting': {
    name: said('意见待处理', 'Opinions wait for triage'),
    group: 'turn',
    who: ['clerk'],
    says: said(
      '“{meeting}”还有 {count} 条意见没有处理',
      '{count} of what was said at “{meeting}” still waits for triage',
    ),
    next: said('逐条采纳、并案、答复或说明不采纳的理由', 'Adopt, merge, answer or decline each'),
    way: '/meetings/{meetingId}',
    holds: 'always',
    apart: true,
  },
  'answer.owed': {
    name: said('待再次反馈', 'An answer owed'),
    group: 'turn',
    who: ['clerk'],
    says: said('“{meeting}”第 {seq} 条意见应再次反馈', 'Opinion {seq} of “{meeting}” must be answered again'),
    after: {
      settled: said(
        '“{meeting}”第 {seq} 条意见已有结果，请在 {answerBy} 前再次反馈',
        'Opinion {seq} of “{meeting}” is settled: answer again by {answerBy}',
      ),
      reopened: said(
        '“{meeting}”第 {seq} 条意见已告知有结果，又重新启动，请在 {answerBy} 前说明',
        'Opinion {seq} of “{meeting}” was told as settled and is open again: explain by {answerBy}',
      ),
      dayOver: said(
        '“{meeting}”第 {seq} 条意见告知的日期已过，请在 {answerBy} 前再次反馈',
        'The day that was named for opinion {seq} of “{meeting}” is over: answer again by {answerBy}',
      ),
    },
    next: said('核对结果，发布反馈', 'Look at the result and release the answer'),
    way: '/meetings/{meetingId}/results',
    holds: 'always',
    apart: true,
  },
  'hotline.owed': {
    name: said('热线待答复', 'A hotline waits for an answer'),
    group: 'turn',
    who: ['clerk'],
    says: said('{number} 应答复{platform}', '{platform} is owed an answer on {number}'),
    after: {
      interim: said(
        '{number} 应在 {answerBy} 前向{platform}作阶段性答复',
        '{platform} is owed an interim answer on {number} by {answerBy}',
      ),
      final: said(
        '{number} 已办结，请在 {answerBy} 前向{platform}作最终答复',
        '{number} is closed: give {platform} the final answer by {answerBy}',
      ),
    },
    next: said('在事项页写好答复，发给平台', 'Write the answer on the case and send it'),
    way: '/cases/{caseId}#hotline',
    holds: 'always',
    apart: true,
  },
  'hotline.answer': {
    name: said('答复热线平台', 'Answer to a hotline'),
    group: 'news',
    who: [],
    says: said('{number} 的答复已发往{platform}', 'The answer on {number} goes to {platform}'),
    next: said('在事项页查看是否送达', 'See on the case whether it arrived'),
    way: '/cases/{caseId}#hotline',
    holds: 'always',
    byHand: true,
    apart: true,
  },
  'import.ended': {
    name: said('台账导入', 'Ledger import'),
    group: 'news',
    who: [],
    says: said(
      '您确认的台账已导入完毕：{written} 件[，{refused} 行未导入]',
      'The ledger you confirmed is in: {written} cases[, {refused} rows were refused]',
    ),
    after: {
      cancelled: said(
        '您确认的台账已中止导入：已写入 {written} 件，其余未导入',
        'The import you confirmed was ended: {written} cases are in, the others are not',
      ),
      stopped: said(
        '您确认的台账（{total} 行）导入中断，已写入的仍有效',
        'The import you confirmed ({total} rows) broke off; what was written stays',
      ),
    },
    next: said('查看结果；可在期限内撤回或继续', 'See what became of it; undo it or go on in time'),
    way: '/ledger/import[?import={importId}]',
    holds: 'always',
    apart: true,
  },
  'rules.changed': {
    name: said('规则改动', 'Rules changed'),
    group: 'news',
    who: ['leader'],
    says: said('{by}改动了办理规则', '{by} changed by what cases are judged'),
    after: {
      policy: said(
        '{by}改了流程的数字，新事项按第 {version} 版（{workflow}）办理',
        '{by} changed numbers of the workflow {workflow}: new cases go by version {version}',
      ),
      withdrawn: said(
        '{by}停用了流程第 {version} 版（{workflow}）',
        '{by} withdrew version {version} of the workflow {workflow}',
      ),
      calendar: said('{by}改动了 {year} 年的工作日历', '{by} changed the calendar of {year}'),
      categoryDays: said(
        '{by}改了“{category}”的办理天数或上级类别',
        '{by} changed how many days “{category}” gets, or the category above it',
      ),
    },
    next: said('看改了什么、为什么', 'See what was changed and why'),
    way: '/admin/workflows',
    holds: 'always',
    apart: true,
  },
  gap: {
    name: said('无人可以通知', 'Nobody to tell'),
    group: 'system',
    who: ['administrator'],
    says: said(
      '{unit}没有{role}，有 {count} 条消息无人可以通知',
      '{unit} has no {role}: {count} of its messages reached nobody',
    ),
    next: said('补充人员或角色', 'Give someone the missing role'),
    way: '/admin/people',
    holds: 'always',
    apart: true,
  },
  timers: {
    name: said('定时触发出错', 'Timers failed'),
    group: 'system',
    who: ['administrator'],
    says: said('有定时触发出错，已停放', 'Timers failed and are parked'),
    next: said('查看原因后重试', 'See why, then try again'),
    way: '/admin/health',
    holds: 'always',
    apart: true,
  },
  'looks.near': {
    name: said('查看反映人接近上限', 'Many looks at complainants'),
    group: 'system',
    who: ['auditor'],
    says: said('有人今天查看反映人信息的次数接近上限', 'Someone came near the day’s limit of looks at complainants'),
    next: said('查看记录，了解原因', 'Read the log and ask why'),
    way: '/looks',
    holds: 'always',
    apart: true,
  },
  'looks.over': {
    name: said('查看反映人超过上限', 'Too many looks at complainants'),
    group: 'system',
    who: ['auditor'],
    says: said(
      '有人今天查看反映人信息超过上限，已被拒绝',
      'Someone passed the day’s limit of looks at complainants and was refused',
    ),
    next: said('查看记录，了解原因', 'Read the log and ask why'),
    way: '/looks',
    holds: 'always',
    apart: true,
  },
} satisfies Record<string, Topic>;
