/** Report and list over HTTP: who may ask, what a query may say, and an answer that fits its own description. */
import type { ClosureReport, ClosureTrend } from '../../src/reports/closure.dto.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  await server.person('clerk', ['clerk'], server.units.root);
});
afterAll(() => server.close());

it('asks for a sign-in', async () => {
  await server.anonymous().get('/api/reports/closure').expect(401);
  await server.anonymous().get('/api/cases').expect(401);
});

it('answers an empty bureau with figures of nothing', async () => {
  const clerk = await server.signIn('clerk');
  const { body } = await clerk.get('/api/reports/closure?by=month').expect(200);
  expect(body).toMatchObject({ asOf: '2026-03-02', from: null, to: null, by: 'month', rows: [] });
  expect(body.total.measures.closureRate).toMatchObject({ numerator: 0, denominator: 0, rate: null });
  const list = await clerk.get(body.total.measures.closureRate.casesHref).expect(200);
  expect(list.body).toEqual({ items: [], nextCursor: null, total: 0, totalIsEstimate: false, wordsTooCommon: false });
});

it('counts a case that was just collected, and lists it behind the figure', async () => {
  const clerk = await server.signIn('clerk');
  const categories = (await clerk.get('/api/categories').expect(200)).body as { id: string }[];
  const issue = { title: '路灯不亮', description: '东街', source: 'hotline', categoryId: categories[0]!.id };
  await clerk.post('/api/cases').send(issue).expect(201);
  const { body } = await clerk.get('/api/reports/closure?by=source').expect(200);
  expect(body.rows).toHaveLength(1);
  expect(body.rows[0]).toMatchObject({ key: 'hotline', label: '热线', counts: { collected: { count: 1, cases: 1 } } });
  const total = await clerk.get('/api/reports/closure?by=source&rows=none').expect(200);
  expect(total.body).toEqual({ ...body, rows: [] });
  await clerk.get('/api/reports/closure?rows=some').expect(400);
  const list = await clerk.get(body.rows[0].counts.collected.casesHref).expect(200);
  expect(list.body.items).toMatchObject([{ title: '路灯不亮', stage: 'collected', light: null, source: 'hotline' }]);
});

it('gives the rates of the ends of twelve months and of the day as the reports of these days do', async () => {
  const clerk = await server.signIn('clerk');
  await server.anonymous().get('/api/reports/closure/trend').expect(401);
  const { points } = (await clerk.get('/api/reports/closure/trend').expect(200)).body as ClosureTrend;
  const days = points.map(({ asOf }) => asOf);
  expect(days).toHaveLength(13);
  expect([days[0], ...days.slice(-3)]).toEqual(['2025-03-31', '2026-01-31', '2026-02-28', '2026-03-02']);
  const { body } = await clerk.get('/api/reports/closure?rows=none').expect(200);
  const { numerator, denominator, rate } = (body as ClosureReport).total.measures.closureRate;
  expect(points.at(-1)!.closureRate).toEqual({ numerator, denominator, rate });
});

it.each([
  ['/api/reports/closure/trend?asOf=2026-03-03', 422],
  ['/api/reports/closure/trend?asOf=0001-03-03', 200],
  ['/api/reports/closure/trend?by=unit', 400],
  ['/api/reports/closure/trend?unitId=00000000-0000-4000-8000-000000000000', 404],
  ['/api/reports/closure?by=person', 400],
  ['/api/reports/closure?asOf=2026-02-30', 400],
  ['/api/reports/closure?asOf=2026-03-03', 422],
  ['/api/reports/closure?from=0001-01-01&to=0001-01-15', 200],
  ['/api/reports/closure?from=9999-12-05&to=9999-12-31', 200],
  ['/api/reports/closure?unitId=00000000-0000-4000-8000-000000000000', 404],
  ['/api/reports/closure?shape=round', 400],
  ['/api/cases?limit=0', 400],
  ['/api/cases?limit=201', 400],
  ['/api/cases?cursor=abc', 400],
  ['/api/cases?sort=colour', 400],
  ['/api/cases?light=purple', 400],
  ['/api/cases?measure=visitDue&leadUnitId=none', 200],
  ['/api/cases?leadUnitId=nobody', 400],
  ['/api/cases?measure=everything', 400],
  ['/api/cases?overdue=maybe', 400],
  ['/api/cases?overdue=true&sort=dueOn&q=路灯', 200],
  ['/api/cases?q=%25', 200],
])('%s is answered with %i', async (address, status) => {
  const clerk = await server.signIn('clerk');
  await clerk.get(encodeURI(decodeURI(address))).expect(status);
});

it('answers every pair of days on which a report may begin and end, one after the other on the same connections', async () => {
  const clerk = await server.signIn('clerk');
  const froms = ['', '0001-01-01', '0001-01-02', '2026-01-01', '2026-01-15', '9999-12-01', '9999-12-31'];
  const tos = ['', '0001-01-01', '0001-01-31', '2026-01-31', '2026-03-02', '9999-12-30', '9999-12-31'];
  const asked = ['unit', 'category', 'source', 'meeting', 'month'].flatMap((by) =>
    froms.flatMap((from) =>
      tos
        .filter((to) => from === '' || to === '' || from <= to)
        .map((to) => `by=${by}${from && `&from=${from}`}${to && `&to=${to}`}`),
    ),
  );
  const addresses = asked.flatMap((query) => [
    `/api/reports/closure?${query}`,
    `/api/cases?measure=resolved&${query.replace(/by=\w+&?/, '')}`,
  ]);
  const failed: string[] = [];
  const waiting = [...addresses];
  // as many as are never too many: all at once are refused on a busy machine, as they should be
  const lane = async (): Promise<void> => {
    for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
      const { status } = await clerk.get(address);
      if (status !== 200) failed.push(`${address} ${status}`);
    }
  };
  await Promise.all(Array.from({ length: 6 }, lane));
  expect(failed).toEqual([]);
  expect(asked.length).toBeGreaterThan(150);
});

it.each([
  '/api/cases?to=2026-03-02',
  '/api/cases?from=2026-03-02',
  '/api/ledger/export?to=2026-03-02',
  '/api/reports/closure/export?to=2026-03-02',
  '/api/reports/closure?to=2026-03-02&asOf=2026-01-01',
])('%s is answered without the other end', async (address) => {
  const clerk = await server.signIn('clerk');
  await clerk.get(address).expect(200);
});
