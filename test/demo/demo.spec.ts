/** The invented bureau: made by real commands, so everything that holds for a real one holds for it. */
import { join } from 'node:path';
import type { Pool } from 'pg';
import { fill } from '../../src/bootstrap.js';
import { SystemClock, type Clock } from '../../src/clock.js';
import { readConfig } from '../../src/config.js';
import { demonstrate } from '../../src/demo/demo.js';
import type { Day } from '../../src/domain/day.js';
import { ClosureService } from '../../src/reports/closure.service.js';
import type { ReferenceDataStore } from '../../src/store/reference-data/reference-data.store.js';
import { ReportStore } from '../../src/store/reports/report.store.js';
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
  const told = new Map<Day, unknown>();
  const report = (asOf: Day) => reportOf(test, fixture.referenceData, clock, asOf);
  await demonstrate(
    fixture,
    config,
    clock.now(),
    (line) => said.push(line),
    async (day) => {
      if (['2026-06-30', '2026-09-19', '2026-09-20'].includes(day)) told.set(day, await report(day));
    },
  );
  // The bureau went over on a day, and what its reports said before that day they say still.
  expect(said.join('\n')).toContain('2026-09-20 起按第 2 版流程办理');
  expect(told.size).toBe(3);
  for (const [day, then] of told) expect([day, await report(day)]).toEqual([day, then]);
  const [, cases, commands, refused] = /(\d+) 个事项[^，]*，[^，]*，(\d+) 次办理 \/ commands（(\d+) 次/
    .exec(said.join('\n'))!
    .map(Number);
  expect(cases).toBeGreaterThan(500);
  expect(refused).toBeLessThan(commands! / 100);
  expect(said.join('\n')).toMatch(
    /clerk\s+王敏[\s\S]*east-handler[\s\S]*\/m\/[2-9A-HJ-NP-Z]{20}\s+公开页面[\s\S]*\/m\/[2-9A-HJ-NP-Z]{20}\s+一位/,
  );

  const { pool } = test.database;
  const { calendar } = fixture.referenceData.current();
  expect((await verifyHistory(pool)).faults).toEqual([]);
  expect((await checkCases(pool, fixture.workflows, fixture.referenceData.current())).faults).toEqual([]);
  expect(await recount(pool, calendar, '9999-12-31', 'standing')).toMatchObject({ cases, differing: 0 });
  await isBelievable(pool);
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

/** The report as of the day, by unit. */
async function reportOf(
  { database }: TestDatabase,
  referenceData: ReferenceDataStore,
  clock: Clock,
  asOf: Day,
): Promise<unknown> {
  const leader = {
    userId: null,
    name: '',
    unitId: null,
    roles: [{ role: 'leader' as const, unitId: rootOf(referenceData) }],
    via: 'web' as const,
  };
  return new ClosureService(new ReportStore(database), referenceData, clock).closure(leader, { by: 'unit', asOf });
}
const rootOf = (referenceData: ReferenceDataStore): string =>
  referenceData
    .current()
    .units.all()
    .find(({ parentId }) => parentId === null)!.id;

/** What an office sees that looks around: no title twice on a page of a unit, and everything that version 2 knows has happened. */
async function isBelievable(pool: Pool): Promise<void> {
  const { rows: titles } = await pool.query<{ most: number }>(
    `SELECT max(n)::int AS most FROM (SELECT count(*) AS n FROM rectification_case c JOIN case_text t ON t.case_id = c.id
      GROUP BY c.lead_unit_id, t.title) AS same`,
  );
  expect(titles[0]!.most).toBeLessThan(3);
  // Who spoke at a meeting raised the case, but for a few who want to be unnamed.
  const { rows: spoke } = await pool.query<{ named: number; all: number }>(
    `SELECT count(r.participant_id)::int AS named, count(*)::int AS all
       FROM raiser r JOIN rectification_case c ON c.id = r.case_id WHERE c.meeting_id IS NOT NULL`,
  );
  expect(spoke[0]!.named / spoke[0]!.all).toBeGreaterThan(0.7);
  expect(spoke[0]!.named).toBeLessThan(spoke[0]!.all);
  const { rows: done } = await pool.query<{ type: string; n: number }>(
    `SELECT type, count(*)::int AS n FROM case_event GROUP BY 1`,
  );
  const times = Object.fromEntries(done.map(({ type, n }) => [type, n]));
  for (const type of [
    'MIGRATE',
    'REPLY_ORDER',
    'RECORD_TALK',
    'URGE',
    'TRANSFER',
    'CORRECT',
    'ASK_DEPARTURE',
    'GRANT_DEPARTURE',
    'REFUSE_DEPARTURE',
    'JOIN',
  ]) {
    expect([type, times[type]! > 0]).toEqual([type, true]);
  }
  const { rows: kept } = await pool.query<Record<string, number>>(
    `SELECT count(*) FILTER (WHERE p ->> 'keptOn' IS NOT NULL)::int AS kept, count(*) FILTER (WHERE p ->> 'keptOn' IS NULL)::int AS broken
       FROM rectification_case, jsonb_array_elements(context::jsonb -> 'promises') AS p`,
  );
  expect(Math.min(kept[0]!['kept']!, kept[0]!['broken']!)).toBeGreaterThan(0);
  const { rows: course } = await pool.query<Record<string, number>>(
    `SELECT count(*) FILTER (WHERE jsonb_array_length(context::jsonb -> 'raisers') > 1)::int AS several,
       (SELECT count(*)::int FROM case_event WHERE body -> 'payload' ->> 'timer' = 'untilNoticeEnds') AS shown,
       count(*) FILTER (WHERE workflow_version = 1 AND closed_on IS NULL)::int AS behind,
       count(*) FILTER (WHERE context::jsonb ->> 'noticeUntil' >= '2026-11-20')::int AS "shownToday" FROM rectification_case`,
  );
  const { several, shown, behind, shownToday } = course[0]!;
  expect([several! > 0, shown! > 0, behind, shownToday! > 0]).toEqual([true, true, 0, true]);
  // Meetings came back, promises among them that are owed another word; the hotline waits for answers; nobody at work is told that it was checked.
  const { rows: told } = await pool.query<Record<string, number>>(
    `SELECT (SELECT count(DISTINCT class)::int FROM opinion_answer) AS classes,
       (SELECT count(*)::int FROM opinion_answer a JOIN opinion_triage t USING (opinion_id) JOIN rectification_case c ON c.id = t.case_id
         WHERE a.class = 'planned' AND c.stage = 'closed' AND NOT EXISTS (SELECT FROM opinion_answer l WHERE l.opinion_id = a.opinion_id AND l.seq > a.seq)) AS owed,
       (SELECT count(*)::int FROM hotline_call h JOIN rectification_case c ON c.id = h.case_id) AS called,
       (SELECT count(*)::int FROM case_event e JOIN rectification_case c ON c.id = e.case_id
         WHERE e.type = 'RELEASE_RESULT' AND c.stage = 'deadline' AND e.body #>> '{payload,text}' LIKE '%核查%') AS early`,
  );
  const { classes, owed, called, early } = told[0]!;
  expect([classes! > 1, owed! > 0, called! > 2, early]).toEqual([true, true, true, 0]);
}
