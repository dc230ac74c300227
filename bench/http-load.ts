/** The load of bench/http.ts: a tenant with assigned cases and signed-in people, and clients that take case after case through all steps. */
import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { CommandExecutor } from '../src/executor/command-executor.js';
import { CaseStore } from '../src/store/cases/case.store.js';
import type { Database } from '../src/store/database/database.js';
import { HistoryStore } from '../src/store/cases/history.store.js';
import { openFixture2 } from '../test/support/fixture-2.js';
import { ACTOR, UNIT, at } from '../test/support/engine.js';
import { STEPS } from './events.js';
import { HttpClient } from './http-client.js';

export const CLIENTS = 16;
/** The day on which the service believes itself to be; cases were assigned the day before. */
export const TODAY = '2026-03-03T10:00:00+08:00';

export type Fixture = Awaited<ReturnType<typeof openFixture2>>;

/** The cookie of a person at one of the clients: everybody who works at once has a session of their own. */
const cookieOf = (userId: string, client: number): string => `${userId}.${client}`;

/** Roles as rows, and for each client a session of each person that acts. */
async function signIn(database: Database): Promise<void> {
  for (const { userId, roles } of Object.values(ACTOR)) {
    if (userId === null) continue;
    for (const { role, unitId } of roles) {
      await database.pool.query('INSERT INTO person_role (person_id, role, unit_id) VALUES ($1, $2, $3)', [
        userId,
        role,
        unitId,
      ]);
    }
    const hashes = Array.from({ length: CLIENTS }, (_, client) =>
      createHash('sha256').update(cookieOf(userId, client)).digest(),
    );
    await database.pool.query(
      `INSERT INTO session (id, token_hash, person_id, created_at, last_used_at, expires_at)
       SELECT gen_random_uuid(), hash, $2, '2026-03-03', '2026-03-03', '2026-03-04' FROM unnest($1::bytea[]) AS h (hash)`,
      [hashes, userId],
    );
    await database.pool.query('UPDATE person SET start_password = false WHERE id = $1', [userId]);
  }
}

/** The tenant in a database, its people signed in, and the ids of `count` assigned cases. */
export async function prepare(database: Database, count: number): Promise<{ fixture: Fixture; ids: string[] }> {
  const fixture = await openFixture2(database);
  await signIn(database);
  const ids: string[] = [];
  for (let n = 0; n < count; n += 50) {
    const made = await Promise.all(Array.from({ length: 50 }, () => fixture.collect(at('2026-03-02'))));
    await Promise.all(
      made.map((id) => fixture.send(id, ACTOR.clerk, at('2026-03-02'), 'ASSIGN', { leadUnitId: UNIT.lead })),
    );
    ids.push(...made);
  }
  return { fixture, ids };
}

/** Takes one case through one step, as one of the clients. */
export type TakeStep = (id: string, step: number, client: number) => Promise<unknown>;

/** Steps sent to a service, each client over its own kept connection; `close` lets them go. */
export async function httpSteps(address: string): Promise<{ step: TakeStep; close: () => void }> {
  const clients = await Promise.all(Array.from({ length: CLIENTS }, () => HttpClient.connect(address)));
  return {
    step: (id, at, client) => {
      const [type, actor, , payload] = STEPS[at]!;
      const cookie = `xiaohao_session=${cookieOf(actor.userId!, client)}`;
      return clients[client]!.post(
        `/api/cases/${id}/commands`,
        cookie,
        JSON.stringify({ id: uuid(), type, ...payload }),
      );
    },
    close: () => clients.forEach((client) => client.close()),
  };
}

/** The same steps handed to an executor of this process. */
export function executorSteps(database: Database, { dependencies }: Fixture): TakeStep {
  const executor = new CommandExecutor({ ...dependencies, cases: new CaseStore(database) }, new HistoryStore(database));
  const moment = Date.parse(TODAY);
  return (caseId, at) => {
    const [type, actor, , payload] = STEPS[at]!;
    return executor.execute({
      steps: [{ kind: 'command', command: { id: uuid(), type, caseId, actor, at: moment, payload } }],
    });
  };
}

/** Events a second of clients that each take case after case through all steps. */
export async function drive(ids: readonly string[], step: TakeStep): Promise<number> {
  const queue = [...ids];
  const run = async (client: number): Promise<void> => {
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      for (let at = 0; at < STEPS.length; at += 1) await step(id, at, client);
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: CLIENTS }, (_, client) => run(client)));
  return (ids.length * STEPS.length) / ((performance.now() - begun) / 1e3);
}
