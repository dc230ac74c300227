/** What a report and the lists cost on 100,000 cases that came in by ledgers, at once after the import, and after four months of work on them. */
import { v7 as uuid } from 'uuid';
import { SystemClock } from '../src/clock.js';
import { CaseListService } from '../src/cases/case-list.service.js';
import type { Actor } from '../src/domain/command.js';
import type { Role } from '../src/domain/words.js';
import type { CaseListQuery } from '../src/cases/case-list.dto.js';
import { addDays } from '../src/domain/day.js';
import { visibleUnits } from '../src/domain/visibility.js';
import { Refused } from '../src/domain/errors.js';
import { CommandExecutor } from '../src/executor/command-executor.js';
import { commandIntent } from '../src/executor/intent.js';
import { sweep } from '../src/executor/sweep.js';
import { importLedger } from '../src/ledger/import-ledger.js';
import { afterImport } from '../src/ledger/write-import.js';
import { ClosureService } from '../src/reports/closure.service.js';
import { CaseStore } from '../src/store/cases/case.store.js';
import { HistoryStore } from '../src/store/cases/history.store.js';
import { CaseListStore } from '../src/store/lists/case-list.store.js';
import { OverdueStore } from '../src/store/lists/overdue.store.js';
import { SearchStore } from '../src/store/lists/search.store.js';
import { compactReport } from '../src/store/reports/report-compaction.js';
import { ReportStore } from '../src/store/reports/report.store.js';
import { elsewhereOf } from '../test/support/elsewhere.js';
import { touchedBy } from '../test/plans/touched.js';
import type { Database } from '../src/store/database/database.js';
import type { BenchCluster } from './bench-cluster.js';
import { ledger, NOW, takingOver, type TakingOver } from './import.js';
import { timesOf } from './samples.js';
import { median, type Row } from './table.js';

/** Rows of one ledger, and how many ledgers. */
const ROWS = Number(process.env['BENCH_ROWS'] ?? 10_000);
const LEDGERS = Number(process.env['BENCH_LEDGERS'] ?? 10);
const LAST_DAY = '2026-06-30';
const DAY = 86_400_000;
/** Comments a day on cases that are under way. */
const COMMENTS = 200;
const WORD = '路灯';

/** The rows of the table. */
export async function benchImported(cluster: BenchCluster): Promise<Row[]> {
  const database = await cluster.open('imported');
  cluster.beforeStop(() => database.close());
  let now = NOW;
  const tenant = await takingOver(database, () => now);
  for (let at = 0; at < LEDGERS; at += 1) {
    const file = { name: `台账${at}.xlsx`, bytes: ledger(ROWS, at * ROWS, true) };
    const { imported } = await importLedger(tenant.office, { file, dryRun: false, actor: tenant.actor, now });
    if (imported !== ROWS) throw new Error(`of ${ROWS} rows ${imported} were imported`);
    // What every way of importing does once it has answered, and nothing else.
    await afterImport(tenant.office, imported, now);
  }
  const fresh = await measure(database, tenant, now, 'at once after the import');
  await work(database, tenant, (instant) => (now = instant));
  const aged = await measure(database, tenant, now, 'after four months of work on them');
  return [...fresh, ...aged];
}

/** What closes a case that is under way, step by step, and who takes it. */
const CLOSING = [
  ['handler', 'ACCEPT', {}],
  ['handler', 'SUBMIT', { measure: '增设路灯 12 盏', lastingMeasure: '每月巡检' }],
  ['supervisor', 'PASS', { method: 'onSite' }],
  ['visitor', 'RECORD_VISIT', { method: 'phone', outcome: 'fixed', satisfaction: 'satisfied' }],
] as const;
/** Of all that was open, so many are left at the end, and most of those are late. */
const LEFT = 0.1;

/** One of each role, of the unit that works and of the office that checks. */
async function people({ pool }: Database, office: string): Promise<Record<(typeof CLOSING)[number][0], Actor>> {
  const { rows } = await pool.query<{ id: string }>(
    'SELECT id FROM unit WHERE parent_id IS NOT NULL ORDER BY id LIMIT 1',
  );
  const one = async (role: Role, unitId: string): Promise<Actor> => {
    const userId = uuid();
    await pool.query(
      `INSERT INTO person (id, username, name, password_hash, unit_id, created_at) VALUES ($1, $2, $2, '', $3, now())`,
      [userId, role, unitId],
    );
    return { userId, name: role, unitId, roles: [{ role, unitId: office }], via: 'web' };
  };
  return {
    handler: await one('handler', rows[0]!.id),
    supervisor: await one('supervisor', office),
    visitor: await one('visitor', office),
  };
}

/** Four months: what falls due fires every day, people comment, nine cases of ten are closed, deltas are compacted by night. The last day's are not. */
async function work(
  database: Database,
  { actor, referenceData, workflows }: TakingOver,
  setNow: (instant: number) => void,
): Promise<void> {
  const { pool } = database;
  const { calendar } = referenceData.current();
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM rectification_case WHERE stage <> 'closed' ORDER BY id`,
  );
  const actors = await people(database, actor.unitId!);
  const left = Math.ceil(rows.length * LEFT);
  const aDay = Math.ceil((rows.length - left) / calendar.workingDaysBetween(calendar.dayOf(NOW), LAST_DAY));
  let now = NOW;
  const dependencies = { cases: new CaseStore(database), referenceData, workflows, now: () => now };
  const executor = new CommandExecutor(dependencies, new HistoryStore(database));
  const send = async (
    caseIds: readonly string[],
    by: Actor,
    type: string,
    payload: Record<string, unknown>,
  ): Promise<void> => {
    const outcomes = await executor.executeAll(
      caseIds.map((caseId) => commandIntent({ id: uuid(), type, caseId, actor: by, at: now, payload })),
    );
    const refused = outcomes.find((outcome) => outcome instanceof Refused);
    if (refused !== undefined) throw new Error(`${type}: ${(refused as Refused).message}`);
  };
  // From the middle of the list, so that late ones and others are closed, and both are left.
  const open = rows.map(({ id }) => id);
  for (let turn = 0; calendar.dayOf(now) <= LAST_DAY; now += DAY, turn += 1) {
    setNow(now);
    while ((await sweep(dependencies, now, 200)).claimed > 0);
    if (calendar.isWorkingDay(calendar.dayOf(now))) {
      const closing = open.splice(Math.floor(open.length / 2), Math.min(aDay, open.length - left));
      for (const [role, type, payload] of CLOSING) await send(closing, actors[role], type, payload);
      const some = Array.from({ length: COMMENTS }, (_, n) => open[(turn * COMMENTS + n * 7) % open.length]!);
      await send([...new Set(some)], actor, 'COMMENT', { text: '已联系，路灯周内更换' });
    }
    if (calendar.dayOf(now) < LAST_DAY) await compactReport(pool, addDays(calendar.dayOf(now), 1));
  }
}

async function measure(
  database: Database,
  { actor, referenceData, workflows }: TakingOver,
  now: number,
  when: string,
): Promise<Row[]> {
  const { pool } = database;
  const clock = new SystemClock(now);
  const search = new SearchStore(database);
  const lists = new CaseListService(
    new CaseListStore(database, search),
    elsewhereOf(database),
    referenceData,
    workflows,
    clock,
  );
  const closure = new ClosureService(new ReportStore({ pool, reportPool: pool }), referenceData, clock);
  const overdue = new OverdueStore(database);
  const list = (query: Partial<CaseListQuery>) => () =>
    lists.list(actor, { takenOver: 'include', limit: 50, ...query } as CaseListQuery);
  const { units, calendar } = referenceData.current();
  const late = {
    scope: visibleUnits(actor, units),
    leadUnits: undefined,
    allUnits: units.all().map(({ id }) => id),
    rung: undefined,
    now,
    limit: 50,
    cursor: undefined,
  };
  const questions: [string, number, () => Promise<unknown>][] = [
    ['closure report, one dimension', 20, () => closure.closure(actor, { by: 'unit' })],
    ['closure report, unit × month', 60, () => closure.closure(actor, { by: 'month' })],
    ['late cases, worst first, the store alone', 10, () => overdue.page(late, calendar)],
    ['the list as it opens, without HTTP', 10, list({})],
    ['late cases by due day, with total', 10, list({ overdue: true, sort: 'dueOn' })],
    [`search ${WORD}, common`, 30, list({ q: WORD })],
  ];
  const rows: Row[] = [];
  for (const [work, most, ask] of questions) {
    if (((await ask()) as { items?: unknown[] }).items?.length === 0) throw new Error(`${work}: nothing is found`);
    const { p50, p95 } = await timesOf(ask);
    const { rows: met, indexes } = await touchedBy(pool, ask);
    process.stderr.write(`${work}, ${when}: ${JSON.stringify(met)} by ${indexes.join(', ')}\n`);
    const of = { unit: 'ms', limit: [], ratios: [] };
    const about = `${work}, ${(LEDGERS * ROWS).toLocaleString('en')} imported cases, ${when}`;
    rows.push(
      { ...of, work: `${about}: p50`, ours: p50, budget: '–', within: null },
      { ...of, work: `${about}: p95`, ours: p95, budget: `p95 under ${most} ms`, within: median(p95) < most },
    );
  }
  return rows;
}
