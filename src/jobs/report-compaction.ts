/** Compacts report deltas of days that are over into the rollup, so that a report costs the same at any number of cases. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Clock } from '../clock.js';
import type { Database } from '../store/database/database.js';
import { DATABASE } from '../store/database/database-token.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { compactReport } from '../store/reports/report-compaction.js';

@Injectable()
export class ReportCompaction {
  private readonly logger = new Logger('report-compaction');

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly referenceData: ReferenceDataStore,
    private readonly clock: Clock,
  ) {}

  /** Every quarter of an hour, on whichever server comes first; a report is right whether it ran or not. */
  @Cron('0 */15 * * * *', { name: 'report-compaction', waitForCompletion: true })
  async tick(): Promise<void> {
    try {
      await this.compact();
    } catch (error) {
      this.logger.error(error instanceof Error ? error.message : String(error));
    }
  }

  /** Number of deltas compacted up to now. */
  async compact(): Promise<number> {
    const { calendar } = this.referenceData.current();
    const compacted = await compactReport(this.database.pool, calendar.dayOf(this.clock.now()));
    if (compacted > 0) this.logger.log(`${compacted} deltas compacted`);
    return compacted;
  }
}
