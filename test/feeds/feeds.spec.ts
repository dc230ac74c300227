/** A person's deadlines in a calendar: read by ical.js as Thunderbird does, private, short of everything but number, deed and day, and gone when they are. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import ICAL from 'ical.js';
import { v7 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import { withCurl } from '../support/service.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let clerk: TestAgent;
let handler: TestAgent;
let handlerId: string;
let caseId: string;
let number: string;
beforeAll(async () => {
  server = await startServer();
  const unit = await server.unit('城东派出所');
  await server.person('clerk', ['clerk']);
  handlerId = await server.person('handler', ['handler'], unit);
  [clerk, handler] = [await server.signIn('clerk'), await server.signIn('handler')];
  const categoryId = ((await clerk.get('/api/categories')).body as { id: string }[])[0]!.id;
  const about = { title: '王某某家门口路灯不亮', description: '王某某反映', source: 'hotline', categoryId };
  const { body } = await clerk
    .post('/api/cases')
    .send({ ...about, raiser: { name: '王某某' } })
    .expect(201);
  ({ id: caseId, number } = (body as { case: { id: string; number: string } }).case);
  await act(clerk, 'ASSIGN', { leadUnitId: unit, dueOn: '2026-03-20' });
});
afterAll(() => server.close());

const act = (by: TestAgent, type: string, payload: object = {}) =>
  by
    .post(`/api/cases/${caseId}/commands`)
    .send({ id: uuid(), type, ...payload })
    .expect(200);
const made = async (by: TestAgent): Promise<string> =>
  ((await by.post('/api/me/feed').expect(201)).body as { path: string }).path;
const read = (path: string) => server.anonymous().get(path);
const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));

it('has an all-day event for each deadline, which moves with it and goes with it', async () => {
  const path = await made(handler);
  const first = await read(path).expect(200).expect('content-type', 'text/calendar; charset=utf-8');
  const [signing] = eventsOf(first.text);
  expect(signing).toMatchObject({ uid: `${caseId}.sign@xiaohao`, summary: `${number} 签收` });
  expect(signing!.startDate.isDate).toBe(true);
  await read(path).set('If-None-Match', first.headers['etag']!).expect(304);

  await act(handler, 'ACCEPT');
  const working = eventsOf((await read(path).set('Accept-Language', 'en').expect(200)).text);
  expect(working.map(({ uid, summary }) => [uid, summary])).toEqual([[`${caseId}.work@xiaohao`, `${number} Fix`]]);
  expect(working[0]!.startDate.toString()).toBe('2026-03-20');
  await act(handler, 'REQUEST_EXTENSION', { days: 3, reason: '备件未到' });
  await act(clerk, 'GRANT_EXTENSION', {});
  const later = await read(path).set('If-None-Match', first.headers['etag']!).expect(200);
  const [moved] = eventsOf(later.text);
  expect(moved!.uid).toBe(working[0]!.uid);
  expect(moved!.startDate.toString()).toBe('2026-03-25');
  expect(moved!.sequence).toBeGreaterThan(working[0]!.sequence);
  for (const secret of ['王某某', '路灯', 'handler', '城东']) expect(later.text).not.toContain(secret);

  await act(handler, 'SUBMIT', { measure: '已更换', lastingMeasure: '每周巡查' });
  expect(eventsOf((await read(path).expect(200)).text)).toEqual([]);
});

it('is its person’s own: told once, changed, taken back, ended with the account, and never made by a token', async () => {
  const first = await made(handler);
  const second = await made(handler);
  await read(first).expect(404);
  await read(second).expect(200);
  const { rows } = await server.tenant.database.pool.query<{ row: string }>(
    'SELECT f::text AS row FROM calendar_feed f',
  );
  expect(rows[0]!.row).not.toContain(second.split('/')[3]);
  expect((await handler.get('/api/me/feed').expect(200)).body).toEqual({ madeAt: expect.any(String) });
  await handler.delete('/api/me/feed').expect(204);
  const gone = await read(second).expect(404);
  const wrong = await read('/api/feeds/nobody-has-this/deadlines.ics').expect(404);
  expect(gone.body).toEqual(wrong.body);

  const { token } = (await handler.post('/api/tokens').send({ name: '取数', expiresOn: '2026-12-31' }).expect(201)).body as { token: string }; // prettier-ignore
  await server.anonymous().post('/api/me/feed').set('Authorization', `Bearer ${token}`).expect(403);
  const third = await made(handler);
  await (await server.signIn('admin')).patch(`/api/people/${handlerId}`).send({ active: false }).expect(200);
  await read(third).expect(404);
});

withCurl('is set up and read as docs/neighbours.md says', async () => {
  const page = await readFile(resolve(__dirname, '../../docs/neighbours.md'), 'utf8');
  const script = /## Deadlines in a calendar[\s\S]*?```sh\n([\s\S]*?)```/.exec(page)![1]!;
  const folder = await mkdtemp(join(tmpdir(), 'xiaohao-curl-'));
  const env = { ...process.env, NAME: 'clerk', PASSWORD: 'password of clerk', URL: server.url };
  const { stdout } = await promisify(execFile)('/bin/bash', ['-euo', 'pipefail', '-c', script], { cwd: folder, env });
  await rm(folder, { recursive: true });
  expect(stdout).toContain('BEGIN:VCALENDAR');
});
