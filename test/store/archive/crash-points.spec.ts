/** Archiving and bringing back, ended at any point: every history is in the database, in a file, or in both, and the next run goes on. */
import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archiveCases } from '../../../src/store/archive/archive-cases.js';
import { ArchiveFolder } from '../../../src/store/archive/archive-folder.js';
import { bringBack } from '../../../src/store/archive/bring-back.js';
import { verifyHistory } from '../../../src/store/audit/verify-history.js';
import { openFixture, type Fixture } from '../../support/fixture.js';
import { struckOff } from '../../support/closed-cases.js';
import { crashPool, type CrashPool, type Moment } from '../../support/crash-pool.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { ACTOR, at } from '../../support/engine.js';

let test: TestDatabase;
let fixture: Fixture;
let weak: CrashPool;
let folder: string;
let now = at('2026-03-02');
const by = () => ({ personId: ACTOR.administrator.userId!, at: (now += 1) });

beforeAll(async () => {
  test = await createTestDatabase();
  fixture = await openFixture(test.database);
  weak = crashPool(test.database);
  folder = mkdtempSync(join(tmpdir(), 'xiaohao-archive-'));
  for (let n = 0; n < 3; n += 1) await struckOff(fixture);
});
afterAll(async () => {
  await weak.close();
  await test.drop();
  rmSync(folder, { recursive: true, force: true });
});

const archive = (pool: CrashPool['pool'] = test.database.pool) =>
  archiveCases(pool, fixture.dependencies.workflows, {
    year: 2024,
    folder,
    today: '2026-03-02',
    casesPerFile: 2,
    by: by(),
  });
async function bringAllBack(pool: CrashPool['pool'] = test.database.pool): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.endsWith('.gz')) await bringBack(pool, join(folder, name), by());
  }
}
async function printed(): Promise<string[]> {
  const { rows } = await test.database.pool.query<{ line: string }>(
    'SELECT e::text AS line FROM case_event e ORDER BY case_id, seq',
  );
  return rows.map(({ line }) => line);
}
/** Nothing is lost, whatever happened: files and database together hold all of history, line by line. */
async function isWhole(events: number): Promise<void> {
  const verdict = await verifyHistory(test.database.pool, new ArchiveFolder(folder));
  expect(verdict).toMatchObject({ events, archived: { unread: 0 }, faults: [] });
}

it.each(['archiving', 'bringing back'])(
  'loses nothing by a connection lost before or after any statement of %s',
  async (work) => {
    await bringAllBack();
    const before = await printed();
    const run = work === 'archiving' ? archive : bringAllBack;
    if (work !== 'archiving') await archive();
    weak.sent();
    await run(weak.pool);
    const statements = weak.sent();
    expect(statements.filter((statement) => statement === 'COMMIT').length).toBeGreaterThanOrEqual(2);
    for (const [point, statement] of statements.entries()) {
      for (const moment of ['before', 'after'] as Moment[]) {
        await bringAllBack();
        if (work !== 'archiving') await archive();
        weak.arm(point, moment);
        expect([
          moment,
          statement,
          await run(weak.pool).then(
            () => 'done',
            () => 'ended',
          ),
        ]).toEqual([moment, statement, 'ended']);
        await isWhole(before.length);
        await run();
        await isWhole(before.length);
        await bringAllBack();
        expect(await printed()).toEqual(before);
      }
    }
  },
  240_000,
);

it('writes over what a killed run left under the same name, and minds no unfinished file', async () => {
  await bringAllBack();
  await archive();
  const name = (await readdir(folder)).find((one) => one.endsWith('.gz'))!;
  const whole = await readFile(join(folder, name));
  await bringAllBack();
  await writeFile(join(folder, name), whole.subarray(0, 100));
  await writeFile(join(folder, 'unfinished-1'), 'half');
  expect((await archive()).cases).toBe(3);
  expect(await readFile(join(folder, name))).toEqual(whole);
  await isWhole(21);
});

it('commits nothing when a line was changed after it was read into the file', async () => {
  await bringAllBack();
  weak.sent();
  await archive(weak.pool);
  const begin = weak.sent().indexOf('BEGIN');
  await bringAllBack();
  const { pool } = test.database;
  weak.arm(begin, 'before', async () => {
    await pool.query(`UPDATE case_event SET actor_name = '别人' WHERE seq = 3`);
    return undefined;
  });
  await expect(archive(weak.pool)).rejects.toMatchObject({ code: 'archive.changed' });
  const { rows } = await pool.query('SELECT count(*)::int AS n FROM case_event');
  expect(rows).toEqual([{ n: 21 }]);
  await pool.query('UPDATE case_event SET actor_name = $1 WHERE seq = 3', [ACTOR.handler.name]);
});

it('lets two run at once, in either direction', async () => {
  await bringAllBack();
  const runs = await Promise.all([archive(), archive(), archive()]);
  expect(runs.reduce((sum, { cases }) => sum + cases, 0)).toBe(3);
  await isWhole(21);
  await Promise.all([bringAllBack(), bringAllBack()]);
  expect(await printed()).toHaveLength(21);
  expect((await verifyHistory(test.database.pool)).faults).toEqual([]);
});
