/** Plays random histories of a case and checks after every step what must hold whatever anybody does. */
import { strict as assert } from 'node:assert';
import { clockAccount } from '../../src/domain/account.js';
import { Calendar } from '../../src/domain/calendar.js';
import { stageOf, substateOf, type CaseContext, type CaseState, type StateValue } from '../../src/domain/case.js';
import type { Actor } from '../../src/domain/command.js';
import { addDays } from '../../src/domain/day.js';
import { Refused } from '../../src/domain/errors.js';
import { blueOrderAt, lightAt, lightTimes, levelAbove, type LightTimes } from '../../src/domain/ladder.js';
import { ESCALATION_LEVELS, type EscalationLevel } from '../../src/domain/words.js';
import { COMMANDS } from '../../src/engine/commands.js';
import { advance, collect, decide, replay, type Decision, type EventRecord } from '../../src/engine/decide.js';
import type { ReferenceData } from '../../src/engine/env.js';
import type { MachineConfig, TransitionConfig } from '../../src/engine/machine.js';
import type { Workflow } from '../../src/engine/workflow.js';
import { assertWaits } from './waits.js';
import {
  ACTOR,
  SECOND,
  UNIT,
  at,
  calendar,
  command,
  payloadFor,
  refs,
  related,
  unborn,
  type ActorKind,
} from '../support/engine.js';

/** One random step: how long nothing happens, whether anybody tries anything, and which of the likely or unlikely things. */
export interface Draw {
  jump: number;
  wild: number;
  pick: number;
  who: number;
  what: number;
  /** What is tried and by whom, where that is no matter of chance. */
  does?: { type: string; actor: Actor };
}
/** How a random case begins: minutes into 2026, a key case or not, raised by somebody or not. */
export interface Begin {
  minute: number;
  isKey: boolean;
  raisedOutside: boolean;
  calendarArrives: boolean;
  /** Under version 2, what it came out of: one in some, nothing. */
  origin?: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const JUMPS = [
  0,
  60_000,
  HOUR,
  HOUR,
  5 * HOUR,
  13 * HOUR,
  DAY,
  DAY,
  2 * DAY,
  3 * DAY,
  4 * DAY,
  7 * DAY,
  9 * DAY,
  16 * DAY,
  45 * DAY,
];

/** Three days on which nobody answers, and then the supervisor closes. */
const NOBODY_ANSWERS: Draw[] = [0, 0, 0, 8].map((pick) => ({ jump: 6, wild: 0, pick, who: 0, what: 1 }));

/** How the people of a version act: what they try, with what form, and what must hold besides. */
export interface Acting {
  chosen(state: CaseState, draw: Draw): { type: string; actor: Actor };
  payload(type: string, workflow: Workflow, state: CaseState, what: number, now: number): Record<string, unknown>;
  lightsOf(workflow: Workflow, state: CaseState, known: ReferenceData): LightTimes;
  /** What follows a draw of itself, such as a raiser whom nobody reaches for days. */
  series(state: CaseState, draw: Draw): readonly Draw[];
  /** What the case is collected with, beside what it begins with. */
  context(begin: Begin, today: string): Partial<CaseContext>;
  /** Judgements, beside those of version 1. */
  judgements: readonly string[];
  watch(workflow: Workflow): {
    see(events: readonly EventRecord[], state: CaseState, known: ReferenceData, now: number): void;
  };
}

/** What sensible people do in each place, likelier things more often. */
const LIKELY: Record<string, [type: string, who: ActorKind][]> = {
  collected: [
    ...times(9, 'ASSIGN', 'clerk'),
    ['REJECT', 'clerk'],
    ['MERGE', 'clerk'],
    ['TAKE_OVER', 'clerk'],
    ['WITHDRAW', 'leader'],
  ],
  assigned: [...times(8, 'ACCEPT', 'liaison'), ['DECLINE', 'liaison'], ['WITHDRAW', 'clerk']],
  rectifying: [
    ...times(8, 'SUBMIT', 'handler'),
    ['PROGRESS', 'supporter'],
    ...times(2, 'REQUEST_EXTENSION', 'handler'),
    ...times(3, 'GRANT_EXTENSION', 'clerk'),
    ...times(2, 'REFUSE_EXTENSION', 'clerk'),
    ['PARK', 'leader'],
    ['REPLY_ORDER', 'handler'],
    ['SIGN_ORDER', 'leader'],
    ['WAIVE_ORDER', 'leader'],
    ['INSTRUCT_ORDER', 'leader'],
    ['WITHDRAW', 'leader'],
  ],
  verifying: [
    ...times(6, 'PASS', 'supervisor'),
    ...times(4, 'RETURN', 'supervisor'),
    ['GRANT_EXTENSION', 'clerk'],
    ['REFUSE_EXTENSION', 'clerk'],
  ],
  parked: [...times(3, 'RESUME', 'clerk'), ['WITHDRAW', 'clerk']],
  visiting: [
    ...times(6, 'RECORD_VISIT', 'visitor'),
    ...times(2, 'RECORD_VISIT', 'supervisor'),
    ...times(2, 'CLOSE_UNVERIFIED', 'supervisor'),
  ],
  signing: [...times(3, 'SIGN_CLOSING', 'leader'), ['RETURN', 'leader']],
};
const CLOSED: [string, ActorKind][] = [
  ...times(4, 'REOPEN', 'supervisor'),
  ['COMMENT', 'clerk'],
  ['JOIN', 'system'],
  ['WAIVE_ORDER', 'leader'],
];
const ANYTIME: [string, ActorKind][] = [
  ['COMMENT', 'handler'],
  ['JOIN', 'system'],
  ['RECOMPUTE_DUE', 'system'],
  ['REPLY_ORDER', 'handler'],
];
const TYPES = Object.keys(COMMANDS);
const WHO = Object.keys(ACTOR) as ActorKind[];

function times(n: number, type: string, who: ActorKind): [string, ActorKind][] {
  return Array.from({ length: n }, () => [type, who]);
}

const SHORT = {
  ...refs,
  calendar: new Calendar(
    calendar.years.filter(({ year }) => year < 2027),
    'Asia/Shanghai',
  ),
};
const off = (day: string): { day: string; name: string } => ({ day, name: '春节' });
const ARRIVED: ReferenceData = {
  ...refs,
  calendar: SHORT.calendar.withYear({
    year: 2027,
    announced: true,
    offDays: ['2027-01-01', '2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11'].map(off),
    workDays: [off('2027-02-13')],
  }),
};

/** What the runs of one workflow reached, so that a test can see that they went deep. */
export class Reached {
  readonly accepted = new Map<string, number>();
  readonly places = new Map<string, number>();
  readonly rungs = new Map<string, number>();
  /** What the cases waited for after their steps. */
  readonly waits = new Map<string, number>();
  refusals = 0;
  /** Judgements that were refused because their sender had worked on the case. */
  tied = 0;
  steps = 0;

  static add(to: Map<string, number>, key: string): void {
    to.set(key, (to.get(key) ?? 0) + 1);
  }
}

/** Plays one random history; throws at the first step after which something does not hold. */
export function play(
  workflow: Workflow,
  begin: Begin,
  draws: readonly Draw[],
  reached: Reached,
  acting: Acting = FIRST,
): void {
  let now = at('2026-01-05', '00:00') + begin.minute * 60_000;
  let known: ReferenceData = SHORT;
  const own = { isKey: begin.isKey, raisedOutside: begin.raisedOutside };
  const context = { ...own, ...acting.context(begin, known.calendar.dayOf(now)) };
  const born = collect(workflow, unborn(workflow, now, context), command('COLLECT', ACTOR.clerk, now, {}), known);
  let state = frozen(born.state);
  let replayed = replay(born.events);
  const watch = new Watch(workflow, [...JUDGEMENT, ...acting.judgements]);
  const beside = acting.watch(workflow);
  watch.see(born.events, state, known);
  beside.see(born.events, state, known, now);
  const queue = [...draws];
  for (let draw = queue.shift(); draw !== undefined; draw = queue.shift()) {
    queue.unshift(...acting.series(state, draw));
    now += JUMPS[draw.jump % JUMPS.length] ?? 0;
    reached.steps += 1;
    const caughtUp = passTime(workflow, state, now, known, draw.what, acting);
    watch.see(caughtUp.events, caughtUp.state, known);
    beside.see(caughtUp.events, caughtUp.state, known, now);
    const { type, actor } = acting.chosen(caughtUp.state, draw);
    if (type === 'RECOMPUTE_DUE' && begin.calendarArrives) known = ARRIVED;
    const sent = command(type, actor, now, acting.payload(type, workflow, caughtUp.state, draw.what, now));
    // Decided with every scheduler off all the time, or on: the same.
    const later = decide(workflow, caughtUp.state, sent, known, related);
    // Where no time passed the two are the same question, asked now and then to see the same answer.
    const isAsked = caughtUp.events.length > 0 || draw.what % 4 === 0;
    const decision = isAsked
      ? decide(workflow, known === ARRIVED ? caughtUp.state : state, sent, known, related)
      : later;
    let taken = caughtUp;
    if (later instanceof Refused) {
      assert(decision instanceof Refused && decision.code === later.code, `${type}: refused only with the clock on`);
      reached.refusals += 1;
      if (later.code === 'rule.didNotWorkOnIt') reached.tied += 1;
    } else {
      assert(!(decision instanceof Refused), `${type}: refused only with the clock off`);
      same(decision.state, later.state, 'the clock off for long and on again gives another case');
      taken = { ...later, events: [...caughtUp.events, ...later.events] };
      Reached.add(reached.accepted, type);
    }
    assert.equal(taken.deadLettered.length, 0, JSON.stringify(taken.deadLettered));
    state = frozen(taken.state);
    if (!(later instanceof Refused)) {
      watch.see(later.events, state, known);
      beside.see(later.events, state, known, now);
    }
    // Folding what was folded with what is new is folding it all: `after`s only ever overwrite.
    replayed = replay([
      ...(replayed === undefined ? [] : [{ type: 'FOLDED', actor: { userId: null }, after: replayed }]),
      ...taken.events,
    ]);
    same(
      strip(replayed),
      strip({ value: state.value, context: state.context }),
      'replaying the history does not give the case',
    );
    Reached.add(reached.places, substateOf(state.value));
    for (const { kind } of assertWaits(workflow, state, now, known)) Reached.add(reached.waits, kind);
    for (const event of taken.events)
      for (const effect of event.effects) if (effect.kind === 'order') Reached.add(reached.rungs, effect.rung);
  }
}

/** Lets time pass in one jump, and proves it equal to several smaller ones and to what the lights foretold. */
function passTime(
  workflow: Workflow,
  state: CaseState,
  until: number,
  known: ReferenceData,
  what: number,
  { lightsOf }: Acting,
): Decision {
  const foretold = lightsOf(workflow, state, known);
  const once = advance(workflow, state, until, known);
  if (once.events.length === 0 && what % 4 > 0) return { ...once, state: frozen(once.state) };
  let bySteps: Decision = { state, events: [], deadLettered: [] };
  const span = until - state.lastAt;
  for (const moment of [
    state.lastAt + Math.floor((span * (what % 97)) / 97),
    state.lastAt + Math.floor(span * 0.98),
    until,
  ]) {
    const step = advance(workflow, bySteps.state, moment, known);
    bySteps = { ...step, events: [...bySteps.events, ...step.events] };
  }
  same(bySteps, once, 'many small steps of time give another history than one');
  const light = lightAt(lightsOf(workflow, once.state, known), until);
  assert.equal(lightAt(foretold, until), light, 'the light that was foretold is not the one that burns');
  const { rung, mode, dueOn } = once.state.context;
  if (mode === 'running' && dueOn !== null && rung !== null && rung !== 'blue') assert.equal(light, rung);
  if (mode === 'running' && rung === 'blue') assert.equal(light, 'blue');
  if (mode === 'stopped' || mode === 'paused') assert.equal(light, 'green');
  return { ...once, state: frozen(once.state) };
}

/** The lights as a list would store them: the armed timer of the ladder tells the next level. */
function lightsOf(workflow: Workflow, state: CaseState, known: ReferenceData): LightTimes {
  const { context } = state;
  const clock = clockPlace(state.value);
  const timer = state.timers.find(({ id }) => id.includes('.clock.'));
  const next = ((): { rung: EscalationLevel; at: number } | null => {
    if (context.dueOn === null || timer === undefined) return null;
    if (clock === 'onTime' || clock === 'dueSoon') {
      const lateAt = known.calendar.startOf(addDays(context.dueOn, 1));
      return { rung: 'blue', at: blueOrderAt(known.calendar, context.dueOn, lateAt) };
    }
    if (clock === 'overdue.unannounced') return { rung: 'blue', at: timer.dueAt };
    if (clock === 'overdue.escalating') return { rung: 'orange', at: timer.dueAt };
    const above = context.rung === null ? null : levelAbove(context.rung);
    return above === null ? null : { rung: above, at: timer.dueAt };
  })();
  return lightTimes(known.calendar, workflow.policy, context, next);
}

function clockPlace(value: StateValue): string {
  const clock = (value as Record<string, StateValue>)['clock'] ?? '';
  return typeof clock === 'string' ? clock : Object.entries(clock).map(([key, inner]) => `${key}.${String(inner)}`)[0]!;
}

/** What must hold along a whole history. */
class Watch {
  private last = 0;
  private isVerified = false;
  private returns = 0;
  private isKey = false;
  private readonly climbed = new Map<number, EscalationLevel[]>();
  private readonly fired = new Set<string>();
  private readonly workers = new Set<string>();

  constructor(
    private readonly workflow: Workflow,
    private readonly judgements: readonly string[],
  ) {}

  see(events: readonly EventRecord[], state: CaseState, known: ReferenceData): void {
    for (const event of events) this.event(event, known);
    this.armed(state);
    const { context } = state;
    if (stageOf(state.value) === 'closed') {
      assert.deepEqual(state.timers, [], 'a closed case has armed timers');
      this.closing(events, state);
    }
    assert.equal(context.settled, true);
    const account = clockAccount(context, known.calendar, known.calendar.dayOf(state.lastAt));
    for (const figure of [
      account.remaining,
      account.used,
      account.workingDaysLate,
      account.pausedDays,
      account.workingDaysLateInAll,
    ]) {
      assert(figure >= 0, `a figure of the account is negative: ${JSON.stringify(account)}`);
    }
    const climbed = [...this.climbed].flatMap(([period, rungs]) => rungs.map((rung) => ({ period, rung })));
    same(
      context.orders.map(({ period, rung }) => ({ period, rung })),
      climbed,
      'orders issued and orders on record differ',
    );
  }

  private event(event: EventRecord, { calendar: office }: ReferenceData): void {
    assert(event.at >= this.last, 'an event is earlier than the one before');
    this.last = event.at;
    const moved = event.after.value === undefined ? null : stageOf(event.after.value);
    if (event.type === 'PASS' && moved === 'followUpVisit') this.isVerified = true;
    if (moved === 'deadline') this.isVerified = false;
    if (event.after.context?.period !== undefined) this.returns = 0;
    if (event.type === 'RETURN' && event.after.context?.period === undefined) this.returns += 1;
    const { userId } = event.actor;
    this.isKey = event.after.context?.isKey ?? this.isKey;
    if (userId !== null && WORK.includes(event.type)) this.workers.add(userId);
    const hasWorked = userId !== null && this.workers.has(userId);
    assert(!(this.judgements.includes(event.type) && hasWorked), `${event.type} of somebody who worked on the case`);
    if (event.type === 'TIMER') this.fired.add(String(event.payload['timer']));
    for (const effect of event.effects) {
      if (effect.kind === 'message')
        assert.equal(office.nextDelivery(effect.deliverAt), effect.deliverAt, 'a message at night or on a day off');
      if (effect.kind !== 'order') continue;
      assert.equal(office.nextDelivery(effect.issuedAt), effect.issuedAt, 'an order at night or on a day off');
      const before = this.climbed.get(effect.period) ?? [];
      const under = before.at(-1) ?? null;
      const straight = effect.rung === 'orange' && this.returns >= this.workflow.policy.ladder.returnsToOrange;
      const inOrder =
        ESCALATION_LEVELS.indexOf(effect.rung) === (under === null ? 0 : ESCALATION_LEVELS.indexOf(under) + 1);
      const startsHigh = effect.rung === 'orange' && this.workflow.policy.ladder.keyStartsOn === 'orange' && this.isKey;
      assert(inOrder || ((straight || startsHigh) && under === null), `${effect.rung} after ${under ?? 'nothing'}`);
      this.climbed.set(effect.period, [...before, effect.rung]);
    }
  }

  private closing(events: readonly EventRecord[], { context, value }: CaseState): void {
    const event = events.find(({ after }) => after.value !== undefined && stageOf(after.value) === 'closed');
    if (event === undefined || context.takenOver) return;
    const place = substateOf(value);
    const round = context.rounds.at(-1);
    if (place === 'resolved') {
      assert(this.isVerified, 'resolved without verification');
      assert(
        round?.answeredOn != null && ['fixed', 'mannerComplaint'].includes(round.outcome ?? ''),
        'resolved without a visit that says fixed',
      );
    }
    if (place === 'unverified') {
      assert(this.isVerified, 'unverified without verification');
      assert(
        round?.answeredOn == null && new Set(round?.attempts).size >= 3,
        'unverified before three attempts on three days',
      );
    }
    if (!context.isKey) return;
    const decided = ['SIGN_CLOSING', 'REJECT', 'MERGE', 'WITHDRAW', 'GRANT_DEPARTURE', 'CLOSE_DISPUTED'].includes(
      event.type,
    );
    assert(
      decided && LEADERS.includes(event.actor.userId ?? ''),
      `a key case was closed by ${event.type} of ${event.actor.name}`,
    );
  }

  /** The armed timers are those the chart calls for in the present places; only reminders that went out are gone. */
  private armed(state: CaseState): void {
    const armed = new Set(state.timers.map(({ id }) => id));
    assert.equal(armed.size, state.timers.length, 'a timer is armed twice');
    const wanted = new Map(delaysOf(this.workflow.config, state.value, this.workflow.config.id ?? ''));
    for (const id of armed) assert(wanted.has(id), `a timer the chart does not call for: ${id}`);
    for (const [id, staying] of wanted) {
      if (!armed.has(id))
        assert(staying !== null && this.fired.has(staying), `a timer the chart calls for is not armed: ${id}`);
    }
  }
}

const LEADERS: string[] = [
  ...(['leader', 'leaderInLead', 'twoHats', 'moved', 'judgeInSupport', 'handler'] satisfies ActorKind[]).map(
    (who) => ACTOR[who].userId ?? '',
  ),
  SECOND.leader.userId ?? '',
];

/** What is work for a unit, and what is judgement on it; written down here once more, so that the engine is held against it. */
const WORK = ['ACCEPT', 'PROGRESS', 'SUBMIT', 'REQUEST_EXTENSION', 'REPLY_ORDER'];
const JUDGEMENT = (
  'PASS RETURN REJECT MERGE WITHDRAW GRANT_EXTENSION REFUSE_EXTENSION PARK RECORD_VISIT CLOSE_UNVERIFIED SIGN_CLOSING ' +
  'REOPEN WAIVE_ORDER'
).split(' ');
/** The handler after a move to the office of which no record was kept. */
export const PROMOTED: Actor = { ...ACTOR.moved, past: [], userId: ACTOR.handler.userId, name: ACTOR.handler.name };

/** The `after`s of all active places as timer ids; with the delay's name where it only reminds and moves nothing. */
function delaysOf(
  config: MachineConfig,
  value: StateValue | undefined,
  path: string,
): [id: string, staying: string | null][] {
  const own = Object.entries(config.after ?? {}).map(([delay, given]): [string, string | null] => [
    `xstate.after.${delay}.${path}`,
    [given].flat().every(({ target }: TransitionConfig) => target === undefined) ? delay : null,
  ]);
  const active: [string, StateValue | undefined][] =
    value === undefined ? [] : typeof value === 'string' ? [[value, undefined]] : Object.entries(value);
  return [...own, ...active.flatMap(([key, inner]) => delaysOf(config.states?.[key] ?? {}, inner, `${path}.${key}`))];
}

function chosen(state: CaseState, draw: Draw): { type: string; actor: Actor } {
  const place = substateOf(state.value);
  const list = draw.wild % 9 === 8 ? ANYTIME : (LIKELY[place] ?? CLOSED);
  if (draw.wild % 9 === 7) return { type: TYPES[draw.pick % TYPES.length]!, actor: ACTOR[WHO[draw.who % WHO.length]!] };
  const [type, who] = list[draw.pick % list.length]!;
  if (draw.wild % 9 === 5 && JUDGEMENT.includes(type) && draw.what % 2 === 0) return { type, actor: PROMOTED };
  return { type, actor: type === 'TAKE_OVER' ? { ...ACTOR[who], via: 'import' } : ACTOR[who] };
}

function payload(
  type: string,
  workflow: Workflow,
  state: CaseState,
  what: number,
  now: number,
): Record<string, unknown> {
  const today = calendar.dayOf(now);
  const given = payloadFor(type, workflow, today);
  const { orders, period, raisedOutside } = state.context;
  if (type === 'ASSIGN') {
    return {
      ...given,
      ...(what % 3 === 0 && workflow.track !== 'staged' ? { dueOn: addDays(today, 1 + (what % 20)) } : {}),
      // One milestone half of the time, so that histories come to the visit and beyond.
      ...(what % 2 === 0 && workflow.track === 'staged'
        ? { milestones: (given['milestones'] as unknown[]).slice(0, 1) }
        : {}),
      ...(what % 4 === 0 ? { isKey: true } : {}),
      ...(what % 13 === 0 ? { leadUnitId: UNIT.office } : {}),
    };
  }
  if (type === 'RECORD_VISIT') {
    const outcome = ['fixed', 'unreachable', 'unreachable', 'unreachable', 'notFixed', 'mannerComplaint'][what % 6];
    return { ...given, outcome, method: raisedOutside ? 'phone' : 'onSite' };
  }
  if (type === 'PARK') return { ...given, reviewOn: addDays(today, what % 40) };
  if (type === 'REQUEST_EXTENSION') return { ...given, days: 1 + (what % 11) };
  if (type.endsWith('_ORDER')) {
    const order = orders[orders.length - 1 - (what % 2)] ?? { period, rung: 'blue' };
    return { ...given, period: order.period, rung: order.rung };
  }
  return given;
}

/** People under version 1. */
export const FIRST: Acting = {
  chosen,
  payload,
  lightsOf,
  series: (state, { wild }) => (substateOf(state.value) === 'visiting' && wild % 9 === 6 ? NOBODY_ANSWERS : []),
  context: () => ({}),
  judgements: [],
  watch: () => ({ see: () => undefined }),
};

function same(one: unknown, other: unknown, complaint: string): void {
  if (JSON.stringify(one) !== JSON.stringify(other)) assert.deepEqual(one, other, complaint);
}

function strip(replayed: { value: StateValue; context: object } | undefined): unknown {
  const entries = Object.entries(replayed?.context ?? {}).filter(([key]) => key !== 'settled');
  return { value: replayed?.value, context: Object.fromEntries(entries) };
}

/** The same object with everything in it made unchangeable: whoever writes to it throws. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}
