/** Rules about what is asked: units and categories that exist, days that make sense, limits of the workflow's policy. */
import { addDays, type Day } from '../domain/day.js';
import type { CaseContext, OrderBrief } from '../domain/case.js';
import { mergeTarget, text, texts, whole, type Env, type Payload } from './env.js';
import { branch, rule, type Rule } from './rule.js';

const asked = { needsPayload: true } as const;

function milestoneDays(payload: Payload): string[] {
  const given = payload['milestones'];
  return Array.isArray(given) ? given.map((item: { dueOn?: string }) => item.dueOn ?? '') : [];
}

/** No due day lies further ahead or back: beyond, there is no calendar worth counting by (and 9999-12-31 means "never"). */
const YEARS_AHEAD = 10;
const YEARS_BACK = 100;

/** A hold is looked at twice a year at least: nothing else asks after a case while it lasts (docs/decisions/107). Calendar days. */
export const HOLD_AT_MOST = 184;

/** True for a day at most ten years ahead and a hundred back. */
function isInReach(day: Day, env: Env): boolean {
  return day <= addDays(env.today, 366 * YEARS_AHEAD) && day >= addDays(env.today, -366 * YEARS_BACK);
}

function order(context: CaseContext, payload: Payload): CaseContext['orders'][number] | undefined {
  const period = whole(payload, 'period');
  return context.orders.find((brief) => brief.period === period && brief.rung === payload['rung']);
}

const awaitsReply = (brief: OrderBrief | undefined): boolean =>
  brief !== undefined && ['issued', 'signed', 'proposed'].includes(brief.status);

const awaitsSignature = (brief: OrderBrief | undefined): boolean => brief?.status === 'proposed';

export const INPUT_RULES: Record<string, Rule> = {
  leadUnitExists: rule(
    (_, env, payload) => env.refs.units.get(text(payload, 'leadUnitId')) !== undefined,
    '牵头单位不存在',
    'The lead unit does not exist',
    asked,
  ),
  supportingUnitsExist: rule(
    (_, env, payload) =>
      texts(payload, 'supportingUnitIds').every(
        (id) => env.refs.units.get(id) !== undefined && id !== payload['leadUnitId'],
      ),
    '协办单位不存在，或与牵头单位相同',
    'A supporting unit does not exist or is the lead unit itself',
    asked,
  ),
  suggestedUnitExists: rule(
    (_, env, payload) => env.refs.units.get(text(payload, 'suggestedUnitId')) !== undefined,
    '建议承办单位不存在',
    'The suggested unit does not exist',
    asked,
  ),
  categoryExists: rule(
    (context, env, payload) => env.refs.categories.has(text(payload, 'categoryId') || (context.categoryId ?? '')),
    '须给出存在的问题类别',
    'A category that exists is needed',
    asked,
  ),
  dueOnNotPast: rule(
    (_, env, payload) => {
      if (payload['dueOn'] === undefined) return true;
      const day = text(payload, 'dueOn');
      const isOld = env.actor.via === 'import' || env.actor.via === 'demo';
      return isInReach(day, env) && (isOld || day > env.today);
    },
    '整改时限须晚于今天，且不超过十年',
    'The due date must be after today and within ten years',
    asked,
  ),
  milestonesInOrder: rule(
    (_, env, payload) => {
      const days = milestoneDays(payload);
      return days.length > 0 && days.every((day, at) => day > (days[at - 1] ?? env.today) && isInReach(day, env));
    },
    '须至少有一个阶段节点，各节点时限依次递增、晚于今天且不超过十年',
    'At least one milestone is needed, each due after the one before, after today and within ten years',
    asked,
  ),
  hasNoMilestones: rule(
    (_, __, payload) => payload['milestones'] === undefined,
    '只有分阶段整改可以设阶段节点',
    'Only a staged case has milestones',
    asked,
  ),
  mergeTargetIsOpen: rule(
    (_, env, payload) => mergeTarget(text(payload, 'caseId'), env) !== undefined,
    '并入的事项须是本整改办主管的、未办结的另一事项',
    'The case to merge into must be another open one of the same office',
    asked,
  ),
  closedNotBeforeCollected: rule(
    (_, env) => env.today >= env.facts.collectedOn,
    '销号日期早于提出日期',
    'The closing day is before the day it was raised',
    asked,
  ),
  declinesInTime: rule(
    (context, env) =>
      context.startedOn !== null &&
      env.today <= env.refs.calendar.dueDay(context.startedOn, env.policy.signing.declineWithin).day,
    '已超过退单时限',
    'The time to decline is over',
  ),
  hasExtensionLeft: rule(
    (context, env) => context.extension === null && context.extensions.length < env.policy.extension.times,
    '延期次数已用完，或已有待审批的延期',
    'No extension is left, or one is waiting for a decision',
  ),
  asksBeforeDue: rule(
    (context, env) => context.dueOn !== null && env.today <= context.dueOn,
    '已逾期，不能再申请延期',
    'The due date has passed: too late to request an extension',
  ),
  extensionWithinLimit: rule(
    (context, env, payload) => {
      const days = whole(payload, 'days') ?? context.extension?.days ?? 0;
      return days >= 1 && days <= env.policy.extension.maxDays;
    },
    '延期天数超过上限',
    'More working days than an extension may have',
    asked,
  ),
  hasPendingExtension: rule(
    (context) => context.extension !== null,
    '没有待审批的延期',
    'No extension is waiting for a decision',
  ),
  reviewIsAhead: rule(
    (_, env, payload) =>
      text(payload, 'reviewOn') > env.today && text(payload, 'reviewOn') <= addDays(env.today, HOLD_AT_MOST),
    '挂账须设定今天以后、半年以内的复核日期，到期可以再次挂账',
    'Putting on hold needs a review date after today and within half a year; at the review it can be put on hold again',
    asked,
  ),
  isWithinLookBack: rule(
    (context, env) => context.closedOn !== null && env.today <= addDays(context.closedOn, env.policy.lookBackDays),
    '已超过回头看期限',
    'The look-back window is over',
  ),
  orderExists: rule(
    (context, _env, payload) => order(context, payload) !== undefined,
    '没有这张督办单',
    'No such order',
    { ...asked, possible: (context) => context.orders.length > 0 },
  ),
  orderAwaitsReply: rule(
    (context, _env, payload) => awaitsReply(order(context, payload)),
    '督办单已回复或已免除',
    'The order has been replied to or waived',
    { ...asked, possible: (context) => context.orders.some(awaitsReply) },
  ),
  orderAwaitsSignature: rule(
    (context, _env, payload) => awaitsSignature(order(context, payload)),
    '督办单不在待签状态',
    'The order does not wait for a signature',
    { ...asked, possible: (context) => context.orders.some(awaitsSignature) },
  ),
  methodFitsRaiser: rule(
    (context, _env, payload) => context.raisedOutside !== (payload['method'] === 'onSite'),
    '有反映人的事项须回访本人；无反映人的事项须现场查看',
    'With a complainant, visit the person; without one, check on site',
    asked,
  ),
  hasAttemptsEnough: rule(
    (context, env) => (context.rounds.at(-1)?.attempts.length ?? 0) >= env.policy.visit.attempts,
    '须在不同日期尝试回访满规定次数',
    'Not enough attempts on different days have been made',
  ),
  isUnreachable: branch((_c, _e, payload) => payload['outcome'] === 'unreachable', asked),
  isNotFixed: branch((_c, _e, payload) => payload['outcome'] === 'notFixed', asked),
};
