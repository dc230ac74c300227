/** What the invented people do since version 2: promises kept and broken, talks, departures by two, transfers, corrections, parts. */
import type { CaseContext, CaseState } from '../domain/case.js';
import type { Calendar } from '../domain/calendar.js';
import type { Day } from '../domain/day.js';
import { presentOrder, standingPromise } from '../domain/promises.js';
import { unsatisfiedRounds } from '../domain/raisers.js';
import type { Chance } from './chance.js';
import { titleOf } from './topics.js';
import type { Act, Habits, Traits } from './traits.js';

/** What needs building and what needs watching, each by itself. */
const partsOf = (text: string): { title: string; description: string }[] =>
  [
    ['设施部分', '需要安装、维修的部分，单独计时办理'],
    ['日常管理部分', '需要长期巡查、值守的部分，单独计时办理'],
  ].map(([part, what]) => ({ title: `${titleOf(text)}（${part}）`, description: `${text}。${what}。` }));
const REASONS = {
  withdraw: '反映人书面撤回',
  reject: '经核实不属公安机关职责，已转主管部门',
  merge: '与在办事项为同一问题',
};

/** The turns a case takes before it is fixed; nothing on most days. */
export function courseToday(
  { context }: CaseState,
  traits: Traits,
  since: (day: Day | null) => number,
  chance: Chance,
): Act[] {
  const used = since(context.startedOn);
  if (context.departure != null) {
    if (!chance.odds(0.35)) return [];
    return traits.isLetGo
      ? [{ who: 'leader', type: 'GRANT_DEPARTURE', payload: { note: '经核实，同意' } }]
      : [{ who: 'leader', type: 'REFUSE_DEPARTURE', payload: { reason: '问题仍然存在，继续整改' } }];
  }
  if (unsatisfiedRounds(context) >= 2 && chance.odds(0.4)) {
    const reason = '两轮整改后现场已达标，反映人诉求超出政策，已书面答复';
    return [{ who: 'leader', type: 'CLOSE_DISPUTED', payload: { reason } }];
  }
  if (traits.turn === 'depart' && used === 3 && context.departed === undefined) {
    const { departs: kind } = traits;
    const into = kind === 'merge' ? { caseId: '' } : {};
    return [{ who: 'clerk', type: 'ASK_DEPARTURE', payload: { kind, reason: REASONS[kind], ...into } }];
  }
  if (context.rung === 'talk' && context.departed === undefined && chance.odds(0.01)) {
    const reason = '反映人搬迁，电话中表示不再要求处理';
    return [{ who: 'clerk', type: 'ASK_DEPARTURE', payload: { kind: 'withdraw', reason } }];
  }
  if (traits.turn === 'transfer' && used >= 2 && (context.holders ?? []).length < 2) {
    const reason = '经现场核实，主要职责在该单位';
    return [{ who: 'clerk', type: 'TRANSFER', payload: { leadUnitId: '', reason } }];
  }
  if (traits.turn === 'split' && used === 1 && context.parts === undefined && context.origin === undefined) {
    return [
      { who: 'clerk', type: 'SPLIT', payload: { parts: partsOf(traits.text), reason: '涉及两类问题，分别办理' } },
    ];
  }
  if (traits.turn === 'keyed' && used === 2 && !context.isKey) {
    const reason = '多人反映、影响面大，列为重点问题';
    return [{ who: 'leader', type: 'CORRECT', payload: { isKey: true, reason } }];
  }
  if (traits.isUrged && since(context.dueOn) === -2) {
    return [{ who: 'clerk', type: 'URGE', payload: { text: '两个工作日后到期，请抓紧办理' } }];
  }
  if (context.rung !== null && chance.odds(0.04)) {
    return [{ who: 'leader', type: 'URGE', payload: { text: '群众多次来电询问，请尽快办结' } }];
  }
  return [];
}

/** Whether a unit that gave its word hands in today; undefined where it gave none, or has let the day pass. */
export function handsInToday(
  context: CaseContext,
  { keepsPromises }: Habits,
  today: Day,
  chance: Chance,
): boolean | undefined {
  const promise = standingPromise(context);
  if (promise !== undefined && keepsPromises) return today >= promise.promisedOn;
  if (promise !== undefined && today <= promise.promisedOn) return false;
  const talk = context.talks?.findLast(({ period }) => period === context.period);
  return talk === undefined ? undefined : chance.odds(keepsPromises ? 0.2 : 0.02);
}

const CAUSES = ['配件采购周期长', '需与城管、街道会商', '人员抽调参加安保', '连续降雨无法施工'];

/** Answers to the order that stands, a leader's decision on one that is proposed, and the talk. */
export function ladderToday({ context }: CaseState, today: Day, calendar: Calendar, chance: Chance): Act[] {
  const { period, rung } = context;
  const order = presentOrder(context);
  if (order === undefined || context.mode !== 'running') return [];
  if (order.status === 'proposed') return decided(period, order.rung, today, calendar, chance);
  if (rung === 'talk') return order.status === 'signed' ? talk(context, today, calendar, chance) : [];
  if ((order.status !== 'issued' && order.status !== 'signed') || !chance.odds(0.35)) return [];
  const promisedOn = calendar.dueDay(today, chance.between(1, 3)).day;
  const payload = {
    ...{ period, rung, promisedOn },
    text: '已制定赶工计划，明确专人盯办',
    cause: chance.pick(CAUSES),
    isFinal: chance.odds(0.3),
  };
  return [{ who: rung === 'blue' ? 'handler' : 'unitLeader', type: 'REPLY_ORDER', payload }];
}

function decided(period: number, rung: string, today: Day, calendar: Calendar, chance: Chance): Act[] {
  if (!chance.odds(0.4)) return [];
  if (chance.odds(0.8))
    return [{ who: 'leader', type: 'SIGN_ORDER', payload: { period, rung, text: '同意，限期整改' } }];
  const reviewOn = calendar.dueDay(today, chance.between(3, 8)).day;
  const payload = { period, rung, reason: '客观原因，责成尽快办结，到期复核', reviewOn };
  return [{ who: 'leader', type: 'WAIVE_ORDER', payload }];
}

function talk(context: CaseContext, today: Day, calendar: Calendar, chance: Chance): Act[] {
  const { period, lookAskedOn } = context;
  if (context.talks?.some((one) => one.period === period) !== true) {
    if (!chance.odds(0.4)) return [];
    return [
      {
        who: 'leader',
        type: 'RECORD_TALK',
        payload: {
          heldOn: today,
          place: '局机关四楼小会议室',
          attendees: '领导小组约谈承办单位主要负责人',
          questions: '为何两次督办后仍未办结，责任落实到了谁',
          explanation: '前期协调不力，已调整分管领导牵头',
          demands: '十个工作日内办结，每周书面报告进展',
          pledge: '按要求办结，逾期愿承担考核责任',
          pledgeOn: calendar.dueDay(today, 10).day,
        },
      },
    ];
  }
  if (lookAskedOn == null || !chance.odds(0.5)) return [];
  const instruction = '分管领导到现场督办，三日内报结果';
  return [{ who: 'leader', type: 'INSTRUCT_ORDER', payload: { period, rung: 'talk', instruction } }];
}
