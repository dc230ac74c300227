/** Version 2 of the workflows in a database: what it brings about in other cases, and books that stay right. */
import { Refused } from '../../src/domain/errors.js';
import { linkedCaseId } from '../../src/executor/linked-case.js';
import { migrateCases } from '../../src/executor/migrate-cases.js';
import { sweep } from '../../src/executor/sweep.js';
import { Workflows } from '../../src/engine/workflow.js';
import { isLateWithoutDate } from '../../src/engine/next-date.js';
import { WorkStore } from '../../src/store/lists/work.store.js';
import { checkCases } from '../../src/store/audit/check-cases.js';
import { openFixture, type Fixture } from '../support/fixture.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import {
  ACTOR,
  at,
  calendar,
  payloadFor,
  rectification,
  rectification2,
  refs,
  SECOND,
  units,
} from '../support/engine.js';
import type { Actor } from '../../src/domain/command.js';
import type { CaseState } from '../../src/domain/case.js';

let test: TestDatabase;
let fixture: Fixture;
const MONDAY = at('2026-03-02');

beforeAll(async () => {
  test = await createTestDatabase();
  fixture = await openFixture(test.database);
  await test.database.pool.query(
    `INSERT INTO workflow_version (name, version, hash, content, released_at) VALUES ($1, 2, $2, '', now())`,
    [rectification2.name, rectification2.hash],
  );
  for (const { userId, name, unitId } of Object.values(SECOND)) {
    await test.database.pool.query(
      `INSERT INTO person (id, username, name, password_hash, unit_id, created_at) VALUES ($1, $2, $3, '', $4, now())`,
      [userId, userId, name, unitId],
    );
  }
});
beforeEach(() => {
  fixture.dependencies.workflows = new Workflows([rectification, rectification2]);
});
afterEach(async () => expect((await check()).faults).toEqual([]));
afterAll(() => test.drop());

const check = (now = at('2026-12-01')) =>
  checkCases(test.database.pool, fixture.dependencies.workflows, refs, undefined, now);
const state = async (id: string): Promise<CaseState> => (await fixture.dependencies.cases.load([id])).cases.get(id)!;
const send = (id: string, who: Actor, day: string, type: string, more: Record<string, unknown> = {}) => {
  const { photosBefore: _, photosAfter: __, ...given } = payloadFor(type, rectification2, day);
  return fixture.send(id, who, at(day), type, { ...given, ...more });
};
const workOf = async (who: Actor, day: string): Promise<string[]> =>
  (await new WorkStore(test.database).waitingFor(who, units, day, 100)).map(({ id }) => id);
const code = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'accepted',
    (error: unknown) => (error instanceof Refused ? error.code : String(error)),
  );
const visiting = async (): Promise<string> => {
  const id = await fixture.working(MONDAY);
  await send(id, ACTOR.handler, '2026-03-03', 'SUBMIT');
  await send(id, ACTOR.supervisor, '2026-03-04', 'PASS');
  return id;
};
async function sweepUntil(when: number): Promise<void> {
  while ((await sweep(fixture.dependencies, when, 500)).claimed > 0);
}

describe('a departure by merger', () => {
  it('finds the case it goes into though the second person does not name it, and brings the raiser along', async () => {
    const [from, into] = [await fixture.working(MONDAY), await fixture.working(MONDAY)];
    await send(from, ACTOR.clerk, '2026-03-03', 'ASK_DEPARTURE', { kind: 'merge', caseId: into });
    fixture.dependencies.cases.memory.forget([from, into]);
    await send(from, SECOND.clerk, '2026-03-04', 'GRANT_DEPARTURE');
    expect((await state(from)).context).toMatchObject({ outcome: 'merged', mergedInto: into });
    expect((await state(into)).context.raisers).toEqual([into, from]);
    const { rows } = await test.database.pool.query(`SELECT 1 FROM case_event WHERE case_id = $1 AND type = 'JOIN'`, [
      into,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('is refused whole where that one has been closed meanwhile', async () => {
    const [from, into] = [await fixture.working(MONDAY), await visiting()];
    await send(from, ACTOR.clerk, '2026-03-04', 'ASK_DEPARTURE', { kind: 'merge', caseId: into });
    await send(into, ACTOR.visitor, '2026-03-05', 'RECORD_VISIT');
    expect(await code(send(from, SECOND.clerk, '2026-03-05', 'GRANT_DEPARTURE'))).toBe('rule.departureTargetIsOpen');
    expect((await state(from)).context.outcome).toBeNull();
  });
});

it('a complaint about manner is collected once as a case of its own, with a number and its provenance, however often it is sent', async () => {
  const id = await visiting();
  const payload = { method: 'phone', outcome: 'mannerComplaint', satisfaction: 'basicallySatisfied', note: '态度生硬' };
  const command = '0192d000-0000-7000-8000-00000000aa01';
  const { state: closed } = await fixture.send(id, ACTOR.visitor, at('2026-03-05'), 'RECORD_VISIT', payload, command);
  await fixture.send(id, ACTOR.visitor, at('2026-03-05'), 'RECORD_VISIT', payload, command);
  expect(closed.context.outcome).toBe('resolved');
  const linked = await state(linkedCaseId(id, closed.version, 0));
  expect(linked.facts).toMatchObject({ source: 'visit', collectedOn: '2026-03-05' });
  expect(linked.facts.number).toMatch(/^ZG-2026-\d{6}$/);
  expect(linked.workflow.version).toBe(2);
  expect(linked.context).toMatchObject({ desk: 'supervisors', origin: { caseId: id, number: closed.facts.number } });
  const { rows } = await test.database.pool.query(
    `SELECT t.title, c.waits_for FROM rectification_case c JOIN case_text t ON t.case_id = c.id WHERE c.context -> 'origin' ->> 'caseId' = $1`,
    [id],
  );
  expect(rows).toEqual([{ title: `对 ${closed.facts.number} 办理作风的意见`, waits_for: 'triageManner' }]);
  expect(await workOf(ACTOR.supervisor, '2026-03-06')).toContain(linked.id);
  expect(await workOf(ACTOR.clerk, '2026-03-06')).not.toContain(linked.id);
});

it('a split makes cases with numbers of their own that are due no later than the whole', async () => {
  const id = await fixture.working(MONDAY);
  const parts = ['路灯', '井盖'].map((title) => ({ title, description: title }));
  const { state: split } = await send(id, ACTOR.clerk, '2026-03-05', 'SPLIT', { parts });
  const made = await Promise.all([0, 1].map((nth) => state(linkedCaseId(id, split.version, nth))));
  const counted = Number(made[0]!.facts.number.slice(-6));
  expect(Number(made[1]!.facts.number.slice(-6))).toBe(counted + 1);
  await send(made[0]!.id, ACTOR.clerk, '2026-03-06', 'ASSIGN');
  expect((await state(made[0]!.id)).context.dueOn).toBe(split.context.dueOn);
  expect((await state(id)).context.parts).toBe(3);
});

it('a corrected title is the one that is shown', async () => {
  const id = await fixture.working(MONDAY);
  await send(id, ACTOR.clerk, '2026-03-05', 'CORRECT', { title: '解放路井盖松动' });
  const { rows } = await test.database.pool.query('SELECT title FROM case_text WHERE case_id = $1', [id]);
  expect(rows).toEqual([{ title: '解放路井盖松动' }]);
});

it('photographs must be files of the case, like all evidence', async () => {
  const id = await fixture.working(MONDAY);
  const stray = '0192d000-0000-7000-8000-00000000bb01';
  expect(await code(send(id, ACTOR.handler, '2026-03-05', 'SUBMIT', { photosAfter: [stray] }))).toBe(
    'attachment.unknown',
  );
});

it('orders say how they stand through a waiver that ends, a second proposal and a talk', async () => {
  const id = await fixture.working(MONDAY);
  const statuses = async (): Promise<string[]> => {
    const { rows } = await test.database.pool.query<{ said: string }>(
      `SELECT rung || ' ' || status AS said FROM supervision_order WHERE case_id = $1 ORDER BY issued_at`,
      [id],
    );
    return rows.map(({ said }) => said);
  };
  await sweepUntil(at('2026-03-27'));
  expect(await workOf(ACTOR.unitLeader, '2026-03-27')).toContain(id);
  await sweepUntil(at('2026-04-01'));
  const order = { period: 1, rung: 'red' };
  expect(await statuses()).toEqual(['blue issued', 'orange issued', 'red proposed']);
  await send(id, ACTOR.leader, '2026-04-01', 'WAIVE_ORDER', { ...order, reviewOn: '2026-04-03' });
  expect((await statuses()).at(-1)).toBe('red waived');
  // The waiver is over and given again in one decision.
  await send(id, ACTOR.leader, '2026-04-03', 'WAIVE_ORDER', { ...order, reviewOn: '2026-04-08' });
  expect((await statuses()).at(-1)).toBe('red waived');
  await sweepUntil(at('2026-04-08'));
  expect((await statuses()).at(-1)).toBe('red proposed');
  await sweepUntil(at('2026-04-20'));
  await send(id, ACTOR.leader, '2026-04-20', 'RECORD_TALK');
  expect((await statuses()).slice(2)).toEqual(['red proposed', 'talk signed']);
  expect(isLateWithoutDate(await state(id), calendar.dayOf(at('2026-04-20')))).toBe(false);
});

it('cases of version 1 go over: a reply that would have silenced one for ever does so no longer', async () => {
  fixture.dependencies.workflows = new Workflows([rectification]);
  const id = await fixture.working(MONDAY);
  await sweepUntil(at('2026-03-24'));
  await fixture.send(id, ACTOR.handler, at('2026-03-24'), 'REPLY_ORDER', { period: 1, rung: 'blue', text: '正在整改' });
  expect(isLateWithoutDate(await state(id), '2026-03-30')).toBe(true);
  // Named by the check, and no fault of the books: what is to be done is to move it.
  const silent = { id, hasFailed: false, workflow: expect.objectContaining({ name: 'rectification', version: 1 }) };
  expect((await check()).withoutDate).toEqual([expect.objectContaining(silent)]);
  expect((await check(at('2026-03-20'))).withoutDate).toEqual([]);
  fixture.dependencies.workflows = new Workflows([rectification, rectification2]);
  const by = { id: ACTOR.administrator.userId, name: ACTOR.administrator.name };
  const order = { name: 'rectification', from: 1, to: 2, by, at: at('2026-03-30'), dryRun: false };
  await migrateCases(fixture.executor, fixture.dependencies, order);
  const moved = await state(id);
  expect(moved.workflow.version).toBe(2);
  expect(isLateWithoutDate(moved, '2026-03-30')).toBe(false);
  await sweepUntil(at('2026-03-31'));
  expect((await state(id)).context.rung).toBe('orange');
  expect((await check()).withoutDate).toEqual([]);
});

it('a late case whose timer was lost is a fault, one whose timer failed is told', async () => {
  const id = await fixture.working(MONDAY);
  await sweepUntil(at('2026-03-24'));
  const timers = (sql: string) => test.database.pool.query(sql, [id]);
  const { rows } = await timers(`SELECT * FROM case_timer WHERE case_id = $1 AND timer_id LIKE '%.clock.%'`);
  expect(rows).toHaveLength(1);
  await timers(
    `UPDATE case_timer SET poisoned_at = now(), error = '-' WHERE case_id = $1 AND timer_id LIKE '%.clock.%'`,
  );
  const failed = await check();
  expect([failed.faults, failed.withoutDate.map((one) => [one.id, one.hasFailed])]).toEqual([[], [[id, true]]]);
  await timers(`DELETE FROM case_timer WHERE case_id = $1 AND timer_id LIKE '%.clock.%'`);
  const lost = await check();
  expect(lost.faults.map(({ fault }) => fault).sort()).toEqual(['lateWithoutDate', 'timerMissing']);
  expect(lost.withoutDate).toEqual([]);
  await test.database.pool.query('INSERT INTO case_timer (case_id, timer_id, due_at) VALUES ($1, $2, $3)', [
    ...[id, rows[0].timer_id, rows[0].due_at],
  ]);
});
