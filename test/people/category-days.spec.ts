/** Working days by category: set by an administrator on the category, in force at once, and never a reason to see an old decision otherwise. */
import { v7 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import { PastStore } from '../../src/store/cases/past.store.js';
import { PeopleStore } from '../../src/store/people/people.store.js';
import { draftOf } from '../../src/workflows/draft.js';
import { simulate } from '../../src/workflows/simulate.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let station: string;
const who: Record<string, TestAgent> = {};
interface Days {
  track: string;
  own: number | null;
  days: number;
  source: string;
  categoryId: string | null;
}
interface Category {
  id: string;
  code: string;
  parentId: string | null;
  days: Days[];
}

beforeAll(async () => {
  server = await startServer();
  station = await server.unit('城东派出所');
  await server.person('clerk', ['clerk']);
  await server.person('auditor', ['auditor']);
  for (const name of ['admin', 'clerk', 'auditor']) who[name] = await server.signIn(name);
});
afterAll(() => server.close());

const categories = async (): Promise<Category[]> =>
  (await who['clerk']!.get('/api/categories').expect(200)).body as Category[];
const named = async (code: string): Promise<Category> => (await categories()).find((one) => one.code === code)!;
const set = async (code: string, workingDays: object, by = 'admin', status = 200): Promise<Category> => {
  const { id } = await named(code);
  return (await who[by]!.patch(`/api/categories/${id}`).send({ workingDays }).expect(status)).body as Category;
};
async function assigned(categoryId: string, workflow = 'rectification'): Promise<{ id: string; dueOn: string }> {
  const given = { title: '井盖松动', description: '井盖松动', source: 'hotline', categoryId, workflow, raiser: {} };
  const { body } = await who['clerk']!.post('/api/cases').send(given).expect(201);
  const { id } = (body as { case: { id: string } }).case;
  const command = { id: uuid(), type: 'ASSIGN', leadUnitId: station };
  await who['clerk']!.post(`/api/cases/${id}/commands`).send(command).expect(200);
  const read = (await who['clerk']!.get(`/api/cases/${id}`).expect(200)).body as { dueOn: string };
  return { id, dueOn: read.dueOn };
}
const of = ({ days }: Category, track: string): Days => days.find((one) => one.track === track)!;

it('are the workflow’s for all, as long as nobody sets any', async () => {
  for (const { days } of await categories()) {
    expect(days).toEqual([
      { track: 'standard', own: null, days: 15, source: 'workflow', categoryId: null },
      { track: 'immediate', own: null, days: 3, source: 'workflow', categoryId: null },
    ]);
  }
});

it('are set for a category, hold for those below it, and for each track by itself', async () => {
  const top = await named('crime');
  const inner = { code: 'fraud', labels: { 'zh-CN': '电信诈骗', en: 'Telecom fraud' }, parentId: top.id };
  await who['admin']!.post('/api/categories').send(inner).expect(201);
  expect(of(await set('crime', { standard: 8 }), 'standard')).toMatchObject({ own: 8, days: 8, source: 'category' });
  const below = await named('fraud');
  expect(of(below, 'standard')).toMatchObject({ own: null, days: 8, source: 'category', categoryId: top.id });
  expect(of(below, 'immediate')).toMatchObject({ days: 3, source: 'workflow' });
  await set('fraud', { immediate: 1 });
  expect((await assigned(below.id)).dueOn).toBe('2026-03-12');
  expect((await assigned(below.id, 'immediate')).dueOn).toBe('2026-03-03');
  const { body } = await who['clerk']!.get(`/api/due-day?categoryId=${below.id}`).expect(200);
  expect(body).toMatchObject({ dueOn: '2026-03-12', days: 8 });
});

it('are taken away again, and every setting stays on record with who made it', async () => {
  server.clock.advance(60_000);
  await set('crime', { standard: null });
  const { id, days } = await named('crime');
  expect(of({ days } as Category, 'standard')).toMatchObject({ own: null, days: 15, source: 'workflow' });
  for (const name of ['admin', 'auditor']) {
    const { body } = await who[name]!.get(`/api/categories/${id}/days`).expect(200);
    expect(body).toEqual([
      { track: 'standard', days: null, since: '2026-03-02T02:01:00.000Z', byName: '管理员' },
      { track: 'standard', days: 8, since: '2026-03-02T02:00:00.000Z', byName: '管理员' },
    ]);
  }
  await who['clerk']!.get(`/api/categories/${id}/days`).expect(403);
  await who['admin']!.get(`/api/categories/${uuid()}/days`).expect(404);
});

it('are an administrator’s to set, and no number at all is refused', async () => {
  await set('crime', { standard: 100 }, 'clerk', 403);
  for (const standard of [0, 251, 1.5, 'x']) await set('crime', { standard }, 'admin', 400);
  await set('crime', { staged: 5 }, 'admin', 400);
});

it('move no due day that was set before, and an old decision made again comes out as it was', async () => {
  await set('service', { standard: 6 });
  const { id: category } = await named('service');
  const early = await assigned(category);
  expect(early.dueOn).toBe('2026-03-10');
  server.clock.advance(60_000);
  await set('service', { standard: 30 });
  const late = await assigned(category);
  expect(late.dueOn).toBe('2026-04-14');
  expect((await who['clerk']!.get(`/api/cases/${early.id}`)).body).toMatchObject({ dueOn: '2026-03-10' });
  const { database, referenceData, workflows } = server.tenant;
  const refs = await referenceData.refresh();
  const [past, people] = [new PastStore(database), new PeopleStore(database, referenceData)];
  const seen: string[] = [];
  const told = await simulate(
    { past, people, workflows, refs },
    {
      draft: draftOf({ name: 'rectification', policy: workflows.newest('rectification').policy }, workflows),
      ...{ from: '2026-03-01', to: '2026-03-02', now: server.clock.now(), most: 100, list: 100 },
      onCase: ({ number }) => seen.push(number),
    },
  );
  expect([told.played, told.differing, told.recounted, seen]).toEqual([3, 0, 0, []]);
});
