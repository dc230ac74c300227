/** A primary with a synchronous standby: the primary dies under load, the standby is promoted, nothing acknowledged is lost, nobody restarts. */
import { randomUUID } from 'node:crypto';
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import { Refused } from '../../src/domain/errors.js';
import { CommandExecutor } from '../../src/executor/command-executor.js';
import { commandIntent, stepId, type Intent } from '../../src/executor/intent.js';
import { checkCases } from '../../src/store/audit/check-cases.js';
import { openDatabase } from '../../src/store/database/database.js';
import { CaseStore } from '../../src/store/cases/case.store.js';
import { HistoryStore } from '../../src/store/cases/history.store.js';
import { migrate, releasedMigrations } from '../../src/store/database/migrate.js';
import { whyNotWritable } from '../../src/store/database/writable.js';
import { urlOfEachHost } from '../../src/store/database/primary-client.js';
import { openFixture } from '../support/fixture.js';
import { readNote } from '../support/cluster-note.js';
import { ACTOR, at, refs } from '../support/engine.js';
import { startPair } from '../support/server-pair.js';

const MONDAY = at('2026-03-02');

it('reads a URL of several hosts as one URL for each', () => {
  expect(
    urlOfEachHost('postgresql://me:pw@one:5432,two:5433/office?sslmode=disable&target_session_attrs=read-write'),
  ).toEqual([
    'postgresql://me:pw@one:5432/office?sslmode=disable',
    'postgresql://me:pw@two:5433/office?sslmode=disable',
  ]);
  expect(urlOfEachHost('postgres://one/office')).toEqual(['postgres://one/office']);
});

it('goes on with the standby after the primary was killed, with every acknowledged command', async () => {
  const folder = join(readNote().folder, `pair-${randomUUID().slice(0, 8)}`);
  await mkdir(folder);
  await chmod(folder, 0o755);
  const pair = await startPair(folder);
  const settings = {
    ...{ databaseUrl: pair.url, dataDir: folder, entities: [], migrations: releasedMigrations(), poolSize: 4 },
    log: () => undefined,
  };
  const database = await openDatabase(settings);
  const strict = await openDatabase({ ...settings, statementTimeout: 1_500 });
  try {
    await migrate(database);
    const fixture = await openFixture(database);
    const cases = await Promise.all([1, 2, 3, 4, 5, 6].map(() => fixture.working(MONDAY)));
    const acknowledged: string[] = [];
    let isOver = false;
    let unknown = 0;
    const sender = async (caseId: string): Promise<void> => {
      while (!isOver) {
        const id = uuid();
        const text = '一';
        const intent: Intent = commandIntent({
          id,
          type: 'COMMENT',
          caseId,
          actor: ACTOR.handler,
          at: MONDAY,
          payload: { text },
        });
        for (let answered = false; !answered;) {
          try {
            await fixture.executor.execute(intent);
            acknowledged.push(id);
            answered = true;
          } catch (error) {
            if (!(error instanceof Refused) || error.status !== 503) throw error;
            unknown += 1;
            await pause(200);
          }
        }
      }
    };
    // A standby that is away: no statement timeout ends a commit that waits for it, but nobody is told yes, whoever waits is told to ask again,
    // `ready` says what is wrong, and the same id is in history once it is back.
    await pair.waitFor('nobody');
    const dependencies = { ...fixture.dependencies, cases: new CaseStore(strict) };
    const impatient = new CommandExecutor(dependencies, new HistoryStore(strict), 500);
    const comment = { type: 'COMMENT', caseId: cases[0]!, actor: ACTOR.handler, at: MONDAY, payload: { text: '一' } };
    const waiting = commandIntent({ id: uuid(), ...comment });
    await expect(impatient.execute(waiting)).rejects.toMatchObject({ status: 503, code: 'service.unavailable' });
    while ((await whyNotWritable(database))?.code !== 'database.noStandby') await pause(50);
    await pair.waitFor('standby');
    acknowledged.push(stepId(waiting.steps[0]!));
    expect((await fixture.executor.execute(waiting))[0]!.events.at(-1)).toMatchObject({ type: 'COMMENT' });
    expect(await whyNotWritable(database)).toBeUndefined();
    const senders = Promise.all(cases.map(sender));
    const reached = async (count: number): Promise<void> => {
      while (acknowledged.length < count) await pause(20);
    };
    await reached(100);
    pair.killPrimary();
    // Until somebody is promoted there is a server that answers and none that takes writes, and `ready` says so.
    while ((await whyNotWritable(database))?.code !== 'database.noPrimary') await pause(20);
    await pair.promote();
    const before = acknowledged.length;
    await reached(before + 100);
    isOver = true;
    await senders;

    const { rows } = await database.pool.query<{ command_id: string }>(
      `SELECT command_id FROM case_event WHERE type = 'COMMENT'`,
    );
    expect(rows.map(({ command_id }) => command_id).sort()).toEqual([...acknowledged].sort());
    expect(unknown).toBeLessThan(100);
    expect((await checkCases(database.pool, fixture.dependencies.workflows, refs)).faults).toEqual([]);
  } finally {
    await Promise.all([database.close(), strict.close()]);
    await pair.stop();
  }
}, 240_000);
