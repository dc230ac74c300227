/** What people keep beside the cases: views of the list and the texts of units. Who sees them, who shares them, who takes them away. */
import { v7 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
const unit: Record<string, string> = {};
const who: Record<string, TestAgent> = {};
beforeAll(async () => {
  server = await startServer();
  unit['branch'] = await server.unit('城东分局');
  unit['station'] = await server.unit('城东派出所', unit['branch']);
  unit['other'] = await server.unit('城西分局');
  await server.person('clerk', ['clerk']);
  await server.person('head', ['unitLeader'], unit['branch']);
  await server.person('handler', ['handler'], unit['station']);
  await server.person('stranger', ['liaison'], unit['other']);
  for (const name of ['clerk', 'head', 'handler', 'stranger']) who[name] = await server.signIn(name);
});
afterAll(() => server.close());

const names = async (name: string, path: string): Promise<string[]> =>
  ((await who[name]!.get(path).expect(200)).body as { name: string }[]).map((one) => one.name).sort();

describe('a view of the list', () => {
  const view = (
    name: string,
    unitId: string | null = null,
    asked: object = { overdue: true, sort: 'unit' },
  ): object => ({
    name,
    asked,
    unitId,
  });
  const put = (name: string, id: string, body: object) => who[name]!.put(`/api/views/${id}`).send(body);

  it('is its owner’s alone until it is shared, and then with a unit and all below it', async () => {
    const own = uuid();
    await put('head', own, view('我的')).expect(200);
    await put('head', own, view('我的')).expect(200);
    const shared = uuid();
    const { body } = await put('head', shared, view('分局逾期', unit['branch'])).expect(200);
    expect(body).toEqual({
      ...view('分局逾期', unit['branch']),
      id: shared,
      isOwn: true,
      mayRemove: true,
    });
    expect(await names('head', '/api/views')).toEqual(['分局逾期', '我的']);
    expect(await names('handler', '/api/views')).toEqual(['分局逾期']);
    expect(await names('stranger', '/api/views')).toEqual([]);
    expect(await names('clerk', '/api/views')).toEqual([]);
  });

  it('is shared only where its owner holds a role that shares, and changed by nobody else', async () => {
    await put('handler', uuid(), view('下级', unit['station'])).expect(403);
    await put('head', uuid(), view('别处', unit['other'])).expect(403);
    await put('head', uuid(), view('没有这个单位', uuid())).expect(403);
    const id = uuid();
    await put('clerk', id, view('办公室', unit['station'])).expect(200);
    await put('handler', id, view('改了')).expect(404);
    expect(await names('handler', '/api/views')).toContain('办公室');
  });

  it('keeps no words of a search, nor what is no filter', async () => {
    for (const asked of [{ q: '张三' }, { overdue: 'maybe' }, { sort: 'name' }, { limit: 5 }])
      await put('clerk', uuid(), view('错', null, asked)).expect(400);
  });

  it('is taken away by its owner, and a shared one by the office of its unit, by nobody else', async () => {
    const [own, shared] = [uuid(), uuid()];
    await put('head', own, view('只有自己')).expect(200);
    await put('head', shared, view('共享', unit['branch'])).expect(200);
    await who['clerk']!.delete(`/api/views/${own}`).expect(404);
    await who['stranger']!.delete(`/api/views/${shared}`).expect(404);
    await who['handler']!.delete(`/api/views/${shared}`).expect(403);
    await who['head']!.delete(`/api/views/${own}`).expect(204);
    await who['head']!.delete(`/api/views/${own}`).expect(404);
    expect(await names('handler', '/api/views')).toContain('共享');
    await who['head']!.delete(`/api/views/${shared}`).expect(204);
    const office = uuid();
    await server.person('lead-clerk', ['clerk'], unit['branch']);
    await put('head', office, view('清理', unit['branch'])).expect(200);
    await (await server.signIn('lead-clerk')).delete(`/api/views/${office}`).expect(204);
  });

  it('is kept at most fifty times by one person', async () => {
    for (let n = 0; n < 50; n += 1) await put('stranger', uuid(), view(`第 ${n} 个`)).expect(200);
    await put('stranger', uuid(), view('第 51 个')).expect(409);
  });
});

describe('a text of a unit', () => {
  const text = (unitId: string | undefined, kind = 'reply') => ({
    unitId,
    kind,
    name: '已到现场',
    text: '已到现场，\n正在处理。',
  });
  const put = (name: string, id: string, body: object) => who[name]!.put(`/api/texts/${id}`).send(body);

  it('is offered in the unit and below, and kept by those who answer for the unit', async () => {
    const id = uuid();
    await put('handler', id, text(unit['station'])).expect(403);
    await put('stranger', id, text(unit['branch'])).expect(403);
    await put('head', id, text(uuid())).expect(403);
    const { body } = await put('head', id, text(unit['branch'])).expect(200);
    expect(body).toEqual({ ...text(unit['branch']), id, mayChange: true });
    expect((await who['handler']!.get('/api/texts').expect(200)).body).toEqual([{ ...text(unit['branch']), id, mayChange: false }]); // prettier-ignore
    expect(await names('stranger', '/api/texts')).toEqual([]);
    await put('stranger', id, text(unit['other'])).expect(404);
    await who['handler']!.delete(`/api/texts/${id}`).expect(403);
    await who['stranger']!.delete(`/api/texts/${id}`).expect(404);
    await put('clerk', id, { ...text(unit['branch'], 'instruction'), name: '请速办' }).expect(200);
    expect(await names('handler', '/api/texts')).toEqual(['请速办']);
    await who['clerk']!.delete(`/api/texts/${id}`).expect(204);
    expect(await names('handler', '/api/texts')).toEqual([]);
  });
});
