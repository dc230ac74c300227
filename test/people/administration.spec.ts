/** What an administrator keeps: people, units, categories; and what nobody may do to them. */
import type TestAgent from 'supertest/lib/agent.js';
import { gb18030, workbookOf } from '../support/workbook.js';
import { START_PASSWORD, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let admin: TestAgent;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn('admin');
});
afterAll(() => server.close());

const refused = (answer: { status: number; body: unknown }) => ({
  status: answer.status,
  code: (answer.body as { code?: string }).code,
});

describe('a new bureau', () => {
  it('has a unit with its office, the seven categories, three workflows and the announced years', async () => {
    const names = ((await admin.get('/api/units').expect(200)).body as { name: string; depth: number }[]).map(
      ({ name, depth }) => [name, depth],
    );
    expect(names).toEqual(
      expect.arrayContaining([
        ['本单位', 0],
        ['整改办', 1],
      ]),
    );
    const codes = ((await admin.get('/api/categories').expect(200)).body as { code: string }[]).map(({ code }) => code);
    expect(codes).toEqual(['crime', 'publicOrder', 'service', 'forceBuilding', 'publicity', 'lawEnforcement', 'other']);
    const workflows = (await admin.get('/api/workflows').expect(200)).body as { name: string; newest: boolean }[];
    expect(workflows.map(({ name, newest }) => [name, newest])).toEqual(
      expect.arrayContaining([
        ['immediate', true],
        ['rectification', true],
        ['staged', true],
      ]),
    );
    const { body } = await admin.get('/api/workflows/rectification/1').expect(200);
    expect(body).toMatchObject({ policy: { workingDays: { default: 15 } }, machine: { states: expect.any(Object) } });
    await admin.get('/api/workflows/rectification/99').expect(404);
    // the file's own word is fixed for ever; the chart says it as the case page and the report do
    expect(JSON.stringify(body)).toContain('"zh-CN":"台账转入销号"');
    expect(JSON.stringify(body)).not.toContain('接管销号');
  });
});

describe('units', () => {
  it('are made, renamed, moved and given a leader and a liaison', async () => {
    const station = await server.unit('城关派出所');
    const branch = await server.unit('城关分局');
    const leaderId = await server.person('zhang', ['unitLeader'], station);
    const { body } = await admin
      .patch(`/api/units/${station}`)
      .send({ name: '城关中心派出所', parentId: branch, leaderId, liaisonId: null })
      .expect(200);
    expect(body).toMatchObject({ name: '城关中心派出所', parentId: branch, leaderId, liaisonId: null, depth: 2 });
    expect(server.tenant.referenceData.current().units.isWithin(station, branch)).toBe(true);
  });

  it('never stand below themselves, nor the root below anything', async () => {
    const upper = await server.unit('上级');
    const lower = await server.unit('下级', upper);
    const move = (id: string, parentId: string) => admin.patch(`/api/units/${id}`).send({ parentId });
    expect(refused(await move(upper, lower))).toEqual({ status: 422, code: 'unit.withinItself' });
    expect(refused(await move(upper, upper))).toEqual({ status: 422, code: 'unit.withinItself' });
    expect(refused(await move(server.units.root, lower))).toEqual({ status: 422, code: 'unit.rootStays' });
  });

  it('do not end in a circle when two moves cross', async () => {
    const [a, b] = [await server.unit('甲'), await server.unit('乙')];
    const answers = await Promise.all([
      admin.patch(`/api/units/${a}`).send({ parentId: b }),
      admin.patch(`/api/units/${b}`).send({ parentId: a }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  it('name only people and parents that exist', async () => {
    const nobody = '00000000-0000-7000-8000-000000000000';
    const add = (more: object) => admin.post('/api/units').send({ name: '丙', parentId: server.units.root, ...more });
    expect(refused(await add({ parentId: nobody }))).toEqual({ status: 422, code: 'unit.unknown' });
    expect(refused(await add({ leaderId: nobody }))).toEqual({ status: 422, code: 'person.unknown' });
  });
});

describe('people', () => {
  it('are listed by unit with everything below it', async () => {
    const district = await server.unit('区局');
    const post = await server.unit('警务站', district);
    await server.person('chen', ['handler'], post);
    const { body } = await admin.get(`/api/people?unitId=${district}`).expect(200);
    expect(body).toMatchObject([{ username: 'chen', active: true, roles: [{ role: 'handler', unitId: post }] }]);
  });

  it('still with a start password are told to administrators alone', async () => {
    await server.person('curious', ['handler']);
    const person = {
      username: 'newest',
      name: '新来',
      unitId: server.units.office,
      password: START_PASSWORD,
      roles: [],
    };
    await admin.post('/api/people').send(person).expect(201);
    const told = async (agent: TestAgent): Promise<unknown> =>
      ((await agent.get('/api/people').expect(200)).body as { username: string; startPassword: unknown }[]).find(
        ({ username }) => username === 'newest',
      )!.startPassword;
    expect(await told(admin)).toBe(true);
    expect(await told(await server.signIn('curious'))).toBeNull();
  });

  it('are out at once when deactivated', async () => {
    const id = await server.person('leaving', ['handler']);
    const agent = await server.signIn('leaving');
    await admin.patch(`/api/people/${id}`).send({ active: false }).expect(200);
    await agent.get('/api/me').expect(401);
    await server
      .anonymous()
      .post('/api/session')
      .send({ username: 'leaving', password: 'password of leaving' })
      .expect(401);
  });

  it('get a new password from the administrator', async () => {
    const id = await server.person('forgetful', ['handler']);
    await admin.patch(`/api/people/${id}`).send({ password: 'brand new password' }).expect(200);
    await server
      .anonymous()
      .post('/api/session')
      .send({ username: 'forgetful', password: 'brand new password' })
      .expect(200);
  });

  it('have names of their own and units that exist', async () => {
    await server.person('twin', []);
    const add = (username: string, unitId: string) =>
      admin.post('/api/people').send({ username, name: 'x', unitId, password: 'long enough', roles: [] });
    expect(refused(await add('twin', server.units.office))).toEqual({ status: 409, code: 'people.usernameTaken' });
    expect(refused(await add('lost', '00000000-0000-7000-8000-000000000000'))).toEqual({
      status: 422,
      code: 'unit.unknown',
    });
  });

  it('who administer neither act on cases nor change their own roles nor leave the bureau without an administrator', async () => {
    const { body } = await admin.get('/api/me').expect(200);
    const { id } = (body as { user: { id: string } }).user;
    const held = (...roles: string[]) => ({ roles: roles.map((role) => ({ role, unitId: server.units.root })) });
    const other = await server.person('both', []);
    expect(refused(await admin.patch(`/api/people/${other}`).send(held('administrator', 'clerk')))).toEqual({
      status: 422,
      code: 'people.administratorApart',
    });
    expect(refused(await admin.patch(`/api/people/${id}`).send(held('administrator')))).toEqual({
      status: 422,
      code: 'people.ownRoles',
    });
    expect(refused(await admin.patch(`/api/people/${id}`).send({ active: false }))).toEqual({
      status: 422,
      code: 'people.lastAdministrator',
    });
    await admin.get('/api/me').expect(200);
  });
});

describe('categories', () => {
  const labels = { 'zh-CN': '电信诈骗', en: 'Telecom fraud' };

  it('have two levels and a code that stays', async () => {
    const all = (await admin.get('/api/categories').expect(200)).body as { id: string; code: string }[];
    const crime = all.find(({ code }) => code === 'crime')!.id;
    const { body } = await admin.post('/api/categories').send({ code: 'fraud', labels, parentId: crime }).expect(201);
    const { id } = body as { id: string };
    expect(server.tenant.referenceData.current().categories.get(id)).toEqual({ id, code: 'fraud', parentId: crime });
    const add = (code: string, parentId: string) => admin.post('/api/categories').send({ code, labels, parentId });
    expect(refused(await add('third', id))).toEqual({ status: 422, code: 'category.tooDeep' });
    expect(refused(await add('fraud', crime))).toEqual({ status: 409, code: 'category.codeTaken' });
    expect(refused(await admin.patch(`/api/categories/${crime}`).send({ parentId: id }))).toEqual({
      status: 422,
      code: 'category.tooDeep',
    });
    await admin.patch(`/api/categories/${id}`).send({ code: 'x' }).expect(400);
    await admin.patch(`/api/categories/${id}`).send({ parentId: null }).expect(200);
  });

  it('need neither a code nor an English name', async () => {
    const add = async (name: string): Promise<object> =>
      (
        await admin
          .post('/api/categories')
          .send({ labels: { 'zh-CN': name } })
          .expect(201)
      ).body as object;
    expect(await add('噪声扰民')).toMatchObject({ code: 'zsrm', labels: { 'zh-CN': '噪声扰民', en: '噪声扰民' } });
    expect(await add('噪声扰民')).toMatchObject({ code: 'zsrm2' });
    expect(await add('12345 转办')).toMatchObject({ code: 'c12345zb' });
  });
});

describe('a list of units', () => {
  const check = async (rows: object[]): Promise<string[]> =>
    ((await admin.post('/api/setup/units/check').send({ rows }).expect(200)).body as { rows: Said[] }).rows.map(
      ({ kind, reason }) => `${kind} ${reason['zh-CN']}`.trim(),
    );
  interface Said {
    kind: string;
    reason: { 'zh-CN': string };
  }
  const names = async (): Promise<string[]> =>
    ((await admin.get('/api/units').expect(200)).body as { name: string }[]).map(({ name }) => name);

  it('is told row by row what would become of it, and writes nothing until it is sent as it was seen', async () => {
    await server.unit('禁毒支队', await server.unit('东区公安局'));
    const before = await names();
    const rows = [
      { name: '一中队', parent: '巡特警大队' },
      { name: '巡特警大队', parent: '南区分局' },
      { name: '南区分局', parent: '本单位' },
      { name: '禁毒支队', parent: '南区分局' },
      { name: ' 禁毒支队 ', parent: '东区公安局' },
      { name: '南区分局', parent: '本单位' },
      { name: '三中队', parent: '没有的大队' },
      { name: '', parent: '' },
      { name: '二中队', parent: '巡特警大队' },
    ];
    expect(await check(rows)).toEqual([
      'new',
      'new',
      'new',
      'doubtful 已有同名或近似的单位：东区公安局/禁毒支队',
      'known 系统中已有',
      'refused 与本表第 3 行重复',
      'refused 没有上级单位“没有的大队”',
      'refused 没有名称',
      'new',
    ]);
    expect(await names()).toEqual(before);

    // as it was seen, with one row that by now is something else: nothing of it
    const seen = rows.slice(0, 3).map((row) => ({ ...row, seen: 'new' }));
    const late = { name: '禁毒支队', parent: '东区公安局', seen: 'new' };
    expect(refused(await admin.post('/api/setup/units').send({ rows: [...seen, late] }))).toEqual({
      status: 409,
      code: 'setup.changed',
    });
    expect(refused(await admin.post('/api/setup/units').send({ rows: rows.slice(0, 3) }))).toMatchObject({
      status: 409,
    });
    expect(await names()).toEqual(before);
    // what is doubtful is written where it is meant, what is below what is left out is refused
    const doubtful = { name: '禁毒支队', parent: '南区分局' };
    const below = { name: '侦查组', parent: '南区分局/禁毒支队' };
    expect(await check([...seen, doubtful, below])).toMatchObject({
      4: 'refused 上级单位“南区分局/禁毒支队”本身没有录入',
    });
    const meant = [{ ...below, seen: 'new' }, ...seen, { ...doubtful, despite: true, seen: 'doubtful' }];
    const { body } = await admin.post('/api/setup/units').send({ rows: meant }).expect(201);
    expect(body).toEqual({ added: 5 });
    const { units } = server.tenant.referenceData.current();
    const way = (name: string): string[] => {
      const found: string[] = [];
      for (let at = units.all().find((one) => one.name === name); at; at = units.get(at.parentId ?? ''))
        found.push(at.name);
      return found;
    };
    expect(way('一中队')).toEqual(['一中队', '巡特警大队', '南区分局', '本单位']);
    expect(way('侦查组')).toEqual(['侦查组', '禁毒支队', '南区分局', '本单位']);
    expect(await check([{ name: '别组', parent: '禁毒支队' }])).toEqual([
      'refused 叫“禁毒支队”的单位有 2 个，请写明：东区公安局/禁毒支队；南区分局/禁毒支队',
    ]);
  });

  it('is warned of names that are nearly the same, and not of those that numbers and directions tell apart', async () => {
    await server.unit('城西治安大队');
    expect(
      await check(
        ['城西治安 大队。', '城西的治安大队', '市公安局城西治安大队', '城东治安大队', '城西治安二大队'].map((name) => ({
          name,
        })),
      ),
    ).toEqual([
      expect.stringMatching(/^doubtful .*城西治安大队/),
      expect.stringMatching(/^doubtful .*城西治安大队/),
      expect.stringMatching(/^doubtful .*城西治安大队/),
      'new',
      'new',
    ]);
  });

  it('that names the topmost unit itself is asked whether it means that', async () => {
    expect(await check([{ name: '北市公安局' }, { name: '北一支队', parent: '北市公安局' }])).toEqual([
      expect.stringMatching(/^doubtful 将建在“本单位”之下/),
      'refused 上级单位“北市公安局”本身没有录入',
    ]);
  });

  it('comes from a workbook or a CSV as well', async () => {
    const workbook = workbookOf({
      sheets: [
        {
          name: '单位',
          rows: [
            ['单位名称', '上级'],
            ['山前所', '本单位'],
            ['山后所', '本单位'],
          ],
        },
      ],
    });
    const cells = async (bytes: Buffer, name: string): Promise<unknown> =>
      ((await admin.post('/api/setup/sheet').attach('file', bytes, name).expect(200)).body as { rows: unknown }).rows;
    expect(await cells(workbook, '单位.xlsx')).toEqual([
      ['单位名称', '上级'],
      ['山前所', '本单位'],
      ['山后所', '本单位'],
    ]);
    expect(await cells(gb18030('姓名,单位\n张三,山前所\n'), '人员.csv')).toEqual([
      ['姓名', '单位'],
      ['张三', '山前所'],
    ]);
    const long = Array.from({ length: 502 }, (_, n) => `单位${n}`).join('\n');
    expect(refused(await admin.post('/api/setup/sheet').attach('file', Buffer.from(long), 'x.csv'))).toEqual({
      status: 422,
      code: 'setup.tooMany',
    });
    expect(refused(await admin.post('/api/setup/sheet'))).toEqual({ status: 400, code: 'request.malformed' });
  });
});

describe('a list of people', () => {
  interface Said {
    kind: string;
    reason: { 'zh-CN': string };
    username: string | null;
  }
  const check = async (rows: object[]): Promise<string[]> =>
    ((await admin.post('/api/setup/people/check').send({ rows }).expect(200)).body as { rows: Said[] }).rows.map(
      ({ kind, reason, username }) => `${kind} ${username ?? '-'} ${reason['zh-CN']}`.trim(),
    );

  it('is tried first, and opens accounts with the start passwords that are handed out', async () => {
    const station = await server.unit('湖滨所');
    await server.person('fangfang', ['handler'], station);
    const rows = [
      { name: '钱进', unit: '湖滨所', roles: '承办人、联络员' },
      { name: '钱进', unit: '湖滨所', roles: '承办人' },
      { name: '孙礼', unit: '湖滨所', roles: 'handler', username: 'sunli' },
      { name: '孙力', unit: '湖滨所', roles: '责任领导', username: 'sunli' },
      { name: 'fangfang', unit: '湖滨所', roles: '承办人' },
      { name: '李四', unit: '湖滨所', roles: '承办人', username: 'fangfang' },
      { name: '周五', unit: '湖边所', roles: '承办人' },
      { name: '吴六', unit: '湖滨所', roles: '掌柜' },
      { name: '郑七', unit: '湖滨所', roles: '' },
      { name: '王八', unit: '本单位', roles: '管理员' },
      { name: '冯九', unit: '湖滨所', roles: '管理员、承办人' },
      { name: '褚 十', unit: '湖滨所', roles: '承办人', username: 'chu shi' },
    ];
    expect(await check(rows)).toEqual([
      'new 钱进',
      'doubtful 钱进2 与本表第 1 行同名同单位',
      'new sunli',
      'refused - 用户名与本表第 3 行重复',
      'known fangfang 系统中已有',
      'refused - 用户名“fangfang”已被使用',
      'refused - 没有单位“湖边所”',
      expect.stringMatching(/^refused - 没有角色“掌柜”，可写：/),
      'doubtful 郑七 没有角色，登录后办不了任何事',
      'doubtful 王八 将成为管理员，请确认',
      'refused - 管理员不得同时担任处理事项的角色',
      expect.stringMatching(/^refused - 用户名“chu shi”只能有文字/),
    ]);
    const count = async (): Promise<number> => ((await admin.get('/api/people').expect(200)).body as unknown[]).length;
    const before = await count();
    const password = 'kWm4 tulip 87 harbour';
    const send = [
      { ...rows[0], seen: 'new', password },
      { ...rows[2], seen: 'new', password },
      { ...rows[4], seen: 'known' },
    ];
    const without = send.map((row) => ({ ...row, password: undefined }));
    expect(refused(await admin.post('/api/setup/people').send({ rows: without }))).toEqual({
      status: 422,
      code: 'setup.noPassword',
    });
    const weak = send.map((row, at) => (at === 1 ? { ...row, password: '1234567890' } : row));
    expect((await admin.post('/api/setup/people').send({ rows: weak })).status).toBe(422);
    // one that was taken in between: nobody is written
    const other = { name: '孙礼', username: 'sunli', unitId: server.units.office, password: START_PASSWORD, roles: [] };
    expect(await count()).toBe(before);
    await admin
      .post('/api/people')
      .send({ ...other, username: 'qianjin', name: '钱进', unitId: station })
      .expect(201);
    expect(refused(await admin.post('/api/setup/people').send({ rows: send }))).toEqual({
      status: 409,
      code: 'setup.changed',
    });
    expect(await count()).toBe(before + 1);

    const { body } = await admin
      .post('/api/setup/people')
      .send({ rows: send.slice(1) })
      .expect(201);
    expect(body).toEqual({ added: 1 });
    const listed = (await admin.get(`/api/people?unitId=${station}`).expect(200)).body as { username: string }[];
    expect(listed.find(({ username }) => username === 'sunli')).toMatchObject({
      name: '孙礼',
      unitId: station,
      startPassword: true,
      roles: [{ role: 'handler', unitId: station }],
    });
    // the start password opens nothing but the change of it, as for everybody who is opened singly
    await server.ownPassword('sunli', password);
    await (await server.signIn('sunli')).get('/api/work').expect(200);
    const { rows: posts } = await server.test.database.pool.query<{ role: string }>(
      `SELECT t.role FROM tenure t JOIN person p ON p.id = t.person_id WHERE p.username = 'sunli' ORDER BY 1`,
    );
    expect(posts.map(({ role }) => role)).toEqual(['handler', 'member']);
  });
});

describe('the first hour', () => {
  it('is counted from what is there', async () => {
    const done = async (): Promise<Record<string, boolean>> => {
      const { body } = await admin.get('/api/setup').expect(200);
      const { steps } = body as { steps: { step: string; done: boolean }[] };
      return Object.fromEntries(steps.map(({ step, done: is }) => [step, is]));
    };
    expect(await done()).toMatchObject({ name: false, office: false, calendar: true, workflow: true, channels: false });
    await admin.patch(`/api/units/${server.units.root}`).send({ name: '东海市公安局' }).expect(200);
    for (const role of ['clerk', 'supervisor', 'visitor', 'leader'] as const)
      await server.person(`one-${role}`, [role]);
    expect(await done()).toMatchObject({ name: true, office: true });
    await admin.patch(`/api/units/${server.units.root}`).send({ name: '本单位' }).expect(200);
  });

  it('and its lists are for administrators alone', async () => {
    const clerk = await server.signIn('one-clerk');
    await clerk.get('/api/setup').expect(403);
    await clerk
      .post('/api/setup/units')
      .send({ rows: [{ name: '甲', seen: 'new' }] })
      .expect(403);
    await clerk
      .post('/api/setup/people/check')
      .send({ rows: [{ name: '甲', unit: '整改办' }] })
      .expect(403);
    await clerk.post('/api/setup/sheet').attach('file', Buffer.from('a,b'), 'x.csv').expect(403);
    await clerk
      .patch('/api/calendar/2026')
      .send({ days: [{ day: '2026-12-25', kind: 'off', name: '停工' }] })
      .expect(403);
  });
});
