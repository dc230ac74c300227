/** Questions of the clock region: where the clock belongs after a change, by the case's own record and the calendar. */
import { isLateOn } from '../domain/account.js';
import { branch, rule, type Rule } from './rule.js';

export const CLOCK_RULES: Record<string, Rule> = {
  isUnsettled: branch((context) => !context.settled),
  isStopped: branch((context) => context.mode === 'stopped' || context.dueOn === null),
  isPaused: branch((context) => context.mode === 'paused'),
  isHeld: branch((context) => context.mode === 'held'),
  isLadderStopped: branch((context) => context.ladderStopped && context.rung !== null),
  mustEscalate: branch(
    (context, env) =>
      context.returnsInPeriod >= env.policy.ladder.returnsToOrange &&
      (context.rung === null || context.rung === 'blue'),
  ),
  isOnRung: branch((context, _env, _payload, params) => context.rung === params['rung']),
  isLate: branch((context, env) => isLateOn(context, env.today)),
  isDueSoon: branch(
    (context, env) =>
      context.dueOn !== null && env.today >= env.refs.calendar.workingDaysBefore(context.dueOn, env.policy.dueSoonDays),
  ),
  isProvisional: rule(
    (context) => context.dueOn !== null && context.dueProvisional && context.dueBasis !== null,
    '时限不是暂定的',
    'The due day is not provisional',
  ),
  hasFurtherMilestone: branch((context) => (context.milestones ?? []).filter((m) => m.doneOn === null).length > 1),
  wasUnverified: branch((context) => context.pendingOutcome === 'unverified'),
};
