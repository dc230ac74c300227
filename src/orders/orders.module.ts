/** Wires what people do with supervision orders, and the leaders' view of what is late. */
import { type FactoryProvider, Module } from '@nestjs/common';
import type { Database } from '../store/database/database.js';
import { DATABASE } from '../store/database/database-token.js';
import { OrderStore } from '../store/lists/order.store.js';
import { OverdueStore } from '../store/lists/overdue.store.js';
import { OrdersController } from './orders.controller.js';
import { OrdersService } from './orders.service.js';
import { OverdueController } from './overdue.controller.js';
import { OverdueService } from './overdue.service.js';

const overPool = <T>(store: new (pool: Database['pool']) => T): FactoryProvider => ({
  provide: store,
  useFactory: ({ pool }: Database) => new store(pool),
  inject: [DATABASE],
});

@Module({
  controllers: [OrdersController, OverdueController],
  providers: [OrdersService, OverdueService, overPool(OrderStore), overPool(OverdueStore)],
})
export class OrdersModule {}
