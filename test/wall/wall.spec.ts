/** The wall chart over HTTP: its figures are the report's, its stream tells changes, and only those who oversee may look. */
import { v7 as uuid } from 'uuid';
import type { Subscription } from 'rxjs';
import type TestAgent from 'supertest/lib/agent.js';
import type { Actor } from '../../src/domain/command.js';
import { sweep } from '../../src/executor/sweep.js';
import type { Dependencies } from '../../src/executor/run-batch.js';
import { DEPENDENCIES } from '../../src/executor/dependencies-token.js';
import type { ClosureReport } from '../../src/reports/closure.dto.js';
import type { Wall } from '../../src/wall/wall.dto.js';
import { WallPace, WallStream } from '../../src/wall/wall-stream.js';
import { cookieFrom, type Listening, listenTo } from '../support/listen.js';
import { troubleFirst } from '../../src/wall/trouble-first.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let station: string;
let category: string;
let clerk: TestAgent;

beforeAll(async () => {
  server = await startServer({ now: '2026-03-02T10:00:00+08:00' });
  Object.assign(server.app.get(WallPace, { strict: false }), { look: 50, anew: 60_000, heartbeat: 100 });
  station = await server.unit('城东派出所');
  await server.person('clerk', ['clerk']);
  await server.person('leader', ['leader']);
  await server.person('handler', ['handler'], station);
  clerk = await server.signIn('clerk');
  category = ((await clerk.get('/api/categories')).body as { id: string }[])[0]!.id;
});
afterAll(() => server.close());

async function collected(): Promise<string> {
  const id = uuid();
  await clerk
    .post('/api/cases')
    .send({ id, title: '路灯不亮', description: '东街', source: 'hotline', categoryId: category })
    .expect(201);
  return id;
}
async function assigned(dueOn: string, leadUnitId = station): Promise<string> {
  const id = await collected();
  await clerk.post(`/api/cases/${id}/commands`).send({ id: uuid(), type: 'ASSIGN', leadUnitId, dueOn }).expect(200);
  return id;
}
const wallOf = async (agent: TestAgent): Promise<Wall> => (await agent.get('/api/wall').expect(200)).body as Wall;

const listen = (cookie: string): Listening => listenTo(`${server.url}/api/wall/stream`, cookie);
const cookieOf = (username: string): Promise<string> => cookieFrom(server.url, username);

it('is closed to who has not signed in, and to those who only work on cases', async () => {
  for (const path of ['/api/wall', '/api/wall/stream']) {
    await server.anonymous().get(path).expect(401);
    await (await server.signIn('handler')).get(path).expect(403);
  }
});

it('shows an empty bureau as nothing', async () => {
  expect(await wallOf(clerk)).toMatchObject({ day: '2026-03-02', overdue: 0, rows: [], today: [], changes: [] });
});

describe('with cases', () => {
  const late: string[] = [];
  beforeAll(async () => {
    late.push(await assigned('2026-03-05'), await assigned('2026-03-12'));
    await assigned('2026-06-01');
    await collected();
    server.clock.set(Date.parse('2026-03-13T10:00:00+08:00'));
    const dependencies = server.app.get<Dependencies>(DEPENDENCIES, { strict: false });
    while ((await sweep(dependencies, server.clock.now(), 500)).claimed > 0);
    clerk = await server.signIn('clerk');
    const rejected = await collected();
    await clerk
      .post(`/api/cases/${rejected}/commands`)
      .send({ id: uuid(), type: 'REJECT', reason: '不属公安职责' })
      .expect(200);
  });

  it('has the figures of the closure report of today, row by row', async () => {
    const wall = await wallOf(clerk);
    const report = (await clerk.get('/api/reports/closure?by=unit').expect(200)).body as ClosureReport;
    const { numerator, denominator, rate } = report.total.measures.closureRate;
    expect(wall.closureRate).toEqual({ numerator, denominator, rate });
    expect(wall.overdue).toBe(report.total.counts.overdue.count);
    expect(wall.rows.map(({ unitId, overdue }) => [unitId, overdue])).toEqual(
      report.rows.map(({ key, counts }) => [key, counts.overdue.count]),
    );
    // Open and struck off together are what was adopted.
    for (const [at, { counts }] of report.rows.entries()) {
      expect(wall.rows[at]!.cells.reduce((sum, { count }) => sum + count, 0)).toBe(counts.adopted.count);
    }
    expect(wall.total.cells.reduce((sum, { count }) => sum + count, 0)).toBe(report.total.counts.adopted.count);
  });

  it('shows lights for the moment of reading, the worst first, as the list of cases does', async () => {
    const wall = await wallOf(clerk);
    const row = wall.rows.find(({ unitId }) => unitId === station)!;
    expect(row.cells.map(({ stage, count }) => `${stage} ${count}`)).toEqual([
      'collected 0',
      'assigned 3',
      'deadline 0',
      'followUpVisit 0',
      'closed 0',
    ]);
    const { lights } = row.cells[1]!;
    for (const { light, count } of lights) {
      const { body } = await clerk.get(`/api/cases?leadUnitId=${station}&stage=assigned&light=${light}`).expect(200);
      expect((body as { total: number }).total).toBe(count);
    }
    expect(lights.map(({ light }) => light)).toEqual(['orange', 'blue', 'green']);
  });

  it('tells what moved today as the difference of two reports, and names the cases', async () => {
    const wall = await wallOf(clerk);
    expect(wall.today).toEqual([
      { measure: 'collected', came: 1, went: 0 },
      { measure: 'overdue', came: 1, went: 0 },
    ]);
    const [before, after] = await Promise.all(
      ['2026-03-12', '2026-03-13'].map(
        async (asOf) => (await clerk.get(`/api/reports/closure?asOf=${asOf}`)).body as ClosureReport,
      ),
    );
    for (const { measure, came, went } of wall.today) {
      const count = (report: ClosureReport): number => report.total.counts[measure as 'collected' | 'overdue'].count;
      expect(came - went).toBe(count(after!) - count(before!));
    }
    expect(wall.changes.find(({ measure }) => measure === 'overdue')).toMatchObject({
      caseId: late[1],
      unitId: station,
    });
  });

  it('sends the wall at once, again after a change, and nothing while nothing changes', async () => {
    const stream = listen(await cookieOf('leader'));
    const first = (await stream.next('wall')).data as Wall;
    expect(first.total).toEqual((await wallOf(clerk)).total);
    const walls: Wall[] = [];
    const seen = stream.next('wall').then(({ data }) => walls.push(data as Wall));
    // Two heartbeats lie further apart than several looks.
    await new Promise((done) => setTimeout(done, 300));
    expect(walls).toEqual([]);
    await collected();
    await seen;
    expect(walls[0]!.total.cells[0]!.count).toBe(first.total.cells[0]!.count + 1);
    expect(walls[0]!.today[0]).toEqual({ measure: 'collected', came: 2, went: 0 });
    stream.end();
    await stream.ended;
  });

  it('tells the time of the office with each heartbeat, also while nothing changes', async () => {
    const stream = listen(await cookieOf('leader'));
    await stream.next('wall');
    server.clock.advance(60_000);
    const told = new Date(server.clock.now()).toISOString();
    let alive = await stream.next('alive');
    while ((alive.data as { at: string }).at < told) alive = await stream.next('alive');
    expect(alive.data).toEqual({ at: told });
    stream.end();
    await stream.ended;
  });

  it('gives one person eight places: the oldest makes way and is told so, and a ninth takes nothing from another', async () => {
    const [cookie, other] = [await cookieOf('leader'), await cookieOf('clerk')];
    const theirs = listen(other);
    await theirs.next('wall');
    const streams = [];
    for (let at = 0; at < 10; at += 1) {
      const stream = listen(cookie);
      await stream.next('wall');
      streams.push(stream);
    }
    for (const { next, ended } of streams.slice(0, 2)) {
      expect((await next('replaced')).data).toMatchObject({
        code: 'wall.replaced',
        messageZh: expect.stringContaining('本屏已停止更新'),
      });
      await ended;
    }
    expect(server.app.get(WallStream, { strict: false }).size).toBe(9);
    await collected();
    for (const { next } of [theirs, ...streams.slice(2)]) await next('wall');
    for (const { end, ended } of [theirs, ...streams.slice(2)]) {
      end();
      await ended;
    }
  });

  it('gives no more than eight to one who opens them all at once', async () => {
    const cookie = await cookieOf('leader');
    const wall = server.app.get(WallStream, { strict: false });
    while (wall.size > 0) await new Promise((done) => setTimeout(done, 20));
    const streams = Array.from({ length: 30 }, () => listen(cookie));
    await Promise.all(streams.map(({ next }) => next('alive')));
    expect(wall.size).toBe(8);
    for (const { end } of streams) end();
    await Promise.all(streams.map(({ ended }) => ended));
  });

  it('has a place for the leader when hundreds of streams of others are open', async () => {
    // Nobody looks whether these sessions are good while they are counted.
    const pace = server.app.get(WallPace, { strict: false });
    pace.heartbeat = 600_000;
    const wall = server.app.get(WallStream, { strict: false });
    while (wall.size > 0) await new Promise((done) => setTimeout(done, 20));
    const actor = (userId: string): Actor => ({ userId, name: '', unitId: null, roles: [], via: 'web' });
    const credential = { kind: 'session', secret: 'x' } as const;
    const ended: string[] = [];
    const open = (userId: string): Subscription =>
      wall.open(actor(userId), credential).subscribe({ complete: () => ended.push(userId) });
    const opened = Array.from({ length: 505 }, (_, at) => open(`person-${Math.floor(at / 8)}`));
    expect(wall.size).toBe(500);
    const stream = listen(await cookieOf('leader'));
    await stream.next('wall');
    expect(wall.size).toBe(500);
    expect(ended).toHaveLength(6);
    for (const one of opened) one.unsubscribe();
    stream.end();
    await stream.ended;
    pace.heartbeat = 100;
  });

  it('ends when the session has ended, and holds nobody who has left', async () => {
    const cookie = await cookieOf('leader');
    const stream = listen(cookie);
    await stream.next('wall');
    await fetch(`${server.url}/api/session`, {
      method: 'DELETE',
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
    });
    await stream.ended;
    expect(server.app.get(WallStream, { strict: false }).size).toBe(0);
  });
});

it('counts under “closed” the cases that the list of the struck off opens: those visited and those nobody could be reached for', async () => {
  const other = await startServer({ now: '2026-03-02T10:00:00+08:00' });
  const who = {} as Record<'clerk' | 'supervisor' | 'visitor' | 'handler', TestAgent>;
  const unit = await other.unit('城东派出所');
  for (const name of ['clerk', 'supervisor', 'visitor', 'handler'] as const) {
    await other.person(name, [name], name === 'handler' ? unit : other.units.root);
    who[name] = await other.signIn(name);
  }
  const categoryId = ((await who.clerk.get('/api/categories')).body as { id: string }[])[0]!.id;
  const act = (name: keyof typeof who, id: string, type: string, more: object = {}) =>
    who[name]
      .post(`/api/cases/${id}/commands`)
      .send({ id: uuid(), type, ...more })
      .expect(200);
  const visited = async (title: string): Promise<string> => {
    const id = uuid();
    const input = { id, title, description: title, source: 'hotline', categoryId, raiser: { anonymous: true } };
    await who.clerk.post('/api/cases').send(input).expect(201);
    await act('clerk', id, 'ASSIGN', { leadUnitId: unit });
    await act('handler', id, 'ACCEPT');
    await act('handler', id, 'SUBMIT', { measure: '已修好', lastingMeasure: '每周巡查' });
    await act('supervisor', id, 'PASS', { method: 'remote' });
    return id;
  };
  const [reached, unreached, open] = [await visited('路灯'), await visited('门禁'), await visited('护栏')];
  await act('visitor', reached, 'RECORD_VISIT', { method: 'phone', outcome: 'fixed', satisfaction: 'satisfied' });
  for (let day = 2; day <= 4; day += 1) {
    await act('visitor', unreached, 'RECORD_VISIT', { method: 'phone', outcome: 'unreachable' });
    other.clock.set(Date.parse(`2026-03-0${day + 1}T10:00:00+08:00`));
    for (const name of ['visitor', 'supervisor', 'clerk'] as const) who[name] = await other.signIn(name);
  }
  await act('supervisor', unreached, 'CLOSE_UNVERIFIED', { reason: '三次未接' });
  const row = (await wallOf(who.clerk)).rows.find(({ unitId }) => unitId === unit)!;
  expect(row.cells.find(({ stage }) => stage === 'closed')!.count).toBe(2);
  const { body } = await who.clerk
    .get('/api/cases')
    .query({ measure: 'struckOff', takenOver: 'exclude', leadUnitId: unit })
    .expect(200);
  const { items, total } = body as { items: { id: string }[]; total: number };
  expect([total, items.map(({ id }) => id).sort()]).toEqual([2, [reached, unreached].sort()]);
  expect(items.map(({ id }) => id)).not.toContain(open);
  await other.close();
});

it('lets the server stop while walls are open', async () => {
  const other = await startServer();
  await other.person('leader', ['leader']);
  const response = await fetch(`${other.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'leader', password: 'password of leader' }),
  });
  const cookie = response.headers.get('set-cookie')!.split(';')[0]!;
  const stream = await fetch(`${other.url}/api/wall/stream`, { headers: { cookie } });
  const [closed] = await Promise.all([other.close(), stream.text()]);
  expect(closed).toBeUndefined();
});

it('a unit’s people read the open cases of their own unit by stage and light, and of no other', async () => {
  const other = await server.unit('城西派出所');
  const post = await server.unit('城南派出所');
  await server.person('chief', ['unitLeader'], post);
  await server.person('auditor', ['auditor'], server.units.root);
  await assigned('2026-03-20', post);
  for (const name of ['chief', 'auditor']) {
    const agent = await server.signIn(name);
    const { body } = await agent.get(`/api/wall/units/${post}`).expect(200);
    expect(body).toEqual([
      { stage: 'assigned', count: 1, lights: [{ light: 'green', count: 1 }] },
      { stage: 'deadline', count: 0, lights: [] },
      { stage: 'followUpVisit', count: 0, lights: [] },
    ]);
  }
  await (await server.signIn('chief')).get(`/api/wall/units/${other}`).expect(404);
  await (await server.signIn('admin')).get(`/api/wall/units/${post}`).expect(403);
});

it('shows one screen of the units that are late before the alphabet: most late ones first, then by the worst light', () => {
  const unit = (name: string, overdue: number, light: 'blue' | 'red' | null = null) => ({
    ...{ unitId: name, name, overdue, closureRate: { numerator: 0, denominator: 0, rate: null } },
    cells: [{ stage: 'deadline' as const, count: overdue, lights: light === null ? [] : [{ light, count: overdue }] }],
  });
  const order = (...rows: ReturnType<typeof unit>[]): string =>
    troubleFirst(rows)
      .map(({ name }) => name)
      .join('');
  expect(order(unit('甲', 0), unit('乙', 1, 'blue'), unit('丙', 3, 'blue'), unit('丁', 0), unit('戊', 1, 'red'))).toBe(
    '丙戊乙甲丁',
  );
  const many = Array.from({ length: 15 }, (_, n) => unit(String.fromCharCode(97 + n), n === 0 ? 0 : n, 'blue'));
  expect(order(...many)).toBe('onmlkjihgfedabc');
});
