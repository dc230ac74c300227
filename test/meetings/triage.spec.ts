/** Triage over HTTP: adopt, merge, answer, decline; once, atomic, and traceable both ways. */
import { v7 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import { titleOf } from '../../src/domain/title-of.js';
import { openDesk, type Desk } from './desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.server.close());

interface Triaged {
  id: string;
  outcome: string;
  caseId: string;
  caseNumber: string;
  receiptCode: string;
}
const assignment = (): object => ({ leadUnitId: desk.station, categoryId: desk.category });
const post = async (path: string, body: object, status = 200): Promise<Triaged & { code: string }> =>
  (await desk.clerk.post(path).send(body).expect(status)).body as Triaged & { code: string };
const opinion = async (text = '东街社区的路灯全部不亮，晚上出行很危险。'): Promise<string> => {
  const { id, participants } = await desk.meeting();
  return (await desk.logged(id, [text], participants[0]))[0]!;
};
const count = async (table: string): Promise<number> =>
  (await desk.server.test.database.pool.query<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)).rows[0]!.n;

describe('adopting', () => {
  it('opens a case under its number, assigned, with what was said and where', async () => {
    const id = await opinion();
    const done = await post(`/api/opinions/${id}/adopt`, { ...assignment(), isKey: true });
    expect(done).toMatchObject({
      id,
      outcome: 'adopted',
      caseNumber: expect.stringMatching(/^ZG-2026-\d{6}$/) as string,
    });
    const { body } = await desk.clerk.get(`/api/cases/${done.caseId}`).expect(200);
    expect(body).toMatchObject({
      number: done.caseNumber,
      stage: 'assigned',
      source: 'meeting',
      title: '东街社区的路灯全部不亮，晚上出行很危险',
      leadUnitId: desk.station,
      isKey: true,
      raisedOutside: true,
    });
    expect(JSON.stringify(body)).toContain('一季度警民恳谈会');
  });

  it('makes the participant the encrypted raiser, whom the office may look up', async () => {
    const done = await post(`/api/opinions/${await opinion()}/adopt`, assignment());
    const raiser = await desk.clerk
      .post(`/api/cases/${done.caseId}/raiser`)
      .send({ reason: '核对地点描述' })
      .expect(200);
    expect(raiser.body).toMatchObject({ anonymous: false, name: '赵建国', contact: '东街 12 号' });
    expect(done.receiptCode).not.toBe('');
    await desk.handler.post(`/api/cases/${done.caseId}/raiser`).send({ reason: '只是好奇问问' }).expect(403);
  });

  it('sent twice under one id opens one case; a second adoption is refused and leaves none behind', async () => {
    const id = await opinion();
    const command = uuid();
    const first = await post(`/api/opinions/${id}/adopt`, { id: command, ...assignment() });
    const again = await post(`/api/opinions/${id}/adopt`, { id: command, ...assignment() });
    expect(again).toEqual(first);
    const before = await count('rectification_case');
    const second = await post(`/api/opinions/${id}/adopt`, assignment(), 422);
    expect(second.code).toBe('opinion.alreadyTriaged');
    expect(await count('rectification_case')).toBe(before);
  });

  it('is all or none: a unit that does not exist leaves neither case nor triage', async () => {
    const id = await opinion();
    const before = await count('rectification_case');
    await post(`/api/opinions/${id}/adopt`, { ...assignment(), leadUnitId: uuid() }, 422);
    expect(await count('rectification_case')).toBe(before);
    await post(`/api/opinions/${id}/answer`, { reply: '已当场答复' });
  });

  it('two clerks who adopt at the same moment get one case between them', async () => {
    const id = await opinion();
    const before = await count('rectification_case');
    const statuses = await Promise.all(
      [1, 2, 3].map(async () => (await desk.clerk.post(`/api/opinions/${id}/adopt`).send(assignment())).status),
    );
    expect(statuses.sort()).toEqual([200, 422, 422]);
    expect(await count('rectification_case')).toBe(before + 1);
  });

  it('takes milestones for a staged case', async () => {
    const milestones = [
      { name: '摸底', dueOn: '2026-03-20' },
      { name: '整治', dueOn: '2026-04-20' },
    ];
    const done = await post(`/api/opinions/${await opinion()}/adopt`, {
      ...assignment(),
      workflow: 'staged',
      milestones,
    });
    const { body } = await desk.clerk.get(`/api/cases/${done.caseId}`).expect(200);
    expect((body as { milestones: object[] }).milestones).toHaveLength(2);
    await post(`/api/opinions/${await opinion()}/adopt`, { ...assignment(), workflow: 'nonesuch' }, 422);
  });
});

describe('merging', () => {
  it('tells the case, and the opinion shows its number', async () => {
    const target = await post(`/api/opinions/${await opinion()}/adopt`, assignment());
    const id = await opinion('路灯还是没修好');
    const command = { id: uuid(), caseId: target.caseId };
    const merged = await post(`/api/opinions/${id}/merge`, command);
    expect(await post(`/api/opinions/${id}/merge`, command)).toEqual(merged);
    expect(merged).toMatchObject({ outcome: 'merged', caseNumber: target.caseNumber });
    const { body } = await desk.clerk.get(`/api/cases/${target.caseId}/history`).expect(200);
    expect((body as object[]).at(-1)).toMatchObject({ type: 'JOIN', payload: { opinionId: id } });
    const shown = (await desk.clerk.get(`/api/cases/${target.caseId}`).expect(200)).body as {
      opinions: { id: string }[];
    };
    expect(shown.opinions.map((one) => one.id)).toContain(id);
    const second = await post(`/api/opinions/${id}/merge`, { caseId: target.caseId }, 422);
    expect(second.code).toBe('opinion.alreadyTriaged');
    const after = await desk.clerk.get(`/api/cases/${target.caseId}/history`).expect(200);
    expect(after.body).toHaveLength((body as object[]).length);
  });

  it('refuses a case that is closed', async () => {
    const target = await post(`/api/opinions/${await opinion()}/adopt`, assignment());
    await desk.server.person('secondClerk', ['clerk']);
    const send = (agent: TestAgent, command: object) =>
      agent
        .post(`/api/cases/${target.caseId}/commands`)
        .send({ id: uuid(), ...command })
        .expect(200);
    await send(desk.clerk, { type: 'ASK_DEPARTURE', kind: 'withdraw', reason: '反映人撤回' });
    await send(await desk.server.signIn('secondClerk'), { type: 'GRANT_DEPARTURE' });
    const id = await opinion();
    await post(`/api/opinions/${id}/merge`, { caseId: target.caseId }, 422);
    await post(`/api/opinions/${id}/decline`, { reason: '已撤回' });
  });

  it('refuses a case that is not there', async () => {
    expect((await post(`/api/opinions/${await opinion()}/merge`, { caseId: uuid() }, 404)).code).toBe('case.notFound');
  });
});

describe('answering and declining', () => {
  it('ends the opinion with its words, once', async () => {
    const answered = await opinion();
    expect(await post(`/api/opinions/${answered}/answer`, { reply: '身份证可就近补办' })).toMatchObject({
      outcome: 'answered',
      answer: '身份证可就近补办',
      caseId: null,
    });
    expect((await post(`/api/opinions/${answered}/decline`, { reason: '重复' }, 422)).code).toBe(
      'opinion.alreadyTriaged',
    );
    const declined = await opinion();
    await post(`/api/opinions/${declined}/decline`, {}, 400);
    const command = { id: uuid(), reason: '不属公安职责' };
    const first = await post(`/api/opinions/${declined}/decline`, command);
    expect(await post(`/api/opinions/${declined}/decline`, command)).toEqual(first);
  });

  it('is for the office alone', async () => {
    await desk.handler
      .post(`/api/opinions/${await opinion()}/answer`)
      .send({ reply: '好' })
      .expect(403);
    expect((await post(`/api/opinions/${uuid()}/answer`, { reply: '好' }, 404)).code).toBe('opinion.notFound');
  });
});

it('confirms a whole sitting at once, each line with its own result', async () => {
  const { id, participants } = await desk.meeting();
  const ids = await desk.logged(
    id,
    ['西街乱停车', '东街路灯不亮', '希望补办证件', '降低房价', '广场舞噪音'],
    participants[1],
  );
  const target = await post(`/api/opinions/${await opinion()}/adopt`, assignment());
  const { body } = await desk.clerk
    .post('/api/opinions/triage')
    .send([
      { opinionId: ids[0], action: 'adopt', ...assignment() },
      { opinionId: ids[1], action: 'merge', caseId: target.caseId },
      { opinionId: ids[2], action: 'answer', reply: '可到窗口办理' },
      { opinionId: ids[3], action: 'decline' },
      { opinionId: ids[4], action: 'adopt', ...assignment(), leadUnitId: uuid() },
      { opinionId: ids[2], action: 'answer', reply: '再答一次' },
      { opinionId: uuid(), action: 'answer', reply: '好' },
    ])
    .expect(200);
  const results = body as { ok: boolean; answer?: Triaged; error?: { code: string } }[];
  expect(results.map(({ ok, answer, error }) => (ok ? answer!.outcome : error!.code))).toEqual([
    'adopted',
    'merged',
    'answered',
    'request.malformed',
    'rule.leadUnitExists',
    'opinion.namedTwice',
    'opinion.notFound',
  ]);
  const shown = (await desk.clerk.get(`/api/meetings/${id}`).expect(200)).body as {
    opinions: { outcome: string | null }[];
  };
  expect(shown.opinions.map(({ outcome }) => outcome)).toEqual(['adopted', 'merged', 'answered', null, null]);
});

describe('a title made from what was said', () => {
  it.each([
    ['东街路灯不亮。晚上很黑', '东街路灯不亮。晚上很黑'],
    ['东街社区东风砖厂门口的路灯不亮。请尽快修，多谢。', '东街社区东风砖厂门口的路灯不亮'],
    [
      '进入东街社区东风砖厂的马路年年在规划，计划修建，就是迟迟不见动工，沿路的路灯也全部都不亮，存在安全隐患',
      '进入东街社区东风砖厂的马路年年在规划，计划修建，就是迟迟不见动工',
    ],
    ['长'.repeat(60), `${'长'.repeat(40)}…`],
  ])('%s', (said, title) => expect(titleOf(said)).toBe(title));
});
