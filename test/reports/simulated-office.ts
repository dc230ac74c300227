/** An office at work for some weeks, by real commands in random but repeatable order; what a rule refuses does not happen. */
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../src/domain/command.js';
import { addDays, type Day } from '../../src/domain/day.js';
import { Refused } from '../../src/domain/errors.js';
import { SOURCES } from '../../src/domain/words.js';
import { collecting, type Fixture } from '../support/fixture.js';
import type { CaseState } from '../../src/domain/case.js';
import { linkedCaseId } from '../../src/executor/linked-case.js';
import { ACTOR, at, calendar, CATEGORY, SECOND, UNIT } from '../support/engine.js';

export const MEETING = '00000000-0000-4000-8000-000000000800';
const HANDLER: Record<string, Actor> = {
  [UNIT.lead]: ACTOR.handler,
  [UNIT.squad]: ACTOR.handler,
  [UNIT.support]: ACTOR.supporter,
  [UNIT.other]: ACTOR.otherHandler,
};

/** Repeatable chance: mulberry32. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export class SimulatedOffice {
  readonly ids: string[] = [];
  /** How often each command was accepted. */
  readonly done = new Map<string, number>();
  private readonly random: () => number;

  constructor(
    private readonly fixture: Fixture,
    seed: number,
    private readonly version: 1 | 2 = 1,
  ) {
    this.random = chance(seed);
  }

  /** One day: new cases, and attempts at every kind of command on those there are. */
  async day(day: Day, collected: number, attempts: number): Promise<void> {
    let minute = 8 * 60;
    const later = (): number => {
      minute += 1;
      return at(day, `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);
    };
    for (let n = 0; n < collected; n += 1) await this.collect(later());
    for (let n = 0; n < attempts; n += 1) {
      const caseId = this.pick(this.ids);
      const { cases } = await this.fixture.dependencies.cases.load([caseId]);
      const unitId = cases.get(caseId)!.context.leadUnitId;
      const place = JSON.stringify(cases.get(caseId)!.value);
      const isReachable = this.ids.indexOf(caseId) % 6 !== 0;
      const handler = HANDLER[unitId ?? ''] ?? ACTOR.handler;
      const since2 = this.version === 2 && this.random() < 0.45 ? this.since2(cases.get(caseId)!, handler, day) : null;
      const [type, actor, payload] = since2 ?? this.command(place, handler, day, isReachable);
      await this.send(caseId, actor, later(), type, payload);
    }
    if (this.random() < 0.5) await this.takeOver(day);
  }

  private async collect(now: number): Promise<void> {
    const source = this.pick(SOURCES);
    const id = await this.fixture.collect(now, {
      source,
      context: {
        officeUnitId: UNIT.office,
        categoryId: this.pick([CATEGORY.order, CATEGORY.noise, CATEGORY.noise]),
        isKey: this.random() < 0.1,
        raisedOutside: this.random() < 0.9,
      },
      facts: source === 'meeting' ? { meetingId: MEETING } : {},
    });
    this.ids.push(id);
  }

  private command(
    place: string,
    handler: Actor,
    day: Day,
    isReachable: boolean,
  ): [string, Actor, Record<string, unknown>] {
    const r = this.random();
    if (place.includes('"stage":"collected"')) {
      if (r < 0.08) return ['REJECT', ACTOR.clerk, { reason: '不属公安职责' }];
      if (r < 0.16) return ['MERGE', ACTOR.clerk, { caseId: this.pick(this.ids) }];
      const leadUnitId = this.pick([UNIT.lead, UNIT.squad, UNIT.support, UNIT.other]);
      const dueOn = addDays(day, 1 + Math.floor(this.random() * 9));
      return ['ASSIGN', ACTOR.clerk, { leadUnitId, ...(r < 0.8 ? { dueOn } : {}) }];
    }
    if (place.includes('"stage":"assigned"')) {
      if (r < 0.2) return ['DECLINE', handler, { reason: '不在辖区', suggestedUnitId: UNIT.other }];
      if (r < 0.24) return ['WITHDRAW', ACTOR.clerk, { reason: '反映人撤回' }];
      return ['ACCEPT', handler, {}];
    }
    if (place.includes('rectifying')) {
      if (r < 0.03) return ['WITHDRAW', ACTOR.clerk, { reason: '反映人撤回' }];
      if (r < 0.1) return ['PARK', ACTOR.leader, { reason: '待统一改造', reviewOn: addDays(day, 9) }];
      if (r < 0.25) return ['REQUEST_EXTENSION', handler, { days: 3, reason: '等待配件' }];
      if (r < 0.4) return ['GRANT_EXTENSION', ACTOR.clerk, {}];
      if (r < 0.45) return ['PROGRESS', handler, { text: '已勘查' }];
      return ['SUBMIT', handler, { measure: '更换', lastingMeasure: '每月巡查' }];
    }
    if (place.includes('verifying')) {
      if (r < 0.3) return ['RETURN', ACTOR.supervisor, { reason: '只修了一半' }];
      return ['PASS', ACTOR.supervisor, { method: 'onSite' }];
    }
    if (place.includes('parked')) return ['RESUME', ACTOR.clerk, {}];
    if (place.includes('signing')) {
      return r < 0.3 ? ['RETURN', ACTOR.leader, { reason: '再核' }] : ['SIGN_CLOSING', ACTOR.leader, {}];
    }
    if (place.includes('visiting')) {
      if (r < (isReachable ? 0.02 : 0.6)) return ['CLOSE_UNVERIFIED', ACTOR.supervisor, { reason: '无人接听' }];
      if (r < 0.2) return ['RECORD_VISIT', ACTOR.supervisor, { method: 'onSite', outcome: 'fixed' }];
      const outcome =
        !isReachable || r < 0.4 ? 'unreachable' : r < 0.55 ? 'notFixed' : r < 0.65 ? 'mannerComplaint' : 'fixed';
      const satisfaction = this.pick(['satisfied', 'basicallySatisfied', 'dissatisfied', undefined]);
      const durationSeconds = this.random() < 0.2 ? 20 : 200;
      const rated = outcome === 'unreachable' || satisfaction === undefined ? {} : { satisfaction };
      return ['RECORD_VISIT', ACTOR.visitor, { method: 'phone', outcome, durationSeconds, ...rated }];
    }
    return r < 0.15 ? ['REOPEN', ACTOR.supervisor, { reason: '反弹' }] : ['COMMENT', ACTOR.clerk, { text: '已阅' }];
  }

  /** What only version 2 knows: transfers, splits, departures by two, promises, waivers, disputed closings, visits that say how satisfied who was. */
  private since2(
    { id, context, value }: CaseState,
    handler: Actor,
    day: Day,
  ): [string, Actor, Record<string, unknown>] | null {
    const r = this.random();
    const { departure, rung, period, raisers, orders } = context;
    const place = JSON.stringify(value);
    const order = orders.findLast((one) => one.status === 'proposed') ?? { period, rung: rung ?? 'blue' };
    if (departure != null) return ['GRANT_DEPARTURE', SECOND.leader, {}];
    if (place.includes('visiting')) {
      const raiserId = raisers === undefined ? undefined : this.pick(raisers);
      const outcome = this.pick(['fixed', 'fixed', 'fixed', 'notFixed', 'unreachable']);
      const satisfaction = this.pick(['satisfied', 'basicallySatisfied', 'dissatisfied']);
      if (r < 0.1) return ['CLOSE_DISPUTED', ACTOR.leader, { reason: '诉求超出政策' }];
      const said = { method: 'phone', outcome, satisfaction, durationSeconds: 100 };
      return ['RECORD_VISIT', ACTOR.visitor, { ...said, ...(raiserId === undefined ? {} : { raiserId }) }];
    }
    if (rung !== null && r < 0.3) {
      const of = { period, rung, text: '正在办', cause: '等待配件', isFinal: false };
      const who = rung === 'blue' ? handler : ACTOR.unitLeader;
      return ['REPLY_ORDER', who, { ...of, promisedOn: addDays(day, 1 + Math.floor(this.random() * 4)) }];
    }
    if (orders.some(({ status }) => status === 'proposed') && r < 0.6) {
      const of = { period: order.period, rung: order.rung, reason: '另案处理' };
      return ['WAIVE_ORDER', ACTOR.leader, { ...of, reviewOn: addDays(day, 3) }];
    }
    if (r < 0.55) {
      const leadUnitId = this.pick([UNIT.lead, UNIT.squad, UNIT.support, UNIT.other]);
      return ['TRANSFER', ACTOR.clerk, { leadUnitId, reason: '职责在他处' }];
    }
    if (r < 0.65)
      return ['SPLIT', ACTOR.clerk, { parts: [{ title: '井盖', description: '井盖破损' }], reason: '两件事' }];
    if (r < 0.85) {
      const kind = this.pick(['merge', 'merge', 'withdraw']);
      const into = kind === 'merge' ? { caseId: this.pick(this.ids.filter((one) => one !== id)) } : {};
      return ['ASK_DEPARTURE', ACTOR.clerk, { kind, reason: '同一处', ...into }];
    }
    return null;
  }

  /** A row of an old ledger: collected and struck off weeks before today. */
  private async takeOver(day: Day): Promise<void> {
    const importer: Actor = { ...ACTOR.clerk, via: 'import' };
    const from = addDays(day, -40);
    const intent = collecting(at(from), { actor: importer });
    const caseId = intent.steps[0]!.kind === 'collect' ? intent.steps[0]!.collection.caseId : '';
    const payload = { leadUnitId: UNIT.lead, dueOn: addDays(from, 15) };
    const command = { id: uuid(), type: 'TAKE_OVER', caseId, actor: importer, at: at(addDays(from, 10)), payload };
    intent.steps.push({ kind: 'command', command });
    await this.fixture.executor.execute(intent);
    // Somebody may reopen it like any other.
    this.ids.push(caseId);
    this.count('TAKE_OVER');
  }

  private async send(
    caseId: string,
    actor: Actor,
    now: number,
    type: string,
    payload: Record<string, unknown>,
  ): Promise<void> {
    try {
      const { events } = await this.fixture.send(caseId, actor, now, type, payload);
      // Parts that came out of it are worked on like any other.
      for (const { seq, effects } of events)
        for (const effect of effects)
          if (effect.kind === 'collect') this.ids.push(linkedCaseId(caseId, seq, effect.nth));
      this.count(type);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }

  private count(type: string): void {
    this.done.set(type, (this.done.get(type) ?? 0) + 1);
  }

  private pick<T>(of: readonly T[]): T {
    return of[Math.floor(this.random() * of.length)]!;
  }
}

/** The days from `first` to `last`, both counted. */
export function daysFrom(first: Day, last: Day): Day[] {
  const days: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The last minute of the day at the office. */
export const evening = (day: Day): number => calendar.at(day, 23, 59);
