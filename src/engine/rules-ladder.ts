/** Rules of the ladder since version 2: who answers an order, how far a promise and a waiver reach, when a talk can be recorded. */
import { isNamedLeader } from '../domain/waits.js';
import { holds, WORKING } from '../domain/visibility.js';
import { firstRung } from '../domain/ladder.js';
import { isNear, presentOrder, promiseDaysLeft, standingPromise, standingWaiver } from '../domain/promises.js';
import { climbsByReturns } from '../domain/climbing.js';
import type { CaseContext } from '../domain/case.js';
import type { UnitTree } from '../domain/units.js';
import { text, whole, type Env, type Payload } from './env.js';
import { branch, rule, type Rule } from './rule.js';

const asked = { needsPayload: true } as const;

/** True where a unit on the way from `unitId` up names its responsible leader. */
export function hasNamedLeader(unitId: string | null, units: UnitTree): boolean {
  return units.above(unitId).some(({ leaderId }) => leaderId !== null);
}

/**
 * Who answers the order of a rung. Blue is addressed to those who do the work in the lead unit. Orange, and red once a leader has signed it, are
 * answered by the unit's responsible leader: the role there or above, or the person named there or above. Where no unit up to the root
 * names one, the liaison stands in, so that the order is never with nobody. A talk is answered by holding it.
 */
function answers({ leadUnitId }: CaseContext, { actor, refs: { units } }: Env, rung: unknown): boolean {
  if (rung === 'blue') return holds(actor, WORKING, leadUnitId, units);
  if (rung !== 'orange' && rung !== 'red') return false;
  return (
    holds(actor, ['unitLeader'], leadUnitId, units) ||
    isNamedLeader(actor, leadUnitId, units) ||
    (!hasNamedLeader(leadUnitId, units) && holds(actor, ['liaison'], leadUnitId, units))
  );
}

/** True where the payload names the order that the ladder stands on now. */
function isPresent(context: CaseContext, payload: Payload): boolean {
  return context.mode === 'running' && whole(payload, 'period') === context.period && payload['rung'] === context.rung;
}

/** The present order waits for a reply: issued, or signed where a leader must sign it first. */
function awaitsReply(context: CaseContext): boolean {
  const order = presentOrder(context);
  return context.mode === 'running' && (order?.status === 'issued' || order?.status === 'signed');
}

export const LADDER_RULES: Record<string, Rule> = {
  answersOrder: rule(
    (context, env, payload) => answers(context, env, payload['rung']),
    '督办单只能由收件人回复：蓝单由牵头单位承办人、联络员或负责人回复，橙单和已签发的红单由牵头单位责任领导回复',
    'Only the addressee replies: to a blue order the people of the lead unit, to an orange one and a signed red one its responsible leader',
    { ...asked, possible: (context, env) => answers(context, env, context.rung), who: ['handler', 'unitLeader'] },
  ),
  orderIsPresent: rule(
    (context, _env, payload) => isPresent(context, payload),
    '只能回复当前这一级的督办单；已办结申报、已升级或属于以前时限的督办单不再回复',
    'Only the order of the present escalation level is replied to: none of an earlier period, a lower level, or a case that was submitted',
    { ...asked, possible: (context) => context.mode === 'running' && context.rung !== null },
  ),
  orderAwaitsAnswer: rule(
    awaitsReply,
    '督办单已回复、已免除，或尚待领导签发：每一级只回复一次',
    'The order was replied to or waived, or waits for a signature: each is replied to once',
  ),
  promiseIsNear: rule(
    (context, env, payload) => {
      const left = promiseDaysLeft(context, env.policy, context.rung);
      return left > 0 && isNear(env.refs.calendar, env.today, text(payload, 'promisedOn'), left);
    },
    '承诺办结日须在今天以后，且不超过该级督办单允许的工作日，也不超过本次逾期剩余的承诺天数',
    'The promised day must lie after today, within the working days of this order and those the late period has left',
    { ...asked, possible: (context, env) => promiseDaysLeft(context, env.policy, context.rung) > 0 },
  ),
  waiverIsNear: rule(
    (_context, env, payload) =>
      isNear(env.refs.calendar, env.today, text(payload, 'reviewOn'), env.policy.waivers?.maxAhead ?? 0),
    '免除须设定复核日期：在今天以后，且不超过规定的工作日',
    'A waiver needs a review day after today and within the working days allowed',
    asked,
  ),
  talkIsDue: rule(
    (context) => {
      const status = presentOrder(context)?.status;
      return context.rung === 'talk' && context.outcome === null && (status === 'proposed' || status === 'signed');
    },
    '该事项目前没有待进行的约谈',
    'No admonition talk is due on this case',
  ),
  talkDaysFit: rule(
    ({ rungAt }, { refs: { calendar }, today }, payload) => {
      const heldOn = text(payload, 'heldOn');
      return heldOn <= today && heldOn >= calendar.dayOf(rungAt ?? 0) && text(payload, 'pledgeOn') > heldOn;
    },
    '约谈日期须在提请约谈之后、不晚于今天，承诺完成日期须在约谈之后',
    'The talk lies between its proposal and today, and the pledge is for a date after it',
    asked,
  ),
  isWaived: branch((context, env) => {
    const waiver = standingWaiver(context);
    return waiver !== undefined && waiver.reviewOn >= env.today;
  }),
  isPromised: branch((context, env) => {
    const promise = standingPromise(context);
    return promise !== undefined && promise.promisedOn >= env.today;
  }),
  climbsByReturns: branch((context, env) => climbsByReturns(context, env.policy)),
  startsOnOrange: branch((context, env) => firstRung(context, env.policy) === 'orange'),
};
