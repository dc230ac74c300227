/** Wires what people do with supervision orders, and the leaders' view of what is late. */
import { Module } from '@nestjs/common';
import { OrdersController } from './orders.controller.js';
import { OrdersService } from './orders.service.js';
import { OverdueController } from './overdue.controller.js';
import { OverdueService } from './overdue.service.js';
import { StandardTextsController } from './standard-texts.controller.js';
import { StandardTextsService } from './standard-texts.service.js';

@Module({
  controllers: [OrdersController, OverdueController, StandardTextsController],
  providers: [OrdersService, OverdueService, StandardTextsService],
})
export class OrdersModule {}
