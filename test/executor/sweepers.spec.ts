/** The sweep under pressure: many servers at once, workflows at fault, rows the database refuses; each timer once, none in the way. */
import { createHash } from 'node:crypto';
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { Refused } from '../../src/domain/errors.js';
import { CommandExecutor } from '../../src/executor/command-executor.js';
import type { Intent } from '../../src/executor/intent.js';
import type { Dependencies } from '../../src/executor/run-batch.js';
import { sweep } from '../../src/executor/sweep.js';
import { RULES } from '../../src/engine/catalogue.js';
import type { WorkflowFile } from '../../src/engine/machine.js';
import type { Rule } from '../../src/engine/rule.js';
import { compileWorkflow, Workflows, type Workflow } from '../../src/engine/workflow.js';
import { CaseStore } from '../../src/store/cases/case.store.js';
import { checkCases } from '../../src/store/audit/check-cases.js';
import { TimerStore } from '../../src/store/cases/timer.store.js';
import { collecting, openFixture, type Fixture } from '../support/fixture.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { atLength } from '../support/length.js';
import { ACTOR, at, refs, UNIT, workflowFile } from '../support/engine.js';

let test: TestDatabase;
let fixture: Fixture;
beforeEach(async () => {
  test = await createTestDatabase();
  fixture = await openFixture(test.database);
});
afterEach(() => test.drop());

const MONDAY = at('2026-03-02');

/** A case that waits for a signature: two reminders and the yellow light are armed. */
function assigned(day = MONDAY, workflow = 'rectification'): Intent {
  const intent = collecting(day, { workflow });
  const caseId = intent.steps[0]!.kind === 'collect' ? intent.steps[0]!.collection.caseId : '';
  const payload = { leadUnitId: UNIT.lead };
  const command = { id: uuid(), type: 'ASSIGN', caseId, actor: ACTOR.clerk, at: day, payload };
  return { steps: [...intent.steps, { kind: 'command', command }] };
}

async function make(intents: Intent[], executor = fixture.executor): Promise<string[]> {
  const outcomes = await executor.executeAll(intents);
  return outcomes.map((outcome) => {
    if (outcome instanceof Refused) throw outcome;
    return outcome[0]!.state.id;
  });
}

const asked = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
  (await test.database.pool.query<T>(sql, values)).rows;

const WAITING = atLength(5_000, 1_500);
it(`lets sixteen servers fire ${2 * WAITING} due timers exactly once each`, async () => {
  for (let made = 0; made < WAITING; made += 500) await make(Array.from({ length: 500 }, () => assigned()));
  const until = at('2026-03-06');
  const [due] = await asked<{ n: number }>('SELECT count(*)::int AS n FROM case_timer WHERE due_at <= $1', [
    new Date(until),
  ]);
  expect(due).toEqual({ n: 2 * WAITING });
  const pools = Array.from({ length: 16 }, () => new pg.Pool({ ...test.database.connection, max: 1 }));
  const claims: number[] = [];
  const server = async (pool: pg.Pool): Promise<number> => {
    const dependencies: Dependencies = { ...fixture.dependencies, cases: new CaseStore({ hotPool: pool }) };
    for (let fired = 0, swept; ; fired += swept.fired) {
      swept = await sweep(dependencies, until, 100);
      if (swept.claimed === 0) return fired;
      claims.push(swept.claimed);
    }
  };
  const fired = await Promise.all(pools.map(server));
  await Promise.all(pools.map((pool) => pool.end()));
  expect(fired.reduce((a, b) => a + b)).toBe(2 * WAITING);
  expect(Math.max(...claims)).toBeLessThanOrEqual(100);
  expect(
    await asked(
      `SELECT body -> 'payload' ->> 'timer' AS timer, count(*)::int AS n, count(DISTINCT case_id)::int AS cases
       FROM case_event WHERE type = 'TIMER' GROUP BY 1 ORDER BY 1`,
    ),
  ).toEqual([
    { timer: 'untilOfficeIsTold', n: WAITING, cases: WAITING },
    { timer: 'untilSigningReminder', n: WAITING, cases: WAITING },
  ]);
  const { faults } = await checkCases(test.database.pool, fixture.dependencies.workflows, refs);
  expect(faults).toEqual([]);
}, 240_000);

it('fires the oldest first and leaves nobody out, whatever comes in meanwhile', async () => {
  const days = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'].map((day) => at(day));
  const cases = await make(days.flatMap((day) => [assigned(day), assigned(day), assigned(day)]));
  const until = at('2026-04-02');
  const order: string[] = [];
  for (let round = 0; ; round += 1) {
    const { claimed } = await sweep(fixture.dependencies, until, 3);
    if (claimed === 0) break;
    expect(claimed).toBeLessThanOrEqual(3);
    const rows = await asked<{ case_id: string }>(
      `SELECT DISTINCT case_id FROM case_event WHERE type = 'TIMER' AND case_id <> ALL($1::uuid[])`,
      [order],
    );
    order.push(...rows.map(({ case_id }) => case_id));
    if (round < 3) await make([assigned(at('2026-03-30'))]);
  }
  const turn = (id: string): number => Math.floor(order.indexOf(id) / 3);
  // Two timers of one case may be among the first three, so a turn may hold fewer cases; never a later day before an earlier one.
  const turns = cases.map(turn);
  expect(order).toHaveLength(15);
  expect([...turns].sort((a, b) => a - b)).toEqual(turns);
});

describe('a workflow whose guard throws', () => {
  /** The catalogue, to which this test adds a rule that no release has. */
  const rules = RULES as Record<string, Rule>;
  const ruleThat = (test: () => boolean): Rule => ({ ...Object.values(RULES)[0]!, test });
  let faulty: Workflow;
  let dependencies: Dependencies;
  let executor: CommandExecutor;
  beforeEach(async () => {
    rules['throws'] = ruleThat(() => {
      throw new Error('the guard divides by nothing');
    });
    const file = structuredClone(workflowFile('rectification').file) as WorkflowFile;
    const after = file.machine.states!['stage']!.states!['assigned']!.after!;
    after['untilSigningReminder'] = {
      guard: { type: 'all', params: { rules: ['throws'] } },
      actions: ['remindSigning'],
    };
    faulty = compileWorkflow({ ...file, name: 'faulty' }, createHash('sha256').update('faulty').digest('hex'));
    dependencies = {
      ...fixture.dependencies,
      workflows: new Workflows([...fixture.dependencies.workflows.all(), faulty]),
    };
    executor = new CommandExecutor(dependencies, fixture.history);
    await test.database.pool.query(
      `INSERT INTO workflow_version (name, version, hash, content, released_at) VALUES ('faulty', 1, $1, '', now())`,
      [faulty.hash],
    );
  });
  afterEach(() => delete rules['throws']);

  it('has that timer parked with its error and shown, the others of the case fire, and nothing loops', async () => {
    const [bad] = await make([assigned(MONDAY, 'faulty')], executor);
    const [good] = await make([assigned()], executor);
    const until = at('2026-03-06');
    const first = await sweep(dependencies, until, 100);
    expect(first).toEqual({ claimed: 2, fired: 3, deadLettered: 1 });
    expect(await sweep(dependencies, until, 100)).toEqual({ claimed: 0, fired: 0, deadLettered: 0 });
    const timers = new TimerStore(test.database);
    const parked = await timers.parked(10);
    expect(parked).toMatchObject([
      { timerId: 'xstate.after.untilSigningReminder.rectification.stage.assigned', dueAt: at('2026-03-04', '09:00') },
    ]);
    expect(parked[0]!.error).toContain('the guard divides by nothing');
    expect(await timers.backlog(until)).toEqual({ due: 0, lag: 0, deadLettered: 1 });
    const told = async (id: string): Promise<string[]> =>
      (await fixture.history.of(id))
        .filter(({ type }) => type === 'TIMER')
        .map(({ payload }) => String(payload['timer']));
    expect(await told(bad!)).toEqual(['untilOfficeIsTold']);
    expect(await told(good!)).toEqual(['untilSigningReminder', 'untilOfficeIsTold']);
    expect((await checkCases(test.database.pool, dependencies.workflows, refs)).faults).toEqual([]);
  });

  it('does not stop people from working on the case, and the timer fires once it is mended and released', async () => {
    const [id] = await make([assigned(MONDAY, 'faulty')], executor);
    const until = at('2026-03-06');
    // The command itself meets the fault first: it parks the timer and goes on.
    const command = {
      id: uuid(),
      type: 'COMMENT',
      caseId: id!,
      actor: ACTOR.handler,
      at: until,
      payload: { text: '一' },
    };
    await executor.execute({ steps: [{ kind: 'command', command }] });
    const timers = new TimerStore(test.database);
    expect(await timers.backlog(until)).toMatchObject({ due: 0, deadLettered: 1 });
    rules['throws'] = ruleThat(() => true);
    expect(await timers.release()).toBe(1);
    expect(await sweep(dependencies, until, 100)).toEqual({ claimed: 1, fired: 1, deadLettered: 0 });
    expect((await checkCases(test.database.pool, dependencies.workflows, refs)).faults).toEqual([]);
  });

  it('leaves cases of a workflow it does not know to the servers that do', async () => {
    await make([assigned(MONDAY, 'faulty')], executor);
    expect(await sweep(fixture.dependencies, at('2026-03-06'), 100)).toEqual({ claimed: 0, fired: 0, deadLettered: 0 });
    expect(await new TimerStore(test.database).parked(10)).toEqual([]);
  });
});

it('finds the case whose rows the database refuses, parks its timer with the error of the database, and fires all others', async () => {
  const cases = await Promise.all(Array.from({ length: 12 }, () => fixture.working(MONDAY)));
  const bad = cases[7]!;
  await test.database.pool.query(
    `ALTER TABLE supervision_order ADD CONSTRAINT refuses_one CHECK (case_id <> '${bad}') NOT VALID`,
  );
  const until = at('2026-03-25');
  for (let n = 0; n < 10; n += 1) if ((await sweep(fixture.dependencies, until, 100)).claimed === 0) break;
  const blue = await asked<{ case_id: string }>(`SELECT case_id FROM supervision_order WHERE rung = 'blue'`);
  expect(blue.map(({ case_id }) => case_id).sort()).toEqual(cases.filter((id) => id !== bad).sort());
  const timers = new TimerStore(test.database);
  const parked = await timers.parked(10);
  expect(parked).toHaveLength(1);
  expect(parked[0]!.error).toContain('refuses_one');
  await test.database.pool.query('ALTER TABLE supervision_order DROP CONSTRAINT refuses_one');
  expect(await timers.release()).toBe(1);
  while ((await sweep(fixture.dependencies, until, 100)).claimed > 0);
  expect(await asked(`SELECT 1 FROM supervision_order WHERE case_id = $1`, [bad])).toHaveLength(1);
  expect((await checkCases(test.database.pool, fixture.dependencies.workflows, refs)).faults).toEqual([]);
});
