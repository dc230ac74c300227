/** Passes on what is due, batch after batch, until nothing is left; several servers may do so at once. */
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { Clock } from '../clock.js';
import { Directory } from '../notify/directory.js';
import { passOn, type PassedOn } from '../notify/pass-on.js';
import type { Database } from '../store/database/database.js';
import { DATABASE } from '../store/database/database-token.js';
import { inTransaction } from '../store/database/transaction.js';
import { DeputationStore } from '../store/people/deputation.store.js';
import { ReachStore } from '../store/people/reach.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { Rounds } from './rounds.js';

/** Messages of one transaction: what is in memory at once, whatever is due. */
const BATCH = 500;

@Injectable()
export class MessageDelivery implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('messages');
  private readonly rounds = new Rounds(() => this.all(), this.logger);
  private known: { version: number; directory: Directory } | undefined;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly reach: ReachStore,
    private readonly referenceData: ReferenceDataStore,
    private readonly clock: Clock,
    private readonly deputations: DeputationStore,
  ) {}

  /** What fell due while the service was down is passed on at once, as far as it still holds. */
  onApplicationBootstrap(): void {
    void this.tick();
  }

  /** A failed round is logged and tried again by the next tick; nothing is lost by waiting. */
  @Cron(CronExpression.EVERY_10_SECONDS, { name: 'messages', waitForCompletion: true })
  tick(): Promise<void> {
    return this.rounds.tick();
  }

  /** What was passed on up to now; joins a round that is under way. */
  catchUp(): Promise<PassedOn> {
    return this.rounds.join();
  }

  /** Lets the batch in flight commit before the database goes. */
  beforeApplicationShutdown(): Promise<void> {
    return this.rounds.stop();
  }

  private async all(): Promise<PassedOn> {
    const sum: PassedOn = { claimed: 0, told: 0, dropped: 0, faults: [] };
    for (const what of ['byHand', 'due'] as const) {
      while (!this.rounds.isStopping) {
        const done = await this.batch(what);
        sum.claimed += done.claimed;
        sum.told += done.told;
        sum.dropped += done.dropped;
        for (const fault of done.faults) this.logger.error(fault);
        if (done.claimed === 0) break;
      }
    }
    if (sum.claimed > 0) this.logger.log(`${sum.claimed} messages: ${sum.told} entries, ${sum.dropped} dropped`);
    return sum;
  }

  private async batch(what: 'byHand' | 'due'): Promise<PassedOn> {
    const { calendar } = await this.referenceData.refresh();
    const directory = await this.directory();
    const now = this.clock.now();
    const moment = { now, calendar, directory, inForce: () => this.deputations.inForce(now) };
    return inTransaction(this.database.pool, (client) => passOn(client, what, moment, BATCH));
  }

  /** As of the version in memory: every change of people and units raises it. */
  private async directory(): Promise<Directory> {
    const version = this.referenceData.version();
    if (this.known?.version !== version) {
      const { units } = this.referenceData.current();
      this.known = { version, directory: new Directory(await this.reach.actors(), units) };
    }
    return this.known.directory;
  }
}
