/** A city's cases in bulk, ready for reading: units, categories, two years of cases with texts, deltas and the rollup made of them. */
import type { Pool, PoolClient } from 'pg';
import type { Actor } from '../../src/domain/command.js';
import { sparseContext } from '../../src/domain/case.js';
import type { Database } from '../../src/store/database/database.js';
import { ReferenceDataStore } from '../../src/store/reference-data/reference-data.store.js';
import { seedTenant } from '../../src/store/people/tenant-seed.js';
import { gatheredDeltas, ROLLUP_KEY, ROLLUP_SUMS, ROWS_OF_GATHERED } from '../../src/store/reports/report-spread.js';
import { openFixture, type Fixture } from './fixture.js';
import { ACTOR, Drive, at, rectification, UNIT } from './engine.js';
import {
  drawnCases,
  STORE_CASES,
  STORE_COUNTERS,
  STORE_MEETINGS,
  STORE_RAISERS,
  STORE_CATEGORIES,
  STORE_DELTAS,
  STORE_HISTORY,
  STORE_SHORT_VISITS,
  STORE_UNITS,
  storeProposed,
  storeTexts,
  storeTimers,
  UNIT_ID,
  WORD_LISTS,
} from './many-cases-statements.js';

/** The day of reading; the cases were collected in the 24 months before. */
export const TODAY = '2026-04-02';
export const NOW = at(TODAY);
/** Sees every case. */
export const READER: Actor = ACTOR.leader;
/** Words of the texts, see many-cases-statements.ts. */
export const WORDS = { rare2: '罂粟', rare3: '罂粟花', common2: '路灯', common3: '路灯不亮' } as const;

/** Tables whose indexes are built after the rows are in, which takes a third of the time. */
const BULKY = ['rectification_case', 'case_text', 'report_delta'];

/** What stands in a database filled with many cases. */
export interface ManyCases {
  referenceData: ReferenceDataStore;
  fixture: Fixture;
}

/** Fills a fresh database with so many cases: 40 units, 12 categories, 24 months, more in large units than in small ones;
 *  of the older ones some 2 % are still open and late. Foreign keys are not looked at while loading. `withHistory` adds four lines
 *  of history a case. */
export async function storeManyCases(
  database: Database,
  cases: number,
  { withHistory = false } = {},
): Promise<ManyCases> {
  const fixture = await openFixture(database);
  const { pool } = database;
  const referenceData = await ReferenceDataStore.open(database, 'Asia/Shanghai');
  await seedTenant(referenceData, database, () => Promise.resolve({ hash: '-', own: false }), NOW);
  await referenceData.change(async (_, client) => {
    await client.query(STORE_UNITS, [UNIT.office]);
    await client.query(STORE_CATEGORIES);
  });
  // One session each for cases with their texts and for what reports sum, since there are two cores.
  const [one, other] = [await session(pool), await session(pool)];
  try {
    await one.query('SELECT setseed(0.5)');
    await one.query(drawnCases(cases, TODAY));
    const indexes = await indexesOf(one);
    for (const { drop } of indexes) await one.query(drop);
    const build = async (on: PoolClient, table: string): Promise<void> => {
      for (const index of indexes) if (index.table === table) await on.query(index.make);
    };
    await Promise.all([storeCases(one, cases, build, withHistory), storeFigures(other, build)]);
    await one.query('DROP TABLE drawn');
    await Promise.all([
      one.query('VACUUM ANALYZE rectification_case').then(() => one.query('VACUUM ANALYZE case_text')),
      other.query('VACUUM ANALYZE report_delta').then(() => other.query('VACUUM ANALYZE')),
    ]);
  } finally {
    one.release(true);
    other.release(true);
  }
  return { referenceData, fixture };
}

/** A unit with seven others below it. */
export async function largestSubtree(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(`SELECT ${UNIT_ID} AS id FROM (VALUES (1)) v (n)`);
  return rows[0]!.id;
}

type Build = (on: PoolClient, table: string) => Promise<void>;

async function session(pool: Pool): Promise<PoolClient> {
  const client = await pool.connect();
  await client.query(
    `SET session_replication_role = replica; SET work_mem = '256MB'; SET maintenance_work_mem = '512MB';
     SET statement_timeout = 0; SET synchronous_commit = off`,
  );
  return client;
}

async function storeCases(on: PoolClient, cases: number, build: Build, withHistory: boolean): Promise<void> {
  const drive = new Drive(rectification, at('2026-03-02'))
    .send('ASSIGN', ACTOR.clerk, at('2026-03-02'))
    .send('ACCEPT', ACTOR.handler, at('2026-03-02'));
  const { value, context } = drive.state;
  const parts = [JSON.stringify(value), sparseContext(context)];
  await on.query(storeTexts(cases), WORD_LISTS);
  await build(on, 'case_text');
  await on.query(STORE_CASES, [rectification.hash, ...parts, UNIT.office]);
  await build(on, 'rectification_case');
  await on.query(STORE_COUNTERS);
  await on.query(STORE_RAISERS);
  await on.query(STORE_MEETINGS, [UNIT.office]);
  if (withHistory) await on.query(STORE_HISTORY);
}

/** The rollup is what folding the same deltas piece by piece would give (see rollupFaults). */
async function storeFigures(on: PoolClient, build: Build): Promise<void> {
  await on.query(STORE_DELTAS, [UNIT.office]);
  await on.query(`UPDATE report_rollup_state SET through = date '${TODAY}' - 1`);
  await on.query(`CREATE TEMPORARY TABLE gathered AS ${gatheredDeltas('report_delta', `(date '${TODAY}' - 1)`)}`);
  await on.query('ANALYZE gathered');
  await on.query(`INSERT INTO report_rollup (${ROLLUP_KEY}, ${ROLLUP_SUMS.join(', ')}) ${ROWS_OF_GATHERED}`);
  await build(on, 'report_delta');
  await on.query(STORE_SHORT_VISITS);
  await on.query(storeProposed(TODAY));
  await on.query(storeTimers(TODAY));
}

/** The indexes of the bulky tables that nothing refers to: how to take each away, and how to make it again. */
async function indexesOf(on: PoolClient): Promise<{ table: string; drop: string; make: string }[]> {
  const { rows } = await on.query<{ table: string; drop: string; make: string }>(
    `SELECT r.relname AS table, coalesce('ALTER TABLE ' || r.relname || ' DROP CONSTRAINT ' || k.conname, 'DROP INDEX ' || i.relname) AS drop,
       coalesce('ALTER TABLE ' || r.relname || ' ADD CONSTRAINT ' || k.conname || ' ' || pg_get_constraintdef(k.oid), pg_get_indexdef(i.oid)) AS make
     FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class r ON r.oid = x.indrelid LEFT JOIN pg_constraint k ON k.conindid = i.oid AND k.contype IN ('p', 'u')
     WHERE r.relname = ANY($1) AND r.relnamespace = current_schema()::regnamespace
       AND NOT EXISTS (SELECT 1 FROM pg_constraint f WHERE f.contype = 'f' AND f.conindid = i.oid) ORDER BY i.relname`,
    [BULKY],
  );
  return rows;
}
