/** Wires what users do with cases. */
import { Module } from '@nestjs/common';
import type { Database } from '../store/database.js';
import { DATABASE } from '../store/database-token.js';
import { RaiserStore } from '../store/raiser.store.js';
import { Seal } from '../store/seal.js';
import { CaseReadingService } from './case-reading.service.js';
import { CasesController } from './cases.controller.js';
import { CasesService } from './cases.service.js';

@Module({
  controllers: [CasesController],
  providers: [
    CasesService,
    CaseReadingService,
    {
      provide: RaiserStore,
      useFactory: ({ pool }: Database, seal: Seal) => new RaiserStore(pool, seal),
      inject: [DATABASE, Seal],
    },
  ],
  exports: [CasesService, RaiserStore],
})
export class CasesModule {}
