/** Wires the list of cases. */
import { Module } from '@nestjs/common';
import { CaseListStore } from '../store/lists/case-list.store.js';
import type { Database } from '../store/database/database.js';
import { ElsewhereStore } from '../store/lists/elsewhere.store.js';
import { Seal } from '../store/sealed/seal.js';
import { DATABASE } from '../store/database/database-token.js';
import { CaseListController } from './case-list.controller.js';
import { CaseListService } from './case-list.service.js';
import { LooksModule } from '../looks/looks.module.js';
import { CasesModule } from './cases.module.js';
import { FindByTelephoneController } from './find-by-telephone.controller.js';
import { FindByTelephoneService } from './find-by-telephone.service.js';

@Module({
  imports: [CasesModule, LooksModule],
  controllers: [CaseListController, FindByTelephoneController],
  providers: [
    CaseListService,
    FindByTelephoneService,
    { provide: CaseListStore, useFactory: ({ pool }: Database) => new CaseListStore(pool), inject: [DATABASE] },
    {
      provide: ElsewhereStore,
      useFactory: ({ pool }: Database, seal: Seal) => new ElsewhereStore(pool, seal),
      inject: [DATABASE, Seal],
    },
  ],
  exports: [CaseListService],
})
export class CaseListModule {}
