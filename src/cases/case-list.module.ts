/** Wires the list of cases. */
import { Module } from '@nestjs/common';
import { CaseListStore } from '../store/case-list.store.js';
import type { Database } from '../store/database.js';
import { DATABASE } from '../store/database-token.js';
import { CaseListController } from './case-list.controller.js';
import { CaseListService } from './case-list.service.js';

@Module({
  controllers: [CaseListController],
  providers: [
    CaseListService,
    { provide: CaseListStore, useFactory: ({ pool }: Database) => new CaseListStore(pool), inject: [DATABASE] },
  ],
  exports: [CaseListService],
})
export class CaseListModule {}
