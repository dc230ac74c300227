/** The invented bureau: made by real commands, so everything that holds for a real one holds for it. */
import { join } from 'node:path';
import { fill } from '../../src/bootstrap.js';
import { SystemClock } from '../../src/clock.js';
import { readConfig } from '../../src/config.js';
import { demonstrate } from '../../src/demo/demo.js';
import { checkCases } from '../../src/store/audit/check-cases.js';
import { recount } from '../../src/store/audit/report-recount.js';
import { verifyHistory } from '../../src/store/audit/verify-history.js';
import { readNote } from '../support/cluster-note.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

it('lives a year through without a fault, prints its accounts, and is not invented twice', async () => {
  const dataDir = join(readNote().folder, `demo-${process.pid}`);
  const config = readConfig({ NODE_ENV: 'test', DATA_DIR: dataDir, DEMO: '1', ADMIN_PASSWORD: 'demonstration' });
  const clock = new SystemClock(Date.parse('2026-11-20T15:00:00+08:00'));
  const fixture = await fill(test.database, config, clock);
  const said: string[] = [];
  await demonstrate(fixture, config, clock.now(), (line) => said.push(line));
  const [, cases, commands, refused] = /(\d+) 个事项[^，]*，[^，]*，(\d+) 次办理 \/ commands（(\d+) 次/
    .exec(said.join('\n'))!
    .map(Number);
  expect(cases).toBeGreaterThan(500);
  expect(refused).toBeLessThan(commands! / 100);
  expect(said.join('\n')).toMatch(/clerk\s+王敏[\s\S]*east-handler/);

  const { pool } = test.database;
  const { calendar } = fixture.referenceData.current();
  expect((await verifyHistory(pool)).faults).toEqual([]);
  expect((await checkCases(pool, fixture.workflows, fixture.referenceData.current())).faults).toEqual([]);
  expect(await recount(pool, calendar, '9999-12-31', 'standing')).toMatchObject({ cases, differing: 0 });
  // Most fixes are shown on a photograph, and not all.
  const { rows: fixes } = await pool.query<{ shown: number; all: number }>(
    `SELECT count(*) FILTER (WHERE EXISTS (SELECT FROM case_evidence v WHERE v.case_id = e.case_id AND v.seq = e.seq))::int AS shown,
       count(*)::int AS all FROM case_event e WHERE type = 'SUBMIT'`,
  );
  expect(fixes[0]!.shown / fixes[0]!.all).toBeCloseTo(0.9, 1);
  // Nothing went out at night or on a day off, in the whole year.
  const { rows } = await pool.query<{ issued_at: Date }>('SELECT issued_at FROM supervision_order');
  expect(rows.length).toBeGreaterThan(50);
  for (const { issued_at: at } of rows) expect(calendar.nextDelivery(at.getTime())).toBe(at.getTime());

  await demonstrate(fixture, config, clock.now(), (line) => said.push(line));
  expect(await recount(pool, calendar, '9999-12-31', 'standing')).toMatchObject({ cases });
}, 180_000);
