/** Wires the jobs; a server started without `jobs` in RUN leaves this module out. */
import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { MorningModule } from '../inbox/inbox.module.js';
import { DeliveryQueue } from './delivery-queue.js';
import { DeliveryUpkeep } from './delivery-upkeep.js';
import { EvidenceUpkeep } from './evidence-upkeep.js';
import { MessageDelivery } from './message-delivery.js';
import { ReportCompaction } from './report-compaction.js';
import { Sweeper } from './sweeper.js';

@Module({
  imports: [ScheduleModule.forRoot(), MorningModule],
  providers: [Sweeper, MessageDelivery, ReportCompaction, EvidenceUpkeep, DeliveryQueue, DeliveryUpkeep],
  exports: [Sweeper, MessageDelivery, DeliveryQueue],
})
export class JobsModule {}
