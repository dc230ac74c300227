/** What became of what was said: computed from the record, worded and released by the office, read by whoever said it, answered again once it is settled. */
import { v7 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import type { ResultPageShown } from '../../src/meetings/results/result-page.dto.js';
import type { AgendaShown, OwedList, ResultsShown } from '../../src/meetings/results/results.dto.js';
import { OwedNews } from '../../src/meetings/results/owed-news.js';
import { TriageNews } from '../../src/meetings/triage-news.js';
import { openDesk, type Desk } from './desk.js';

let desk: Desk;
const who: Record<string, TestAgent> = {};
beforeAll(async () => {
  desk = await openDesk();
  for (const role of ['supervisor', 'visitor'] as const) {
    await desk.server.person(role, [role]);
    who[role] = await desk.server.signIn(role);
  }
  await desk.server.person('foreign', ['clerk'], await desk.server.unit('外地分局'));
  who['foreign'] = await desk.server.signIn('foreign');
});
afterAll(() => desk.server.close());

/** Another morning, on which everybody signs in again. */
async function day(text: string): Promise<void> {
  desk.server.clock.set(Date.parse(`${text}T10:00:00+08:00`));
  const agents: Record<string, TestAgent> = { ...who, clerk: desk.clerk, handler: desk.handler };
  for (const [username, agent] of Object.entries(agents))
    await agent
      .post('/api/session')
      .send({ username, password: `password of ${username}` })
      .expect(200);
}
const triage = async (opinion: string, action: string, body: object): Promise<{ caseId: string; caseNumber: string }> =>
  (await desk.clerk.post(`/api/opinions/${opinion}/${action}`).send(body).expect(200)).body as never;
const adopt = (opinion: string, dueOn?: string) =>
  triage(opinion, 'adopt', {
    leadUnitId: desk.station,
    categoryId: desk.category,
    ...(dueOn === undefined ? {} : { dueOn }),
  });
const results = async (id: string): Promise<ResultsShown> =>
  (await desk.clerk.get(`/api/meetings/${id}/results`).expect(200)).body as ResultsShown;
const release = (id: string) => desk.clerk.post(`/api/meetings/${id}/results/release`);
const word = (id: string, opinion: string, body: object) =>
  desk.clerk.put(`/api/meetings/${id}/results/${opinion}`).send(body);
const page = (path: string) => desk.server.anonymous().get(`/api/results/${path.replace('/m/', '')}`);
const owed = async (): Promise<OwedList['items']> =>
  ((await desk.clerk.get('/api/meetings/owed').expect(200)).body as OwedList).items;

async function solve(caseId: string): Promise<void> {
  const steps: [TestAgent, string, object][] = [
    [desk.handler, 'ACCEPT', {}],
    [desk.handler, 'SUBMIT', { measure: '逐盏更换', lastingMeasure: '每周巡查' }],
    [who['supervisor']!, 'PASS', { method: 'remote' }],
    [who['visitor']!, 'RECORD_VISIT', { method: 'phone', outcome: 'fixed', satisfaction: 'satisfied' }],
  ];
  for (const [agent, type, payload] of steps)
    await agent
      .post(`/api/cases/${caseId}/commands`)
      .send({ id: uuid(), type, ...payload })
      .expect(200);
}

it('tells each person what became of their words, and tells them again once a plan is settled', async () => {
  const { id, participants } = await desk.meeting();
  const [zhao, qian] = participants as [string, string];
  const [lamp, again] = (await desk.logged(id, ['东街路灯不亮', '东街晚上太黑'], zhao)) as [string, string];
  const [fee, law, later] = (await desk.logged(id, ['停车费能否减免', '请开普法课', '修一座桥'], qian)) as [
    string,
    string,
    string,
  ];
  const { caseId } = await adopt(lamp, '2026-03-20');
  await triage(again, 'merge', { caseId });
  await triage(fee, 'decline', { reason: '收费标准由发改部门制定' });
  await triage(law, 'answer', { reply: '每月第一个周三已有普法课' });

  const early = await release(id).expect(422);
  expect(early.body).toMatchObject({
    code: 'result.incomplete',
    details: { opinions: [{ seq: 5, missing: 'triage' }] },
  });
  await triage(later, 'decline', { reason: '不在本单位职责内' });
  await release(id).expect(200, { released: 5 });
  await release(id).expect(200, { released: 0 });

  const first = await results(id);
  expect(first.lines.map((line) => [line.class, line.basis, line.isReleased, line.dueOn])).toEqual([
    ['planned', 'working', true, '2026-03-20'],
    ['planned', 'working', true, '2026-03-20'],
    ['notPossible', 'declined', true, null],
    ['solved', 'answered', true, null],
    ['notPossible', 'declined', true, null],
  ]);
  expect(first.counts).toMatchObject({ solved: 1, answered: 1, planned: 2, notPossible: 2, departing: 0 });
  expect(first.lines[0]!.answers[0]).toMatchObject({ releasedByName: 'clerk', releasedAt: '2026-03-02T02:00:00.000Z' });
  expect(await owed()).toEqual([]);

  await day('2026-03-10');
  await solve(caseId);
  const waiting = await owed();
  expect(waiting.map((one) => [one.seq, one.kind, one.told, one.class, one.by])).toEqual([
    [1, 'settled', 'planned', 'solved', '2026-03-17'],
    [2, 'settled', 'planned', 'solved', '2026-03-17'],
  ]);
  const news = desk.server.app.get(OwedNews);
  expect([await news.pass(), await news.pass()]).toEqual([2, 0]);
  const inbox = (await desk.clerk.get('/api/inbox').expect(200)).body as { items: { text: string; href: string }[] };
  expect(inbox.items.map(({ text, href }) => [text, href])).toContainEqual([
    '“一季度警民恳谈会”第 1 条意见已有结果，请在 3月17日 前再次反馈',
    `/meetings/${id}/results`,
  ]);
  const { tasks } = (await desk.clerk.get('/api/work').expect(200)).body as { tasks: object[] };
  expect(tasks).toEqual([expect.objectContaining({ kind: 'answersOwed', count: 2, by: '2026-03-17' })]);
  await release(id).expect(200, { released: 2 });
  expect(await owed()).toEqual([]);

  const path = first.links.find(({ participantId }) => participantId === zhao)!.path!;
  const own = await page(path)
    .expect(200)
    .expect('x-robots-tag', 'noindex, nofollow')
    .expect('cache-control', 'no-store');
  const body = own.body as ResultPageShown;
  expect(body).toMatchObject({ name: '赵建国', isPublic: false, others: 0 });
  expect(body.lines.map((line) => [line.said, line.class, line.solvedOn, line.sentence!['zh-CN']])).toEqual([
    ['东街路灯不亮', 'solved', '2026-03-10', '已整改到位，于2026年3月10日销号。'],
    ['东街晚上太黑', 'solved', '2026-03-10', '已整改到位，于2026年3月10日销号。'],
  ]);
  expect(body.lines[0]!.earlier).toEqual([
    {
      class: 'planned',
      toldOn: '2026-03-02',
      sentence: expect.objectContaining({ 'zh-CN': '正在办理，计划2026年3月20日前办结。' }),
    },
  ]);
  const receipt = body.lines[0]!.receipt!;
  await desk.server
    .anonymous()
    .get(`/api/receipts/${receipt.replace('/r/', '')}`)
    .expect(200);
  for (const foreign of ['钱律师', '停车费', 'clerk', zhao]) expect(own.text).not.toContain(foreign);
});

it('leaves the record only with words and a reason, which stay with the answer', async () => {
  const { id, participants } = await desk.meeting('二季度恳谈会');
  const [one] = (await desk.logged(id, ['小区门口积水'], participants[0])) as [string];
  await adopt(one);
  await word(id, one, { class: 'solved' })
    .expect(422)
    .expect(({ body }) => expect(body).toMatchObject({ code: 'result.unreasoned' }));
  await word(id, one, { class: 'solved', words: '已于当日抽排完毕。', reason: '临时措施已解决，管网另行立项' }).expect(
    204,
  );
  await release(id).expect(200, { released: 1 });
  const told = await results(id);
  expect(told.counts.departing).toBe(1);
  expect(told.lines[0]!.answers).toEqual([
    expect.objectContaining({ class: 'solved', factsClass: 'planned', reason: '临时措施已解决，管网另行立项' }),
  ]);
});

it('opens a public page of released wordings, without persons, and takes it back', async () => {
  const { id, participants } = await desk.meeting('三季度恳谈会');
  const [noise, private_] = (await desk.logged(id, ['三单元张大爷夜里唱歌', '我家的低保'], participants[1])) as [
    string,
    string,
  ];
  await triage(noise, 'answer', { reply: '民警已上门找张大爷谈过' });
  await triage(private_, 'answer', { reply: '已转民政' });
  await release(id).expect(200);
  await desk.clerk.post(`/api/meetings/${id}/results/public`).expect(422);
  await word(id, noise, { said: '夜间噪声扰民' }).expect(204);
  await release(id).expect(200, { released: 1 });
  await desk.clerk.post(`/api/meetings/${id}/results/public`).expect(204);
  const { links } = await results(id);
  const open = links.find(({ participantId }) => participantId === null)!;
  const shown = await page(open.path!).expect(200);
  expect((shown.body as ResultPageShown).lines).toEqual([
    { seq: 1, said: '夜间噪声扰民', class: 'solved', sentence: null, unit: null, solvedOn: expect.any(String), dueOn: null, toldOn: expect.any(String), earlier: [], receipt: null }, // prettier-ignore
  ]);
  expect(shown.body).toMatchObject({ isPublic: true, name: null, others: 1 });
  for (const person of ['张大爷', '钱律师', '低保', '民政']) expect(shown.text).not.toContain(person);

  await desk.clerk.delete(`/api/meetings/${id}/results/links/${open.id}`).expect(204);
  const [gone, wrong] = [await page(open.path!).expect(404), await page('22222222222222222222').expect(404)];
  expect(gone.body).toEqual(wrong.body);
  const { rows } = await desk.server.tenant.database.pool.query<{ row: string }>(
    'SELECT l::text AS row FROM result_link l',
  );
  expect(rows.map(({ row }) => row).join()).not.toContain(open.path!.slice(3));
  const guesses = await Promise.all(Array.from({ length: 12 }, () => page('33333333333333333333')));
  expect(guesses.map(({ status }) => status)).toContain(429);
  expect(guesses.every(({ status }) => status === 404 || status === 429)).toBe(true);
});

it('is for the office that keeps the meeting, and hides from a clerk whose own unit it is about who spoke', async () => {
  const { id, participants } = await desk.meeting('四季度恳谈会');
  const [one] = (await desk.logged(id, ['派出所窗口排队太久'], participants[0])) as [string];
  await adopt(one);
  await release(id).expect(200);
  await desk.server.person('tied', ['clerk', 'handler'], desk.server.units.office);
  const admin = await desk.server.signIn('admin');
  const people = (await admin.get('/api/people').expect(200)).body as { items?: { id: string; username: string }[] };
  const list = people.items ?? (people as unknown as { id: string; username: string }[]);
  const tiedId = list.find(({ username }) => username === 'tied')!.id;
  const roles = [
    { role: 'clerk', unitId: desk.server.units.office },
    { role: 'handler', unitId: desk.station },
  ];
  await admin.patch(`/api/people/${tiedId}`).send({ roles }).expect(200);
  const tied = await desk.server.signIn('tied');
  const seen = (await tied.get(`/api/meetings/${id}/results`).expect(200)).body as ResultsShown;
  expect(seen.participants[0]!.name).toBeNull();
  expect(seen.links.map(({ path }) => path)).toEqual([null]);
  const solved = { class: 'solved', words: '窗口已加开。', reason: '已处理' };
  await tied.put(`/api/meetings/${id}/results/${one}`).send(solved).expect(403);

  const link = (await results(id)).links[0]!;
  const calls: [method: 'get' | 'post' | 'put' | 'delete', path: string][] = [
    ['get', `${id}/results`],
    ['get', `${id}/agenda`],
    ['put', `${id}/results/${one}`],
    ['post', `${id}/results/release`],
    ['post', `${id}/results/links`],
    ['post', `${id}/results/public`],
    ['delete', `${id}/results/links/${link.id}`],
  ];
  for (const [method, path] of calls) {
    await who['foreign']![method](`/api/meetings/${path}`).send({}).expect(404);
    await desk.handler[method](`/api/meetings/${path}`).send({}).expect(403);
  }
  expect((await results(id)).links).toEqual([link]);
  expect(((await who['foreign']!.get('/api/meetings/owed').expect(200)).body as OwedList).items).toEqual([]);
});

it('opens the next meeting with the promises of the last, kept and broken by the day that was named first', async () => {
  const record = async (title: string, heldOn: string): Promise<string> => {
    const { body } = await desk.clerk
      .post('/api/meetings')
      .send({ title, kind: 'business', heldOn, place: '商会', hostUnitId: desk.station, participants: [] })
      .expect(201);
    return (body as { id: string }).id;
  };
  await day('2026-04-01');
  const last = await record('一季度企业座谈会', '2026-04-01');
  const [kept, broken, open] = (await desk.logged(last, ['装路牌', '修围墙', '通公交'])) as [string, string, string];
  const first = await adopt(kept, '2026-04-20');
  await adopt(broken, '2026-04-10');
  await adopt(open, '2026-06-30');
  await release(last).expect(200);
  await day('2026-04-08');
  await solve(first.caseId);
  await day('2026-05-06');
  const next = await record('二季度企业座谈会', '2026-05-06');
  const agenda = (await desk.clerk.get(`/api/meetings/${next}/agenda`).expect(200)).body as AgendaShown;
  expect(agenda.earlier).toHaveLength(1);
  expect(agenda.earlier[0]).toMatchObject({ title: '一季度企业座谈会', opinions: 3, untold: 0 });
  expect(agenda.earlier[0]!.promises.map(({ seq, state, promisedOn }) => [seq, state, promisedOn])).toEqual([
    [1, 'kept', '2026-04-20'],
    [2, 'broken', '2026-04-10'],
    [3, 'open', '2026-06-30'],
  ]);
  // the day that was told is over: the office owes a new one, and may name it only since the record has none
  expect((await owed()).map(({ seq, kind }) => [seq, kind])).toContainEqual([2, 'dayOver']);
  const lacking = await release(last).expect(422);
  expect(lacking.body).toMatchObject({ details: { opinions: [{ seq: 2, missing: 'day' }] } });
  await word(last, broken, { plannedOn: '2026-05-01' }).expect(422);
  await word(last, broken, { plannedOn: '2026-05-29' }).expect(204);
  await release(last).expect(200, { released: 2 });
  const after = (await desk.clerk.get(`/api/meetings/${next}/agenda`).expect(200)).body as AgendaShown;
  expect(after.earlier[0]!.promises[1]).toMatchObject({ state: 'broken', promisedOn: '2026-04-10' });
});

it('tells the clerks once, after the next working day, of opinions that still wait for their triage', async () => {
  const { id, participants } = await desk.meeting();
  const [fee] = (await desk.logged(id, ['停车费太高', '公厕太少'], participants[0]!)) as [string, string];
  const news = desk.server.app.get(TriageNews);
  await day('2026-03-16');
  await triage(fee, 'decline', { reason: '收费标准由发改部门制定' });
  expect(await news.pass()).toBeGreaterThan(0);
  expect(await news.pass()).toBe(0);
  const inbox = (await desk.clerk.get('/api/inbox?limit=100').expect(200)).body as {
    items: { text: string; href: string }[];
  };
  expect(inbox.items.filter(({ href }) => href === `/meetings/${id}`).map(({ text }) => text)).toEqual([
    '“一季度警民恳谈会”还有 1 条意见没有处理',
  ]);
});
