/** Open cases are moved to the next version of their workflow in a database: whole cases, each with its line, and the books right afterwards. */
import { migrateCases, type Migration } from '../../src/executor/migrate-cases.js';
import { sweep } from '../../src/executor/sweep.js';
import { Workflows } from '../../src/engine/workflow.js';
import { checkCases } from '../../src/store/audit/check-cases.js';
import { verifyReports } from '../../src/store/audit/report-recount.js';
import { openFixture, type Fixture } from '../support/fixture.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { compiled, renamed } from '../support/drafted.js';
import { ACTOR, at, immediate, rectification, refs, staged } from '../support/engine.js';

let test: TestDatabase;
let fixture: Fixture;
const NOW = at('2026-03-26');
const reason = { 'zh-CN': '挂账的复核后再转', en: 'Parked: after its review' };
const file = renamed('rectification', 'deadline', 'rectifying', 'fixing');
const { parked: _, ...states } = file.migratesFrom![0]!.states;
file.policy = { ...file.policy, dueSoonDays: 5, freshDays: 8 };
file.migratesFrom = [{ version: 1, states, notMovable: { parked: reason } }];
const next = compiled(file);

beforeEach(async () => {
  test = await createTestDatabase();
  fixture = await openFixture(test.database);
  await test.database.pool.query(
    `INSERT INTO workflow_version (name, version, hash, content, released_at) VALUES ($1, 3, $2, '', now())`,
    [next.name, next.hash],
  );
  fixture.dependencies.workflows = new Workflows([rectification, next, immediate, staged]);
});
afterEach(() => test.drop());

const order = (more: Partial<Migration> = {}): Migration => ({
  name: 'rectification',
  from: 1,
  to: 3,
  by: { id: ACTOR.administrator.userId, name: ACTOR.administrator.name },
  at: NOW,
  dryRun: false,
  ...more,
});
const run = (more: Partial<Migration> = {}) => migrateCases(fixture.executor, fixture.dependencies, order(more));
const check = () => checkCases(test.database.pool, fixture.dependencies.workflows, refs);
const versions = async (): Promise<Record<string, number>> => {
  const { rows } = await test.database.pool.query<{ id: string; workflow_version: number }>(
    'SELECT id, workflow_version FROM rectification_case',
  );
  return Object.fromEntries(rows.map((row) => [row.id, row.workflow_version]));
};

/** A case in each place that a case of version 1 can be in, by name; collected under version 1 before the next one was there. */
async function everyPlace(): Promise<Record<string, string>> {
  const both = fixture.dependencies.workflows;
  fixture.dependencies.workflows = new Workflows([rectification, immediate, staged]);
  const early = at('2026-03-02');
  const submit = { measure: '更换', lastingMeasure: '每月巡查' };
  const collected = await fixture.collect(early);
  const rejected = await fixture.collect(early);
  await fixture.send(rejected, ACTOR.clerk, early, 'REJECT', { reason: '不属公安职责' });
  const unsigned = await fixture.collect(early);
  await fixture.send(unsigned, ACTOR.clerk, early, 'ASSIGN', { leadUnitId: ACTOR.handler.unitId });
  const late = await fixture.working(early);
  const held = await fixture.working(early);
  await fixture.send(held, ACTOR.handler, at('2026-03-20'), 'SUBMIT', submit);
  const visited = await fixture.working(early);
  await fixture.send(visited, ACTOR.handler, at('2026-03-04'), 'SUBMIT', submit);
  await fixture.send(visited, ACTOR.supervisor, at('2026-03-05'), 'PASS', { method: 'onSite' });
  const parked = await fixture.working(early);
  await fixture.send(parked, ACTOR.leader, at('2026-03-05'), 'PARK', { reason: '待改造', reviewOn: '2026-04-20' });
  while ((await sweep(fixture.dependencies, at('2026-03-25'), 100)).claimed > 0);
  fixture.dependencies.workflows = both;
  return { collected, rejected, unsigned, late, held, visited, parked };
}

it('moves what can be moved, names what stays, and leaves closed cases where they are', async () => {
  const cases = await everyPlace();
  const told = await run();
  expect(told).toMatchObject({ looked: 6, faults: [], next: null });
  expect(told.moved).toEqual(
    expect.arrayContaining([
      { from: 'collected', to: 'collected', cases: 1 },
      { from: 'assigned', to: 'assigned', cases: 1 },
      { from: 'rectifying', to: 'fixing', cases: 1 },
      { from: 'verifying', to: 'verifying', cases: 1 },
      { from: 'visiting', to: 'visiting', cases: 1 },
    ]),
  );
  expect(told.staying).toEqual([
    expect.objectContaining({
      caseId: cases['parked'],
      place: 'parked',
      code: 'migrate.notMovable',
      messageZh: reason['zh-CN'],
    }),
  ]);
  const on = await versions();
  expect(Object.fromEntries(Object.entries(cases).map(([name, id]) => [name, on[id]]))).toEqual({
    collected: 3,
    rejected: 1,
    unsigned: 3,
    late: 3,
    held: 3,
    visited: 3,
    parked: 1,
  });
  expect((await check()).faults).toEqual([]);
  const line = (await fixture.history.of(cases['late']!)).at(-1)!;
  expect(line).toMatchObject({
    type: 'MIGRATE',
    actor: { userId: null, via: 'system' },
    payload: { from: 1, to: 3, orderedBy: ACTOR.administrator.name, orderedById: ACTOR.administrator.userId },
  });
});

it('leaves every figure of the reports as it was', async () => {
  await everyPlace();
  const { calendar } = refs;
  const sums = async (): Promise<unknown> =>
    (
      await test.database.pool.query(
        'SELECT measure, day, sum(delta)::int AS n FROM report_deltas GROUP BY 1, 2 ORDER BY 1, 2',
      )
    ).rows;
  while ((await sweep(fixture.dependencies, NOW, 100)).claimed > 0);
  const before = await sums();
  await run();
  expect(await sums()).toEqual(before);
  const { recounts, rollup } = await verifyReports(test.database.pool, calendar, [], NOW, ['2026-03-10']);
  expect([recounts.map(({ differing }) => differing), rollup]).toEqual([[0, 0, 0], []]);
});

it('says in a dry run what would happen, and writes nothing', async () => {
  await everyPlace();
  const rows = async (): Promise<unknown> =>
    (await test.database.pool.query('SELECT * FROM case_event ORDER BY case_id, seq')).rows;
  const before = [await versions(), await rows()];
  const would = await run({ dryRun: true });
  expect([await versions(), await rows()]).toEqual(before);
  const did = await run();
  expect({ ...did, moved: new Set(did.moved) }).toEqual({ ...would, moved: new Set(would.moved) });
});

it('goes on where it was interrupted, a few cases at a time, and finds nothing to do twice', async () => {
  await everyPlace();
  const seen: number[] = [];
  let after: string | undefined;
  do {
    const told = await run({ limit: 2, after });
    seen.push(told.looked);
    after = told.next ?? undefined;
  } while (after !== undefined);
  expect(seen).toEqual([2, 2, 2]);
  expect(await run()).toMatchObject({ looked: 1, moved: [], staying: [{ place: 'parked' }] });
  expect((await check()).faults).toEqual([]);
});

it('moves each case once when two move at the same time, and no command beside it is lost', async () => {
  const cases = await everyPlace();
  const progress = fixture.send(cases['late']!, ACTOR.handler, NOW, 'PROGRESS', { text: '已到现场' });
  const [one, other] = await Promise.all([run(), run()]);
  await progress;
  const moved = (told: typeof one): number => told.moved.reduce((sum, { cases: n }) => sum + n, 0);
  expect(moved(one) + moved(other)).toBe(5);
  const { rows } = await test.database.pool.query(`SELECT case_id FROM case_event WHERE type = 'MIGRATE'`);
  expect(new Set(rows.map((row: { case_id: string }) => row.case_id)).size).toBe(5);
  expect(rows).toHaveLength(5);
  expect((await check()).faults).toEqual([]);
});

it('leaves a case whose timer is parked with an error, and moves it once that is mended', async () => {
  const { late } = await everyPlace();
  await test.database.pool.query(`UPDATE case_timer SET poisoned_at = now(), error = 'x' WHERE case_id = $1`, [late]);
  expect((await run()).staying).toEqual(
    expect.arrayContaining([expect.objectContaining({ caseId: late, code: 'migrate.timerParked' })]),
  );
  await test.database.pool.query(`UPDATE case_timer SET poisoned_at = NULL, error = NULL WHERE case_id = $1`, [late]);
  expect(await run()).toMatchObject({ looked: 2, moved: [{ from: 'rectifying', to: 'fixing', cases: 1 }] });
  expect((await check()).faults).toEqual([]);
});

it('climbs on by the new version after it, once each', async () => {
  const { late } = await everyPlace();
  await run();
  while ((await sweep(fixture.dependencies, at('2026-04-20'), 100)).claimed > 0);
  const { rows } = await test.database.pool.query(
    'SELECT rung FROM supervision_order WHERE case_id = $1 ORDER BY issued_at',
    [late],
  );
  expect(rows.map((row: { rung: string }) => row.rung)).toEqual(['blue', 'orange', 'red', 'talk']);
  expect((await check()).faults).toEqual([]);
});

it('answers a repeated command with the case as it was on its old version', async () => {
  const both = fixture.dependencies.workflows;
  fixture.dependencies.workflows = new Workflows([rectification, immediate, staged]);
  const id = await fixture.working(at('2026-03-02'));
  const commandId = '00000000-0000-4000-8000-00000000abcd';
  await fixture.send(id, ACTOR.handler, at('2026-03-03'), 'PROGRESS', { text: '已到现场' }, commandId);
  fixture.dependencies.workflows = both;
  await run();
  const again = await fixture.send(id, ACTOR.handler, at('2026-03-03'), 'PROGRESS', { text: '已到现场' }, commandId);
  expect(again).toMatchObject({
    repeated: true,
    state: { workflow: { version: 1 }, value: { stage: { deadline: 'rectifying' } } },
  });
});

it('sees a case that was put on another version behind the back of its history', async () => {
  const { late } = await everyPlace();
  await run();
  await test.database.pool.query(
    `UPDATE rectification_case SET workflow_version = 1, workflow_hash = $2 WHERE id = $1`,
    [late, rectification.hash],
  );
  expect((await check()).faults.map(({ fault }) => fault)).toContain('stateDiffers');
});

it('refuses a version that is not known or does not say how cases come to it', async () => {
  await expect(run({ to: 7 })).rejects.toMatchObject({ status: 404, code: 'workflow.notFound' });
  await expect(run({ from: 3, to: 1 })).rejects.toMatchObject({ status: 422, code: 'migrate.noMapping' });
});
