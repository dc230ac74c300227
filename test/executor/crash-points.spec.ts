/** The connection or the process lost before and after every statement: the retry with the same id gives the truth, nothing is half-written. */
import { v7 as uuid } from 'uuid';
import { Refused } from '../../src/domain/errors.js';
import { CommandExecutor } from '../../src/executor/command-executor.js';
import { commandIntent, stepId, type Intent } from '../../src/executor/intent.js';
import { sweep } from '../../src/executor/sweep.js';
import { CaseStore } from '../../src/store/cases/case.store.js';
import { checkCases } from '../../src/store/audit/check-cases.js';
import { HistoryStore } from '../../src/store/cases/history.store.js';
import { collecting, openFixture, type Fixture } from '../support/fixture.js';
import { crashPool, type CrashPool, type Moment } from '../support/crash-pool.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { ACTOR, at, refs, UNIT } from '../support/engine.js';

let test: TestDatabase;
let fixture: Fixture;
let weak: CrashPool;
beforeAll(async () => {
  test = await createTestDatabase();
  fixture = await openFixture(test.database);
  weak = crashPool(test.database);
});
afterAll(async () => {
  await weak.close();
  await test.drop();
});
afterEach(async () => {
  const { faults } = await checkCases(test.database.pool, fixture.dependencies.workflows, refs);
  expect(faults).toEqual([]);
});

const MONDAY = at('2026-03-02');
const weakExecutor = (): CommandExecutor =>
  new CommandExecutor(
    { ...fixture.dependencies, cases: new CaseStore({ hotPool: weak.pool }) },
    new HistoryStore(weak),
  );
const strongExecutor = (): CommandExecutor => new CommandExecutor(fixture.dependencies, fixture.history);

/** `accepted`, or the code of the refusal; anything else is thrown. */
async function answerOf(executor: CommandExecutor, intent: Intent): Promise<string> {
  try {
    await executor.execute(intent);
    return 'accepted';
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.status === 503) expect(error.details).toEqual({ retryAfterSeconds: expect.any(Number) });
    return error.code;
  }
}

async function linesOf(intent: Intent): Promise<number> {
  const { rows } = await test.database.pool.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM case_event WHERE command_id = ANY($1)',
    [intent.steps.map(stepId)],
  );
  return rows[0]!.n;
}

const comment = (caseId: string): Intent =>
  commandIntent({ id: uuid(), type: 'COMMENT', caseId, actor: ACTOR.handler, at: MONDAY, payload: { text: '一' } });

const SCENARIOS: Record<string, () => Promise<Intent>> = {
  'a command on a case': async () => comment(await fixture.working(MONDAY)),
  'a collection': () => Promise.resolve(collecting(MONDAY)),
  'a collection with its assignment': () => {
    const intent = collecting(MONDAY);
    const caseId = intent.steps[0]!.kind === 'collect' ? intent.steps[0]!.collection.caseId : '';
    const payload = { leadUnitId: UNIT.lead };
    const command = { id: uuid(), type: 'ASSIGN', caseId, actor: ACTOR.clerk, at: MONDAY, payload };
    return Promise.resolve({ steps: [...intent.steps, { kind: 'command', command }] });
  },
  'a merge of two cases': async () => {
    const [source, target] = [await fixture.collect(MONDAY), await fixture.working(MONDAY)];
    const payload = { caseId: target, reason: '同一事项' };
    return commandIntent({ id: uuid(), type: 'MERGE', caseId: source, actor: ACTOR.clerk, at: MONDAY, payload });
  },
  'a repeat of what is in history': async () => {
    const intent = comment(await fixture.working(MONDAY));
    await fixture.executor.execute(intent);
    return intent;
  },
};

describe.each(Object.keys(SCENARIOS))('%s', (name) => {
  const make = SCENARIOS[name]!;

  it('survives the loss of the connection before and after each statement', async () => {
    weak.sent();
    expect(await answerOf(weakExecutor(), await make())).toBe('accepted');
    const statements = weak.sent();
    expect(statements.length).toBeGreaterThanOrEqual(2);
    const isRepeat = name.startsWith('a repeat');
    const commitAt = statements.includes('COMMIT')
      ? statements.indexOf('COMMIT')
      : statements.findIndex((statement) => statement.startsWith('commit'));
    expect(commitAt).toBeGreaterThan(0);
    for (const [point, statement] of statements.entries()) {
      for (const moment of ['before', 'after'] as Moment[]) {
        const intent = await make();
        weak.arm(point, moment);
        const first = await answerOf(weakExecutor(), intent);
        const where = `${moment} ${statement}`;
        // One statement commits: lost anywhere else it is known what was written, so the executor itself tries again.
        expect([where, first]).toEqual([where, point === commitAt ? 'service.unavailable' : 'accepted']);
        const written = await linesOf(intent);
        if (point === commitAt && !isRepeat) {
          expect([where, written]).toEqual([where, moment === 'before' ? 0 : intent.steps.length]);
        }
        expect(await answerOf(strongExecutor(), intent)).toBe('accepted');
        expect(await linesOf(intent)).toBe(intent.steps.length);
        const [again] = await strongExecutor().execute(intent);
        expect(again!.repeated).toBe(true);
      }
    }
  });
});

it('sweeps again what a sweeper left when it was killed at any statement, each timer once', async () => {
  const until = at('2026-03-25');
  const one = { ...fixture.dependencies, cases: new CaseStore({ hotPool: weak.pool }) };
  await fixture.working(MONDAY);
  weak.sent();
  while ((await sweep(one, until, 500)).claimed > 0);
  const statements = weak.sent().slice(0, 4);
  expect(statements[0]).toBe('BEGIN');
  for (const [point] of statements.entries()) {
    for (const moment of ['before', 'after'] as Moment[]) {
      const id = await fixture.working(MONDAY);
      weak.arm(point, moment);
      await expect(sweep(one, until, 500)).rejects.toThrow();
      while ((await sweep(fixture.dependencies, until, 500)).claimed > 0);
      const fired = (await fixture.history.of(id)).filter(({ type }) => type === 'TIMER');
      expect(fired.map(({ payload }) => payload['timer'])).toEqual(['untilDueSoon', 'untilLate', 'untilBlueOrder']);
    }
  }
});

describe('bad luck that the database names', () => {
  const failing = (code: string) => () => Promise.resolve(Object.assign(new Error(code), { code }));

  it.each([
    ['a deadlock', '40P01'],
    ['a statement timeout', '57014'],
    ['a lock that was not to be had', '55P03'],
  ])('%s is tried again until it passes', async (_what, code) => {
    const ids = [await fixture.working(MONDAY), await fixture.working(MONDAY)];
    const executor = weakExecutor();
    weak.arm(1, 'before', failing(code));
    const answers = await Promise.all(ids.map((id) => answerOf(executor, comment(id))));
    expect(answers).toEqual(['accepted', 'accepted']);
  });

  it('a real deadlock is undone by the server and tried again', async () => {
    await fixture.collect(MONDAY);
    const rival = await test.database.pool.connect();
    try {
      // The rival locks a unit, waits until the executor holds the counter of numbers and wants the unit, and then wants the counter.
      await rival.query('BEGIN');
      await rival.query(`SET LOCAL deadlock_timeout = '60s'`);
      await rival.query('SELECT 1 FROM unit WHERE id = $1 FOR UPDATE', [UNIT.office]);
      const collected = answerOf(weakExecutor(), collecting(MONDAY));
      for (;;) {
        const { rowCount } = await test.database.pool.query(
          `SELECT 1 FROM pg_locks WHERE NOT granted AND locktype = 'transactionid'`,
        );
        if (rowCount !== 0) break;
      }
      await rival.query('SELECT 1 FROM case_counter WHERE year = 2026 FOR UPDATE');
      await rival.query('ROLLBACK');
      expect(await collected).toBe('accepted');
    } finally {
      rival.release();
    }
  });

  it('answers 503 for the one whose case stays locked, and serves those that came with it', async () => {
    const [locked, ...free] = await Promise.all([1, 2, 3, 4].map(() => fixture.working(MONDAY)));
    const hasty = crashPool(test.database);
    const rival = await test.database.pool.connect();
    try {
      await rival.query('BEGIN');
      await rival.query('SELECT 1 FROM rectification_case WHERE id = $1 FOR UPDATE', [locked]);
      const executor = new CommandExecutor(
        { ...fixture.dependencies, cases: new CaseStore({ hotPool: hasty.pool }) },
        new HistoryStore(hasty),
        500,
      );
      const stuck = comment(locked!);
      const held = answerOf(executor, stuck);
      expect(await Promise.all(free.map((id) => answerOf(executor, comment(id))))).toEqual(free.map(() => 'accepted'));
      expect(await held).toBe('case.held');
      await rival.query('ROLLBACK');
      expect(await linesOf(stuck)).toBe(0);
      expect(await answerOf(executor, stuck)).toBe('accepted');
    } finally {
      rival.release();
      await hasty.close();
    }
  });

  it('answers 503 once its patience is over when no connection is to be had', async () => {
    const id = await fixture.working(MONDAY);
    const nowhere = crashPool({
      pool: test.database.pool,
      connection: { ...test.database.connection, connectionString: undefined, host: '/nowhere', port: 1 },
    });
    const executor = new CommandExecutor(
      { ...fixture.dependencies, cases: new CaseStore({ hotPool: nowhere.pool }) },
      new HistoryStore(nowhere),
      500,
    );
    const intent = comment(id);
    expect(await answerOf(executor, intent)).toBe('service.unavailable');
    expect(await linesOf(intent)).toBe(0);
    await nowhere.close();
  });
});

it('drains: takes nothing more, and answers everything it had taken', async () => {
  const id = await fixture.working(MONDAY);
  const executor = strongExecutor();
  const intents = Array.from({ length: 200 }, () => comment(id));
  const answers = intents.map((intent) => answerOf(executor, intent));
  const drained = executor.drain();
  const late = comment(id);
  expect(await answerOf(executor, late)).toBe('service.unavailable');
  await drained;
  expect(executor.load()).toEqual({ waiting: 0, inFlight: 0 });
  expect(new Set(await Promise.all(answers))).toEqual(new Set(['accepted']));
  expect(await linesOf(late)).toBe(0);
});
