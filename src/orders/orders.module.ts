/** Wires what people do with supervision orders, and the leaders' view of what is late. */
import { Module } from '@nestjs/common';
import { OrdersController } from './orders.controller.js';
import { OrdersService } from './orders.service.js';
import { OverdueController } from './overdue.controller.js';
import { OverdueService } from './overdue.service.js';

@Module({
  controllers: [OrdersController, OverdueController],
  providers: [OrdersService, OverdueService],
})
export class OrdersModule {}
