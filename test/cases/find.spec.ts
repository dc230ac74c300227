/** Finding a case by what somebody has of it: the end of its number, two words, who spoke, the meeting, another system's number, a caller. */
import { v7 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import { fillSearchKeys } from '../../src/store/encrypted/fill-search-keys.js';
import { Cipher } from '../../src/store/encrypted/cipher.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let east: string;
let west: string;
let category: string;
let number: string;
const who: Record<string, TestAgent> = {};
/** Cases by what they are about. */
const cases: Record<'light' | 'noise' | 'gate' | 'other', string> = { light: '', noise: '', gate: '', other: '' };

beforeAll(async () => {
  server = await startServer();
  const { root } = server.units;
  east = await server.unit('城东分局');
  west = await server.unit('城西分局');
  const people: [string, Parameters<TestServer['person']>[1], string][] = [
    ['clerk', ['clerk'], root],
    ['supervisor', ['supervisor'], root],
    ['leader', ['leader'], root],
    ['auditor', ['auditor'], root],
    ['handler', ['handler'], east],
    ['westClerk', ['clerk', 'handler'], west],
  ];
  for (const [name, roles, unit] of people) {
    await server.person(name, roles, unit);
    who[name] = await server.signIn(name);
  }
  category = ((await who['clerk']!.get('/api/categories').expect(200)).body as { id: string }[])[0]!.id;
  cases.light = await collected('东街路灯不亮', '入夜后一片漆黑，老人摔倒', {
    name: '王建国',
    contact: '手机 138-0000-0001',
  });
  cases.noise = await collected('滨河路夜间飙车', '噪音扰民，老人无法休息', { name: '李四', contact: '0571-88880002' });
  cases.other = await collected('户籍窗口排队', '中午无人值守', { anonymous: true, contact: '13800000001' });
  cases.gate = await fromMeeting('滨湖社区恳谈会', '小区门禁损坏', '赵大妈', '13800000009');
  for (const id of [cases.light, cases.noise, cases.gate]) await act('clerk', id, 'ASSIGN', { leadUnitId: east });
  await tie();
  number = ((await who['clerk']!.get(`/api/cases/${cases.noise}`).expect(200)).body as { number: string }).number;
}, 240_000);
afterAll(() => server.close());

async function collected(title: string, description: string, raiser: object): Promise<string> {
  const input = { title, description, source: 'hotline', categoryId: category, raiser };
  return ((await who['clerk']!.post('/api/cases').send(input).expect(201)).body as { case: { id: string } }).case.id;
}
/** Two opinions of one person: the first is adopted, the second joins the case of the light. */
async function fromMeeting(title: string, text: string, name: string, contact: string): Promise<string> {
  const meeting = (
    await who['clerk']!.post('/api/meetings')
      .send({
        title,
        kind: 'policeResident',
        heldOn: '2026-03-02',
        place: '活动室',
        hostUnitId: server.units.office,
        participants: [
          { name, standing: 'resident', contact },
          { name: '孙来迟', standing: 'resident', contact: '13911110000' },
        ],
      })
      .expect(201)
  ).body as { id: string; participants: { id: string }[] };
  const opinions = (
    await who['clerk']!.post(`/api/meetings/${meeting.id}/opinions`)
      .send([
        { text, participantId: meeting.participants[0]!.id },
        { text: '路灯坏了', participantId: meeting.participants[1]!.id },
      ])
      .expect(201)
  ).body as { id: string }[];
  const adopted = await who['clerk']!.post(`/api/opinions/${opinions[0]!.id}/adopt`)
    .send({ leadUnitId: west, categoryId: category })
    .expect((answer) => expect([200, 201]).toContain(answer.status));
  await who['clerk']!.post(`/api/opinions/${opinions[1]!.id}/merge`)
    .send({ caseId: cases.light })
    .expect((answer) => expect([200, 201]).toContain(answer.status));
  return (adopted.body as { caseId: string }).caseId;
}
/** Clerks of the office whom something ties to the cases of the lead unit, though they neither belong to it nor act for it now. */
const TIED = ['named', 'moved', 'clerkBelow'];
async function tie(): Promise<void> {
  const { root } = server.units;
  const squad = await server.unit('治安大队', east);
  const named = await server.person('named', ['clerk'], root);
  const moved = await server.person('moved', ['clerk', 'handler'], east);
  const below = await server.person('clerkBelow', ['clerk'], root);
  const admin = await server.signIn('admin');
  await admin.patch(`/api/units/${east}`).send({ liaisonId: named }).expect(200);
  server.clock.advance(60_000);
  const atRoot = { role: 'clerk', unitId: root };
  await admin
    .patch(`/api/people/${moved}`)
    .send({ unitId: root, roles: [atRoot] })
    .expect(200);
  const roles = [atRoot, { role: 'clerk', unitId: squad }];
  await admin.patch(`/api/people/${below}`).send({ roles }).expect(200);
  for (const name of TIED) who[name] = await server.signIn(name);
}
const act = (name: string, id: string, type: string, payload: object) =>
  who[name]!.post(`/api/cases/${id}/commands`).send({ id: uuid(), type, ...payload });
const found = async (q: string, name = 'clerk'): Promise<string[]> => {
  const { body } = await who[name]!.get('/api/cases').query({ q }).expect(200);
  const ids = (body as { items: { id: string }[]; total: number }).items.map(({ id }) => id);
  expect((body as { total: number }).total).toBe(ids.length);
  return ids.map((id) => Object.entries(cases).find(([, known]) => known === id)?.[0] ?? id).sort();
};
const called = (telephone: string, reason = '来电询问办理进展', name = 'clerk') =>
  who[name]!.post('/api/cases/by-telephone').send({ telephone, reason });
const ofCaller = async (telephone: string): Promise<string[]> => {
  const { body } = await called(telephone).expect(200);
  const ids = (body as { items: { id: string }[] }).items.map(({ id }) => id);
  return ids.map((id) => Object.entries(cases).find(([, known]) => known === id)![0]).sort();
};

describe('a search', () => {
  it('finds two words, in any order, over title and description; both must occur', async () => {
    expect(await found('老人')).toEqual(['light', 'noise']);
    expect(await found('老人 噪音')).toEqual(['noise']);
    expect(await found('噪音　老人')).toEqual(['noise']);
    expect(await found('老人 门禁')).toEqual([]);
    expect(await found('老人 飙车 路')).toEqual(['noise']);
  });

  it('finds by the last digits of a number, and by a number without its zeros', async () => {
    expect(number).toMatch(/^ZG-2026-0000\d\d$/);
    expect(await found(number.slice(-6))).toEqual(['noise']);
    expect(await found(number.slice(-3))).toEqual(['noise']);
    expect(await found(number.slice(-2))).toEqual([]);
    expect(await found(`zg-2026-${Number(number.slice(-6))}`)).toEqual(['noise']);
    expect(await found(`${number.slice(-4)} 飙车`)).toEqual(['noise']);
    expect(await found(`${number.slice(-4)} 门禁`)).toEqual([]);
    // a number and a title as they are copied together out of a list
    expect(await found(`${number} 滨河路夜间飙车`)).toEqual(['noise']);
    expect(await found(`飙车 zg-2026-${Number(number.slice(-6))}`)).toEqual(['noise']);
    expect(await found(`${number} 门禁`)).toEqual([]);
  });

  it('finds by the title of the meeting, with another word too', async () => {
    expect(await found('滨湖')).toEqual(['gate']);
    expect(await found('恳谈会 门禁')).toEqual(['gate']);
    expect(await found('恳谈会 飙车')).toEqual([]);
  });

  it('finds by the number a case had in another system', async () => {
    const csv = '问题编号,问题描述,责任单位\nWX-88213,公园座椅破损,城东分局\nWX-2025-417,河道护栏松动,城东分局\n';
    await who['clerk']!.post('/api/ledger/import')
      .query({ dryRun: 'false' })
      .attach('file', Buffer.from(csv), 'old.csv')
      .expect((answer) => expect([200, 201]).toContain(answer.status));
    expect(await found('WX-88213')).toHaveLength(1);
    expect(await found('WX-8821')).toEqual([]);
    expect(await found('WX-88213 座椅')).toHaveLength(1);
    // of the same shape as ours
    expect(await found('WX-2025-417')).toHaveLength(1);
    expect(await found('WX-2025-417 护栏')).toHaveLength(1);
    expect(await found('WX-2025-418')).toEqual([]);
  });

  it('finds by the exact name of who spoke, for the office alone', async () => {
    expect(await found('王建国')).toEqual(['light']);
    expect(await found('王建')).toEqual([]);
    expect(await found('赵大妈')).toEqual(['gate']);
    expect(await found('孙来迟')).toEqual(['light']); // what they said joined that case
    expect(await found('王建国 路灯')).toEqual(['light']);
    expect(await found('王建国 门禁')).toEqual([]);
  });

  it.each(['handler', 'supervisor', 'leader', 'auditor', 'westClerk'])(
    'tells %s nothing about who spoke',
    async (name) => {
      for (const q of ['王建国', '赵大妈', '孙来迟', '13800000001', '13800000009'])
        expect(await found(q, name)).toEqual([]);
    },
  );

  it.each(TIED)('tells %s, whom something ties to these cases, no more than a look would', async (name) => {
    expect(await found('老人', name)).toEqual(['light', 'noise']);
    const look = who[name]!.post(`/api/cases/${cases.light}/raiser`).send({ reason: '核实反映情况' });
    await look.expect(403);
    for (const q of ['王建国', '孙来迟', '李四']) expect([q, await found(q, name)]).toEqual([q, []]);
    const { body } = await called('13800000001', undefined, name).expect(200);
    expect(body).toEqual({ items: [] });
    // Of a case of another unit they are the office like everybody there.
    expect(await found('赵大妈', name)).toEqual(['gate']);
  });

  it('tells the lead unit nothing about the meeting either', async () => {
    expect(await found('滨湖', 'handler')).toEqual([]);
    expect(await found('老人', 'handler')).toEqual(['light', 'noise']);
  });

  it('takes signs of the search language as themselves', async () => {
    for (const q of ['%', '_ _', "'; --", '\\ %', '123456789012345678901234567890', 'ZG-2026-', '０００'])
      expect(await found(q)).toEqual([]);
  });
});

describe('a caller', () => {
  it('is found by the full number, however it is written, also where what they said joined another case', async () => {
    expect(await ofCaller('138 0000 0001')).toEqual(['light']);
    expect(await ofCaller('+86-138-0000-0001')).toEqual(['light']);
    expect(await ofCaller('88880002')).toEqual(['noise']);
    expect(await ofCaller('(0571)88880002')).toEqual(['noise']);
    expect(await ofCaller('13800000009')).toEqual(['gate']);
    expect(await ofCaller('13911110000')).toEqual(['light']);
    expect(await ofCaller('13800000008')).toEqual([]);
    expect(await ofCaller('1380000')).toEqual([]);
  });

  it('is looked for with a reason, by one full number, by the office', async () => {
    expect((await called('138').expect(422)).body).toMatchObject({ code: 'telephone.incomplete' });
    expect((await called('13800000008', '.').expect(422)).body).toMatchObject({ code: 'look.reasonNeeded' });
    expect((await called('13800000001', '。。。。').expect(422)).body).toMatchObject({ code: 'look.reasonNeeded' });
    for (const name of ['handler', 'supervisor', 'leader', 'auditor'])
      await called('13800000001', undefined, name).expect(403);
  });

  it('leaves a look with its reason in the history of looks', async () => {
    const count = async (): Promise<number> => {
      const { rows } = await server.tenant.database.pool.query<{ n: number }>(
        'SELECT count(*)::int AS n FROM sealed_look WHERE case_id = $1 AND reason = $2',
        [cases.noise, '核对来电人身份'],
      );
      return rows[0]!.n;
    };
    const before = await count();
    await called('88880002', '核对来电人身份').expect(200);
    expect(await count()).toBe(before + 1);
  });

  it('of another office, or on whose case one’s own unit works, is not found', async () => {
    const { body } = await called('13800000009', undefined, 'westClerk').expect(200);
    expect(body).toEqual({ items: [] });
  });
});

describe('the keys', () => {
  it('are filled in where an older release left none, and tell nothing without the encryption key', async () => {
    const { pool } = server.tenant.database;
    await pool.query('UPDATE raiser SET search_keys = NULL');
    await pool.query('UPDATE participant SET search_keys = NULL');
    expect(await found('王建国')).toEqual([]);
    const other = await fillSearchKeys(pool, new Cipher(Buffer.alloc(32, 9)));
    expect(other.unopened).toBeGreaterThan(0); // encrypted with another key: left alone
    await pool.query('UPDATE participant SET search_keys = NULL');
    const { filled, unopened } = await fillSearchKeys(pool, server.tenant.cipher);
    expect([filled > 4, unopened]).toEqual([true, 0]);
    expect(await found('王建国')).toEqual(['light']);
    expect(await found('赵大妈')).toEqual(['gate']);
    expect(await ofCaller('13800000009')).toEqual(['gate']);
    expect(await ofCaller('13911110000')).toEqual(['light']);
    expect(await fillSearchKeys(pool, server.tenant.cipher)).toEqual({ filled: 0, unopened: 0 });
    const { rows } = await pool.query<{ text: string }>('SELECT search_keys::text AS text FROM raiser');
    expect(rows.map(({ text }) => text).join(' ')).not.toMatch(/13800000001|88880002/);
  });
});
