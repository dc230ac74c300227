/** Wires what users do with cases. */
import { Module } from '@nestjs/common';
import type { Database } from '../store/database/database.js';
import { DATABASE } from '../store/database/database-token.js';
import { OrderStore } from '../store/lists/order.store.js';
import { RaiserStore } from '../store/sealed/raiser.store.js';
import { Seal } from '../store/sealed/seal.js';
import { LooksModule } from '../looks/looks.module.js';
import { CaseReadingService } from './case-reading.service.js';
import { CasesController } from './cases.controller.js';
import { CasesService } from './cases.service.js';
import { DueDayController } from './due-day.controller.js';
import { DueDayService } from './due-day.service.js';
import { EventNames } from './event-names.js';
import { RaiserController } from './raiser.controller.js';
import { RaiserService } from './raiser.service.js';

@Module({
  imports: [LooksModule],
  controllers: [CasesController, DueDayController, RaiserController],
  providers: [
    CasesService,
    CaseReadingService,
    DueDayService,
    EventNames,
    RaiserService,
    { provide: OrderStore, useFactory: ({ pool }: Database) => new OrderStore(pool), inject: [DATABASE] },
    {
      provide: RaiserStore,
      useFactory: ({ pool }: Database, seal: Seal) => new RaiserStore(pool, seal),
      inject: [DATABASE, Seal],
    },
  ],
  exports: [CasesService, CaseReadingService, RaiserService, RaiserStore],
})
export class CasesModule {}
