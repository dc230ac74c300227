/** A bureau as it is founded on first start, with a clerk, its own calendar zone and a door: what imports need. */
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../src/domain/command.js';
import { Door } from '../../src/door/door.js';
import type { Workshop } from '../../src/door/run-batch.js';
import type { ImportOffice } from '../../src/ledger/import-ledger.js';
import { CaseStore } from '../../src/store/cases/case.store.js';
import { HistoryStore } from '../../src/store/cases/history.store.js';
import { LedgerStore } from '../../src/store/files/ledger.store.js';
import { RaiserStore } from '../../src/store/sealed/raiser.store.js';
import { seedBureau } from '../../src/store/people/bureau-seed.js';
import { ReferenceStore } from '../../src/store/reference/reference.store.js';
import { Seal } from '../../src/store/sealed/seal.js';
import { openWorkflows } from '../../src/store/reference/workflow-files.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

export interface LedgerBureau {
  test: TestDatabase;
  office: ImportOffice;
  shop: Workshop;
  references: ReferenceStore;
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

/** Opens the bureau in a database of its own; `now` is when its door records. */
export async function openLedgerBureau(zone = 'Asia/Shanghai', now: () => number = Date.now): Promise<LedgerBureau> {
  const test = await createTestDatabase();
  const { database } = test;
  const references = await ReferenceStore.open(database, zone);
  await seedBureau(
    references,
    database,
    () => Promise.resolve({ hash: '-', own: false }),
    Date.parse('2020-01-01T00:00:00Z'),
  );
  const workflows = await openWorkflows(database, Date.parse('2020-01-01T00:00:00Z'));
  const { rows } = await database.pool.query<{ id: string; parent_id: string }>(
    'SELECT id, parent_id FROM unit WHERE parent_id IS NOT NULL',
  );
  const { id: officeUnit, parent_id: root } = rows[0]!;
  const shop: Workshop = { cases: new CaseStore(database), reference: references, workflows, now };
  const history = new HistoryStore(database);
  const door = new Door(shop, history);
  const store = new LedgerStore(database, references, shop.cases);
  const raisers = new RaiserStore(database, new Seal(Buffer.alloc(32, 7)));
  const person: LedgerBureau['person'] = async (role, unitId) => {
    const id = uuid();
    await database.pool.query(
      `INSERT INTO person (id, username, name, password_hash, unit_id, created_at) VALUES ($1, $2, $3, '', $4, now())`,
      [id, id, `${role} 王敏`, unitId],
    );
    return { userId: id, name: `${role} 王敏`, unitId, roles: [{ role, unitId }], via: 'web' };
  };
  return {
    test,
    office: { door, store, references, workflows, raisers },
    shop,
    references,
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
      references.change(async (_, client) => {
        await client.query('TRUNCATE rectification_case, ledger_import CASCADE');
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
