/** What an import works with where no application hands it out: on the command line and in the bench. */
import { CommandExecutor } from '../executor/command-executor.js';
import type { Workflows } from '../engine/workflow.js';
import { CaseStore } from '../store/cases/case.store.js';
import { HistoryStore } from '../store/cases/history.store.js';
import type { Database } from '../store/database/database.js';
import type { Cipher } from '../store/encrypted/cipher.js';
import { LedgerRowStore } from '../store/encrypted/ledger-row.store.js';
import { RaiserStore } from '../store/encrypted/raiser.store.js';
import { LedgerStore } from '../store/files/ledger.store.js';
import type { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import type { ImportOffice } from '../ledger/prepare-import.js';

/** The office over an open database, its commands carried out by an executor of its own. */
export function importOffice(
  database: Database,
  { referenceData, workflows, now }: { referenceData: ReferenceDataStore; workflows: Workflows; now: () => number },
  cipher: Cipher,
): ImportOffice {
  const cases = new CaseStore(database);
  return {
    executor: new CommandExecutor({ cases, referenceData, workflows, now }, new HistoryStore(database)),
    store: new LedgerStore(database, referenceData, cases),
    referenceData,
    workflows,
    raisers: new RaiserStore(database, cipher),
    rows: new LedgerRowStore(database, cipher),
    database,
  };
}
