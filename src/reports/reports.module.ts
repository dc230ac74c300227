/** Wires the reports. */
import { Module } from '@nestjs/common';
import type { Database } from '../store/database/database.js';
import { DATABASE } from '../store/database/database-token.js';
import { ReportStore } from '../store/reports/report.store.js';
import { ClosureExportService } from './closure-export.service.js';
import { ClosureService } from './closure.service.js';
import { ReportsController } from './reports.controller.js';

@Module({
  controllers: [ReportsController],
  providers: [
    ClosureService,
    ClosureExportService,
    {
      provide: ReportStore,
      useFactory: ({ reportPool, pool }: Database) => new ReportStore(reportPool, pool),
      inject: [DATABASE],
    },
  ],
  exports: [ClosureService],
})
export class ReportsModule {}
