/** How people act under version 2 of the workflows, in random histories: what they try, and with what forms. */
import { substateOf, type CaseContext, type CaseState } from '../../src/domain/case.js';
import type { Actor } from '../../src/domain/command.js';
import { addDays } from '../../src/domain/day.js';
import { lightTimes } from '../../src/domain/ladder.js';
import { raisersOf } from '../../src/domain/raisers.js';
import { COMMANDS } from '../../src/engine/commands.js';
import { nextLevel } from '../../src/engine/next-rung.js';
import type { Workflow } from '../../src/engine/workflow.js';
import { ACTOR, calendar, payloadFor, SECOND, UNIT } from '../support/engine.js';
import { PROMOTED, type Acting, type Begin, type Draw } from './random-history.js';
import { WatchSince2 } from './watch-since-2.js';

const JUDGEMENTS =
  'TRANSFER SPLIT CORRECT ASK_DEPARTURE GRANT_DEPARTURE REFUSE_DEPARTURE CLOSE_DISPUTED DISMISS_OBJECTION'.split(' ');

const { clerk, handler, liaison, supporter, unitLeader, supervisor, visitor, leader, system } = ACTOR;

/** The same thing several times over: likelier. */
const times = (n: number, type: string, who: Actor): [string, Actor][] => Array.from({ length: n }, () => [type, who]);

/** By two people: whoever asks first may not decide, so each is tried with both. */
const DEPARTING: [string, Actor][] = [
  ['ASK_DEPARTURE', clerk],
  ['GRANT_DEPARTURE', SECOND.leader],
  ['GRANT_DEPARTURE', clerk],
  ['REFUSE_DEPARTURE', leader],
];
const ORDERS: [string, Actor][] = [
  ...times(3, 'REPLY_ORDER', handler),
  ...times(3, 'REPLY_ORDER', unitLeader),
  ...times(2, 'SIGN_ORDER', leader),
  ...times(2, 'WAIVE_ORDER', leader),
  ['INSTRUCT_ORDER', leader],
  ['RECORD_TALK', leader],
];
const OFFICE: [string, Actor][] = [
  ['TRANSFER', clerk],
  ['SPLIT', clerk],
  ['CORRECT', clerk],
  ['CORRECT', leader],
  ['URGE', clerk],
  ['JOIN', system],
];

/** What sensible people do in each place, likelier things more often. */
const LIKELY: Record<string, [type: string, who: Actor][]> = {
  collected: [
    ...times(14, 'ASSIGN', clerk),
    ['ASSIGN', supervisor],
    ['REJECT', clerk],
    ['MERGE', clerk],
    ['TAKE_OVER', clerk],
    ['WITHDRAW', leader],
    ...DEPARTING,
    ['SPLIT', clerk],
    ['URGE', leader],
  ],
  assigned: [
    ...times(14, 'ACCEPT', liaison),
    ['DECLINE', liaison],
    ['ACCEPT', ACTOR.otherHandler],
    ...OFFICE,
    ...DEPARTING,
  ],
  rectifying: [
    ...times(16, 'SUBMIT', handler),
    ...times(4, 'SUBMIT', ACTOR.otherHandler),
    ['PROGRESS', supporter],
    ...times(3, 'REQUEST_EXTENSION', handler),
    ...times(4, 'GRANT_EXTENSION', clerk),
    ...times(2, 'REFUSE_EXTENSION', clerk),
    ['PARK', leader],
    ...ORDERS,
    ...OFFICE,
    ...DEPARTING,
    ['CLOSE_DISPUTED', leader],
  ],
  verifying: [
    ...times(8, 'PASS', supervisor),
    ...times(8, 'PASS', SECOND.supervisor),
    ...times(4, 'RETURN', supervisor),
    ['GRANT_EXTENSION', clerk],
    ['REFUSE_EXTENSION', clerk],
    ['TRANSFER', clerk],
    ['CORRECT', clerk],
    ['URGE', leader],
    ...DEPARTING,
  ],
  parked: [...times(4, 'RESUME', clerk), ['TRANSFER', clerk], ['URGE', leader], ...DEPARTING],
  visiting: [
    ...times(14, 'RECORD_VISIT', visitor),
    ...times(3, 'RECORD_VISIT', supervisor),
    ...times(3, 'CLOSE_UNVERIFIED', supervisor),
    ['TRANSFER', clerk],
    ['JOIN', system],
    ['CLOSE_DISPUTED', leader],
    ...DEPARTING,
  ],
  notice: [...times(8, 'OBJECT', clerk), ['JOIN', system], ['COMMENT', clerk], ['TRANSFER', clerk], ['URGE', leader]],
  objection: [...times(4, 'DISMISS_OBJECTION', supervisor), ...times(2, 'RETURN', supervisor), ['URGE', clerk]],
  signing: [...times(5, 'SIGN_CLOSING', leader), ['RETURN', leader], ['JOIN', system], ['URGE', clerk], ...DEPARTING],
};
const CLOSED: [string, Actor][] = [
  ...times(4, 'REOPEN', supervisor),
  ['COMMENT', clerk],
  ['JOIN', system],
  ['WAIVE_ORDER', leader],
  ['GRANT_DEPARTURE', leader],
];
const ANYTIME: [string, Actor][] = [
  ['COMMENT', handler],
  ['JOIN', system],
  ['RECOMPUTE_DUE', system],
  ['CORRECT', clerk],
  ...ORDERS,
];
const TYPES = Object.keys(COMMANDS);
const WHO = Object.values(ACTOR);

function chosen(state: CaseState, draw: Draw): { type: string; actor: Actor } {
  if (draw.does !== undefined) return draw.does;
  const list = draw.wild % 9 === 8 ? ANYTIME : (LIKELY[substateOf(state.value)] ?? CLOSED);
  if (draw.wild % 9 === 7) return { type: TYPES[draw.pick % TYPES.length]!, actor: WHO[draw.who % WHO.length]! };
  const [type, actor] = list[draw.pick % list.length]!;
  if (draw.wild % 9 === 5 && draw.what % 2 === 0 && ['PASS', 'RETURN', 'RECORD_VISIT', ...JUDGEMENTS].includes(type)) {
    return { type, actor: PROMOTED };
  }
  return { type, actor: type === 'TAKE_OVER' ? { ...actor, via: 'import' } : actor };
}

const UNREACHED = 3;
const UNSATISFIED = 5;
const step = (type: string, actor: Actor, what = 1): Draw => ({
  jump: 6,
  wild: 0,
  pick: 0,
  who: 0,
  what,
  does: { type, actor },
});

/** Three days on which nobody answers, and the supervisor closes; or a raiser who is not satisfied again and again, until a leader closes;
 *  or more time that is asked for; or an objection to what is shown. */
function series(state: CaseState, { wild, what, does }: Draw): readonly Draw[] {
  if (does !== undefined) return [];
  const place = substateOf(state.value);
  if (place === 'rectifying' && wild % 9 === 3) {
    const decision = what % 2 === 0 ? 'GRANT_EXTENSION' : 'REFUSE_EXTENSION';
    return [step('REQUEST_EXTENSION', handler), step(decision, clerk)];
  }
  if (place === 'notice' && wild % 3 === 0) return [step('OBJECT', clerk), step('DISMISS_OBJECTION', supervisor)];
  if (place !== 'visiting') return [];
  const visits = (what: number): Draw => step('RECORD_VISIT', state.context.raisedOutside ? visitor : supervisor, what);
  if (wild % 9 === 6) return [...[1, 2, 3].map(() => visits(UNREACHED)), step('CLOSE_UNVERIFIED', supervisor)];
  if (wild % 9 !== 4) return [];
  const again = [step('SUBMIT', handler), step('PASS', supervisor), step('PASS', SECOND.supervisor)];
  return [visits(UNSATISFIED), ...again, visits(UNSATISFIED), step('CLOSE_DISPUTED', leader)];
}

/** One case in some is a complaint about manner, one a part of another case. */
function context({ origin = 0 }: Begin, today: string): Partial<CaseContext> {
  const of = { caseId: raiser(9), number: 'ZG-2026-000009' };
  if (origin % 8 === 1) return { desk: 'supervisors', origin: { kind: 'manner', ...of, dueOn: null } };
  // Of a whole that had been given to a unit, or of one that had not.
  const assigned = origin % 3 === 0 ? {} : { assigned: true as const };
  if (origin % 8 === 2) {
    return { origin: { kind: 'split', ...of, dueOn: addDays(today, (origin % 30) - 5), ...assigned } };
  }
  return {};
}

const raiser = (n: number): string => `00000000-0000-4000-8000-${String(800 + n).padStart(12, '0')}`;

function payload(
  type: string,
  workflow: Workflow,
  state: CaseState,
  what: number,
  now: number,
): Record<string, unknown> {
  const today = calendar.dayOf(now);
  const given = payloadFor(type, workflow, today);
  const { orders, period, rung, raisedOutside, isKey } = state.context;
  switch (type) {
    case 'ASSIGN':
      return {
        ...given,
        ...(what % 3 === 0 && workflow.track !== 'staged' ? { dueOn: addDays(today, 1 + (what % 20)) } : {}),
        ...(what % 2 === 0 && workflow.track === 'staged'
          ? { milestones: (given['milestones'] as unknown[]).slice(0, 1) }
          : {}),
        ...(what % 4 === 0 ? { isKey: true } : {}),
        ...(what % 13 === 0 ? { leadUnitId: UNIT.office } : {}),
      };
    case 'TRANSFER':
      return { ...given, leadUnitId: [UNIT.other, UNIT.lead, UNIT.support][what % 3] };
    case 'CORRECT':
      return {
        ...given,
        ...(what % 3 === 0 ? { isKey: !isKey } : {}),
        ...(what % 4 === 0 ? { supportingUnitIds: [] } : {}),
      };
    case 'ASK_DEPARTURE': {
      const kind = ['withdraw', 'reject', 'merge'][what % 3];
      return {
        ...given,
        kind,
        ...(kind === 'merge' ? { caseId: payloadFor('MERGE', workflow, today)['caseId'] } : {}),
      };
    }
    case 'JOIN':
      return what % 2 === 0 ? { ...given, raisers: [raiser(what % 5)] } : given;
    case 'RECORD_VISIT': {
      const outcome = ['fixed', 'fixed', 'unreachable', 'unreachable', 'unreachable', 'notFixed', 'mannerComplaint'][
        what % 7
      ];
      const satisfaction = ['satisfied', 'basicallySatisfied', 'dissatisfied'][what % 3];
      const raisers = raisersOf(state.context);
      const whom = raisers[what % raisers.length]!;
      return {
        ...given,
        outcome,
        satisfaction,
        method: raisedOutside ? 'phone' : 'onSite',
        ...(whom === '' ? {} : { raiserId: whom }),
      };
    }
    case 'PARK':
      return { ...given, reviewOn: addDays(today, what % 40) };
    case 'REQUEST_EXTENSION':
      return { ...given, days: 1 + (what % 11) };
    case 'PASS':
      return { ...given, method: what % 5 === 0 ? 'remote' : 'onSite' };
    case 'REPLY_ORDER':
      return {
        ...given,
        period,
        rung: what % 7 === 0 ? 'blue' : (rung ?? 'blue'),
        promisedOn: addDays(today, 1 + (what % 8)),
      };
    case 'WAIVE_ORDER':
    case 'SIGN_ORDER':
    case 'INSTRUCT_ORDER': {
      const order = orders[orders.length - 1 - (what % 2)] ?? { period, rung: 'blue' };
      const review = type === 'WAIVE_ORDER' ? { reviewOn: addDays(today, 1 + (what % 18)) } : {};
      return { ...given, period: order.period, rung: order.rung, ...review };
    }
    default:
      return given;
  }
}

/** People under version 2. */
export const SINCE_2: Acting = {
  chosen,
  payload,
  series,
  context,
  judgements: JUDGEMENTS,
  lightsOf: (workflow, state, { calendar: office }) =>
    lightTimes(office, workflow.policy, state.context, nextLevel(state, workflow.policy, office)),
  watch: (workflow) => new WatchSince2(workflow),
};
