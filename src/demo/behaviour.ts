/** How the invented people behave: what is done with a case on a given day, from its state and the traits it was born with. */
import { stageOf, substateOf, type CaseState } from '../domain/case.js';
import type { Calendar } from '../domain/calendar.js';
import { addDays, type Day } from '../domain/day.js';
import type { Role } from '../domain/words.js';
import { allTried, answerOf, hasSeveral, raisersOf, unreached } from '../domain/raisers.js';
import { courseToday, handsInToday, ladderToday } from './behaviour-since-2.js';
import type { Chance } from './chance.js';
import type { Act, Traits } from './traits.js';

/** What is done with the case today, in order; nothing on most days. */
export function actsToday(state: CaseState, traits: Traits, today: Day, calendar: Calendar, chance: Chance): Act[] {
  const { context } = state;
  const place = substateOf(state.value);
  const since = (day: Day | null): number => (day === null ? 0 : calendar.workingDaysBetween(day, today));
  const act = (who: Role, type: string, payload: Record<string, unknown> = {}): Act => ({ who, type, payload });
  const orders = state.workflow.version > 1 ? ladderToday(state, today, calendar, chance) : ordersToday(state, chance);
  if (place === 'assigned') {
    if (traits.fate === 'wrongUnit' && context.declines === 0 && since(context.startedOn) <= 2) {
      return [act('liaison', 'DECLINE', { reason: '不属本单位职责，建议由治安支队承办', suggestedUnitId: '' })];
    }
    return since(context.startedOn) >= traits.signAfter ? [act('liaison', 'ACCEPT')] : [];
  }
  const isNew = state.workflow.version > 1;
  if (place === 'rectifying') {
    const course = isNew ? courseToday(state, traits, since, chance) : [];
    return [...orders, ...(course.length > 0 ? course : rectifying(state, traits, today, since, chance))];
  }
  if (place === 'verifying') return [...orders, ...verifying(state, traits, since(context.submittedOn), chance)];
  if (place === 'notice') {
    const objects = traits.objects && (context.objections ?? []).length === 0;
    return objects ? [act('clerk', 'OBJECT', { text: '来电反映夜间又出现一次，请再核实' })] : [];
  }
  if (place === 'objection') {
    return [act('supervisor', 'DISMISS_OBJECTION', { reason: '两次夜间现场复查未再发现，已当面告知反映人' })];
  }
  if (place === 'parked') {
    return context.reviewOn !== null && today >= context.reviewOn
      ? [act('leader', 'RESUME', { note: '条件已具备' })]
      : [];
  }
  if (place === 'visiting') return visiting(state, traits, today, since, chance);
  if (place === 'signing') return chance.odds(0.5) ? [act('leader', 'SIGN_CLOSING', { note: '同意销号' })] : [];
  if (
    stageOf(state.value) === 'closed' &&
    traits.relapses &&
    context.relapses === 0 &&
    since(context.closedOn) === 20
  ) {
    return [act('supervisor', 'REOPEN', { reason: '回头看发现问题反弹' })];
  }
  return orders;
}

function rectifying(
  { context, version, workflow }: CaseState,
  traits: Traits,
  today: Day,
  since: (day: Day | null) => number,
  chance: Chance,
): Act[] {
  const used = since(context.startedOn);
  const pending = context.extension !== null;
  if (pending) {
    return chance.odds(0.8)
      ? [{ who: 'clerk', type: 'GRANT_EXTENSION', payload: { note: '情况属实，同意延期' } }]
      : [{ who: 'clerk', type: 'REFUSE_EXTENSION', payload: { reason: '理由不充分，请按期办结' } }];
  }
  if (traits.fate === 'park' && context.pauses.length === 0 && used === 4) {
    return [{ who: 'leader', type: 'PARK', payload: { reason: '须待市政改造完成', reviewOn: addDays(today, 35) } }];
  }
  if (
    traits.asksExtension &&
    workflow.name !== 'immediate' &&
    context.extensions.length === 0 &&
    context.dueOn !== null &&
    since(context.dueOn) === -1
  ) {
    return [
      { who: 'liaison', type: 'REQUEST_EXTENSION', payload: { days: chance.between(3, 8), reason: '施工受天气影响' } },
    ];
  }
  const budget = (context.budget ?? 15) / (context.milestones?.length ?? 1);
  const again = context.returns + context.relapses + context.rounds.length > 0;
  const whenReady = again ? chance.odds(0.35) : used >= Math.max(1, Math.round(budget * traits.pace));
  const ready = handsInToday(context, traits, today, chance) ?? (whenReady && traits.fate !== 'stuck');
  if (ready) {
    const isWeighty = workflow.version > 1 && context.isKey;
    const submit = { measure: traits.measure, lastingMeasure: traits.lasting };
    return [
      isWeighty
        ? {
            who: 'handler',
            type: 'SUBMIT',
            payload: { ...submit, otherPlaces: '已排查辖区同类点位 6 处，发现 1 处并一并整改' },
            shows: ['photosBefore', 'photosAfter'],
          }
        : { who: 'handler', type: 'SUBMIT', payload: submit },
    ];
  }
  if (version % 3 === 0 && chance.odds(0.12)) {
    return [
      {
        who: 'handler',
        type: 'PROGRESS',
        payload: { text: chance.pick(['已现场核实情况', '方案已报批', '正在协调相关单位', '已完成过半']) },
      },
    ];
  }
  return [];
}

function verifying({ context, workflow }: CaseState, traits: Traits, waited: number, chance: Chance): Act[] {
  if (waited < 1) return [];
  if (context.returns < traits.returns) {
    return [{ who: 'supervisor', type: 'RETURN', payload: { reason: '现场仍存在问题，整改不彻底' } }];
  }
  if (!chance.odds(0.7)) return [];
  if (workflow.version > 1 && context.isKey) {
    const photos = context.photos;
    return [
      {
        who: 'supervisor',
        type: 'PASS',
        payload: { method: 'onSite', note: '已到现场核查，与申报一致' },
        not: context.checks?.at(-1)?.by ?? null,
        shows: photos?.before === true && photos.after ? [] : ['photosBefore', 'photosAfter'],
      },
    ];
  }
  return [
    { who: 'supervisor', type: 'PASS', payload: { method: chance.pick(['remote', 'onSite']), note: '情况属实' } },
  ];
}

function visiting(
  { context, workflow }: CaseState,
  traits: Traits,
  today: Day,
  since: (day: Day | null) => number,
  chance: Chance,
): Act[] {
  const round = context.rounds.at(-1);
  if (round === undefined || since(round.from) < 1) return [];
  const who: Role = context.raisedOutside ? 'visitor' : 'supervisor';
  const method = context.raisedOutside
    ? chance.pick(['phone', 'phone', 'phone', 'door', 'station'] as const)
    : 'onSite';
  const raiser = unreached(context)[0] ?? raisersOf(context)[0]!;
  const whom = hasSeveral(context) ? { raiserId: raiser } : {};
  if (traits.visit === 'unreachable' && context.raisedOutside && answerOf(round, context, raiser).outcome === null) {
    if (allTried(context, 3))
      return [{ who: 'supervisor', type: 'CLOSE_UNVERIFIED', payload: { reason: '三次联系未果' } }];
    const tried = answerOf(round, context, raiser).attempts.length >= 3;
    const other = unreached(context).find((one) => answerOf(round, context, one).attempts.length < 3);
    const next = tried && other !== undefined ? { raiserId: other } : whom;
    const nextAttemptOn = addDays(today, 2);
    return [
      {
        who,
        type: 'RECORD_VISIT',
        payload: { method: 'phone', outcome: 'unreachable', durationSeconds: 20, nextAttemptOn, ...next },
      },
    ];
  }
  if (!chance.odds(0.6)) return [];
  const outcome =
    traits.visit === 'notFixed' && context.rounds.length > 1
      ? 'fixed'
      : traits.visit === 'unreachable'
        ? 'fixed'
        : traits.visit;
  // Since version 2 the case goes back as long as somebody is not satisfied.
  const isContent = workflow.version > 1 && outcome !== 'notFixed' && context.rounds.length > traits.grudge;
  const rated =
    outcome === 'notFixed'
      ? 'dissatisfied'
      : isContent && traits.satisfaction === 'dissatisfied'
        ? 'basicallySatisfied'
        : traits.satisfaction;
  const ratings = {
    attitude: 4 + chance.between(0, 1),
    speed: 3 + chance.between(0, 2),
    quality: 3 + chance.between(0, 2),
    fairness: 5,
    feedback: 3 + chance.between(0, 2),
  };
  return [
    {
      who,
      type: 'RECORD_VISIT',
      payload: {
        method,
        outcome,
        ...whom,
        ...(context.raisedOutside ? { satisfaction: rated, ratings } : {}),
        ...(method === 'phone' ? { durationSeconds: chance.between(35, 420) } : {}),
        note: NOTES[outcome === 'fixed' && rated === 'dissatisfied' ? 'dissatisfied' : outcome],
      },
    },
  ];
}

const NOTES = {
  fixed: '反映人确认问题已解决',
  mannerComplaint: '问题已解决，但反映人认为经办人答复生硬',
  notFixed: '反映人表示问题仍未解决',
  dissatisfied: '反映人认为只做了表面整改，不满意',
} as const;

function ordersToday({ context }: CaseState, chance: Chance): Act[] {
  const order = context.orders.find((brief) => brief.status === 'proposed');
  if (order === undefined) {
    const blue = context.orders.find((brief) => brief.status === 'issued' && brief.period === context.period);
    if (blue === undefined || !chance.odds(0.12)) return [];
    const { period, rung } = blue;
    return [{ who: 'handler', type: 'REPLY_ORDER', payload: { period, rung, text: '已制定赶工计划，本周内完成' } }];
  }
  if (!chance.odds(0.2)) return [];
  const { period, rung } = order;
  return chance.odds(0.75)
    ? [{ who: 'leader', type: 'SIGN_ORDER', payload: { period, rung, text: '同意，限期整改' } }]
    : [{ who: 'leader', type: 'WAIVE_ORDER', payload: { period, rung, reason: '客观原因，责成尽快办结' } }];
}
