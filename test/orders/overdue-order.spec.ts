/** The order of the overdue review among hundreds of late cases, held against the rule said plainly. */
import { calendar as shipped, ACTOR, UNIT } from '../support/engine.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { largestSubtree, NOW, storeManyCases, TODAY } from '../support/many-cases.js';
import { addDays, type Day } from '../../src/domain/day.js';
import { visibleUnits } from '../../src/domain/visibility.js';
import type { UnitTree } from '../../src/domain/units.js';
import type { EscalationLevel } from '../../src/domain/words.js';
import { OverdueStore, type OverdueRow } from '../../src/store/lists/overdue.store.js';
import { cursorOf } from '../../src/store/sql/page-cursor.js';

interface Plain {
  id: string;
  lead_unit_id: string;
  office_unit_id: string;
  due_on: Day;
  light: EscalationLevel | null;
  waits: boolean;
  is_late: boolean;
  /** The day up to which it is late. */
  until: Day;
  waits_for: string;
  waits_by: Day;
}

let test: TestDatabase;
let units: UnitTree;
let rows: Plain[];
let subtree: string[];
beforeAll(async () => {
  test = await createTestDatabase();
  const { pool } = test.database;
  units = (await storeManyCases(test.database, 4_000)).referenceData.current().units;
  subtree = units.subtree(await largestSubtree(pool));
  // Lights of every kind, each also without those below it; some submitted late; some of another office; some paused with an order.
  await pool.query(`SELECT setseed(0.25)`);
  await pool.query(
    `UPDATE rectification_case SET
       talk_at = CASE WHEN random() < 0.4 THEN due_on + interval '13 days' ELSE NULL END,
       red_at = CASE WHEN random() < 0.4 THEN due_on + interval '9 days' WHEN random() < 0.5 THEN due_on + interval '400 days' END,
       orange_at = CASE WHEN random() < 0.5 THEN due_on + interval '4 days' END,
       clock_mode = CASE WHEN random() < 0.3 THEN 'held' ELSE 'running' END,
       context = (context::jsonb || jsonb_build_object('submittedOn', to_char(least(due_on + floor(random() * 20)::int, date '${TODAY}'), 'YYYY-MM-DD')))::json,
       office_unit_id = CASE WHEN random() < 0.2 THEN $1 ELSE office_unit_id END,
       waits_by = least(waits_by, date '${TODAY}' + 5 - floor(random() * 30)::int)
     WHERE stage <> 'closed'`,
    [UNIT.lead],
  );
  await pool.query(
    `UPDATE rectification_case SET clock_mode = 'paused', talk_at = NULL, red_at = NULL, orange_at = NULL, late_at = NULL, yellow_at = NULL
     WHERE stage <> 'closed' AND id IN (SELECT case_id FROM supervision_order ORDER BY id LIMIT 3)`,
  );
  ({ rows } = await pool.query<Plain>(
    `SELECT c.id, lead_unit_id, office_unit_id, due_on,
       CASE WHEN talk_at <= $1 THEN 'talk' WHEN red_at <= $1 THEN 'red' WHEN orange_at <= $1 THEN 'orange' WHEN late_at <= $1 THEN 'blue' END AS light,
       EXISTS (SELECT FROM supervision_order o WHERE o.case_id = c.id AND o.status = 'proposed') AS waits,
       coalesce(late_at <= $1, false) AS is_late,
       CASE WHEN clock_mode = 'held' THEN context->>'submittedOn' ELSE $2 END AS until,
       waits_for, waits_by FROM rectification_case c WHERE stage <> 'closed'`,
    [new Date(NOW), TODAY],
  ));
}, 240_000);
afterAll(() => test.drop());

const workingDays = (from: Day, to: Day): number => {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (shipped.isWorkingDay(day)) count += 1;
  for (let day = addDays(to, 1); day <= from; day = addDays(day, 1)) if (shipped.isWorkingDay(day)) count -= 1;
  return count;
};
const RANK = [null, 'blue', 'orange', 'red', 'talk'];

/** Neither late nor to be signed, but not signed for or not checked by the day for that: after all others, the earliest day first. */
function letLie(narrowed: (row: Plain) => boolean): unknown[] {
  return rows
    .filter((row) => !row.is_late && !row.waits && ['sign', 'verify'].includes(row.waits_for) && row.waits_by < TODAY)
    .filter(narrowed)
    .sort((a, b) => (a.waits_by < b.waits_by ? -1 : a.waits_by > b.waits_by ? 1 : a.id < b.id ? -1 : 1))
    .map(({ id }) => [id, false, null, 0]);
}

function plain(narrowed: (row: Plain) => boolean): unknown[] {
  return rows
    .filter((row) => (row.is_late || row.waits) && narrowed(row))
    .map((row) => ({ ...row, late: row.is_late ? workingDays(row.due_on, row.until) : 0 }))
    .sort(
      (a, b) =>
        Number(b.waits) - Number(a.waits) ||
        RANK.indexOf(b.light) - RANK.indexOf(a.light) ||
        b.late - a.late ||
        (a.due_on < b.due_on ? -1 : a.due_on > b.due_on ? 1 : 0) ||
        (a.id < b.id ? -1 : 1),
    )
    .map(({ id, waits, light, late }) => [id, waits, light, late]);
}

async function pages(question: {
  actor: keyof typeof ACTOR;
  leadUnits?: string[];
  rung?: EscalationLevel;
}): Promise<unknown[]> {
  const store = new OverdueStore(test.database);
  const found: OverdueRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.page(
      {
        scope: visibleUnits(ACTOR[question.actor], units),
        leadUnits: question.leadUnits,
        allUnits: units.all().map(({ id }) => id),
        rung: question.rung,
        now: NOW,
        limit: 9,
        cursor,
      },
      shipped,
    );
    found.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found.map(({ id, awaitingSignature, light, workingDaysLate }) => [
    id,
    awaitingSignature,
    light,
    workingDaysLate,
  ]);
}

it('has something of everything', () => {
  const late = rows.filter(({ is_late, waits }) => is_late || waits);
  expect(late.length).toBeGreaterThan(80);
  expect(new Set(late.map(({ light }) => light)).size).toBe(5);
  expect(late.filter(({ waits }) => waits).length).toBeGreaterThan(3);
});

it('is the plain one, page by page, for a leader who sees all', async () => {
  const lie = letLie(() => true);
  expect(lie.length).toBeGreaterThan(10);
  expect(await pages({ actor: 'leader' })).toEqual([...plain(() => true), ...lie]);
});

it('is the plain one in a subtree, whose late submissions are mixed with the others', async () => {
  const isOfIt = (row: Plain): boolean => subtree.includes(row.lead_unit_id);
  expect(await pages({ actor: 'leader', leadUnits: subtree })).toEqual([...plain(isOfIt), ...letLie(isOfIt)]);
});

it.each(['blue', 'orange', 'red', 'talk'] as const)('is the plain one of the rung %s', async (rung) => {
  const expected = plain((row) => row.light === rung);
  expect(expected.length).toBeGreaterThan(0);
  expect(await pages({ actor: 'leader', rung })).toEqual(expected);
});

it('is empty below a unit that is not there, on every page', async () => {
  expect(await pages({ actor: 'leader', leadUnits: [] })).toEqual([]);
  const cursor = cursorOf([0, 5, 3, '2026-03-02', rows[0]!.id]);
  const question = { scope: visibleUnits(ACTOR.leader, units), leadUnits: [], allUnits: [], rung: undefined, now: NOW };
  const page = await new OverdueStore(test.database).page({ ...question, limit: 5, cursor }, shipped);
  expect(page).toEqual({ items: [], nextCursor: null });
});

it('is the plain one for somebody who sees a part: by the office that oversees it', async () => {
  const own = new Set(visibleUnits(ACTOR.leaderInLead, units).overseen);
  const expected = plain((row) => own.has(row.office_unit_id) || own.has(row.lead_unit_id));
  expect(expected.length).toBeGreaterThan(10);
  const lie = letLie((row) => own.has(row.office_unit_id));
  expect(await pages({ actor: 'leaderInLead' })).toEqual([...expected, ...lie]);
});

it('leaves out whose case is closed, though a leader may still sign the order, and has it back with the case', async () => {
  const [first] = plain((row) => row.waits) as [string][];
  const id = first![0];
  const top = async (): Promise<boolean> =>
    (await pages({ actor: 'leader' })).some((row) => (row as [string])[0] === id);
  const stageOf = (stage: string): Promise<unknown> =>
    test.database.pool.query('UPDATE rectification_case SET stage = $2 WHERE id = $1', [id, stage]);
  const openOrders = async (): Promise<boolean[]> =>
    (
      await test.database.pool.query<{ case_open: boolean }>(
        'SELECT case_open FROM supervision_order WHERE case_id = $1',
        [id],
      )
    ).rows.map(({ case_open }) => case_open);
  expect([await top(), new Set(await openOrders())]).toEqual([true, new Set([true])]);
  await stageOf('closed');
  expect([await top(), new Set(await openOrders())]).toEqual([false, new Set([false])]);
  await stageOf('deadline');
  expect([await top(), new Set(await openOrders())]).toEqual([true, new Set([true])]);
});
