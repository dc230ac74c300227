/** Makes the digests of a working day at half past eight, once for each person, on however many servers. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Clock } from '../clock.js';
import { EVENING } from '../domain/calendar.js';
import type { Day } from '../domain/day.js';
import { type NewEntry, tell } from '../notify/told.js';
import type { Database } from '../store/database/database.js';
import { DATABASE } from '../store/database/database-token.js';
import { inTransaction } from '../store/database/transaction.js';
import { DigestStore } from '../store/messages/digest.store.js';
import { ReachStore } from '../store/people/reach.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { DigestService } from './digest.service.js';

/** When the day's digests are made; a service that starts later makes them then, until the working day is over. */
export const DIGESTS_FROM = { hour: 8, minute: 30 } as const;
/** People of one transaction. */
const TOGETHER = 20;

@Injectable()
export class MorningService {
  private readonly logger = new Logger('digests');
  private madeOn: Day | undefined;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly store: DigestStore,
    private readonly digests: DigestService,
    private readonly people: ReachStore,
    private readonly referenceData: ReferenceDataStore,
    private readonly clock: Clock,
  ) {}

  /** A failed round is logged and tried again a minute later. */
  @Cron('5 * * * * *', { name: 'digests', waitForCompletion: true })
  async tick(): Promise<void> {
    try {
      await this.make();
    } catch (error) {
      this.logger.error(error instanceof Error ? error.message : String(error));
    }
  }

  /** Makes those of today unless this server has done so, and answers whether all are there: what has gathered goes out with the day's digest, and not
   *  beside it, though another server has that in hand. Never throws. */
  async areMadeToday(): Promise<boolean> {
    const today = this.referenceData.current().calendar.dayOf(this.clock.now());
    if (this.madeOn !== today) await this.tick();
    // what another server has claimed is still to be made until it commits
    return this.madeOn !== today || !(await this.store.isAnyToMake(today).catch(() => false));
  }

  /** Number of entries made; 0 on a day off, before half past eight and after working hours. */
  async make(): Promise<number> {
    const { calendar } = this.referenceData.current();
    const now = this.clock.now();
    const day = calendar.dayOf(now);
    const isTime =
      now >= calendar.at(day, DIGESTS_FROM.hour, DIGESTS_FROM.minute) &&
      now < calendar.at(day, EVENING.hour, EVENING.minute);
    if (!calendar.isWorkingDay(day) || !isTime) return 0;
    await this.store.open(day);
    const people = new Map((await this.people.actors()).map((actor) => [actor.userId!, actor]));
    let made = 0;
    for (;;) {
      const { claimed, told } = await inTransaction(this.database.pool, async (client) => {
        const ids = await this.store.claim(client, day, TOGETHER, now);
        const entries: NewEntry[] = [];
        for (const id of ids) {
          const actor = people.get(id);
          const entry = actor === undefined ? null : await this.digests.of(actor, day);
          if (entry !== null) entries.push(entry);
        }
        return { claimed: ids.length, told: await tell(client, entries, now) };
      });
      made += told.length;
      if (claimed > 0) continue;
      this.madeOn = day;
      return made;
    }
  }
}
