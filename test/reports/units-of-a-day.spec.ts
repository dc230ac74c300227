/** A past day has the units of that day: a unit that moved, was renamed or was made later changes no figure, row or list of it. */
import type TestAgent from 'supertest/lib/agent.js';
import { v7 as uuid } from 'uuid';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let admin: TestAgent;
let leader: TestAgent;
const units = { east: '', west: '', squad: '' };
/** The day comes, and both sign in. */
const today = async (day: string, time = '10:00'): Promise<void> => {
  server.clock.set(Date.parse(`${day}T${time}:00+08:00`));
  [admin, leader] = [await server.signIn('admin'), await server.signIn('leader')];
};

interface Figure {
  count: number;
  casesHref: string;
}
interface Row {
  key: string | null;
  label: string;
  counts: Record<'collected' | 'overdue', Figure>;
  measures: { closureRate: { numerator: number; denominator: number; denominatorHref: string } };
}
interface Report {
  rows: Row[];
  total: Row;
}
const report = async (query: string): Promise<Report> =>
  (await leader.get(`/api/reports/closure?${query}`).expect(200)).body as Report;
const listed = async (href: string): Promise<number> =>
  ((await leader.get(href).expect(200)).body as { total: number }).total;
const file = async (query: string): Promise<string> =>
  (
    await leader.get(`/api/reports/closure/export?format=csv&${query}`).expect(200).responseType('blob')
  ).body.toString();

beforeAll(async () => {
  server = await startServer();
  await server.person('clerk', ['clerk'], server.units.root);
  await server.person('leader', ['leader'], server.units.root);
  units.east = await server.unit('城东分局');
  units.west = await server.unit('城西分局');
  units.squad = await server.unit('治安大队', units.east);
  const clerk = await server.signIn('clerk');
  const categoryId = ((await clerk.get('/api/categories').expect(200)).body as { id: string }[])[0]!.id;
  const assigned = async (leadUnitId: string): Promise<void> => {
    const issue = { title: '路灯不亮', description: '东街', source: 'hotline', categoryId };
    const { id } = ((await clerk.post('/api/cases').send(issue).expect(201)).body as { case: { id: string } }).case;
    const assignment = { id: uuid(), type: 'ASSIGN', leadUnitId, dueOn: '2026-03-04' };
    await clerk.post(`/api/cases/${id}/commands`).send(assignment).expect(200);
  };
  await assigned(units.east);
  await assigned(units.squad);
  await assigned(units.squad);
  await assigned(units.west);
});
afterAll(() => server.close());

it('gives for the day before a move what it gave then, and the new tree from the day of the move on', async () => {
  await today('2026-03-09');
  const ofEast = `unitId=${units.east}&asOf=2026-03-09`;
  const before = { report: await report(ofEast), file: await file(ofEast) };
  expect([before.report.total.counts.collected.count, before.report.total.counts.overdue.count]).toEqual([3, 3]);

  await today('2026-03-10');
  await admin.patch(`/api/units/${units.squad}`).send({ parentId: units.west, name: '治安支队' }).expect(200);
  const after = await report(ofEast);
  expect(after).toEqual(before.report);
  expect(await file(ofEast)).toBe(before.file);
  expect(after.rows.map(({ label }) => label)).toContain('治安大队');
  for (const { counts } of [...after.rows, after.total]) {
    for (const { count, casesHref } of Object.values(counts)) expect(await listed(casesHref)).toBe(count);
  }

  const moved = await report(`unitId=${units.east}&asOf=2026-03-10`);
  expect(moved.total.counts.collected.count).toBe(1);
  const west = await report(`unitId=${units.west}`);
  expect([west.total.counts.collected.count, west.rows.map(({ label }) => label)]).toEqual([
    3,
    ['城西分局', '治安支队'],
  ]);
  expect(await listed(west.total.counts.collected.casesHref)).toBe(3);
});

it('keeps each of several moves on its day, and what is asked of today follows today', async () => {
  await today('2026-03-12', '09:00');
  await admin.patch(`/api/units/${units.squad}`).send({ parentId: units.east }).expect(200);
  await today('2026-03-12', '15:00');
  await admin.patch(`/api/units/${units.squad}`).send({ parentId: units.west }).expect(200);
  await today('2026-03-13');
  await admin.patch(`/api/units/${units.squad}`).send({ parentId: units.east }).expect(200);
  await today('2026-03-16');
  const days = ['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-12', '2026-03-13', '2026-03-16'];
  const counts: number[] = [];
  for (const day of days) {
    const { total } = await report(`unitId=${units.east}&asOf=${day}`);
    counts.push(total.counts.collected.count);
    expect([day, await listed(total.counts.collected.casesHref)]).toEqual([day, total.counts.collected.count]);
  }
  expect(counts).toEqual([3, 1, 1, 1, 3, 3]);
  expect((await leader.get(`/api/cases?unitId=${units.east}`).expect(200)).body.total).toBe(3);
});

it('has no unit on a day before it was made', async () => {
  await today('2026-03-16');
  const late = await server.unit('新区分局');
  const { rows, total } = await report(`unitId=${late}&asOf=2026-03-09`);
  expect([rows, total.counts.collected.count]).toEqual([[], 0]);
});

it('shows a reader the cases that may be seen today, whatever stood above them then', async () => {
  await today('2026-03-17');
  await server.person('eastern', ['leader'], units.east);
  const eastern = await server.signIn('eastern');
  const seen = async (): Promise<number> =>
    ((await eastern.get('/api/reports/closure?asOf=2026-03-16').expect(200)).body as Report).total.counts.collected
      .count;
  expect(await seen()).toBe(3);
  await admin.patch(`/api/units/${units.squad}`).send({ parentId: units.west }).expect(200);
  expect(await seen()).toBe(1);
});
