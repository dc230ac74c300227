/** Wires the jobs; a server started without `jobs` in RUN leaves this module out. */
import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { EvidenceUpkeep } from './evidence-upkeep.js';
import { ReportFolding } from './report-folding.js';
import { Sweeper } from './sweeper.js';

@Module({
  imports: [ScheduleModule.forRoot()],
  providers: [Sweeper, ReportFolding, EvidenceUpkeep],
  exports: [Sweeper],
})
export class JobsModule {}
