/** Rows that somebody else holds: a locked case holds up its own commands and no others, in their order, and not for ever. */
import { v7 as uuid } from 'uuid';
import { Refused } from '../../src/domain/errors.js';
import { CommandExecutor } from '../../src/executor/command-executor.js';
import { commandIntent, type Intent } from '../../src/executor/intent.js';
import { checkCases } from '../../src/store/audit/check-cases.js';
import { openFixture, type Fixture } from '../support/fixture.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { ACTOR, at, refs } from '../support/engine.js';
import { atLength } from '../support/length.js';

const MONDAY = at('2026-03-02');
const CLIENTS = 50;
/** Commands of each client while the rows are locked. */
const EACH = atLength(200, 8);
const FOR_EVER = 3_600_000;

let test: TestDatabase;
let fixture: Fixture;
beforeAll(async () => {
  test = await createTestDatabase();
  fixture = await openFixture(test.database);
});
afterAll(() => test.drop());

const comment = (caseId: string): Intent & { id: string } => {
  const id = uuid();
  const payload = { text: '一' };
  return { id, ...commandIntent({ id, type: 'COMMENT', caseId, actor: ACTOR.handler, at: MONDAY, payload }) };
};

/** Runs `work` while another session holds the rows. */
async function whileHeld(cases: readonly string[], work: () => Promise<void>): Promise<void> {
  const rival = await test.database.pool.connect();
  try {
    await rival.query('BEGIN');
    await rival.query('SELECT 1 FROM rectification_case WHERE id = ANY($1) FOR UPDATE', [cases]);
    await work();
  } finally {
    await rival.query('ROLLBACK');
    rival.release();
  }
}

it('lets fifty clients work on other cases while two are held, and then goes on with those in the order they came', async () => {
  const held = [await fixture.working(MONDAY), await fixture.working(MONDAY)];
  const free = await Promise.all(Array.from({ length: 10 }, () => fixture.working(MONDAY)));
  const executor = new CommandExecutor(fixture.dependencies, fixture.history, FOR_EVER);
  const own = held.flatMap((id) => [comment(id), comment(id), comment(id)]);
  const answers: Promise<unknown>[] = [];
  await whileHeld(held, async () => {
    // one alone first, which goes by another statement than many
    for (const intent of own) {
      answers.push(executor.execute(intent));
      await executor.execute(comment(free[0]!));
    }
    const client = async (n: number): Promise<void> => {
      for (let sent = 0; sent < EACH; sent += 1) await executor.execute(comment(free[n % free.length]!));
    };
    await Promise.all(Array.from({ length: CLIENTS }, (_, n) => client(n)));
    expect(executor.load()).toEqual({ waiting: own.length, inFlight: 0 });
  });
  await Promise.all(answers);
  for (const caseId of held) {
    const written = (await fixture.history.of(caseId)).map(({ commandId }) => commandId);
    const sent = own.flatMap(({ id, steps }) => (JSON.stringify(steps).includes(caseId) ? [id] : []));
    expect(written.slice(-3)).toEqual(sent);
  }
  expect((await checkCases(test.database.pool, fixture.dependencies.workflows, refs)).faults).toEqual([]);
});

it('tells those who wait for a held case to ask again, also those behind the first, and drains without them', async () => {
  const [caseId, other] = [await fixture.working(MONDAY), await fixture.working(MONDAY)];
  const executor = new CommandExecutor(fixture.dependencies, fixture.history, 300);
  const codeOf = (intent: Intent): Promise<unknown> =>
    executor.execute(intent).then(
      () => 'accepted',
      (error: unknown) => (error instanceof Refused ? [error.status, error.code] : error),
    );
  const sent = [comment(caseId), comment(caseId)];
  await whileHeld([caseId], async () => {
    expect(await Promise.all(sent.map(codeOf))).toEqual(sent.map(() => [503, 'case.held']));
    const last = codeOf(comment(caseId));
    await executor.execute(comment(other));
    const drained = executor.drain();
    expect(await last).toEqual([503, 'service.unavailable']);
    await drained;
  });
  expect(await new CommandExecutor(fixture.dependencies, fixture.history).execute(sent[0]!)).toMatchObject([
    { repeated: false },
  ]);
});

it('refuses at once what comes beyond the commands that it can answer in time', async () => {
  const cases = await Promise.all(Array.from({ length: 4 }, () => fixture.working(MONDAY)));
  const executor = new CommandExecutor(fixture.dependencies, fixture.history, FOR_EVER, 20);
  const told: string[] = [];
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, n) =>
      executor.execute(comment(cases[n % cases.length]!)).then(
        () => void told.push('accepted'),
        (error: unknown) => void told.push((error as Refused).code),
      ),
    ),
  );
  expect(answers).toHaveLength(60);
  expect(told.filter((one) => one === 'accepted')).toHaveLength(20);
  expect(told.slice(0, 40)).toEqual(Array.from({ length: 40 }, () => 'service.busy'));
});
