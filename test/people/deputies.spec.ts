/** Deputies from day to day: who names one, what passes on, what is told to whom, and what is refused to whoever would get round a rule by it. */
import { v7 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import type { CaseShown, HistoryEventShown } from '../../src/cases/case-shown.dto.js';
import type { Role } from '../../src/domain/words.js';
import type { InboxItem } from '../../src/inbox/inbox.dto.js';
import { MessageDelivery } from '../../src/jobs/message-delivery.js';
import type { DeputyShown, OwnDeputies, StepsInName } from '../../src/people/deputies.dto.js';
import { InNameService } from '../../src/people/in-name.service.js';
import { DEPENDENCIES } from '../../src/executor/dependencies-token.js';
import type { Dependencies } from '../../src/executor/run-batch.js';
import { sweep } from '../../src/executor/sweep.js';
import { verifyHistory } from '../../src/store/audit/verify-history.js';
import { DeputationStore } from '../../src/store/people/deputation.store.js';
import { ReachStore } from '../../src/store/people/reach.store.js';
import type { WorkAnswer } from '../../src/work/work.dto.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let category: string;
const who: Record<string, TestAgent> = {};
const ids: Record<string, string> = {};
const TODAY = { fromOn: '2026-03-02', untilOn: '2026-03-04', reason: '出差' };

beforeAll(async () => {
  server = await startServer({ now: '2026-03-02T10:00:00+08:00' });
  const [east, west] = [await server.unit('城东分局'), await server.unit('城西分局')];
  ids['east'] = east;
  const add = async (name: string, role: Role, unit?: string): Promise<void> => {
    ids[name] = await server.person(name, [role], unit);
    who[name] = await server.signIn(name);
  };
  await add('clerk', 'clerk');
  await add('clerk2', 'clerk');
  await add('leader', 'leader');
  await add('visitor', 'visitor');
  await add('supervisor', 'supervisor');
  await add('wang', 'handler', east);
  await add('chief', 'unitLeader', east);
  await add('li', 'liaison', east);
  await add('west', 'handler', west);
  who['admin'] = await server.signIn('admin');
  category = ((await who['clerk']!.get('/api/categories').expect(200)).body as { id: string }[])[0]!.id;
});
afterAll(() => server.close());

/** Sessions end meanwhile: everybody signs in anew. */
async function goTo(moment: string): Promise<void> {
  server.clock.set(Date.parse(moment));
  for (const one of Object.keys(who)) who[one] = await server.signIn(one);
}
const asked = async <T>(name: string, path: string, status = 200): Promise<T> =>
  (await who[name]!.get(path).expect(status)).body as T;
const send = async (name: string, id: string, type: string, payload: object = {}): Promise<string> => {
  const { body } = await who[name]!.post(`/api/cases/${id}/commands`).send({ id: uuid(), type, ...payload });
  return (body as { code?: string }).code ?? 'ok';
};
/** Names a deputy; the code of the refusal, or what was entered. */
async function name(
  by: string,
  absent: string,
  deputy: string,
  days: object = {},
): Promise<DeputyShown & { code?: string }> {
  const given = { ...TODAY, deputyId: ids[deputy], ...days };
  const { body } =
    by === absent
      ? await who[by]!.post('/api/me/deputies').send(given)
      : await who[by]!.post('/api/deputies').send({ ...given, absentId: ids[absent] });
  return body as DeputyShown & { code?: string };
}
const end = (by: string, id: string) => who[by]!.delete(`/api/deputies/${id}`);
async function assigned(): Promise<string> {
  const raised = { title: '路灯不亮', description: '东街路灯不亮', source: 'hotline', categoryId: category };
  const { body } = await who['clerk']!.post('/api/cases')
    .send({ ...raised, raiser: { name: '王某', contact: '13800001234' } })
    .expect(201);
  const { id } = (body as { case: { id: string } }).case;
  expect(await send('clerk', id, 'ASSIGN', { leadUnitId: ids['east'] })).toBe('ok');
  return id;
}
async function told(to: string): Promise<string[]> {
  const { database, referenceData } = server.tenant;
  const [reach, deputations] = [new ReachStore(database), new DeputationStore(database)];
  await new MessageDelivery(database, reach, referenceData, server.clock, deputations).catchUp();
  const { items } = await asked<{ items: InboxItem[] }>(to, '/api/inbox');
  return items.map(({ text }) => text);
}

it('stands in from the first day to the last of the office’s time zone, and is told whose it is', async () => {
  const id = await assigned();
  const entered = await name('wang', 'wang', 'chief');
  expect(entered).toMatchObject({ state: 'now', grantedByName: 'wang' });
  expect(await told('chief')).toContain('3月2日至3月4日由您代理wang的工作');
  const work = await asked<WorkAnswer>('chief', `/api/work?absentId=${ids['wang']}`);
  expect(work.items.map((item) => item.id)).toEqual([id]);
  expect((await asked<WorkAnswer>('chief', '/api/work')).standsInFor).toEqual([
    { id: ids['wang'], name: 'wang', untilOn: '2026-03-04' },
  ]);
  await asked('li', `/api/work?absentId=${ids['wang']}`, 403);
  // Where both may, it is the deputy's own, unless it is sent in the name of the absent.
  expect(await send('chief', id, 'ACCEPT')).toBe('ok');
  const own = await asked<CaseShown>('chief', `/api/cases/${id}`);
  expect(own.allowed.find(({ type }) => type === 'PROGRESS')).toMatchObject({ inNameOf: null, absentId: null });
  expect(own.standsInFor).toEqual([{ id: ids['wang'], name: 'wang', untilOn: '2026-03-04' }]);
  await goTo('2026-03-04T23:59:59+08:00');
  const messages = await told('chief');
  expect(messages.filter((text) => text.startsWith('（代wang）ZG-'))).toHaveLength(1);
  expect((await told('wang')).some((text) => text.startsWith('（代'))).toBe(false);
  await asked('chief', `/api/work?absentId=${ids['wang']}`);
  await goTo('2026-03-05T00:00:00+08:00');
  await asked('chief', `/api/work?absentId=${ids['wang']}`, 403);
  expect((await asked<OwnDeputies>('wang', '/api/me/deputies')).own[0]).toMatchObject({ state: 'over' });
  await end('wang', entered.id).expect(409);
});

it('lets a colleague of the office visit in the name of the visitor, open the name for that alone, and write both names', async () => {
  await goTo('2026-03-05T10:00:00+08:00');
  const id = await assigned();
  for (const [by, type, payload] of [
    ['wang', 'ACCEPT', {}],
    ['wang', 'SUBMIT', { measure: '修好', lastingMeasure: '巡查' }],
    ['supervisor', 'PASS', { method: 'onSite' }],
  ] as const)
    expect(await send(by, id, type, payload)).toBe('ok');
  const look = (by: string) =>
    who[by]!.post(`/api/cases/${id}/raiser`).send({ reason: '电话回访核实', purpose: 'visit' });
  const visit = { method: 'phone', outcome: 'fixed', satisfaction: 'satisfied' };
  expect((await look('supervisor')).status).toBe(403);
  expect(await send('supervisor', id, 'RECORD_VISIT', visit)).toBe('rule.isVisitor');
  const days = { fromOn: '2026-03-05', untilOn: '2026-03-06' };
  const { id: deputation } = await name('visitor', 'visitor', 'supervisor', days);
  expect((await look('supervisor')).body).toMatchObject({ name: '王某' });
  const { rows } = await server.tenant.database.pool.query(
    'SELECT reason, person_id FROM sealed_look ORDER BY at DESC LIMIT 1',
  );
  expect(rows).toEqual([{ reason: '代visitor：电话回访核实', person_id: ids['supervisor'] }]);
  server.clock.advance(60_000);
  expect(await send('supervisor', id, 'RECORD_VISIT', visit)).toBe('ok');
  expect((await asked<CaseShown>('clerk', `/api/cases/${id}`)).visits[0]!.byName).toBe('supervisor代visitor');
  const history = await asked<HistoryEventShown[]>('clerk', `/api/cases/${id}/history`);
  expect(history.at(-1)).toMatchObject({
    actor: { name: 'supervisor代visitor', via: 'deputy', userId: ids['supervisor'] },
    inNameOf: { userId: ids['visitor'], name: 'visitor' },
  });
  const path = `/api/deputies/${deputation}/steps`;
  const { steps } = await asked<StepsInName>('visitor', path);
  expect(steps).toMatchObject([{ caseId: id, title: '路灯不亮', labels: { 'zh-CN': '登记回访' } }]);
  await asked('clerk', path, 404);
  await asked('admin', path, 404);
  await goTo('2026-03-07T00:00:00+08:00');
  expect(await server.app.get(InNameService, { strict: false }).pass()).toBe(1);
  expect(await server.app.get(InNameService, { strict: false }).pass()).toBe(0);
  expect(await told('visitor')).toContain('代理已结束：supervisor以您的名义办理了 1 次');
  expect((await look('supervisor')).status).toBe(403);
  const inName = { absentId: ids['visitor'] };
  const sent = { id: uuid(), type: 'RECORD_VISIT', ...visit, ...inName };
  expect((await who['supervisor']!.post(`/api/cases/${id}/commands`).send(sent)).body).toMatchObject({
    code: 'deputy.notNow',
  });
  expect((await verifyHistory(server.tenant.database.pool)).faults).toEqual([]);
});

it('passes on neither what the office does beside cases, nor names of complainants, nor administration, nor anything to a program', async () => {
  await goTo('2026-03-07T10:00:00+08:00');
  const days = { fromOn: '2026-03-07', untilOn: '2026-03-09' };
  const { id } = await name('clerk', 'clerk', 'supervisor', days);
  const theCase = await assigned();
  const collect = { title: '噪声', description: '夜间施工', source: 'hotline', categoryId: category };
  expect((await who['supervisor']!.post('/api/cases').send(collect)).status).toBe(403);
  expect((await who['supervisor']!.get('/api/meetings')).status).toBe(403);
  const look = { reason: '电话回访核实', purpose: 'visit' };
  expect((await who['supervisor']!.post(`/api/cases/${theCase}/raiser`).send(look)).status).toBe(403);
  expect(await send('supervisor', theCase, 'CORRECT', { title: '东街路灯不亮', reason: '写清地点' })).toBe('ok');
  const { body } = await who['supervisor']!.post('/api/tokens').send({ name: '程序', expiresOn: '2026-03-20' });
  const program = (path: string) =>
    server
      .anonymous()
      .get(path)
      .set('Authorization', `Bearer ${(body as { token: string }).token}`);
  expect((await program(`/api/work?absentId=${ids['clerk']}`)).status).toBe(403);
  const byProgram = await server
    .anonymous()
    .post('/api/me/deputies')
    .set('Authorization', `Bearer ${(body as { token: string }).token}`)
    .send({ ...days, reason: '出差', deputyId: ids['visitor'] });
  expect((byProgram.body as { code: string }).code).toBe('account.signInNeeded');
  // Whoever is bound by it may give it back.
  await end('west', id).expect(403);
  await end('supervisor', id).expect(200);
  expect(await told('clerk')).toContain('supervisor代理clerk已提前结束');
  expect(await send('supervisor', theCase, 'CORRECT', { title: '路灯', reason: '太长' })).not.toBe('ok');
});

it('needs a second person where somebody else names the deputy, and takes no chain, no second one, nobody unfit', async () => {
  await goTo('2026-03-09T10:00:00+08:00');
  const days = { fromOn: '2026-03-10', untilOn: '2026-03-12' };
  expect(await name('wang', 'wang', 'wang', days)).toMatchObject({ code: 'deputy.self' });
  expect(await name('wang', 'wang', 'west', days)).toMatchObject({ code: 'deputy.unfit' });
  expect(await name('admin', 'admin', 'clerk', days)).toMatchObject({ code: 'deputy.unfit' });
  expect(await name('leader', 'leader', 'clerk', days)).toMatchObject({ code: 'deputy.unfit' });
  expect(await name('wang', 'wang', 'li', { ...days, fromOn: '2026-03-06' })).toMatchObject({ code: 'deputy.days' });
  expect(await name('wang', 'wang', 'li', { ...days, untilOn: '2026-10-12' })).toMatchObject({ code: 'deputy.days' });
  expect(await name('clerk', 'visitor', 'clerk', days)).toMatchObject({ code: 'deputy.namesThemself' });
  expect(
    (
      await who['west']!.post('/api/deputies').send({
        ...days,
        reason: '病假',
        absentId: ids['wang'],
        deputyId: ids['li'],
      })
    ).status,
  ).toBe(403);
  const { id, state } = await name('admin', 'wang', 'li', days);
  expect(state).toBe('asked');
  await goTo('2026-03-10T10:00:00+08:00');
  await asked('li', `/api/work?absentId=${ids['wang']}`, 403);
  expect(await told('chief')).toContain('管理员提出由li代理wang，3月10日至3月12日，须由另一人同意');
  const grant = (by: string) => who[by]!.post(`/api/deputies/${id}/grant`);
  for (const one of ['admin', 'li', 'west']) await grant(one).expect(403);
  expect((await asked<OwnDeputies>('chief', '/api/me/deputies')).asked).toMatchObject([{ id, mayGrant: true }]);
  await grant('chief').expect(200);
  await grant('chief').expect(409);
  await asked('li', `/api/work?absentId=${ids['wang']}`, 200);
  expect(await name('wang', 'wang', 'chief', days)).toMatchObject({ code: 'deputy.absentTwice' });
  expect(await name('li', 'li', 'chief', days)).toMatchObject({ code: 'deputy.absentIsDeputy' });
  expect(await name('chief', 'chief', 'wang', days)).toMatchObject({ code: 'deputy.deputyAbsent' });
  // Two entries of one moment: one of them.
  const both = await Promise.all([name('chief', 'chief', 'li', days), name('chief', 'chief', 'li', days)]);
  expect(both.map(({ code }) => code ?? 'ok').sort()).toEqual(['deputy.absentTwice', 'ok']);
  // An account that is closed ends what it had a part in.
  await who['admin']!.patch(`/api/people/${ids['li']}`).send({ active: false }).expect(200);
  delete who['li'];
  expect((await asked<OwnDeputies>('wang', '/api/me/deputies')).own[0]).toMatchObject({ state: 'ended' });
  expect(await told('wang')).toContain('li或wang的账号已停用，代理结束');
  const { rows } = await server.tenant.database.pool.query<{ together: boolean }>(
    'SELECT DISTINCT d.xmin = p.xmin AS together FROM deputation d JOIN person p ON p.id = $1 WHERE d.ended_at IS NOT NULL AND p.id IN (d.absent_id, d.deputy_id)',
    [ids['li']],
  );
  expect(rows).toEqual([{ together: true }]);
});

it('keeps apart whoever stood in from what ran meanwhile, and the absent from what was asked for in their name', async () => {
  await goTo('2026-03-16T10:00:00+08:00');
  const id = await assigned();
  const days = { fromOn: '2026-03-16', untilOn: '2026-03-17' };
  await name('clerk', 'clerk', 'visitor', days);
  expect(await send('visitor', id, 'ASK_DEPARTURE', { kind: 'withdraw', reason: '反映人撤回' })).toBe('ok');
  // The visitor, meanwhile clerk too, and the clerk who is back early: one pair of hands.
  expect(await send('visitor', id, 'GRANT_DEPARTURE')).toBe('rule.isNotOwnDeparture');
  expect(await send('clerk', id, 'GRANT_DEPARTURE')).toBe('rule.isNotOwnDeparture');
  expect(await send('clerk2', id, 'GRANT_DEPARTURE')).toBe('ok');
});

it('writes both names where the absent is named, though the deputy holds the role too, and refuses it in words once it is over', async () => {
  await goTo('2026-03-18T09:00:00+08:00');
  const [id, other, third] = [await assigned(), await assigned(), await assigned()];
  const days = { fromOn: '2026-03-18', untilOn: '2026-03-19' };
  const { id: deputation } = await name('wang', 'wang', 'chief', days);
  const inName = { absentId: ids['wang'] };
  const last = async (of: string) => (await asked<HistoryEventShown[]>('clerk', `/api/cases/${of}/history`)).at(-1);
  const { items } = await asked<WorkAnswer>('chief', `/api/work?absentId=${ids['wang']}`);
  expect(items.find((item) => item.id === id)!.next).toMatchObject({ inNameOf: 'wang', absentId: ids['wang'] });
  const shown = await asked<CaseShown>('chief', `/api/cases/${id}?absentId=${ids['wang']}`);
  expect(new Set(shown.allowed.map(({ inNameOf }) => inNameOf))).toEqual(new Set(['wang']));
  const accept = { id: uuid(), type: 'ACCEPT', ...inName };
  const accepted = await who['chief']!.post(`/api/cases/${id}/commands`).send(accept).expect(200);
  expect(await last(id)).toMatchObject({ actor: { name: 'chief代wang', via: 'deputy' }, inNameOf: { name: 'wang' } });
  expect(await send('chief', other, 'ACCEPT')).toBe('ok');
  expect(await last(other)).toMatchObject({ actor: { name: 'chief', via: 'web' } });
  // Of many at once, each line in the name it bears.
  const line = (caseId: string, more: object) => ({
    id: uuid(),
    caseId,
    type: 'PROGRESS',
    text: '已联系施工方',
    ...more,
  });
  const { body } = await who['chief']!.post('/api/commands')
    .send([line(id, inName), line(other, {}), line(third, { absentId: ids['li'] }), line(third, { absentId: 'wang' })])
    .expect(200);
  const codes = (body as { ok: boolean; error?: { code: string } }[]).map(({ ok, error }) => (ok ? 'ok' : error!.code));
  expect(codes).toEqual(['ok', 'ok', 'deputy.notNow', 'request.malformed']);
  expect((await last(id))!.actor.name).toBe('chief代wang');
  expect((await last(other))!.actor.name).toBe('chief');
  // Nobody else learns of a case by naming an absent person.
  const fromOutside = await Promise.all([
    who['west']!.post(`/api/cases/${id}/commands`).send(line(id, inName)),
    who['west']!.post(`/api/cases/${id}/uploads?absentId=${ids['wang']}`).set({
      'Tus-Resumable': '1.0.0',
      'Upload-Length': '9',
    }),
    who['west']!.get(`/api/cases/${id}?absentId=${ids['wang']}`),
    who['west']!.get(`/api/cases/${uuid()}?absentId=${ids['wang']}`),
  ]);
  for (const { status, body } of fromOutside)
    expect([status, (body as { code: string }).code]).toEqual([403, 'deputy.notNow']);
  // The same again under another name is another command; under the same, the first answer.
  const again = (more: object) => who['chief']!.post(`/api/cases/${id}/commands`).send({ ...accept, ...more });
  expect((await again({ absentId: undefined })).body).toMatchObject({ code: 'command.duplicate' });
  await end('wang', deputation).expect(200);
  expect((await again({})).body).toEqual(accepted.body);
  const late = await who['chief']!.post(`/api/cases/${id}/commands`).send({
    ...accept,
    id: uuid(),
    type: 'PROGRESS',
    text: '…',
  });
  expect(late.status).toBe(403);
  expect((late.body as { code: string; messageZh: string }).code).toBe('deputy.notNow');
  await asked('chief', `/api/cases/${id}?absentId=${ids['wang']}`, 403);
  expect((await asked<CaseShown>('chief', `/api/cases/${id}`)).standsInFor).toEqual([]);
});

it('answers an order in the name of the absent, with both names under it, and gives a draft back once the deputy’s time is over', async () => {
  const id = await assigned();
  await goTo('2026-04-10T10:00:00+08:00');
  const dependencies = server.app.get<Dependencies>(DEPENDENCIES, { strict: false });
  while ((await sweep(dependencies, server.clock.now(), 500)).claimed > 0);
  await name('wang', 'wang', 'chief', { fromOn: '2026-04-10', untilOn: '2026-04-10' });
  const orders = async (): Promise<CaseShown['orders']> => (await asked<CaseShown>('chief', `/api/cases/${id}`)).orders;
  const [blue] = await orders();
  const said = { text: '本周修好', cause: '缺配件', isFinal: false, promisedOn: '2026-04-14', absentId: ids['wang'] };
  const reply = (by: string) => who[by]!.post(`/api/orders/${blue!.id}/reply`).send(said);
  expect(((await reply('west')).body as { code: string }).code).toBe('deputy.notNow');
  await reply('chief').expect(200);
  expect((await orders())[0]!.acts).toMatchObject([{ act: 'replied', byName: 'chief代wang', text: '本周修好' }]);
  await goTo('2026-04-11T00:00:00+08:00');
  const late = await who['chief']!.post('/api/orders/batch')
    .send([{ ...said, orderId: blue!.id, action: 'reply' }])
    .expect(200);
  expect((late.body as { error: { code: string } }[])[0]!.error.code).toBe('deputy.notNow');
});
