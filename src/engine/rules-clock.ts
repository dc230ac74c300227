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
  /** A decree that arrives may move a due day that was provisional, and days of the December before it. */
  movesWithCalendar: rule(
    (context, env) => {
      const basis = context.dueBasis;
      if (basis === null || context.dueOn === null || context.outcome !== null || context.mode === 'stopped')
        return false;
      const due = env.refs.calendar.dueDay(basis.from, basis.days);
      return due.day !== context.dueOn || due.provisional !== context.dueProvisional;
    },
    '时限不因新日历而变化',
    'The calendar does not move this due date',
  ),
  hasFurtherMilestone: branch((context) => (context.milestones ?? []).filter((m) => m.doneOn === null).length > 1),
  wasUnverified: branch((context) => context.pendingOutcome === 'unverified'),
};
