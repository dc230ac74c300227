/** Rules of departures: what was assigned leaves the rate by two people, and by a leader where it is key, late or nearly due. */
import type { CaseContext } from '../domain/case.js';
import { isOneWith } from '../domain/deputies.js';
import { needsLeader, wasEverAssigned } from '../domain/departing.js';
import type { Role } from '../domain/words.js';
import { mergeTarget, text, type Env } from './env.js';
import { branch, rule, type Rule } from './rule.js';
import { office, outside } from './rules-people.js';

/** The desk that triages the case: the office, or the supervisors where the complaint is about how a case was handled. */
const desk = ({ desk: whose }: CaseContext): readonly Role[] => (whose === 'supervisors' ? ['supervisor'] : ['clerk']);

/** Who may grant: a leader where one is needed, else the office or a leader; nobody of the lead unit. */
function mayGrant(context: CaseContext, env: Env): boolean {
  const byLeader = needsLeader(context, env.policy, env.refs.calendar, env.today);
  return office(context, env, byLeader ? ['leader'] : ['clerk', 'leader']) && outside(context, env);
}

const departs = (kind: string): Rule => branch((context) => context.departure?.kind === kind);

export const DEPARTURE_RULES: Record<string, Rule> = {
  isTriageDesk: rule(
    (context, env) => office(context, env, desk(context)),
    '只有整改办可以分办；对办理作风的意见由督导组分办',
    'Only the office triages; a complaint about conduct, the supervisors',
    { who: ['clerk', 'supervisor'] },
  ),
  /** A key case leaves only by a leader's decision, by whichever way. */
  mayDropAtTriage: rule(
    (context, env) =>
      context.isKey ? office(context, env, ['leader']) && outside(context, env) : office(context, env, desk(context)),
    '只有分办该事项的整改办或督导组可以办理；重点问题须由领导小组成员决定',
    'Only the desk that triages the case may do this; of a key case, only a member of the leading group',
    { who: ['clerk', 'supervisor', 'leader'] },
  ),
  wasNeverAssigned: rule(
    (context) => !wasEverAssigned(context),
    '事项交办过、拆分自交办过的事项，或有交办过的事项并入：退出须由一人提请、另一人同意',
    'The case, the one it was split from, or one that was merged into it, has been assigned: it leaves by two people, one who asks and one who grants',
  ),
  wasAssigned: rule(
    wasEverAssigned,
    '事项尚未交办过，可直接不予采纳、并案或撤回',
    'The case was never assigned: it can be rejected, merged or withdrawn at once',
  ),
  mayAskDeparture: rule(
    (context, env) => office(context, env, ['clerk', 'leader']) && outside(context, env),
    '只有牵头单位以外的整改办或领导小组成员可以提请退出',
    'Only the office or a leader outside the lead unit asks for a departure',
    { who: ['clerk', 'leader'] },
  ),
  noDepartureAsked: rule(
    (context) => context.departure == null,
    '已有待批准的退出申请',
    'A departure is waiting for a decision already',
  ),
  departureTargetFits: rule(
    (_context, env, payload) =>
      payload['kind'] === 'merge'
        ? mergeTarget(text(payload, 'caseId'), env) !== undefined
        : payload['caseId'] === undefined,
    '并案须写明并入的事项，须是本整改办主管的、未办结的另一事项；不予采纳和撤回不写',
    'A merger names the case to merge into, another open one of the same office; the other ways name none',
    { needsPayload: true },
  ),
  mayGrantDeparture: rule(
    mayGrant,
    '只有整改办或领导小组可以决定退出；重点问题、已逾期或临近到期的事项须由牵头单位以外的领导小组成员决定',
    'The office or a leader decides a departure; of a key case, one that is late or nearly due, a leader outside the lead unit',
    { who: ['clerk', 'leader'] },
  ),
  departureIsAsked: rule(
    (context) => context.departure != null,
    '没有待批准的退出申请',
    'No departure is waiting for a decision',
  ),
  isNotOwnDeparture: rule(
    (context, env) =>
      env.actor.userId !== null && !isOneWith(env.actor, context.departure?.askedBy ?? null, context.standIns),
    '退出须由另一人决定：提请的人不能自己同意或不同意',
    'Another person decides a departure: not the one who asked for it',
    { who: ['clerk', 'leader'] },
  ),
  departureTargetIsOpen: rule(
    ({ departure }, env) => mergeTarget(departure?.caseId ?? null, env) !== undefined,
    '并入的事项已办结，不能再并入',
    'The case to merge into is closed by now',
    // Another case is looked at when the command comes, not when it is offered.
    { needsPayload: true },
  ),
  departsByRejection: departs('reject'),
  departsByMerger: departs('merge'),
  departsByWithdrawal: departs('withdraw'),
};
