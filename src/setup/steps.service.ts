/** Counts how far the setting up of an office is. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Calendar } from '../domain/calendar.js';
import type { Sentence } from '../domain/clock-words.js';
import { ROLE_WORDS } from '../domain/vocabulary/people-words.js';
import { holds, WORKING } from '../domain/visibility.js';
import type { Role } from '../domain/words.js';
import { Workflows } from '../engine/workflow.js';
import { ChannelStore } from '../store/messages/channel.store.js';
import { PeopleStore } from '../store/people/people.store.js';
import { ReachStore } from '../store/people/reach.store.js';
import { CategoryStore } from '../store/reference-data/reference-categories.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { UnitStore } from '../store/reference-data/reference-units.store.js';
import type { SetupView } from './setup.dto.js';
import { stepsOf } from './steps.js';
import { UNNAMED } from './unit-rows.js';

/** Without somebody in each of these no case comes to its end. */
const NEEDED: readonly Role[] = ['clerk', 'supervisor', 'visitor', 'leader'];
/** Working days within which a usual case falls due: the calendar is to reach so far. */
const AHEAD = 30;
/** The office that a new tenant has: it works on no case of its own. */
const OFFICE = '整改办';

@Injectable()
export class StepsService {
  constructor(
    private readonly units: UnitStore,
    private readonly categories: CategoryStore,
    private readonly people: PeopleStore,
    private readonly reach: ReachStore,
    private readonly channels: ChannelStore,
    private readonly referenceData: ReferenceDataStore,
    private readonly workflows: Workflows,
    private readonly clock: Clock,
  ) {}

  /** Every step with whether it is done, as things stand now. */
  async steps(): Promise<SetupView> {
    const [stored, categories, people, actors, channels] = await Promise.all([
      this.units.list(),
      this.categories.list(),
      this.people.list(null),
      this.reach.actors(),
      this.channels.all(),
    ]);
    const { units: tree, calendar } = this.referenceData.current();
    const top = stored.find(({ parentId }) => parentId === null)!;
    const units = stored.filter(({ id, name }) => id !== top.id && name !== OFFICE);
    const acting = people.filter(
      ({ active, roles }) => active && roles.some(({ role }) => role !== 'administrator' && role !== 'auditor'),
    );
    const missing = NEEDED.filter((role) => !actors.some(({ roles }) => roles.some((held) => held.role === role)));
    const year = Number(yearAhead(calendar, this.clock.now()));
    const steps = stepsOf(
      {
        topName: top.name,
        units: units.length,
        unitsWithoutPeople: units.filter(({ id }) => !actors.some((one) => holds(one, WORKING, id, tree))).length,
        people: acting.length,
        startPasswords: acting.filter(({ startPassword }) => startPassword).length,
        missing: missing.map((role) => ROLE_WORDS[role]),
        year,
        isYearAnnounced: calendar.isAnnounced(year),
        categories: categories.length,
        workflow: this.usual(),
        channels: channels.filter(({ enabled }) => enabled).length,
      },
      UNNAMED,
    );
    return { done: steps.every(({ done }) => done), steps };
  }

  /** The workflow that a new case gets where nothing else is said; null where every version was withdrawn. */
  private usual(): { labels: Sentence; version: number } | null {
    const [found] = this.workflows
      .all()
      .filter(({ track }) => track === 'standard')
      .sort((a, b) => b.version - a.version);
    return found === undefined ? null : { labels: found.labels, version: found.version };
  }
}

/** The year that a usual case of today reaches. */
const yearAhead = (calendar: Calendar, now: number): string =>
  calendar.dueDay(calendar.dayOf(now), AHEAD).day.slice(0, 4);
