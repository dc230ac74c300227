/** Deputies: who stands in for whom from day to day. People name their own; for somebody who cannot, the office or an administrator does, and another agrees. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Actor } from '../domain/command.js';
import { addDays } from '../domain/day.js';
import { dutiesFor, isOneWith, MOST_DAYS } from '../domain/deputies.js';
import { notFound } from '../domain/errors.js';
import { holds } from '../domain/visibility.js';
import { DeputationStore, type DeputationRow, type NewDeputation } from '../store/people/deputation.store.js';
import type { Client } from '../store/messages/entry-rows.js';
import { ReachStore } from '../store/people/reach.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { requireSession } from './account.service.js';
import {
  type DeputyCandidate,
  type DeputyShown,
  type DeputyState,
  MOST_DEPUTIES,
  type NewDeputy,
  type OwnDeputies,
  SHOWN_DAYS,
} from './deputies.dto.js';
import { tellAsked, tellEnd, tellNamed } from './deputy-news.js';
import * as refused from './deputy-refusals.js';

const DAY_MS = 86_400_000;

@Injectable()
export class DeputiesService {
  constructor(
    private readonly deputations: DeputationStore,
    private readonly people: ReachStore,
    private readonly referenceData: ReferenceDataStore,
    private readonly clock: Clock,
  ) {}

  /** One's own deputies, those for whom one stands in, and what waits for one's agreement; of what is over the last days. */
  async own(actor: Actor): Promise<OwnDeputies> {
    const now = this.clock.now();
    const [mine, asked] = await Promise.all([
      this.deputations.list(actor.userId, now - SHOWN_DAYS * DAY_MS, MOST_DEPUTIES),
      this.deputations.asked(now),
    ]);
    const shown = (rows: readonly DeputationRow[]): DeputyShown[] => rows.map((row) => this.shown(actor, row, now));
    return {
      own: shown(mine.filter(({ absentId }) => absentId === actor.userId)),
      standingIn: shown(mine.filter(({ deputyId }) => deputyId === actor.userId)),
      asked: shown(asked.filter((row) => this.mayGrant(actor, row)).slice(0, MOST_DEPUTIES)),
    };
  }

  /** Of whom the reader may know: all, for administrators and auditors; else those absent from units that they lead or keep the cases of. */
  async list(actor: Actor): Promise<DeputyShown[]> {
    const now = this.clock.now();
    const rows = await this.deputations.list(null, now - SHOWN_DAYS * DAY_MS, MOST_DEPUTIES);
    const all = actor.roles.some(({ role }) => role === 'administrator' || role === 'auditor');
    return rows.filter((row) => all || this.keeps(actor, row.absentUnitId)).map((row) => this.shown(actor, row, now));
  }

  /** Who may stand in for the person, by name. 403 for another's where the reader may not name their deputy. */
  async candidates(actor: Actor, absentId: string): Promise<DeputyCandidate[]> {
    const absent = await this.absent(actor, absentId);
    const { units } = this.referenceData.current();
    return (await this.people.actors()).flatMap((one) => {
      if (one.userId === absent.userId) return [];
      const duties = dutiesFor(one, absent, units);
      return duties.length === 0 ? [] : [{ id: one.userId!, name: one.name, unitId: one.unitId!, duties }];
    });
  }

  /** Enters a deputy. One's own stands in from the first day; another's once a second person has agreed. 422 where nothing would pass on, for days that are
   *  over or too many, and for what would be a chain; 403 for a program, and for whoever may not name another's. */
  async add(actor: Actor, absentId: string, input: NewDeputy): Promise<DeputyShown> {
    requireSession(actor);
    const absent = await this.absent(actor, absentId);
    const isOwn = absent.userId === actor.userId;
    const deputyId = input.deputyId.toLowerCase();
    if (deputyId === absent.userId) throw refused.ownDeputy();
    if (!isOwn && isOneWith(actor, deputyId)) throw refused.namesThemself();
    const { calendar } = this.referenceData.current();
    const deputyName = await this.nameOfFit(deputyId, absent);
    const now = this.clock.now();
    const { fromOn, untilOn, reason } = input;
    const isLate = fromOn < calendar.dayOf(now);
    if (isLate || untilOn < fromOn || untilOn > addDays(fromOn, MOST_DAYS - 1)) throw refused.days(MOST_DAYS);
    const given: NewDeputation = {
      ...{ absentId: absent.userId!, deputyId, fromOn, untilOn, reason, askedBy: actor.userId!, isGranted: isOwn },
      ...{ startsAt: calendar.startOf(fromOn), endsAt: calendar.startOf(addDays(untilOn, 1)) },
    };
    const about = { absentId: absent.userId!, absentName: absent.name, deputyId, deputyName, fromOn, untilOn };
    const outcome = await this.deputations.add(given, now, (client, id) => {
      const row = { ...about, id, absentUnitId: absent.unitId!, askedBy: actor.userId!, askedByName: actor.name };
      return isOwn ? tellNamed(client, row, calendar, now) : tellAsked(client, row, calendar, now);
    });
    if (typeof outcome !== 'string') throw refused.clash(outcome);
    return this.one(actor, outcome, now);
  }

  /** Agrees to what was entered for another. 403 for whoever entered it, would stand in, or counts as one with either; 409 where it waits no more; 422 where
   *  nothing would pass on by now. */
  async grant(actor: Actor, id: string): Promise<DeputyShown> {
    requireSession(actor);
    const row = await this.get(id);
    const now = this.clock.now();
    if (!waits(row, now)) throw refused.isOver();
    if (!this.mayGrant(actor, row)) throw refused.mayNotGrant();
    const absent = await this.people.actor(row.absentId);
    if (absent === undefined) throw refused.unfit();
    await this.nameOfFit(row.deputyId, absent);
    const { calendar } = this.referenceData.current();
    const done = await this.deputations.grant(id, actor.userId!, now, (client) =>
      tellNamed(client, row, calendar, now),
    );
    if (!done) throw refused.isOver();
    return this.one(actor, id, now);
  }

  /** Ends it, or declines it. 403 for whoever has no part in it; 409 where it is over. */
  async end(actor: Actor, id: string): Promise<DeputyShown> {
    requireSession(actor);
    const row = await this.get(id);
    if (!this.mayEnd(actor, row)) throw refused.mayNotEnd();
    const now = this.clock.now();
    const { calendar } = this.referenceData.current();
    const [by, why] = [actor.userId!, row.grantedBy === null ? 'refused' : 'ended'] as const;
    const done = await this.deputations.end(id.toLowerCase(), by, now, (client) =>
      tellEnd(client, row, { calendar, now, why, by }),
    );
    if (!done) throw refused.isOver();
    return this.one(actor, id, now);
  }

  /** Ends all that the person has a part in, since the actor closes their account: on the transaction that closes it. */
  async endAllOf(client: Client, actor: Actor, personId: string): Promise<void> {
    const [now, by] = [this.clock.now(), actor.userId!];
    const { calendar } = this.referenceData.current();
    for (const row of await this.deputations.endAllOf(client, personId, by, now))
      await tellEnd(client, row, { calendar, now, why: 'closed', by });
  }

  /** One that the reader has a part in. 404 for any other. */
  async withPart(actor: Actor, id: string): Promise<DeputationRow> {
    const row = await this.get(id);
    const reads = [row.absentId, row.deputyId].includes(actor.userId!);
    if (!reads && !actor.roles.some(({ role }) => role === 'auditor')) throw notFound('deputy', '代理', id);
    return row;
  }

  private async get(id: string): Promise<DeputationRow> {
    const row = await this.deputations.get(id.toLowerCase());
    if (row === undefined) throw notFound('deputy', '代理', id);
    return row;
  }

  private async one(actor: Actor, id: string, now: number): Promise<DeputyShown> {
    return this.shown(actor, await this.get(id), now);
  }

  /** Who may stand in. 422 for whoever may not. */
  private async nameOfFit(deputyId: string, absent: Actor): Promise<string> {
    const deputy = await this.people.actor(deputyId);
    if (deputy === undefined || dutiesFor(deputy, absent, this.referenceData.current().units).length === 0)
      throw refused.unfit();
    return deputy.name;
  }

  /** The person whose deputy is named. 403 where the reader may not name another's, 422 for whoever holds no post. */
  private async absent(actor: Actor, absentId: string): Promise<Actor> {
    const id = absentId.toLowerCase();
    const absent = await this.people.actor(id);
    if (id !== actor.userId) {
      const isAdministrator = actor.roles.some(({ role }) => role === 'administrator');
      const { units } = this.referenceData.current();
      if (!isAdministrator && !(absent !== undefined && holds(actor, ['clerk'], absent.unitId, units)))
        throw refused.mayNotName();
    }
    if (absent === undefined) throw refused.unfit();
    return absent;
  }

  /** Clerk, leader or head over the unit, by a role of their own. */
  private keeps(actor: Actor, unitId: string): boolean {
    return holds(actor, ['clerk', 'leader', 'unitLeader'], unitId, this.referenceData.current().units);
  }

  /** The absent themself, or clerk, leader or head over their unit; never who entered it, nor who would stand in, nor anybody who counts as one with them. */
  private mayGrant(actor: Actor, row: DeputationRow): boolean {
    if (isOneWith(actor, row.askedBy) || isOneWith(actor, row.deputyId)) return false;
    return row.absentId === actor.userId || this.keeps(actor, row.absentUnitId);
  }

  private mayEnd(actor: Actor, row: DeputationRow): boolean {
    return (
      [row.absentId, row.deputyId, row.askedBy].includes(actor.userId!) ||
      actor.roles.some(({ role }) => role === 'administrator') ||
      this.keeps(actor, row.absentUnitId)
    );
  }

  private shown(actor: Actor, row: DeputationRow, now: number): DeputyShown {
    const { id, absentId, absentName, deputyId, deputyName, fromOn, untilOn, reason } = row;
    const state = stateOf(row, now);
    return {
      ...{ id, absentId, absentName, deputyId, deputyName, fromOn, untilOn, reason, state },
      ...{ askedByName: row.askedByName, grantedByName: row.grantedByName, endedByName: row.endedByName },
      mayGrant: waits(row, now) && this.mayGrant(actor, row),
      mayEnd: ['asked', 'coming', 'now'].includes(state) && this.mayEnd(actor, row),
    };
  }
}

const waits = (row: DeputationRow, now: number): boolean => stateOf(row, now) === 'asked';

function stateOf({ endedAt, grantedBy, startsAt, endsAt }: DeputationRow, now: number): DeputyState {
  if (endedAt !== null) return 'ended';
  if (endsAt.getTime() <= now) return 'over';
  if (grantedBy === null) return 'asked';
  return startsAt.getTime() > now ? 'coming' : 'now';
}
