/** A tenant as it is founded on first start, with a clerk, its own calendar zone and an executor: what imports need. */
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../src/domain/command.js';
import { CommandExecutor } from '../../src/executor/command-executor.js';
import type { Dependencies } from '../../src/executor/run-batch.js';
import type { ImportOffice } from '../../src/ledger/import-ledger.js';
import { CaseStore } from '../../src/store/cases/case.store.js';
import { HistoryStore } from '../../src/store/cases/history.store.js';
import { LedgerStore } from '../../src/store/files/ledger.store.js';
import { LedgerRowStore } from '../../src/store/encrypted/ledger-row.store.js';
import { RaiserStore } from '../../src/store/encrypted/raiser.store.js';
import { seedTenant } from '../../src/store/people/tenant-seed.js';
import { ReferenceDataStore } from '../../src/store/reference-data/reference-data.store.js';
import { Cipher } from '../../src/store/encrypted/cipher.js';
import { openWorkflows } from '../../src/store/reference-data/workflow-files.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

export interface LedgerFixture {
  test: TestDatabase;
  office: ImportOffice;
  dependencies: Dependencies;
  referenceData: ReferenceDataStore;
  store: LedgerStore;
  history: HistoryStore;
  raisers: RaiserStore;
  root: string;
  officeUnit: string;
  clerk: Actor;
  /** Makes a person with one role at a unit. */
  person: (role: Actor['roles'][number]['role'], unitId: string) => Promise<Actor>;
  /** Makes a unit below the root. */
  unit: (name: string, parentId?: string) => Promise<string>;
  count: (table: string) => Promise<number>;
  /** Takes out all cases, imports and units but the first two, so that the next test begins anew. */
  clear: () => Promise<void>;
}

/** Opens the tenant in a database of its own; `now` is when its door records. */
export async function openLedgerFixture(zone = 'Asia/Shanghai', now: () => number = Date.now): Promise<LedgerFixture> {
  const test = await createTestDatabase();
  const { database } = test;
  const referenceData = await ReferenceDataStore.open(database, zone);
  await seedTenant(
    referenceData,
    database,
    () => Promise.resolve({ hash: '-', own: false }),
    Date.parse('2020-01-01T00:00:00Z'),
  );
  const workflows = await openWorkflows(database, Date.parse('2020-01-01T00:00:00Z'));
  const { rows: seeded } = await database.pool.query<{ id: string; parent_id: string }>(
    'SELECT id, parent_id FROM unit WHERE parent_id IS NOT NULL',
  );
  const { id: officeUnit, parent_id: root } = seeded[0]!;
  const dependencies: Dependencies = { cases: new CaseStore(database), referenceData, workflows, now };
  const history = new HistoryStore(database);
  const executor = new CommandExecutor(dependencies, history);
  const store = new LedgerStore(database, referenceData, dependencies.cases);
  const cipher = new Cipher(Buffer.alloc(32, 7));
  const raisers = new RaiserStore(database, cipher);
  const rows = new LedgerRowStore(database, cipher);
  const person: LedgerFixture['person'] = async (role, unitId) => {
    const id = uuid();
    await database.pool.query(
      `INSERT INTO person (id, username, name, password_hash, unit_id, created_at) VALUES ($1, $2, $3, '', $4, now())`,
      [id, id, `${role} 王敏`, unitId],
    );
    return { userId: id, name: `${role} 王敏`, unitId, roles: [{ role, unitId }], via: 'web' };
  };
  return {
    test,
    office: { executor, store, rows, referenceData, workflows, raisers, database },
    dependencies,
    referenceData,
    store,
    history,
    raisers,
    root,
    officeUnit,
    clerk: await person('clerk', root),
    person,
    unit: async (name, parentId = root) => {
      const made = await store.makeUnits([name], parentId);
      return made.get(name)!;
    },
    clear: () =>
      referenceData.change(async (_, client) => {
        await client.query(
          'TRUNCATE rectification_case, case_event, case_text, case_timer, supervision_order, visit, message, report_delta, report_fresh, ledger_import CASCADE',
        );
        const kept = [root, officeUnit];
        await client.query('DELETE FROM person WHERE unit_id <> ALL($1)', [kept]);
        await client.query('DELETE FROM unit WHERE id <> ALL($1)', [kept]);
      }),
    count: async (table) => {
      const counted = await database.pool.query<{ n: number }>(`SELECT count(*) AS n FROM ${table}`);
      return counted.rows[0]!.n;
    },
  };
}

/** A CSV of these lines, as bytes. */
export function csv(name: string, ...lines: string[]): { name: string; bytes: Buffer } {
  return { name, bytes: Buffer.from(`${lines.join('\n')}\n`) };
}
