/** An administrator sets the rules: tries other numbers on the past, saves them as a version, moves the open cases to it; nobody else does. */
import { v7 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import { Workflows } from '../../src/engine/workflow.js';
import { checkCases } from '../../src/store/audit/check-cases.js';
import { openWorkflows } from '../../src/store/reference-data/workflow-files.js';
import { learnSavedVersions } from '../../src/store/reference-data/workflow.store.js';
import { ReferenceDataStore } from '../../src/store/reference-data/reference-data.store.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
const who: Record<string, TestAgent> = {};
let station: string;
let category: string;
let policy: Record<string, unknown>;

beforeAll(async () => {
  server = await startServer();
  station = await server.unit('城东派出所');
  await server.person('clerk', ['clerk', 'leader']);
  await server.person('auditor', ['auditor']);
  await server.person('handler', ['handler'], station);
  for (const name of ['admin', 'clerk', 'auditor', 'handler']) who[name] = await server.signIn(name);
  category = ((await who['clerk']!.get('/api/categories').expect(200)).body as { id: string }[])[0]!.id;
  policy = ((await who['admin']!.get('/api/workflows/rectification/2').expect(200)).body as { policy: typeof policy })
    .policy;
});
afterAll(() => server.close());

const post = (name: string, path: string, body: object) => who[name]!.post(path).send(body);
async function working(): Promise<string> {
  const given = { title: '井盖松动', description: '井盖松动', source: 'hotline', categoryId: category, raiser: {} };
  const { body } = await post('clerk', '/api/cases', given).expect(201);
  const { id } = (body as { case: { id: string } }).case;
  const send = (name: string, type: string, payload: object = {}) =>
    post(name, `/api/cases/${id}/commands`, { id: uuid(), type, ...payload }).expect(200);
  await send('clerk', 'ASSIGN', { leadUnitId: station });
  await send('handler', 'ACCEPT');
  return id;
}
const versionOf = async (id: string): Promise<number> => {
  const { body } = await who['clerk']!.get(`/api/cases/${id}`).expect(200);
  return (body as { workflow: { version: number } }).workflow.version;
};
interface Line {
  name: string;
  version: number;
  newest: boolean;
  takesOver: number[];
  saved: object | null;
}
const lines = async (): Promise<Line[]> => (await who['clerk']!.get('/api/workflows').expect(200)).body as Line[];

it.each([
  ['/api/workflows/simulate', { file: {} }],
  ['/api/workflows/rectification/versions', { base: 2, policy: {}, note: 'x' }],
  ['/api/workflows/rectification/migrate', { from: 2, to: 1001 }],
  ['/api/workflows/rectification/2/withdraw', { reason: '试行' }],
])('%s is for administrators alone', async (path, body) => {
  for (const name of ['clerk', 'auditor', 'handler']) {
    const answer = await post(name, path, body).expect(403);
    expect(answer.body).toMatchObject({ code: 'access.roleMissing' });
  }
});

it('tries other numbers on the past and writes nothing', async () => {
  await working();
  server.clock.set(Date.parse('2026-03-20T10:00:00+08:00'));
  for (const name of Object.keys(who)) who[name] = await server.signIn(name);
  const workingDays = { default: 5, byCategory: {} };
  const { body } = await post('admin', '/api/workflows/simulate', {
    file: { name: 'rectification', policy: { ...policy, workingDays } },
  }).expect(200);
  expect(body).toMatchObject({
    from: '2025-03-20',
    to: '2026-03-19',
    of: 1,
    played: 1,
    differing: 1,
    late: { real: 0, draft: 1 },
    rungs: expect.arrayContaining([{ rung: 'blue', real: 0, draft: 1 }]) as unknown,
    cases: [{ dueOn: '2026-03-23', draftDueOn: '2026-03-09', rungs: '', draftRungs: 'blue,orange,red' }],
  });
  expect((await lines()).filter(({ name }) => name === 'rectification').map(({ version }) => version)).toEqual([2, 1]);
});

it('refuses numbers that pass no check, an unknown base, no change, and days that are none', async () => {
  const bad = { ...policy, dueSoonDays: 0 };
  const simulated = await post('admin', '/api/workflows/simulate', { file: { name: 'rectification', policy: bad } }).expect(422); // prettier-ignore
  expect(simulated.body).toMatchObject({
    code: 'workflow.invalid',
    details: { problems: [{ path: 'policy.dueSoonDays' }] },
  });
  const save = (base: number, numbers: object) =>
    post('admin', '/api/workflows/rectification/versions', { base, policy: numbers, note: '试行' });
  expect((await save(2, bad).expect(422)).body).toMatchObject({ code: 'workflow.invalid' });
  expect((await save(99, policy).expect(404)).body).toMatchObject({ code: 'workflow.notFound' });
  expect((await save(2, policy).expect(422)).body).toMatchObject({ code: 'workflow.nothingChanged' });
  const days = { file: { name: 'rectification', policy }, from: '2026-03-02', to: '2026-03-01' };
  await post('admin', '/api/workflows/simulate', days).expect(400);
});

describe('a version of the office’s own', () => {
  let open: string;

  beforeAll(async () => {
    open = await working();
    const changed = { ...policy, workingDays: { default: 10, byCategory: {} } };
    const { body } = await post('admin', '/api/workflows/rectification/versions', {
      base: 2,
      policy: changed,
      note: '领导小组第三次会议定',
    }).expect(201);
    expect(body).toMatchObject({
      version: 1001,
      newest: true,
      takesOver: [1, 2],
      saved: { byName: '管理员', note: '领导小组第三次会议定' },
    });
  });

  it('is what new cases get, while open ones stay', async () => {
    const fresh = await working();
    expect([await versionOf(open), await versionOf(fresh)]).toEqual([2, 1001]);
    const { body } = await who['clerk']!.get(`/api/cases/${fresh}`).expect(200);
    expect((body as { dueOn: string }).dueOn).toBe('2026-04-03');
  });

  it('is there after a restart, and on another server as soon as that hears of any change of reference data', async () => {
    const { database } = server.tenant;
    const again = await openWorkflows(database, server.clock.now());
    expect(again.newest('rectification').version).toBe(1001);
    const other = new Workflows(again.all().filter(({ version }) => version < 1001));
    const referenceData = await ReferenceDataStore.open(database, 'Asia/Shanghai');
    referenceData.alongWith(() => learnSavedVersions(database, other));
    await post('admin', '/api/units', { name: '新单位', parentId: server.units.root }).expect(201);
    await referenceData.refresh();
    expect(other.newest('rectification')).toMatchObject({ version: 1001, saved: { note: '领导小组第三次会议定' } });
  });

  it('takes the open cases along, first dry and then done, each with a line that says who decided', async () => {
    const order = { from: 2, to: 1001 };
    const dry = await post('admin', '/api/workflows/rectification/migrate', { ...order, dryRun: true }).expect(200);
    expect(dry.body).toMatchObject({
      looked: 2,
      moved: [{ from: 'rectifying', to: 'rectifying', cases: 2, fromLabels: { 'zh-CN': '整改落实' } }],
      staying: [],
      faults: [],
      next: null,
    });
    expect(await versionOf(open)).toBe(2);
    expect((await post('admin', '/api/workflows/rectification/migrate', order).expect(200)).body).toEqual(dry.body);
    expect(await versionOf(open)).toBe(1001);
    const { body } = await who['clerk']!.get(`/api/cases/${open}/history`).expect(200);
    const line = (body as { events?: object[] } & object[]).at(-1);
    expect(JSON.stringify(line)).toContain('管理员');
    const { database, workflows, referenceData } = server.tenant;
    expect((await checkCases(database.pool, workflows, referenceData.current())).faults).toEqual([]);
    expect((await post('admin', '/api/workflows/rectification/migrate', order).expect(200)).body).toMatchObject({ looked: 0 }); // prettier-ignore
  });

  it('is numbered on, and takes over what its base took over', async () => {
    const changed = { ...policy, dueSoonDays: 2 };
    const { body } = await post('admin', '/api/workflows/rectification/versions', { base: 1001, policy: changed, note: '再调' }).expect(201); // prettier-ignore
    expect(body).toMatchObject({ version: 1002, takesOver: [1, 2, 1001] });
    const back = await post('admin', '/api/workflows/rectification/versions', { base: 2, policy: { ...policy, dueSoonDays: 4 }, note: '回到原数' }).expect(201); // prettier-ignore
    expect(back.body).toMatchObject({ version: 1003, takesOver: [1, 2, 1001, 1002] });
  });
});

it('refuses a move to a version that does not take cases over, and versions that are not there', async () => {
  const move = (from: number, to: number) => post('admin', '/api/workflows/rectification/migrate', { from, to });
  expect((await move(1001, 1).expect(422)).body).toMatchObject({ code: 'migrate.noMapping' });
  expect((await move(2, 77).expect(404)).body).toMatchObject({ code: 'workflow.notFound' });
  await post('admin', '/api/workflows/unheard/migrate', { from: 1, to: 2 }).expect(404);
});

it('withdraws a version for new cases alone, with who and why, and never the last one', async () => {
  const withdraw = (of: string, reason = '条款有误') => post('admin', `/api/workflows/${of}/withdraw`, { reason });
  const newest = Math.max(
    ...(await lines()).filter(({ name }) => name === 'rectification').map(({ version }) => version),
  );
  const before = await working();
  const { body } = await withdraw(`rectification/${newest}`).expect(200);
  expect(body).toMatchObject({ newest: false, withdrawn: { byName: '管理员', reason: '条款有误' } });
  expect([await versionOf(before), await versionOf(await working())]).toEqual([newest, newest - 1]);
  await post('handler', `/api/cases/${before}/commands`, { id: uuid(), type: 'COMMENT', text: '照常办理' }).expect(200);
  const move = await post('admin', '/api/workflows/rectification/migrate', { from: 2, to: newest }).expect(422);
  expect(move.body).toMatchObject({ code: 'migrate.withdrawn' });
  // A start reads it, and so does another server with the next change of reference data.
  const { database } = server.tenant;
  const again = await openWorkflows(database, server.clock.now());
  const other = new Workflows(again.all());
  await learnSavedVersions(database, other);
  expect([again, other].map((one) => one.newest('rectification').version)).toEqual([newest - 1, newest - 1]);
  expect((await withdraw(`rectification/${newest}`).expect(409)).body).toMatchObject({ code: 'workflow.withdrawn' });
  expect((await withdraw('rectification/77').expect(404)).body).toMatchObject({ code: 'workflow.notFound' });
  // What is left would let a case go by one person, and is no base either.
  expect((await withdraw('staged/2').expect(422)).body).toMatchObject({ code: 'workflow.olderRules' });
  const { body: first } = await who['admin']!.get('/api/workflows/staged/1').expect(200);
  const numbers = { ...(first as { policy: object }).policy, dueSoonDays: 4 };
  const sent = { base: 1, policy: numbers, note: '试行' };
  expect((await post('admin', '/api/workflows/staged/versions', sent).expect(422)).body).toMatchObject({
    code: 'workflow.olderRules',
  });
  await withdraw('immediate/1').expect(200);
  expect((await withdraw('immediate/2').expect(409)).body).toMatchObject({ code: 'workflow.lastVersion' });
  await withdraw('immediate/2', '').expect(400);
});

it('shows a case whose workflow only a newer release knows, and does nothing with it', async () => {
  const id = await working();
  const { pool } = server.tenant.database;
  await pool.query(
    `INSERT INTO workflow_version (name, version, hash, content, released_at) VALUES ('rectification', 900, 'newer', '{"fromTomorrow":true}', now())`,
  );
  await pool.query(
    `UPDATE rectification_case SET workflow_version = 900, workflow_hash = 'newer', due_on = '2026-03-03' WHERE id = $1`,
    [id],
  );
  await server.restart();
  for (const name of Object.keys(who)) who[name] = await server.signIn(name);
  const said = { 'zh-CN': '此事项的流程由更新的版本管理' };
  const list = (await who['clerk']!.get('/api/cases').expect(200)).body as { items: { id: string }[] };
  expect(list.items.find((one) => one.id === id)).toMatchObject({ stateLabels: said });
  expect((await who['clerk']!.get(`/api/cases/${id}`).expect(200)).body).toMatchObject({
    ...{ allowed: [], next: null, nextDate: null, stateLabels: said },
    workflow: { name: 'rectification', version: 900, labels: said, isNewer: true },
  });
  for (const path of ['/api/work', '/api/overdue', `/api/cases/${id}/history`, '/api/workflows'])
    await who['handler']!.get(path).expect(200);
  await who['admin']!.get('/api/admin/gaps').expect(200);
  const command = { id: uuid(), type: 'COMMENT', text: '催办' };
  const refused = await post('handler', `/api/cases/${id}/commands`, command).expect(409);
  expect(refused.body).toMatchObject({ code: 'workflow.newer', messageZh: `${said['zh-CN']}，请在升级完成后再办` });
  const other = await working();
  const batch = [
    { caseId: id, ...command, id: uuid() },
    { caseId: other, ...command, id: uuid() },
  ];
  const { body } = await post('handler', '/api/commands', batch).expect(200);
  expect((body as { ok: boolean }[]).map(({ ok }) => ok)).toEqual([false, true]);
  // Nor does a start stumble over what it cannot read.
  expect((await openWorkflows(server.tenant.database, 0)).version('rectification', 900)).toBeUndefined();
});
