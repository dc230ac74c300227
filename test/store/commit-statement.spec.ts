/** The statement that writes many decisions at once: every text arrives to the letter, and its plan costs what it writes. */
import fc from 'fast-check';
import { collecting, openFixture, type Fixture } from '../support/fixture.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { ACTOR, at } from '../support/engine.js';
import { CaseStore } from '../../src/store/cases/case.store.js';
import { commitStatement, type CommitWrite, type Statement } from '../../src/store/cases/commit-statement.js';
import { CommandExecutor } from '../../src/executor/command-executor.js';
import { sweep } from '../../src/executor/sweep.js';

let test: TestDatabase;
let fixture: Fixture;
const MONDAY = at('2026-03-02');

beforeAll(async () => {
  test = await createTestDatabase();
  fixture = await openFixture(test.database);
});
afterAll(() => test.drop());

const awkward = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  fc.constantFrom(
    'NULL',
    '{}',
    '{"a","b"}',
    '\\',
    '\\\\"',
    '"',
    ',',
    ' 前后有空格 ',
    '\\x00ff',
    '第一行\n第二行\t',
    "'; --",
  ),
);
const storable = awkward.filter((text) => !text.includes('\u0000') && text.trim() !== '');

it('writes texts to the letter, whatever stands in them, in columns and in history', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(storable, { minLength: 2, maxLength: 8 }), async (texts) => {
      const collected = await fixture.executor.executeAll(
        texts.map((text) => collecting(MONDAY, { title: text, description: `${text}。${text}` })),
      );
      const ids = collected.map((done) => (Array.isArray(done) ? done[0]!.state.id : ''));
      await Promise.all(ids.map((id, n) => fixture.send(id, ACTOR.clerk, MONDAY, 'COMMENT', { text: texts[n] })));
      const { rows } = await test.database.pool.query<{ title: string; description: string; said: string }>(
        `SELECT t.title, t.description, e.body -> 'payload' ->> 'text' AS said FROM unnest($1::uuid[]) WITH ORDINALITY AS i (id, n)
           JOIN case_text t ON t.case_id = i.id JOIN case_event e ON e.case_id = i.id AND e.type = 'COMMENT' ORDER BY n`,
        [ids],
      );
      expect(rows).toEqual(texts.map((text) => ({ title: text, description: `${text}。${text}`, said: text })));
    }),
    { numRuns: 25 },
  );
});

/** Keeps what is written. */
class Watching extends CaseStore {
  readonly writes: CommitWrite[] = [];

  override prepare(write: CommitWrite): Statement {
    this.writes.push(write);
    return super.prepare(write);
  }
}

/** The plan without knowing how many rows come, as a prepared statement is planned, and as large tables have it: over a handful of
 *  rows the planner rightly reads whole ones. */
async function plansOf(statements: readonly Statement[]): Promise<string[]> {
  const client = await test.database.pool.connect();
  try {
    await client.query('SET enable_seqscan = off');
    const plans: string[] = [];
    for (const { text } of statements) {
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (GENERIC_PLAN) ${text}`);
      plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
    }
    return plans;
  } finally {
    client.release(true);
  }
}

it('reaches cases and timers by their keys and never compares each row with each case', async () => {
  await Promise.all([1, 2, 3].map(() => fixture.working(MONDAY)));
  const cases = new Watching(test.database);
  const dependencies = { ...fixture.dependencies, cases };
  while ((await sweep(dependencies, at('2026-04-20'), 100)).claimed > 0);
  const several = cases.writes.filter(({ expected }) => expected.length > 1).map(commitStatement);
  expect(several.length).toBeGreaterThan(0);
  for (const plan of await plansOf(several)) {
    expect(plan).toContain('Index Scan using rectification_case_pkey');
    expect(plan).toContain('Index Cond: ((case_id = x');
    expect(plan).toContain('hashed SubPlan');
    expect(plan).not.toMatch(/Join Filter/);
  }
});

it('writes a step that leaves unit, due day and outcome alone without their columns', async () => {
  const id = await fixture.working(MONDAY);
  const before = await test.database.pool.query('SELECT * FROM rectification_case WHERE id = $1', [id]);
  const cases = new Watching(test.database);
  const executor = new CommandExecutor({ ...fixture.dependencies, cases }, fixture.history);
  const command = {
    id: crypto.randomUUID(),
    type: 'PROGRESS',
    caseId: id,
    actor: ACTOR.handler,
    at: MONDAY,
    payload: { text: '已勘查' },
  };
  await executor.execute({ steps: [{ kind: 'command', command }] });
  expect(Object.keys(cases.writes[0]!.rows)).toEqual(expect.arrayContaining(['moved', 'events']));
  expect(cases.writes[0]!.rows.changed).toBeUndefined();
  const after = await test.database.pool.query('SELECT * FROM rectification_case WHERE id = $1', [id]);
  const { version, head, last_at, ...same } = after.rows[0];
  expect(before.rows[0]).toMatchObject(same);
  expect([version, head, last_at]).not.toEqual([before.rows[0].version, before.rows[0].head, before.rows[0].last_at]);
});
