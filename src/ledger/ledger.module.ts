/** Wires ledgers. */
import { Module } from '@nestjs/common';
import { CaseListModule } from '../cases/case-list.module.js';
import { CasesModule } from '../cases/cases.module.js';
import { DraftController } from './drafts/draft.controller.js';
import { DraftService } from './drafts/draft.service.js';
import { ImportController } from './drafts/import.controller.js';
import { ImportRuns } from './drafts/import-runs.js';
import { UndoImportService } from './drafts/undo-import.service.js';
import { LedgerExportService } from './ledger-export.service.js';
import { LedgerImportService } from './ledger-import.service.js';
import { LedgerController } from './ledger.controller.js';
import { SheetCellsService } from './sheet-cells.service.js';

@Module({
  imports: [CasesModule, CaseListModule],
  controllers: [LedgerController, DraftController, ImportController],
  providers: [LedgerImportService, LedgerExportService, DraftService, ImportRuns, UndoImportService, SheetCellsService],
  exports: [LedgerImportService, SheetCellsService],
})
export class LedgerModule {}
