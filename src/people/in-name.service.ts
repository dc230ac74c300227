/** What a deputy did in the name of somebody absent: read on return, and told once the time is over. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Clock } from '../clock.js';
import type { Actor } from '../domain/command.js';
import { specOf } from '../engine/commands.js';
import { tell } from '../notify/told.js';
import type { Database } from '../store/database/database.js';
import { DATABASE } from '../store/database/database-token.js';
import { inTransaction } from '../store/database/transaction.js';
import { InNameStore, type StepInName } from '../store/lists/in-name.store.js';
import { DeputationStore, type DeputationRow } from '../store/people/deputation.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { DeputiesService } from './deputies.service.js';
import { MOST_STEPS, type StepsInName } from './deputies.dto.js';

const NAME = 'deputies-back';
/** Whose time ended longer ago is told nothing more: a service that was off for three weeks still tells. */
const BACK_MS = 30 * 86_400_000;

@Injectable()
export class InNameService {
  private readonly logger = new Logger(NAME);

  constructor(
    @Inject(DATABASE) private readonly database: Pick<Database, 'pool'>,
    private readonly deputies: DeputiesService,
    private readonly deputations: DeputationStore,
    private readonly inName: InNameStore,
    private readonly referenceData: ReferenceDataStore,
    private readonly clock: Clock,
  ) {}

  /** The steps, the last first. 404 for whoever has no part in it. */
  async steps(actor: Actor, id: string): Promise<StepsInName> {
    const found = await this.of(await this.deputies.withPart(actor, id), MOST_STEPS + 1);
    return {
      steps: found.slice(0, MOST_STEPS).map(({ type, at, ...about }) => ({
        ...about,
        labels: specOf(type)?.labels ?? { 'zh-CN': type, en: type },
        at: at.toISOString(),
      })),
      more: found.length > MOST_STEPS,
    };
  }

  /** On every server that runs jobs; each end is told once. Never throws. */
  @Cron('0 7 * * * *', { name: NAME, waitForCompletion: true })
  async tick(): Promise<void> {
    try {
      await this.pass();
    } catch (error) {
      this.logger.error(error instanceof Error ? error.message : String(error));
    }
  }

  /** Tells those who are back what was done in their name; where nothing was, nothing is told. Answers how many entries that made. */
  async pass(): Promise<number> {
    const now = this.clock.now();
    const on = this.referenceData.current().calendar.dayOf(now);
    let told = 0;
    for (const row of await this.deputations.endedBetween(now - BACK_MS, now)) {
      const { length: count } = await this.of(row, MOST_STEPS);
      if (count === 0) continue;
      const facts = { on, deputy: row.deputyName, count };
      const entry = { personId: row.absentId, topic: 'deputy.back', facts, key: `deputy ${row.id} back` } as const;
      told += (await inTransaction(this.database.pool, (client) => tell(client, [entry], now))).length;
    }
    return told;
  }

  /** A step at the very moment of the end was taken before it. */
  private of(row: DeputationRow, limit: number): Promise<StepInName[]> {
    const until = Math.min(row.endsAt.getTime() - 1, row.endedAt?.getTime() ?? Number.POSITIVE_INFINITY);
    return this.inName.steps(row, row.startsAt.getTime(), until + 1, limit);
  }
}
