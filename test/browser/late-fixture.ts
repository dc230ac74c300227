/** A real service with the built pages and a few late cases: four at the top of the ladder, two on the blue rung, one struck off. */
import { v7 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import type { Page } from 'playwright-core';
import type { Dependencies } from '../../src/executor/run-batch.js';
import { sweep } from '../../src/executor/sweep.js';
import { DEPENDENCIES } from '../../src/executor/dependencies-token.js';
import { openPage, settled, type Look, type OpenPage } from '../support/browser.js';
import { startServer, type TestServer } from '../support/server.js';
import { builtDesk } from './invented-service.js';

/** Four working days in a row, long enough ago for the whole ladder. */
const DUE = ['2026-03-05', '2026-03-06', '2026-03-09', '2026-03-10'];

export interface LateFixture {
  server: TestServer;
  /** Titles of the cases with a red order and a talk to sign, the longest late first. */
  red: string[];
  /** Collects one more case now. */
  collect: (title: string) => Promise<string>;
  /** A page of the leader, or of somebody else. */
  visit: (path: string, look?: Look, username?: string) => Promise<OpenPage & { page: Page }>;
}

/** Opens it on a Tuesday in April; close the server in afterAll. */
export async function lateFixture(): Promise<LateFixture> {
  const server = await startServer({ now: '2026-03-02T10:00:00+08:00', webFolder: builtDesk() });
  try {
    return await filled(server);
  } catch (error) {
    await server.close();
    throw error;
  }
}

async function filled(server: TestServer): Promise<LateFixture> {
  const [east, west] = [await server.unit('城东派出所'), await server.unit('城西派出所')];
  for (const role of ['clerk', 'leader', 'supervisor'] as const) await server.person(role, [role]);
  for (const [name, unit] of [
    ['east', east],
    ['west', west],
  ] as const)
    await server.person(name, ['handler'], unit);
  const clerk = await server.signIn('clerk');
  const category = ((await clerk.get('/api/categories')).body as { id: string }[])[0]!.id;
  const collect = async (title: string, by: TestAgent): Promise<string> => {
    const id = uuid();
    const body = { id, title, description: '群众多次反映，至今没有解决。', source: 'hotline', categoryId: category };
    await by.post('/api/cases').send(body).expect(201);
    return id;
  };
  const command = async (by: TestAgent, id: string, type: string, more: object = {}): Promise<void> => {
    const { status, body } = await by.post(`/api/cases/${id}/commands`).send({ id: uuid(), type, ...more });
    if (status !== 200) throw new Error(`${type}: ${JSON.stringify(body)}`);
  };
  const assigned = async (title: string, dueOn: string, leadUnitId: string): Promise<string> => {
    const id = await collect(title, clerk);
    await command(clerk, id, 'ASSIGN', { leadUnitId, dueOn });
    return id;
  };
  const red = ['东街路灯不亮', '菜市场占道经营', '学校门口停车混乱', '夜间施工噪声扰民'];
  for (const [at, title] of red.entries()) await assigned(title, DUE[at]!, at < 3 ? east : west);
  const closed = await assigned('窗口排队时间过长', '2026-03-20', west);
  const west1 = await server.signIn('west');
  await command(west1, closed, 'ACCEPT');
  await command(west1, closed, 'SUBMIT', { measure: '已增设两个窗口', lastingMeasure: '每周通报排队时间' });
  const supervisor = await server.signIn('supervisor');
  await command(supervisor, closed, 'PASS', { method: 'remote' });
  // nobody outside raised it, so it is looked at on site
  await command(supervisor, closed, 'RECORD_VISIT', { method: 'onSite', outcome: 'fixed' });
  await assigned('公园夜跑道积水', '2026-04-10', east);
  await assigned('小区门禁失灵', '2026-04-13', west);
  server.clock.set(Date.parse('2026-04-14T10:00:00+08:00'));
  const dependencies = server.app.get<Dependencies>(DEPENDENCIES, { strict: false });
  while ((await sweep(dependencies, server.clock.now(), 500)).claimed > 0);
  return {
    server,
    red,
    collect: async (title) => collect(title, await server.signIn('clerk')),
    visit: async (path, look = {}, username = 'leader') => {
      const open = await openPage(server.url, look);
      await open.page.request.post('/api/session', { data: { username, password: `password of ${username}` } });
      await open.page.goto(path);
      // the wall's line stays open: its network is never idle
      if (path.startsWith('/wall')) await open.page.getByRole('table').waitFor();
      else await settled(open.page);
      return open;
    },
  };
}
