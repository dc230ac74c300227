/** Wires what raisers read and say by the code of their receipt. */
import { Module } from '@nestjs/common';
import { ReceiptCase } from './receipt-case.js';
import { ReceiptGate } from './receipt-gate.js';
import { ReceiptPageController } from './receipt-page.controller.js';
import { ReceiptReadingService } from './receipt-reading.service.js';
import { ReceiptsController } from './receipts.controller.js';
import { SayingsService } from './sayings.service.js';

@Module({
  controllers: [ReceiptsController, ReceiptPageController],
  providers: [ReceiptGate, ReceiptCase, ReceiptReadingService, SayingsService],
})
export class ReceiptsModule {}
