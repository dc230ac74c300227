/** What must hold along a whole history of version 2, whatever anybody does; told from the lines of history, not by the code under test. */
import { strict as assert } from 'node:assert';
import { clockAccount, isLateOn } from '../../src/domain/account.js';
import { stageOf, substateOf, type CaseState } from '../../src/domain/case.js';
import type { Day } from '../../src/domain/day.js';
import { heldBy } from '../../src/domain/holders.js';
import { COMMANDS } from '../../src/engine/commands.js';
import type { EventRecord } from '../../src/engine/decide.js';
import type { ReferenceData } from '../../src/engine/env.js';
import { isLateWithoutDate, nextDate } from '../../src/engine/next-date.js';
import type { Workflow } from '../../src/engine/workflow.js';
import { ACTOR, SECOND } from '../support/engine.js';

/** Who holds the role of a leader: the handler too, once moved to the office. */
const LEADING = [
  ...[ACTOR.leader, ACTOR.leaderInLead, ACTOR.twoHats, ACTOR.moved, ACTOR.judgeInSupport, ACTOR.handler],
  SECOND.leader,
].map(({ userId }) => userId);
/** The longest that anything lets a late case lie: a waiver or the way to the leader's next look, and the days off around it. */
const MOST_DAYS = 11;
/** What never moves a due day by itself. */
const MOVES_NO_DAY = ['TRANSFER', 'SPLIT', 'CORRECT', 'URGE', 'REPLY_ORDER', 'WAIVE_ORDER', 'ASK_DEPARTURE', 'JOIN'];

interface Promised {
  period: number;
  rung: string;
  days: number;
}

export class WatchSince2 {
  private period = 0;
  private wasAssigned = false;
  private isKey = false;
  private dueOn: Day | null = null;
  private kept: number | null = null;
  private wasLate = false;
  private asked: { kind: string; by: string | null } | null = null;
  private readonly promises: Promised[] = [];
  private readonly raisers = new Set<string>();
  /** Units that had a part in the case since it was assigned. */
  private readonly parts = new Set<string>();
  /** Of the present round: who is not satisfied. */
  private unhappy = false;
  private unhappyRounds = 0;

  constructor(private readonly workflow: Workflow) {}

  see(events: readonly EventRecord[], state: CaseState, known: ReferenceData, now: number): void {
    for (const event of events) this.event(event, known);
    this.rests(state, known, now);
  }

  private event(event: EventRecord, { calendar }: ReferenceData): void {
    const { type, payload, after, actor } = event;
    const today = calendar.dayOf(event.at);
    const context = after.context ?? {};
    const isPast = this.dueOn !== null && today >= calendar.workingDaysBefore(this.dueOn, 3);
    // A parked case stands still, with the days it kept.
    const wasNear = this.kept === null ? isPast : this.kept <= 3;
    if (type === 'TIMER' && payload['timer'] === 'untilLate') this.wasLate = true;
    if ((context.breaches?.length ?? 0) > 0) this.wasLate = true;
    if (MOVES_NO_DAY.includes(type)) {
      assert.equal(context.dueOn, undefined, `${type} moved the due day`);
      assert.equal(context.period, undefined, `${type} began a new period`);
    }
    if (type === 'REPLY_ORDER') this.promised(String(payload['rung']), String(payload['promisedOn']), today, calendar);
    if (type === 'ASK_DEPARTURE') this.asked = { kind: String(payload['kind']), by: actor.userId };
    const before = { isKey: this.isKey, isNear: wasNear };
    this.isKey = context.isKey ?? this.isKey;
    if (context.dueOn !== undefined) this.dueOn = context.dueOn;
    if (context.mode !== undefined) {
      this.kept = context.mode === 'paused' ? (context.pauses?.at(-1)?.remaining ?? 0) : null;
    }
    this.period = context.period ?? this.period;
    if (type === 'RECORD_VISIT') {
      this.unhappy = payload['outcome'] === 'notFixed' || payload['satisfaction'] === 'dissatisfied';
      if (payload['outcome'] === 'unreachable') this.unhappy = false;
      if (this.unhappy) this.unhappyRounds += 1;
    }
    if (type === 'REOPEN') this.unhappyRounds = 0;
    this.closing(event, before);
    if (type === 'ASSIGN') this.wasAssigned = true;
    if (context.raisers !== undefined) {
      for (const raiser of this.raisers) assert(context.raisers.includes(raiser), 'a raiser disappeared');
      for (const raiser of context.raisers) this.raisers.add(raiser);
    }
    if (payload['outcome'] === 'mannerComplaint' && type === 'RECORD_VISIT') {
      assert(
        event.effects.some(({ kind }) => kind === 'collect'),
        'a complaint about manner got no case',
      );
    }
  }

  /** Nobody of a unit that has or had the case judges it, wherever it was passed to. */
  private apart({ type, after, actor }: EventRecord, units: ReferenceData['units']): void {
    const isOf = [...this.parts].some((unit) => units.isWithin(actor.unitId, unit));
    assert(!(COMMANDS[type]?.judgedBy !== undefined && isOf), `${type} by somebody of a unit that had the case`);
    // Who declines never took it up.
    if (type === 'DECLINE') this.parts.clear();
    const { leadUnitId, supportingUnitIds = [] } = after.context ?? {};
    for (const unit of [...supportingUnitIds, ...(leadUnitId == null ? [] : [leadUnitId])]) this.parts.add(unit);
  }

  /** Each rung is answered once, with a day that is near; a late period has so many days of promises in all. */
  private promised(rung: string, promisedOn: Day, today: Day, calendar: ReferenceData['calendar']): void {
    const { maxAhead, perPeriod } = this.workflow.policy.promises!;
    const days = Math.max(1, calendar.workingDaysBetween(today, promisedOn));
    assert(days <= maxAhead[rung as keyof typeof maxAhead], `${rung} promised ${days} days`);
    const same = this.promises.filter(({ period }) => period === this.period);
    assert(!same.some((promise) => promise.rung === rung), `${rung} was answered twice`);
    assert(same.reduce((sum, promise) => sum + promise.days, days) <= perPeriod, 'more promises than a period has');
    this.promises.push({ period: this.period, rung, days });
  }

  private closing({ type, after, actor }: EventRecord, { isKey, isNear }: { isKey: boolean; isNear: boolean }): void {
    if (after.value === undefined || stageOf(after.value) !== 'closed') return;
    const place = substateOf(after.value);
    if (['rejected', 'merged', 'withdrawn'].includes(place) && this.wasAssigned) {
      assert.equal(type, 'GRANT_DEPARTURE', `${place} by ${type} of one person`);
      assert(this.asked !== null && this.asked.by !== actor.userId, 'granted by who asked');
      const byLeader = LEADING.includes(actor.userId);
      assert(byLeader || !(isKey || isNear || this.wasLate), `${place} without a leader: key, late or near`);
    }
    if (place === 'disputed') {
      assert(LEADING.includes(actor.userId), 'closed as disputed by no leader');
      assert(this.unhappyRounds >= 2, 'disputed before two rounds');
    }
    if (place === 'resolved' || place === 'unverified') {
      assert(!this.unhappy, `${place} over a raiser who is not satisfied`);
    }
  }

  /** A case between two steps. */
  private rests(state: CaseState, refs: ReferenceData, now: number): void {
    const { calendar } = refs;
    const today = calendar.dayOf(now);
    const { context } = state;
    const stage = stageOf(state.value);
    if (stage === 'closed') return;
    const where = JSON.stringify(state.value);
    assert(!isLateWithoutDate(state, today), `late without a date: ${where}`);
    const next = nextDate(state, this.workflow.policy, refs);
    if (isLateOn(context, today)) {
      assert(
        state.timers.some(({ id }) => id.includes('.clock.')),
        `nothing armed in the clock: ${where}`,
      );
      const last = calendar.dueDay(today, MOST_DAYS).day;
      assert(next !== null && next.day <= last, `late, and next comes up on ${next?.day} only: ${where}`);
    }
    if (stage !== 'collected') assert(next !== null && next.at >= 0, `nothing comes next: ${where}`);
    if (context.startedOn !== null) {
      const held = heldBy(context, calendar, today).reduce((sum, { used }) => sum + used, 0);
      assert.equal(held, clockAccount(context, calendar, today).used, `the account by holder differs: ${where}`);
    }
  }
}
