/** Wires ledgers. */
import { Module } from '@nestjs/common';
import { CaseListModule } from '../cases/case-list.module.js';
import { CasesModule } from '../cases/cases.module.js';
import { LedgerExportService } from './ledger-export.service.js';
import { LedgerImportService } from './ledger-import.service.js';
import { LedgerController } from './ledger.controller.js';

@Module({
  imports: [CasesModule, CaseListModule],
  controllers: [LedgerController],
  providers: [LedgerImportService, LedgerExportService],
  exports: [LedgerImportService],
})
export class LedgerModule {}
