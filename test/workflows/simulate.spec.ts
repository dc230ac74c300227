/** A draft is tried on the stored histories of a tenant: numbers and cases, and nothing is written. */
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../src/domain/command.js';
import { migrateCases } from '../../src/executor/migrate-cases.js';
import { sweep } from '../../src/executor/sweep.js';
import { Workflows } from '../../src/engine/workflow.js';
import { PastStore } from '../../src/store/cases/past.store.js';
import { PeopleStore } from '../../src/store/people/people.store.js';
import { ReferenceDataStore } from '../../src/store/reference-data/reference-data.store.js';
import { draftOf } from '../../src/workflows/draft.js';
import { simulate, type Source, type Wanted } from '../../src/workflows/simulate.js';
import type { DifferingCase, Simulation } from '../../src/workflows/simulation.js';
import { openFixture, type Fixture } from '../support/fixture.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { compiled, withPolicy } from '../support/drafted.js';
import { ACTOR, at, immediate, rectification, refs, staged } from '../support/engine.js';

let test: TestDatabase;
let fixture: Fixture;
let source: Source;
const NOW = at('2026-04-20');
const UNTIL = '2026-04-19';

beforeEach(async () => {
  test = await createTestDatabase();
  fixture = await openFixture(test.database);
  const { pool } = test.database;
  for (const { userId, unitId, roles } of Object.values(ACTOR) as Actor[]) {
    if (userId === null) continue;
    const posts = [{ role: 'member', unitId: unitId! }, ...roles];
    for (const post of posts) {
      await pool.query(`INSERT INTO tenure (person_id, unit_id, role, since) VALUES ($1, $2, $3, '2026-04-01')`, [
        userId,
        post.unitId,
        post.role,
      ]);
    }
  }
  const people = new PeopleStore(test.database, await ReferenceDataStore.open(test.database, 'Asia/Shanghai'));
  source = { past: new PastStore(test.database), people, workflows: fixture.dependencies.workflows, refs };
});
afterEach(() => test.drop());

const run = (given: unknown, more: Partial<Wanted> = {}): Promise<Simulation> =>
  simulate(source, {
    draft: draftOf(given, source.workflows),
    from: '2026-01-01',
    to: UNTIL,
    now: NOW,
    most: 1000,
    list: 100,
    ...more,
  });
const policy = (change: object): object => ({ name: 'rectification', policy: { ...rectification.policy, ...change } });
const shorter = policy({ workingDays: { default: 5, byCategory: {} } });

/** Three cases: one worked on in time and closed unverified, one never touched, one visited and closed. */
async function threeCases(): Promise<{ unreached: string; idle: string; fixed: string }> {
  const submit = { measure: '更换', lastingMeasure: '每月巡查' };
  const idle = await fixture.working(at('2026-03-02'));
  const unreached = await fixture.working(at('2026-03-02'));
  await fixture.send(unreached, ACTOR.handler, at('2026-03-04'), 'SUBMIT', submit);
  await fixture.send(unreached, ACTOR.supervisor, at('2026-03-05'), 'PASS', { method: 'onSite' });
  for (const day of ['2026-03-06', '2026-03-09', '2026-03-10']) {
    await fixture.send(unreached, ACTOR.visitor, at(day), 'RECORD_VISIT', { method: 'phone', outcome: 'unreachable' });
  }
  await fixture.send(unreached, ACTOR.supervisor, at('2026-03-11'), 'CLOSE_UNVERIFIED', { reason: '三次无人接听' });
  const fixed = await fixture.working(at('2026-03-02'));
  await fixture.send(fixed, ACTOR.handler, at('2026-03-12'), 'SUBMIT', submit);
  await fixture.send(fixed, ACTOR.supervisor, at('2026-03-13'), 'PASS', { method: 'onSite' });
  await fixture.send(fixed, ACTOR.visitor, at('2026-03-16'), 'RECORD_VISIT', { method: 'phone', outcome: 'fixed' });
  while ((await sweep(fixture.dependencies, NOW, 100)).claimed > 0);
  return { unreached, idle, fixed };
}
const everything = async (): Promise<unknown> => {
  const { pool } = test.database;
  const tables = [
    'rectification_case',
    'case_event',
    'case_timer',
    'supervision_order',
    'message',
    'report_delta',
    'report_fresh',
    'workflow_version',
  ];
  return Promise.all(
    tables.map(
      async (table) => (await pool.query(`SELECT md5(string_agg(t::text, '' ORDER BY t::text)) FROM ${table} t`)).rows,
    ),
  );
};

it('finds nothing different under the numbers in force', async () => {
  await threeCases();
  expect(await run(policy({}))).toMatchObject({
    of: 3,
    played: 3,
    differing: 0,
    recounted: 0,
    failed: [],
    cases: [],
    late: { real: 1, draft: 1 },
    rungs: { blue: { real: 1, draft: 1 }, talk: { real: 1, draft: 1 } },
  });
});

it('says how many more due days would have been missed, which orders gone out, and to whom', async () => {
  const { idle, fixed } = await threeCases();
  const told = await run(shorter);
  expect(told).toMatchObject({ differing: 3, late: { real: 1, draft: 2 }, closingsRefused: 0 });
  expect(told.rungs).toEqual({
    blue: { real: 1, draft: 2 },
    orange: { real: 1, draft: 1 },
    red: { real: 1, draft: 1 },
    talk: { real: 1, draft: 1 },
  });
  const of = (id: string): DifferingCase => told.cases.find(({ caseId }) => caseId === id)!;
  expect(of(idle)).toMatchObject({ dueOn: { real: '2026-03-23', draft: '2026-03-09' } });
  expect(of(fixed)).toMatchObject({
    late: { real: 0, draft: 1 },
    rungs: { real: [], draft: ['blue'] },
    asked: [
      // Told of the case in both, and of the due day and of the order besides.
      { role: 'handler', real: 1, draft: 3 },
      { role: 'liaison', real: 1, draft: 2 },
      { role: 'unitLeader', real: 0, draft: 1 },
    ],
  });
});

it('counts the closings that would have been refused, with the rule', async () => {
  const { unreached } = await threeCases();
  const told = await run(policy({ visit: { within: 2, attempts: 5 } }));
  expect(told).toMatchObject({ differing: 1, closingsRefused: 1 });
  expect(told.refused).toEqual([
    expect.objectContaining({ type: 'CLOSE_UNVERIFIED', code: 'rule.hasAttemptsEnough', cases: 1, closings: 1 }),
  ]);
  expect(told.cases.map(({ caseId }) => caseId)).toEqual([unreached]);
});

it('writes nothing', async () => {
  await threeCases();
  const before = await everything();
  await run(shorter);
  expect(await everything()).toEqual(before);
});

it('counts what lies between the days, of cases open in them', async () => {
  await threeCases();
  expect(await run(shorter, { from: '2026-03-12', to: '2026-03-31' })).toMatchObject({ of: 2 });
  const early = await run(shorter, { from: '2026-01-01', to: '2026-03-09' });
  expect(early).toMatchObject({ late: { real: 0, draft: 0 }, rungs: { blue: { real: 0, draft: 0 } } });
});

it('plays a case that was moved to another version under the draft alone, and its own life as it was', async () => {
  await threeCases();
  const next = compiled(withPolicy('rectification', { dueSoonDays: 4 }));
  await test.database.pool.query(
    `INSERT INTO workflow_version (name, version, hash, content, released_at) VALUES ('rectification', 3, $1, '', now())`,
    [next.hash],
  );
  fixture.dependencies.workflows = source.workflows = new Workflows([rectification, next, immediate, staged]);
  const by = { id: null, name: '管理员' };
  await migrateCases(fixture.executor, fixture.dependencies, {
    name: 'rectification',
    from: 1,
    to: 3,
    by,
    at: NOW,
    dryRun: false,
  });
  expect(await run({ ...policy({}), version: 1 })).toMatchObject({ of: 3, recounted: 0, failed: [] });
  expect(await run(shorter)).toMatchObject({ late: { real: 1, draft: 2 }, recounted: 0 });
});

it('takes some of too many cases, evenly over the time, and says of how many', async () => {
  for (let n = 0; n < 9; n += 1) await fixture.working(at('2026-03-02'));
  const seen: DifferingCase[] = [];
  const told = await run(shorter, { most: 4, list: 2, onCase: (one) => seen.push(one) });
  expect(told).toMatchObject({ of: 9, played: 4, differing: 4 });
  expect([told.cases.length, seen.length]).toEqual([2, 4]);
});

it('says of which cases the history is archived', async () => {
  const { fixed } = await threeCases();
  await test.database.pool.query('DELETE FROM case_event WHERE case_id = $1', [fixed]);
  expect(await run(policy({}))).toMatchObject({ of: 3, played: 2, unread: 1 });
});

it('asks as whom people acted then: who has become something else since may have been refused nothing', async () => {
  await threeCases();
  await test.database.pool.query(`UPDATE tenure SET until = now() WHERE person_id = $1 AND role = 'supervisor'`, [
    ACTOR.supervisor.userId,
  ]);
  await test.database.pool.query(
    `INSERT INTO tenure (person_id, unit_id, role, since) VALUES ($1, $2, 'handler', now())`,
    [ACTOR.supervisor.userId, ACTOR.handler.unitId],
  );
  expect(await run(policy({}))).toMatchObject({ differing: 0 });
});

it.each([
  ['a policy with a number that is none', policy({ dueSoonDays: 0 }), 'workflow.invalid', 422],
  ['a name nobody knows', { name: uuid(), policy: {} }, 'workflow.unknown', 422],
  ['a version nobody knows', { name: 'rectification', version: 99, policy: {} }, 'workflow.notFound', 404],
  ['what is no workflow', [], 'workflow.invalid', 422],
])('refuses %s', (_what, given, code, status) => {
  expect(() => draftOf(given, source.workflows)).toThrow(expect.objectContaining({ code, status }) as Error);
});
