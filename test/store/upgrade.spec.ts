/** Every released tenant, brought to this release: everything is there, its history holds, and the work goes on. */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CommandExecutor } from '../../src/executor/command-executor.js';
import { mainWait } from '../../src/engine/waits-for.js';
import { LOAD_COLUMNS, stateOfRow, type CaseRow } from '../../src/store/cases/case-row.js';
import { CaseStore } from '../../src/store/cases/case.store.js';
import { readBackupFile } from '../../src/store/backup/backup-file.js';
import { restore } from '../../src/store/backup/backup.js';
import { restoreAndUpgrade } from '../../src/store/backup/restore-and-upgrade.js';
import { HistoryStore } from '../../src/store/cases/history.store.js';
import { openDatabase, type Database } from '../../src/store/database/database.js';
import { verifyReports } from '../../src/store/audit/report-recount.js';
import { DEFINITION, renewReports } from '../../src/store/reports/report-renewal.js';
import { lackingMigrations, migrate, releasedEntities, releasedMigrations } from '../../src/store/database/migrate.js';
import { verifyHistory } from '../../src/store/audit/verify-history.js';
import { openWorkflows } from '../../src/store/reference-data/workflow-files.js';
import { createTestDatabase } from '../support/database.js';
import { ACTOR, at, refs } from '../support/engine.js';

const folder = resolve(__dirname, '../fixtures');
const UNITS = refs.units.all().map(({ id }) => id);
const DAYS = ['2026-03-05', '2026-03-09', '2026-03-24', '2026-04-01'];
const released = readdirSync(folder).filter((name) => name.endsWith('.backup'));

/** Names of the migrations the backup was taken at. */
async function migrationsOf(file: string): Promise<string[]> {
  for await (const { kind, body } of readBackupFile(file)) {
    if (kind === 'H') return (JSON.parse(String(body)) as { migrations: string[] }).migrations;
  }
  throw new Error(`${file} has no header`);
}

it('has a populated database of at least one release', () => expect(released).not.toEqual([]));

it.each(released)('upgrades %s and finds everything there', async (name) => {
  const file = join(folder, name);
  const names = await migrationsOf(file);
  const then = releasedMigrations().filter((migration) => names.includes(migration.name));
  const test = await createTestDatabase({ empty: true, migrations: then });
  try {
    await migrate(test.database);
    const { rows } = await restore(test.database, file);
    expect(rows['rectification_case']).toBe(5);
    // This release's own check reads tables that the old one did not have, so what was there is read plainly.
    const before = await everyLine(test.database);
    const now = await openAgain(test.connectionString);
    try {
      await migrate(now);
      expect((await everyLine(now)).map(asItWas)).toEqual(before.map(asItWas));
      await expectWorkersKnown(now);
      const after = await verifyHistory(now.pool);
      expect(after).toMatchObject({ faults: [], cases: 5, events: before.length });
      // Figures counted by an older definition are counted anew, and every past day agrees with the histories.
      const { rows: state } = await now.pool.query<{ definition: number }>(
        'SELECT definition FROM report_rollup_state',
      );
      const renewed = await renewReports(now.pool, refs.calendar, '2026-04-10');
      expect(renewed).toBe(state[0]!.definition < DEFINITION ? 5 : 0);
      const figures = await verifyReports(now.pool, refs.calendar, UNITS, at('2026-04-10'), DAYS);
      expect([figures.recounts.filter(({ differing }) => differing > 0), figures.rollup]).toEqual([[], []]);
      // Nobody of these tenants has set a password of their own, so everybody is asked for one.
      const people = await now.pool.query<{ all: boolean }>('SELECT bool_and(start_password) AS all FROM person');
      expect(people.rows[0]!.all).toBe(true);
      const cases = await now.pool.query<CaseRow & { waits_for: string | null; waits_by: string | null }>(
        `SELECT ${LOAD_COLUMNS}, c.waits_for, c.waits_by FROM rectification_case c`,
      );
      const workflows = await openWorkflows(now, at('2026-04-10'));
      expect(cases.rows.map(({ number, waits_for, waits_by }) => [number, waits_for, waits_by])).toEqual(
        cases.rows.map((row) => {
          const state = stateOfRow(row);
          const wait = mainWait(state, workflows.pinned(state.workflow).policy, refs.calendar);
          return [row.number, wait?.kind ?? null, wait?.by ?? null];
        }),
      );
      // The oldest open case of the old release is worked on by this one.
      const { rows: open } = await now.pool.query<{ id: string }>(
        `SELECT id FROM rectification_case WHERE stage = 'deadline' ORDER BY number LIMIT 1`,
      );
      const referenceData = { current: () => refs, version: () => 1, refresh: () => Promise.resolve() };
      const dependencies = {
        cases: new CaseStore(now),
        referenceData,
        workflows: workflows,
        now: () => at('2026-04-10'),
      };
      const [done] = await new CommandExecutor(dependencies, new HistoryStore(now)).execute({
        steps: [
          {
            kind: 'command',
            command: {
              id: '01a20000-0000-7000-8000-000000000001',
              type: 'COMMENT',
              caseId: open[0]!.id,
              actor: ACTOR.handler,
              at: at('2026-04-13'),
              payload: { text: '升级后继续办理' },
            },
          },
        ],
      });
      expect(done!.events.at(-1)).toMatchObject({ type: 'COMMENT' });
      expect((await verifyHistory(now.pool)).faults).toEqual([]);
    } finally {
      await now.close();
    }
  } finally {
    await test.drop();
  }
});

it.each(released)('restores %s into this release at once', async (name) => {
  const test = await createTestDatabase({ empty: true });
  try {
    const { rows } = await restoreAndUpgrade(test.database, join(folder, name), 'Asia/Shanghai');
    expect(rows['rectification_case']).toBe(5);
    expect(await lackingMigrations(test.database)).toEqual([]);
    expect(await verifyHistory(test.database.pool)).toMatchObject({ faults: [], cases: 5 });
  } finally {
    await test.drop();
  }
});

interface Line {
  context: Record<string, unknown>;
  [column: string]: unknown;
}

/** Every line of every history, with what chains it. */
async function everyLine({ pool }: Database): Promise<Line[]> {
  const { rows } = await pool.query<Line>(
    `SELECT c.number, c.version, c.head, c.state, c.context, e.seq, e.type, e.at, e.actor_name, e.command_id, e.body::text, e.hash
     FROM rectification_case c JOIN case_event e ON e.case_id = c.id ORDER BY c.number, e.seq`,
  );
  return rows;
}

/** The line without what a later release adds to its case; who worked on it is looked at by itself. */
function asItWas({ context, ...line }: Line): Line {
  const { workers: _, ...rest } = context;
  return { ...line, context: rest };
}

/** Cases that were open, or closed, before the upgrade know who worked on them: everybody who signed, reported, handed in or answered. */
async function expectWorkersKnown({ pool }: Database): Promise<void> {
  const { rows } = await pool.query<{ workers: string[]; acted: string[] }>(
    `SELECT coalesce(c.context::jsonb -> 'workers', '[]') AS workers, array(SELECT e.actor_id::text FROM case_event e
       WHERE e.case_id = c.id AND e.type IN ('ACCEPT', 'PROGRESS', 'SUBMIT', 'REQUEST_EXTENSION', 'REPLY_ORDER')
         AND e.actor_id IS NOT NULL GROUP BY e.actor_id ORDER BY min(e.seq)) AS acted FROM rectification_case c`,
  );
  expect(rows.some(({ acted }) => acted.length > 0)).toBe(true);
  for (const { workers, acted } of rows) expect(workers).toEqual(acted);
}

/** The same database with all migrations of this release. */
const openAgain = (databaseUrl: string): Promise<Database> =>
  openDatabase({
    databaseUrl,
    dataDir: folder,
    entities: releasedEntities(),
    migrations: releasedMigrations(),
    poolSize: 2,
  });
