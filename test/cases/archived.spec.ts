/** What people see and may do once the history of a case is archived, and who may archive. */
import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import { main } from '../../src/cli.js';
import { startServer, type TestServer } from '../support/server.js';

const folder = mkdtempSync(join(tmpdir(), 'xiaohao-archive-'));
let server: TestServer;
let clerk: TestAgent;
let stranger: TestAgent;
let id: string;
let receipt: string;
let history: object[];
const env = { ...process.env };

beforeAll(async () => {
  server = await startServer({ now: '2024-03-04T10:00:00+08:00', env: { ARCHIVE_DIR: folder } });
  const { root } = server.units;
  await server.person('clerk', ['clerk'], root);
  await server.person('stranger', ['handler'], await server.unit('城西分局'));
  [clerk, stranger] = [await server.signIn('clerk'), await server.signIn('stranger')];
  const category = ((await clerk.get('/api/categories').expect(200)).body as { id: string }[])[0]!.id;
  const issue = {
    title: '路灯不亮',
    description: '东街路灯不亮',
    source: 'hotline',
    categoryId: category,
    raiser: { anonymous: true },
  };
  const { body } = await clerk.post('/api/cases').send(issue).expect(201);
  ({
    case: { id },
    receiptCode: receipt,
  } = body as { case: { id: string }; receiptCode: string });
  await act('REJECT', { reason: '不属公安职责' }).expect(200);
  history = (await clerk.get(`/api/cases/${id}/history`).expect(200)).body as object[];
  server.clock.set(Date.parse('2026-03-02T10:00:00+08:00'));
  clerk = await server.signIn('clerk');
  stranger = await server.signIn('stranger');
  Object.assign(process.env, {
    DATABASE_URL: server.test.connectionString,
    CLOCK_START: '2026-03-02T10:00:00+08:00',
    ARCHIVE_DIR: folder,
  });
});
afterAll(async () => {
  process.env = env;
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const act = (type: string, payload: object) =>
  clerk.post(`/api/cases/${id}/commands`).send({ id: uuid(), type, ...payload });

/** What the command line says, and its exit code. */
async function says(...args: string[]): Promise<[number, string]> {
  const said: string[] = [];
  const code = await main(args, (line) => said.push(line));
  return [code, said.join('\n')];
}

it('lets only an administrator archive and bring back, and counts first', async () => {
  expect(await says('archive', '--year', '2024', '--as', 'clerk')).toEqual([1, expect.stringContaining('只有管理员')]);
  expect(await says('archive', '--year', '2026', '--as', 'admin')).toEqual([
    1,
    expect.stringContaining('只能归档已经过完的年度'),
  ]);
  const [code, said] = await says('archive', '--year', '2024', '--as', 'admin', '--dry-run');
  expect([code, said]).toEqual([0, expect.stringContaining('1 个事项 / cases，2 条记录 / lines 可归档')]);
  expect(await readdir(folder)).toEqual([]);
  expect((await says('archive', '--year', '2024', '--as', 'admin'))[0]).toBe(0);
  expect((await readdir(folder)).filter((name) => name.endsWith('.gz'))).toHaveLength(1);
  const [file] = (await readdir(folder)).filter((name) => name.endsWith('.gz'));
  expect(await says('restore-archive', join(folder, file!), '--as', 'clerk')).toEqual([
    1,
    expect.stringContaining('只有管理员'),
  ]);
});

it('shows the case with a note, allows nothing, and reads the history from the file', async () => {
  const { body } = await clerk.get(`/api/cases/${id}`).expect(200);
  expect(body).toMatchObject({
    title: '路灯不亮',
    outcome: 'rejected',
    allowed: [],
    archive: { lines: 2, file: expect.stringMatching(/^ZG-2024-000001_/) as string },
  });
  expect((await clerk.get(`/api/cases/${id}/history`).expect(200)).body).toEqual(history);
  await stranger.get(`/api/cases/${id}/history`).expect(404);
  const { body: refused } = await act('COMMENT', { text: '补充' }).expect(409);
  expect(refused).toMatchObject({ code: 'case.archived', messageZh: expect.stringContaining('已归档') as string });
});

it('is still read by its receipt, which offers nothing that would be refused', async () => {
  const { body } = await server.anonymous().get(`/api/receipts/${receipt}`).expect(200);
  expect(body).toMatchObject({ outcome: 'rejected', isArchived: true, mayRate: false, mayObject: false, mayAsk: false }); // prettier-ignore
  const { text } = await server.anonymous().get(`/r/${receipt}`).expect(200);
  expect(text).toContain('已经归档，有问题请直接联系整改办');
  expect(text).not.toMatch(/<form|可以在上面/);
  const asked = await server.anonymous().post(`/api/receipts/${receipt}/question`).send({ text: '为什么' }).expect(409);
  expect(asked.body).toMatchObject({ code: 'case.archived' });
});

it('says clearly where the file cannot be read here, on the page and on the command line', async () => {
  const [file] = (await readdir(folder)).filter((name) => name.endsWith('.gz'));
  await rename(join(folder, file!), join(folder, 'elsewhere'));
  const { body } = await clerk.get(`/api/cases/${id}/history`).expect(409);
  expect(body).toMatchObject({ code: 'case.archived', details: { file, why: 'archive.missing' } });
  await stranger.get(`/api/cases/${id}/history`).expect(404);
  expect((await clerk.get(`/api/cases/${id}`).expect(200)).body).toMatchObject({ archive: { file } });
  expect(await says('verify-history')).toEqual([1, expect.stringContaining('找不到归档文件')]);
  delete process.env['ARCHIVE_DIR'];
  expect(await says('verify-history')).toEqual([0, expect.stringContaining('其中 1 个未核验')]);
  await rename(join(folder, 'elsewhere'), join(folder, file!));
  expect(await says('verify-history', '--archive', folder)).toEqual([0, expect.not.stringContaining('未核验')]);
  expect((await says('check', '--archive', folder))[0]).toBe(0);
  expect((await says('verify-reports', '2024-03-04', '--archive', folder))[0]).toBe(0);
});

it('goes on once it is brought back', async () => {
  const [file] = (await readdir(folder)).filter((name) => name.endsWith('.gz'));
  const [code, said] = await says('restore-archive', join(folder, file!), '--as', 'admin', '--case', 'ZG-2024-000001');
  expect([code, said]).toEqual([0, expect.stringContaining('1 个事项 / cases，2 条记录 / lines 已调回')]);
  expect((await clerk.get(`/api/cases/${id}`).expect(200)).body).toMatchObject({ archive: null });
  await act('COMMENT', { text: '补充' }).expect(200);
  expect((await clerk.get(`/api/cases/${id}/history`).expect(200)).body).toHaveLength(3);
});
