/** Where nobody can act: what a role at a unit will reach is said before it is given, and cases that wait for nobody are listed. */
import { v7 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import type { Role } from '../../src/domain/words.js';
import { startServer, type TestServer } from '../support/server.js';

interface Gaps {
  stranded: number;
  cases: { id: string; kind: string; unitId: string; roles: string[]; barred: boolean }[];
  units: { unitId: string; cases: number }[];
  withoutDate: { workflow: string; version: number; failed: boolean; cases: number }[];
  silent: { id: string; labels: { 'zh-CN': string } }[];
  roles: { name: string; role: string; unitId: string; labels: { 'zh-CN': string } }[];
}

let server: TestServer;
let east: string;
let inspection: string;
let admin: TestAgent;
let clerk: TestAgent;
beforeAll(async () => {
  server = await startServer();
  [east, inspection] = [await server.unit('城东分局'), await server.unit('督查支队')];
  await server.person('clerk', ['clerk']);
  [admin, clerk] = [await server.signIn('admin'), await server.signIn('clerk')];
});
afterAll(() => server.close());

const gaps = async (): Promise<Gaps> => (await admin.get('/api/admin/gaps').expect(200)).body as Gaps;
const reach = async (
  role: Role,
  unitId: string,
): Promise<{ can: boolean; acts: number; labels: { 'zh-CN': string } }> =>
  (await admin.get(`/api/admin/reach?role=${role}&unitId=${unitId}`).expect(200)).body as never;
const act = (agent: TestAgent, id: string, type: string, payload: object = {}) =>
  agent
    .post(`/api/cases/${id}/commands`)
    .send({ id: uuid(), type, ...payload })
    .expect(200);

async function assigned(leadUnitId: string): Promise<string> {
  const categoryId = ((await clerk.get('/api/categories').expect(200)).body as { id: string }[])[0]!.id;
  const { body } = await clerk
    .post('/api/cases')
    .send({ title: '路灯不亮', description: '东街', source: 'hotline', categoryId, raiser: { anonymous: true } })
    .expect(201);
  const { id } = (body as { case: { id: string } }).case;
  await act(clerk, id, 'ASSIGN', { leadUnitId });
  return id;
}

it('lists a case whose unit has nobody, until somebody is there; and the unit itself', async () => {
  const id = await assigned(east);
  const before = await gaps();
  expect(before.cases).toEqual([
    expect.objectContaining({
      id,
      kind: 'sign',
      unitId: east,
      roles: ['handler', 'liaison', 'unitLeader'],
      barred: false,
    }),
  ]);
  // “An administrator sees and acts on no case”: the number is enough to know that somebody is missing.
  expect(JSON.stringify(before)).not.toContain('路灯');
  await admin.get(`/api/cases/${id}`).expect(404);
  expect(before.units[0]).toEqual({ unitId: east, cases: 1 });
  const { tasks } = (await admin.get('/api/work').expect(200)).body as { tasks: { kind: string; count: number }[] };
  expect(tasks).toEqual([expect.objectContaining({ kind: 'stranded', count: 1 })]);
  expect((await server.anonymous().get('/metrics').expect(200)).text).toContain('xiaohao_cases_stranded 1');
  await server.person('handler', ['handler'], east);
  const after = await gaps();
  expect([after.stranded, after.units.some(({ unitId }) => unitId === east)]).toEqual([0, false]);
});

it('says of a supervisor at a unit without an office that the role can do nothing there, and lists what waits for one', async () => {
  const at = await reach('supervisor', inspection);
  expect(at.can).toBe(false);
  expect(at.labels['zh-CN']).toMatch(/^督查支队及其下级没有主管事项的办公室.*办不了任何事项/);
  expect(await reach('supervisor', server.units.root)).toMatchObject({ can: true, acts: 0 });
  await server.person('inspector', ['supervisor'], inspection);
  const handler = await server.signIn('handler');
  const id = await assigned(east);
  await act(handler, id, 'ACCEPT');
  await act(handler, id, 'SUBMIT', { measure: '修好', lastingMeasure: '巡查' });
  const found = await gaps();
  expect(found.cases).toEqual([
    expect.objectContaining({ id, kind: 'verify', unitId: server.units.office, roles: ['supervisor'], barred: false }),
  ]);
  expect(found.roles).toEqual([expect.objectContaining({ name: 'inspector', role: 'supervisor', unitId: inspection })]);
  // What the form says is what comes true: at the root the role acts on the case.
  expect((await reach('supervisor', server.units.root)).acts).toBe(1);
  await server.person('reviewer', ['supervisor'], server.units.root);
  expect((await gaps()).stranded).toBe(0);
});

it('tells apart where people hold the role and the rules bar them all', async () => {
  const own = await assigned(server.units.office);
  await server.person('officeHandler', ['handler']);
  const officeHandler = await server.signIn('officeHandler');
  await act(officeHandler, own, 'ACCEPT');
  await act(officeHandler, own, 'SUBMIT', { measure: '修好', lastingMeasure: '巡查' });
  // The only supervisors in reach belong to the office, which leads this case itself.
  const admins = (await admin.get('/api/people').expect(200)).body as { id: string; username: string }[];
  const reviewer = admins.find(({ username }) => username === 'reviewer')!;
  await admin.patch(`/api/people/${reviewer.id}`).send({ unitId: server.units.office }).expect(200);
  expect((await gaps()).cases).toEqual([expect.objectContaining({ id: own, kind: 'verify', barred: true })]);
});

it('lists a departure that nobody may grant: who asked is no second person, and a leader of the lead unit is none either', async () => {
  const id = await assigned(east);
  await act(await server.signIn('handler'), id, 'ACCEPT');
  await act(clerk, id, 'ASK_DEPARTURE', { kind: 'withdraw', reason: '群众撤回' });
  const mine = async (): Promise<Gaps['cases']> => (await gaps()).cases.filter((one) => one.id === id);
  const asked = { id, unitId: server.units.office, roles: ['clerk', 'leader'], barred: true };
  expect(await mine()).toEqual([expect.objectContaining({ ...asked, kind: 'departure' })]);
  await server.person('ownLeader', ['leader', 'handler'], east);
  expect(await mine()).toHaveLength(1);
  await server.person('second', ['clerk']);
  expect(await mine()).toEqual([]);
});

it('refuses what it cannot answer, and tells nobody but administrators', async () => {
  await admin.get(`/api/admin/reach?role=supervisor&unitId=${uuid()}`).expect(404);
  await admin.get('/api/admin/reach?role=king&unitId=1').expect(400);
  await clerk.get('/api/admin/gaps').expect(403);
  await clerk.get(`/api/admin/reach?role=clerk&unitId=${east}`).expect(403);
});

it('lists late cases that nothing brings up again, by version, for people and for machines', async () => {
  const id = await assigned(east);
  server.clock.advance(60 * 86_400_000);
  admin = await server.signIn('admin');
  const { pool } = server.test.database;
  expect((await gaps()).withoutDate).toEqual([]);
  await pool.query(
    `UPDATE case_timer SET poisoned_at = now(), error = '-' WHERE case_id = $1 AND timer_id LIKE '%.clock.%'`,
    [id],
  );
  const failed = await gaps();
  expect(failed.withoutDate).toEqual([{ workflow: 'rectification', version: 2, failed: true, cases: 1 }]);
  expect(failed.silent).toEqual([
    expect.objectContaining({ id, labels: expect.objectContaining({ 'zh-CN': expect.stringContaining('定时') }) }),
  ]);
  // Of version 1 a case loses its timers by being answered.
  await pool.query(`DELETE FROM case_timer WHERE case_id = $1 AND timer_id LIKE '%.clock.%'`, [id]);
  expect((await gaps()).withoutDate).toEqual([{ workflow: 'rectification', version: 2, failed: false, cases: 1 }]);
  const { tasks } = (await admin.get('/api/work').expect(200)).body as { tasks: { kind: string; count: number }[] };
  expect(tasks).toContainEqual(expect.objectContaining({ kind: 'withoutDate', count: 1 }));
});
