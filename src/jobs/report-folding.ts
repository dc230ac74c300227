/** Folds report deltas of days that are over into the rollup, so that a report costs the same at any number of cases. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Clock } from '../clock.js';
import type { Database } from '../store/database/database.js';
import { DATABASE } from '../store/database/database-token.js';
import { ReferenceStore } from '../store/reference/reference.store.js';
import { foldReport } from '../store/reports/report-fold.js';

@Injectable()
export class ReportFolding {
  private readonly logger = new Logger('report-folding');

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly references: ReferenceStore,
    private readonly clock: Clock,
  ) {}

  /** Every quarter of an hour, on whichever server comes first; a report is right whether it ran or not. */
  @Cron('0 */15 * * * *', { name: 'report-folding', waitForCompletion: true })
  async tick(): Promise<void> {
    try {
      await this.fold();
    } catch (error) {
      this.logger.error(error instanceof Error ? error.message : String(error));
    }
  }

  /** Number of deltas folded up to now. */
  async fold(): Promise<number> {
    const { calendar } = this.references.current();
    const folded = await foldReport(this.database.pool, calendar.dayOf(this.clock.now()));
    if (folded > 0) this.logger.log(`${folded} deltas folded`);
    return folded;
  }
}
