/** Many random commands on few cases through three servers at once: order per case is kept, every answer is true. */
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { Refused } from '../../src/domain/errors.js';
import { CommandExecutor } from '../../src/executor/command-executor.js';
import { commandIntent } from '../../src/executor/intent.js';
import { CaseStore } from '../../src/store/cases/case.store.js';
import { checkCases } from '../../src/store/audit/check-cases.js';
import { openDatabase, type Database } from '../../src/store/database/database.js';
import { HistoryStore } from '../../src/store/cases/history.store.js';
import { openFixture, type Fixture } from '../support/fixture.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { ACTOR, at, payloadFor, rectification, refs } from '../support/engine.js';

let test: TestDatabase;
let fixture: Fixture;
let servers: CommandExecutor[];
const databases: Database[] = [];
beforeAll(async () => {
  test = await createTestDatabase();
  fixture = await openFixture(test.database);
  const settings = { databaseUrl: test.connectionString, dataDir: '', entities: [], migrations: [], poolSize: 3 };
  for (let n = 0; n < 3; n += 1) databases.push(await openDatabase(settings));
  servers = databases.map(
    ({ pool }) =>
      new CommandExecutor(
        { ...fixture.dependencies, cases: new CaseStore({ hotPool: pool }) },
        new HistoryStore({ pool }),
      ),
  );
});
afterAll(async () => {
  await Promise.all(databases.map((database) => database.close()));
  await test.drop();
});

const MONDAY = at('2026-03-02');
/** Likely, forbidden, faulty and unknown: each is told apart by its answer. */
const SENT: [type: string, actor: keyof typeof ACTOR, extra?: object][] = [
  ['COMMENT', 'handler'],
  ['PROGRESS', 'handler'],
  ['PROGRESS', 'handler', { evidence: [uuid()] }],
  ['SUBMIT', 'handler'],
  ['RETURN', 'supervisor'],
  ['PASS', 'supervisorInLead'],
  ['PARK', 'leader'],
  ['RESUME', 'clerk'],
  ['NO_SUCH', 'clerk'],
  ['PASS', 'visitor', { method: 7 }],
];
const nat = fc.nat({ max: 999 });
const draws = fc.array(fc.record({ server: nat, which: nat, what: nat, gap: nat }), { minLength: 60, maxLength: 60 });

it('keeps the order of each sender per case, and history holds exactly what was accepted', async () => {
  await fc.assert(
    fc.asyncProperty(draws, async (list) => {
      const cases = [await fixture.working(MONDAY), await fixture.working(MONDAY), await fixture.working(MONDAY)];
      const sent: { id: string; caseId: string; server: number; answer: Promise<string> }[] = [];
      for (const { server, which, what, gap } of list) {
        const [type, actor, extra] = SENT[what % SENT.length]!;
        const id = uuid();
        const caseId = cases[which % cases.length]!;
        const payload = { ...payloadFor(type, rectification, '2026-03-02'), ...extra };
        const intent = commandIntent({ id, type, caseId, actor: ACTOR[actor], at: MONDAY, payload });
        const answer = servers[server % 3]!.execute(intent).then(
          () => 'accepted',
          (error: unknown) => {
            if (error instanceof Refused) return error.code;
            throw error;
          },
        );
        sent.push({ id, caseId, server: server % 3, answer });
        if (gap % 4 === 0) await new Promise((next) => setImmediate(next));
      }
      const answers = await Promise.all(sent.map(({ answer }) => answer));
      expect(answers).not.toContain('service.unavailable');
      for (const caseId of cases) {
        // Two returns put a case on the orange rung: that line is the clock's, not a sender's.
        const lines = (await fixture.history.of(caseId)).slice(3).filter(({ type }) => type !== 'TIMER');
        const written = lines.map(({ commandId }) => commandId);
        const accepted = sent.filter((one, n) => one.caseId === caseId && answers[n] === 'accepted');
        expect([...written].sort()).toEqual(accepted.map(({ id }) => id).sort());
        for (const server of [0, 1, 2]) {
          const own = accepted.filter((one) => one.server === server).map(({ id }) => id);
          expect(written.filter((id) => own.includes(id!))).toEqual(own);
        }
      }
    }),
    { numRuns: 8, endOnFailure: true },
  );
  expect((await checkCases(test.database.pool, fixture.dependencies.workflows, refs)).faults).toEqual([]);
});
