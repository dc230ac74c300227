/** Tells the clerks of an office of each answer that it has come to owe, once. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Clock } from '../../clock.js';
import { holds } from '../../domain/visibility.js';
import { type NewEntry, tell } from '../../notify/told.js';
import type { Database } from '../../store/database/database.js';
import { DATABASE } from '../../store/database/database-token.js';
import { inTransaction } from '../../store/database/transaction.js';
import { ReachStore } from '../../store/people/reach.store.js';
import { ReferenceDataStore } from '../../store/reference-data/reference-data.store.js';
import { OwedService } from './owed.service.js';

@Injectable()
export class OwedNews {
  private readonly logger = new Logger('answers-owed');

  constructor(
    @Inject(DATABASE) private readonly database: Pick<Database, 'pool'>,
    private readonly owed: OwedService,
    private readonly people: ReachStore,
    private readonly referenceData: ReferenceDataStore,
    private readonly clock: Clock,
  ) {}

  /** Every hour, on every server that runs jobs; the list of what is owed is right whether it ran or not. */
  @Cron('0 5 * * * *', { name: 'answers-owed', waitForCompletion: true })
  async tick(): Promise<void> {
    try {
      await this.pass();
    } catch (error) {
      this.logger.error(error instanceof Error ? error.message : String(error));
    }
  }

  /** Tells what is new; answers how many entries that made. The same answer is owed for the same reason once, however often it is found. */
  async pass(): Promise<number> {
    const { units } = this.referenceData.current();
    const owing = await this.owed.at(units.all().map(({ id }) => id));
    if (owing.length === 0) return 0;
    const clerks = (await this.people.actors()).filter(({ roles }) => roles.some(({ role }) => role === 'clerk'));
    const entries = owing.flatMap(({ officeUnitId, answerSeq, ...one }): NewEntry[] =>
      clerks
        .filter((clerk) => holds(clerk, ['clerk'], officeUnitId, units))
        .map(({ userId }) => ({
          personId: userId!,
          topic: 'answer.owed',
          facts: {
            meetingId: one.meetingId,
            meeting: one.meetingTitle,
            seq: one.seq,
            answerBy: one.by,
            cause: one.kind,
          },
          key: `answer owed ${one.opinionId} ${answerSeq} ${one.kind}`,
        })),
    );
    const told = await inTransaction(this.database.pool, (client) => tell(client, entries, this.clock.now()));
    return told.length;
  }
}
