/** Wires what raisers read and say by the code of their receipt. */
import { Module } from '@nestjs/common';
import { AccessLogModule } from '../access-log/access-log.module.js';
import { CasesModule } from '../cases/cases.module.js';
import { MeetingsModule } from '../meetings/meetings.module.js';
import { ReceiptCase } from './receipt-case.js';
import { ReceiptGate } from './receipt-gate.js';
import { ReceiptPageController } from './receipt-page.controller.js';
import { ReceiptReadingService } from './receipt-reading.service.js';
import { ReceiptsOfCaseService } from './receipts-of-case.service.js';
import { ReceiptsController } from './receipts.controller.js';
import { SayingsService } from './sayings.service.js';
import { SlipsController } from './slips.controller.js';
import { SlipsService } from './slips.service.js';

@Module({
  imports: [AccessLogModule, CasesModule, MeetingsModule],
  controllers: [ReceiptsController, ReceiptPageController, SlipsController],
  providers: [ReceiptGate, ReceiptCase, ReceiptReadingService, ReceiptsOfCaseService, SayingsService, SlipsService],
})
export class ReceiptsModule {}
