/** Wires the reports. */
import { Module } from '@nestjs/common';
import { ClosureExportService } from './closure-export.service.js';
import { ClosureService } from './closure.service.js';
import { ReportsController } from './reports.controller.js';

@Module({
  controllers: [ReportsController],
  providers: [ClosureService, ClosureExportService],
  exports: [ClosureService],
})
export class ReportsModule {}
