/** Fires what is due, batch after batch, until nothing is left; several servers may do so at once. */
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { sweep } from '../executor/sweep.js';
import type { Dependencies } from '../executor/run-batch.js';
import { tellRoles } from '../notify/told.js';
import type { Database } from '../store/database/database.js';
import { DATABASE } from '../store/database/database-token.js';
import { type Applied, APPLIED, breaking } from '../store/database/migrate.js';
import { inTransaction } from '../store/database/transaction.js';
import { NEWER_TABLES } from '../store/database/writable.js';
import { DEPENDENCIES } from '../executor/dependencies-token.js';
import { Rounds } from './rounds.js';

/** Cases of one transaction: large enough to share its cost, small enough to hold no lock for long. */
const BATCH = 200;

@Injectable()
export class Sweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('sweeper');
  private readonly rounds = new Rounds(() => this.sweepAll(), this.logger);

  constructor(
    @Inject(DEPENDENCIES) private readonly dependencies: Dependencies,
    @Inject(DATABASE) private readonly database: Pick<Database, 'pool' | 'dataSource'>,
  ) {}

  /** Catches up at once: what fell due while the service was down fires at the moment it was due. */
  onApplicationBootstrap(): void {
    void this.tick();
  }

  /** Wakes the sweep. A failed one is logged and tried again by the next tick; nothing is lost by waiting. */
  @Cron(CronExpression.EVERY_10_SECONDS, { name: 'sweep', waitForCompletion: true })
  tick(): Promise<void> {
    return this.rounds.tick();
  }

  /** Number of timers fired up to now; joins a sweep that is under way. */
  catchUp(): Promise<number> {
    return this.rounds.join();
  }

  /** Lets the batch in flight commit before the database goes. */
  beforeApplicationShutdown(): Promise<void> {
    return this.rounds.stop();
  }

  /** Administrators learn of it once a day; how many there are by then stands on their page. */
  private async tellOf(count: number): Promise<void> {
    this.logger.error(`${count} timers were dead-lettered: see the workflow's faults`);
    const { now, referenceData } = this.dependencies;
    const { calendar } = referenceData.current();
    const at = now();
    const facts = { count, once: calendar.dayOf(at) };
    const message = { topic: 'timers', role: 'administrator', unitId: null, facts } as const;
    await inTransaction(this.database.pool, (client) =>
      tellRoles(client, [{ ...message, deliverAt: calendar.nextDelivery(at) }], at),
    );
  }

  /** Whether a newer release has changed the tables so that this one must not work beside it; `ready` says so too. */
  private async isOvertaken(): Promise<boolean> {
    const { rows } = await this.database.pool.query<Applied>(APPLIED);
    const newer = breaking(this.database, rows);
    if (newer.length > 0) this.logger.error(`no timers are fired: ${NEWER_TABLES.message} (${newer.join(', ')})`);
    return newer.length > 0;
  }

  private async sweepAll(): Promise<number> {
    let fired = 0;
    if (await this.isOvertaken()) return fired;
    while (!this.rounds.isStopping) {
      const swept = await sweep(this.dependencies, this.dependencies.now(), BATCH);
      fired += swept.fired;
      if (swept.deadLettered > 0) await this.tellOf(swept.deadLettered);
      if (swept.claimed === 0) break;
    }
    if (fired > 0) this.logger.log(`${fired} timers fired`);
    return fired;
  }
}
