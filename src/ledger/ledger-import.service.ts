/** Imports ledgers for the people and the programs of an office. */
import { Inject, Injectable } from '@nestjs/common';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { CommandExecutor } from '../executor/command-executor.js';
import { Workflows } from '../engine/workflow.js';
import type { Database } from '../store/database/database.js';
import { DATABASE } from '../store/database/database-token.js';
import { LedgerStore } from '../store/files/ledger.store.js';
import { LedgerRowStore } from '../store/encrypted/ledger-row.store.js';
import { RaiserStore } from '../store/encrypted/raiser.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { type ImportOffice, importLedger, type ImportRequest } from './import-ledger.js';
import type { ImportReport } from './import-report.js';
import { fileTooLarge } from './reading/file-refusals.js';
import { LEDGER_LIMITS } from './reading/limits.js';
import { afterImport } from './write-import.js';

@Injectable()
export class LedgerImportService {
  /** What an import works with; drafts use the same. */
  readonly office: ImportOffice;

  constructor(
    executor: CommandExecutor,
    store: LedgerStore,
    referenceData: ReferenceDataStore,
    workflows: Workflows,
    raisers: RaiserStore,
    rows: LedgerRowStore,
    @Inject(DATABASE) database: Database,
  ) {
    this.office = { executor, store, rows, referenceData, workflows, raisers, database };
  }

  /** The report of the import: see importLedger. */
  async importLedger(request: ImportRequest): Promise<ImportReport> {
    const report = await importLedger(this.office, request);
    if (!request.dryRun) void afterImport(this.office, report.imported, request.now);
    return report;
  }
}

/** Imports the file at `path`, for the command line. Refuses, before reading it, a file over the limit. */
export async function importFile(
  office: ImportOffice,
  path: string,
  request: Omit<ImportRequest, 'file'>,
): Promise<ImportReport> {
  const { size } = await stat(path);
  const { fileBytes } = LEDGER_LIMITS;
  const name = basename(path);
  if (size > fileBytes)
    throw fileTooLarge(`${name} is larger than ${fileBytes} bytes`, `${name} 超过 ${fileBytes} 字节`);
  const report = await importLedger(office, { ...request, file: { name, bytes: await readFile(path) } });
  if (!request.dryRun) await afterImport(office, report.imported, request.now);
  return report;
}
