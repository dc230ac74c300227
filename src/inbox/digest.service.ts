/** What a person is told in the morning: what waits for them by My work's own list, and for a leader how things stand besides. */
import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/command.js';
import type { Day } from '../domain/day.js';
import { visibleUnits } from '../domain/visibility.js';
import { type WaitKind, WAITS } from '../domain/waits.js';
import type { NewEntry } from '../notify/told.js';
import { DigestStore } from '../store/messages/digest.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { WorkService } from '../work/work.service.js';
import type { DigestLine } from './inbox.dto.js';
import { SinceService } from './since.service.js';

/** Cases that a digest names; the page has them all. */
export const MOST_LINES = 20;
/** What a leader signs or decides. */
const TO_SIGN: readonly WaitKind[] = ['signOrder', 'signClosing', 'departure', 'departureByLeader', 'dispute'];

@Injectable()
export class DigestService {
  constructor(
    private readonly work: WorkService,
    private readonly since: SinceService,
    private readonly digests: DigestStore,
    private readonly referenceData: ReferenceDataStore,
  ) {}

  /** The one entry of the person for the working day, at most; null where there is nothing to say. */
  async of(actor: Actor, day: Day): Promise<NewEntry | null> {
    const { items, tasks, more } = await this.work.of(actor, 'zh-CN');
    const count = items.length + tasks.length;
    const facts = {
      on: day,
      count: more ? `${count}+` : count,
      late: items.filter(({ wait }) => wait.is === 'late').length || null,
      number: items[0]?.number ?? null,
      lines: items.slice(0, MOST_LINES).map(line),
    };
    const entry = { personId: actor.userId!, key: `digest/${day}` };
    if (!actor.roles.some(({ role }) => role === 'leader')) {
      return count === 0 ? null : { ...entry, topic: 'digest', facts };
    }
    const { calendar, units } = this.referenceData.current();
    const before = calendar.workingDaysBefore(day, 1);
    const { overseen, worked } = visibleUnits(actor, units);
    const scope = {
      offices: overseen,
      units: [...new Set([...overseen, ...worked])],
      all: units.all().map(({ id }) => id),
    };
    const [changes, fellDue] = await Promise.all([
      this.since.changes(actor, before, day),
      this.digests.fellDue(scope, calendar.workingDaysBefore(day, 2), before),
    ]);
    const toSign = items.filter(({ wait }) => TO_SIGN.includes(wait.kind)).length;
    if (count + changes.length + fellDue === 0) return null;
    return {
      ...entry,
      topic: 'morning',
      facts: { ...facts, toSign, fellDue, changes: changes.length, figures: changes },
    };
  }
}

type Waiting = Awaited<ReturnType<WorkService['of']>>['items'][number];

const line = ({ id, number, wait }: Waiting): DigestLine => ({
  caseId: id,
  number,
  what: WAITS[wait.kind].what,
  by: wait.by,
});
