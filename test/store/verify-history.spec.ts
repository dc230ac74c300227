/** verify-history finds whatever was done to history behind the service's back. */
import { verifyHistory } from '../../src/store/audit/verify-history.js';
import { openFixture, type Fixture } from '../support/fixture.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { ACTOR, at } from '../support/engine.js';

let test: TestDatabase;
let fixture: Fixture;
let id: string;
let number: string;

beforeEach(async () => {
  test = await createTestDatabase();
  fixture = await openFixture(test.database);
  await fixture.working(at('2026-03-02'));
  id = await fixture.working(at('2026-03-02'));
  await fixture.send(id, ACTOR.handler, at('2026-03-03'), 'COMMENT', { text: '一' });
  const { state } = await fixture.send(id, ACTOR.handler, at('2026-03-04'), 'COMMENT', { text: '二' });
  number = state.facts.number;
  await fixture.working(at('2026-03-02'));
});
afterEach(() => test.drop());

const run = (sql: string): Promise<unknown> => test.database.pool.query(sql, [id]);
const faults = async (): Promise<unknown[]> =>
  (await verifyHistory(test.database.pool)).faults.map((fault) => [fault.number, fault.fault, fault.seq]);

it('holds on an untouched history, counts it and digests it', async () => {
  const verdict = await verifyHistory(test.database.pool);
  expect(verdict).toMatchObject({ cases: 3, events: 11, faults: [] });
  expect(verdict.digest).toMatch(/^[0-9a-f]{64}$/);
});

it.each([
  [
    'the text of a line',
    `UPDATE case_event SET body = replace(body::text, '一', '三')::json WHERE case_id = $1 AND seq = 4`,
  ],
  ['its moment', `UPDATE case_event SET at = at - interval '1 day' WHERE case_id = $1 AND seq = 4`],
  ['who did it', `UPDATE case_event SET actor_name = '别人' WHERE case_id = $1 AND seq = 4`],
  [
    'when it was recorded',
    `UPDATE case_event SET recorded_at = recorded_at + interval '1 second' WHERE case_id = $1 AND seq = 4`,
  ],
  ['the command id', `UPDATE case_event SET command_id = gen_random_uuid() WHERE case_id = $1 AND seq = 4`],
])('names the line where %s was changed', async (_what, sql) => {
  await run(sql);
  expect(await faults()).toEqual([[number, 'altered', 4]]);
});

it('names a line that was removed, also the last one', async () => {
  await run('DELETE FROM case_event WHERE case_id = $1 AND seq = 5');
  expect(await faults()).toEqual([[number, 'missing', 5]]);
});

it('names a line that was removed from the middle', async () => {
  await run('DELETE FROM case_event WHERE case_id = $1 AND seq = 2');
  expect(await faults()).toContainEqual([number, 'missing', 2]);
});

it('names two lines that changed places', async () => {
  await run('UPDATE case_event SET seq = -4 WHERE case_id = $1 AND seq = 4');
  await run('UPDATE case_event SET seq = 4 WHERE case_id = $1 AND seq = 5');
  await run('UPDATE case_event SET seq = 5 WHERE case_id = $1 AND seq = -4');
  expect(await faults()).toEqual([
    [number, 'altered', 4],
    [number, 'altered', 5],
  ]);
});

it('finds a line whose hash was made to fit again, at the next one', async () => {
  await run(`UPDATE case_event SET actor_name = '别人', hash = sha256('forged') WHERE case_id = $1 AND seq = 4`);
  expect(await faults()).toEqual([
    [number, 'altered', 4],
    [number, 'altered', 5],
  ]);
});

it('finds a case whose present state was edited', async () => {
  await run(`UPDATE rectification_case SET context = (context::jsonb || '{"returns":1}')::json WHERE id = $1`);
  expect(await faults()).toEqual([[number, 'stateDiffers', undefined]]);
});

it('finds a case that was removed as a whole', async () => {
  for (const table of ['report_fresh', 'report_delta', 'case_timer', 'message', 'case_event', 'case_text']) {
    await run(`DELETE FROM ${table} WHERE case_id = $1`);
  }
  await run('DELETE FROM rectification_case WHERE id = $1');
  expect(await faults()).toEqual([[number, 'caseMissing', undefined]]);
});

it('finds a number that was given to another case', async () => {
  await run(`UPDATE rectification_case SET number = 'ZG-2026-000099' WHERE id = $1`);
  expect(await faults()).toEqual(
    expect.arrayContaining([
      [number, 'caseMissing', undefined],
      ['ZG-2026-000099', 'altered', 1],
    ]),
  );
});
