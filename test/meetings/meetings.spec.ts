/** Meetings and what was said there, over HTTP. */
import { v7 as uuid } from 'uuid';
import { openDesk, type Desk } from './desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.server.close());

const input = (more: object = {}): object => ({
  title: '人大代表座谈会',
  kind: 'deputies',
  heldOn: '2026-03-01',
  place: '三楼会议室',
  hostUnitId: desk.server.units.office,
  participants: [{ name: '孙代表', standing: 'npcDeputy', contact: '分机 8001' }],
  ...more,
});

describe('a meeting', () => {
  it('is kept by the office of the clerk, with who took part', async () => {
    const { body } = await desk.clerk.post('/api/meetings').send(input()).expect(201);
    expect(body).toMatchObject({
      title: '人大代表座谈会',
      officeUnitId: desk.server.units.office,
      participants: [{ name: '孙代表', standing: 'npcDeputy', hasContact: true }],
      opinions: [],
    });
  });

  it('keeps the contact encrypted: neither in the answer nor readable in the table', async () => {
    const { body } = await desk.clerk.post('/api/meetings').send(input()).expect(201);
    expect(JSON.stringify(body)).not.toContain('8001');
    const { rows } = await desk.server.test.database.pool.query<{ encrypted: Buffer }>(
      'SELECT contact_sealed AS encrypted FROM participant WHERE meeting_id = $1',
      [(body as { id: string }).id],
    );
    expect(rows[0]!.encrypted.toString('utf8')).not.toContain('8001');
  });

  it('sent twice under one id is there once', async () => {
    const id = uuid();
    const first = await desk.clerk.post('/api/meetings').send(input({ id })).expect(201);
    const again = await desk.clerk.post('/api/meetings').send(input({ id })).expect(201);
    expect(again.body).toEqual(first.body);
    const other = await desk.clerk
      .post('/api/meetings')
      .send(input({ id, place: '别处' }))
      .expect(409);
    expect(other.body).toMatchObject({ code: 'meeting.exists' });
  });

  it('is not for those outside the office', async () => {
    const { id } = await desk.meeting();
    await desk.handler.post('/api/meetings').send(input()).expect(403);
    await desk.handler.get(`/api/meetings/${id}`).expect(403);
    const away = await desk.server.unit('另一分局');
    await desk.server.person('awayClerk', ['clerk'], away);
    const { body } = await (await desk.server.signIn('awayClerk')).get(`/api/meetings/${id}`).expect(404);
    expect(body).toMatchObject({ code: 'meeting.notFound' });
  });

  it('refuses a host that is no unit and a standing that is no word of ours', async () => {
    const { body } = await desk.clerk
      .post('/api/meetings')
      .send(input({ hostUnitId: uuid() }))
      .expect(422);
    expect(body).toMatchObject({ code: 'unit.unknown' });
    await desk.clerk
      .post('/api/meetings')
      .send(input({ participants: [{ name: '某', standing: 'guest' }] }))
      .expect(400);
  });

  it('is listed newest first, page by page, with what is still to be triaged', async () => {
    const ids: string[] = [];
    for (const heldOn of ['2030-01-02', '2030-01-03', '2030-01-03', '2030-01-01']) {
      const { body } = await desk.clerk.post('/api/meetings').send(input({ heldOn })).expect(201);
      ids.push((body as { id: string }).id);
    }
    await desk.logged(ids[0]!, ['路灯不亮', '噪音扰民']);
    interface Page {
      items: { id: string; heldOn: string; opinions: number; untriaged: number }[];
      nextCursor: string;
    }
    const first = (await desk.clerk.get('/api/meetings?limit=2').expect(200)).body as Page;
    const second = (await desk.clerk.get(`/api/meetings?limit=2&cursor=${first.nextCursor}`).expect(200)).body as Page;
    expect([...first.items, ...second.items].map(({ heldOn }) => heldOn)).toEqual([
      '2030-01-03',
      '2030-01-03',
      '2030-01-02',
      '2030-01-01',
    ]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id))).toEqual(new Set(ids));
    expect(second.items[0]).toMatchObject({ id: ids[0], opinions: 2, untriaged: 2 });
    await desk.clerk.get('/api/meetings?cursor=nonsense').expect(400);
  });
});

describe('a participant who comes late', () => {
  const late = (more: object = {}): object => ({ name: '周经理', standing: 'business', contact: '分机 8002', ...more });
  const add = (id: string, body: object) => desk.clerk.post(`/api/meetings/${id}/participants`).send(body);
  const people = async (id: string): Promise<{ id: string; name: string; hasContact: boolean }[]> =>
    ((await desk.clerk.get(`/api/meetings/${id}`).expect(200)).body as { participants: never[] }).participants;

  it('stands after those who were there, and may be named as the speaker', async () => {
    const { id } = await desk.meeting();
    const { body } = await add(id, late()).expect(201);
    expect(body).toEqual({ id: expect.any(String), name: '周经理', standing: 'business', hasContact: true });
    expect((await people(id)).map(({ name }) => name)).toEqual(['赵建国', '钱律师', '周经理']);
    await desk.logged(id, ['园区路口没有信号灯'], (body as { id: string }).id);
  });

  it('has an encrypted contact, which becomes that of the raiser', async () => {
    const { id } = await desk.meeting();
    const { body } = await add(id, late()).expect(201);
    const { id: participantId } = body as { id: string };
    expect(JSON.stringify([body, await people(id)])).not.toContain('8002');
    const { rows } = await desk.server.test.database.pool.query<{ encrypted: Buffer }>(
      'SELECT contact_sealed AS encrypted FROM participant WHERE id = $1',
      [participantId],
    );
    expect(rows[0]!.encrypted.toString('utf8')).not.toContain('8002');
    const [opinion] = await desk.logged(id, ['园区路口没有信号灯'], participantId);
    const adopted = await desk.clerk
      .post(`/api/opinions/${opinion}/adopt`)
      .send({ leadUnitId: desk.station, categoryId: desk.category })
      .expect(200);
    const { caseId } = adopted.body as { caseId: string };
    const raiser = await desk.clerk.post(`/api/cases/${caseId}/raiser`).send({ reason: '回访前核对' }).expect(200);
    expect(raiser.body).toMatchObject({ name: '周经理', contact: '分机 8002' });
  });

  it('sent twice under one id is there once; the id of somebody else is refused', async () => {
    const { id, participants } = await desk.meeting();
    const body = late({ id: uuid() });
    const first = await add(id, body).expect(201);
    expect((await add(id, body).expect(201)).body).toEqual(first.body);
    expect(await people(id)).toHaveLength(3);
    for (const other of [{ ...body, name: '吴经理' }, { ...body, contact: '别处' }, late({ id: participants[0] })])
      expect((await add(id, other).expect(409)).body).toMatchObject({ code: 'participant.exists' });
    const elsewhere = await desk.meeting('另一次座谈会');
    await add(elsewhere.id, body).expect(409);
    expect(await people(elsewhere.id)).toHaveLength(2);
  });

  it('added by several clerks at once gets a place of their own', async () => {
    const { id } = await desk.meeting();
    await Promise.all(Array.from({ length: 8 }, (_, n) => add(id, late({ name: `代表${n}` })).expect(201)));
    const { rows } = await desk.server.test.database.pool.query<{ seq: number }>(
      'SELECT seq FROM participant WHERE meeting_id = $1 ORDER BY seq',
      [id],
    );
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 10 }, (_, n) => n + 1));
  });

  it('is added by a clerk of the office in charge of the meeting, and by nobody else', async () => {
    const { id } = await desk.meeting();
    const at = `/api/meetings/${id}/participants`;
    await desk.server.anonymous().post(at).send(late()).expect(401);
    await desk.handler.post(at).send(late()).expect(403);
    for (const role of ['leader', 'supervisor', 'visitor', 'administrator'] as const) {
      await desk.server.person(`late-${role}`, [role]);
      await (await desk.server.signIn(`late-${role}`)).post(at).send(late()).expect(403);
    }
    const branch = await desk.server.unit('派出机构');
    await desk.server.person('branchClerk', ['clerk'], branch);
    const refused = await (await desk.server.signIn('branchClerk')).post(at).send(late()).expect(404);
    expect(refused.body).toMatchObject({ code: 'meeting.notFound' });
    await add(uuid(), late()).expect(404);
    expect(await people(id)).toHaveLength(2);
  });

  it('needs a name and a standing of ours', async () => {
    const { id } = await desk.meeting();
    await add(id, late({ name: ' ' })).expect(400);
    await add(id, late({ standing: 'guest' })).expect(400);
    await add(id, late({ colour: 'red' })).expect(400);
    expect(await people(id)).toHaveLength(2);
  });
});

describe('participants who are added together', () => {
  const some = (...names: string[]) => names.map((name) => ({ id: uuid(), name, standing: 'resident' }));
  const add = (id: string, body: unknown) =>
    desk.clerk.post(`/api/meetings/${id}/participants/batch`).send(body as object);
  const names = async (id: string): Promise<string[]> =>
    (
      (await desk.clerk.get(`/api/meetings/${id}`).expect(200)).body as { participants: { name: string }[] }
    ).participants.map(({ name }) => name);
  const BEFORE = ['赵建国', '钱律师'];

  it('stand after those who were there, in their order, with encrypted names and contacts; sent twice they are there once', async () => {
    const { id } = await desk.meeting();
    const [first, ...others] = some('周经理', '吴大妈', '郑医生');
    const body = [{ ...first!, standing: 'business', contact: '分机 8002' }, ...others];
    const { body: added } = await add(id, body).expect(201);
    expect(added).toEqual(
      body.map(({ id: one, name, standing }) => ({ id: one, name, standing, hasContact: standing === 'business' })),
    );
    expect((await add(id, body).expect(201)).body).toEqual(added);
    // an answer was lost, and more were typed meanwhile
    await add(id, [...body, ...some('冯师傅')]).expect(201);
    expect(await names(id)).toEqual([...BEFORE, '周经理', '吴大妈', '郑医生', '冯师傅']);
    const { rows } = await desk.server.test.database.pool.query<{ seq: number; kept: string }>(
      `SELECT seq, encode(name_sealed, 'hex') || coalesce(encode(contact_sealed, 'hex'), '') AS kept FROM participant
       WHERE meeting_id = $1 ORDER BY seq`,
      [id],
    );
    expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
    const kept = rows.map((row) => row.kept).join('');
    for (const word of ['周经理', '8002', '冯师傅']) expect(kept).not.toContain(Buffer.from(word).toString('hex'));
    await desk.logged(id, ['园区路口没有信号灯'], body[1]!.id);
  });

  it('are all refused where one of them is', async () => {
    const { id, participants } = await desk.meeting();
    const elsewhere = await desk.meeting('另一次座谈会');
    const good = some('周经理', '吴大妈');
    for (const taken of [participants[0]!, elsewhere.participants[0]!, good[0]!.id])
      expect((await add(id, [...good, { ...good[1]!, name: '别人', id: taken }]).expect(409)).body).toMatchObject({
        code: 'participant.exists',
      });
    for (const bad of [
      { name: ' ', standing: 'resident' },
      { name: '甲' },
      { name: '甲', standing: 'guest' },
      '甲',
      null,
    ])
      await add(id, [...good, bad]).expect(400);
    for (const none of [[], {}, good[0], Array.from({ length: 501 }, () => good[0])]) await add(id, none).expect(400);
    await desk.handler.post(`/api/meetings/${id}/participants/batch`).send(good).expect(403);
    await add(uuid(), good).expect(404);
    expect(await names(id)).toEqual(BEFORE);
    expect(await names(elsewhere.id)).toEqual(BEFORE);
  });

  it('sent by several clerks, and several times, in the same instant are there once each', async () => {
    const { id } = await desk.meeting();
    const lists = Array.from({ length: 4 }, (_, n) => some(`甲${n}`, `乙${n}`, `丙${n}`));
    await Promise.all([...lists, ...lists].map((list) => add(id, list).expect(201)));
    const there = await names(id);
    expect(there).toHaveLength(2 + 12);
    for (const list of lists) {
      const at = there.indexOf(list[0]!.name);
      expect(there.slice(at, at + 3)).toEqual(list.map(({ name }) => name));
    }
  });
});

describe('opinions', () => {
  it('are logged thirty at a sitting, in order, each with its speaker', async () => {
    const { id, participants } = await desk.meeting();
    const texts = Array.from({ length: 30 }, (_, n) => `第${n + 1}条：东街第${n + 1}号路灯不亮`);
    await desk.logged(id, texts, participants[0]);
    const { body } = await desk.clerk.get(`/api/meetings/${id}`).expect(200);
    const { opinions } = body as { opinions: { seq: number; text: string; participantId: string; outcome: null }[] };
    expect(opinions.map(({ text }) => text)).toEqual(texts);
    expect(opinions.map(({ seq }) => seq)).toEqual(texts.map((_, n) => n + 1));
    expect(opinions[0]).toMatchObject({ participantId: participants[0], outcome: null });
  });

  it('are logged all or none: one bad line and nothing is there', async () => {
    const { id } = await desk.meeting();
    const stranger = await desk.clerk
      .post(`/api/meetings/${id}/opinions`)
      .send([{ text: '好' }, { text: '坏', participantId: uuid() }])
      .expect(422);
    expect(stranger.body).toMatchObject({ code: 'participant.unknown', details: { index: 1 } });
    await desk.clerk
      .post(`/api/meetings/${id}/opinions`)
      .send([{ text: '好' }, { text: ' ' }])
      .expect(400);
    await desk.clerk
      .post(`/api/meetings/${id}/opinions`)
      .send([{ text: '好' }, { text: '坏', categoryId: uuid() }])
      .expect(422);
    const { body } = await desk.clerk.get(`/api/meetings/${id}`).expect(200);
    expect(body).toMatchObject({ opinions: [] });
  });

  it('sent again under the same ids are there once; another text under a known id is refused and takes the rest with it', async () => {
    const { id } = await desk.meeting();
    const lines = [
      { id: uuid(), text: '增设斑马线' },
      { id: uuid(), text: '清理占道摊点' },
    ];
    await desk.clerk.post(`/api/meetings/${id}/opinions`).send(lines).expect(201);
    const more = [...lines, { id: uuid(), text: '修复路面' }];
    await desk.clerk.post(`/api/meetings/${id}/opinions`).send(more).expect(201);
    const changed = [
      { ...lines[0], text: '别的' },
      { id: uuid(), text: '不该出现' },
    ];
    const { body } = await desk.clerk.post(`/api/meetings/${id}/opinions`).send(changed).expect(409);
    expect(body).toMatchObject({ code: 'opinion.exists' });
    const shown = (await desk.clerk.get(`/api/meetings/${id}`).expect(200)).body as { opinions: { text: string }[] };
    expect(shown.opinions.map(({ text }) => text)).toEqual(['增设斑马线', '清理占道摊点', '修复路面']);
  });

  it('logged by several at once get numbers of their own', async () => {
    const { id } = await desk.meeting();
    await Promise.all(Array.from({ length: 6 }, (_, n) => desk.logged(id, [`甲${n}意见`, `乙${n}意见`])));
    const { body } = await desk.clerk.get(`/api/meetings/${id}`).expect(200);
    expect((body as { opinions: { seq: number }[] }).opinions.map(({ seq }) => seq)).toEqual(
      Array.from({ length: 12 }, (_, n) => n + 1),
    );
  });
});

describe('open cases that speak of the same matter', () => {
  it('are offered when an opinion is logged, and when a text is asked for', async () => {
    const { id } = await desk.meeting();
    const [first] = await desk.logged(id, ['玉泉路小学门口的减速带破损，车速太快']);
    const { body } = await desk.clerk
      .post(`/api/opinions/${first}/adopt`)
      .send({ leadUnitId: desk.station, categoryId: desk.category })
      .expect(200);
    const { caseId } = body as { caseId: string };
    const logged = await desk.clerk
      .post(`/api/meetings/${id}/opinions`)
      .send([{ text: '玉泉路小学的减速带坏了没人修' }, { text: '希望增加夜间巡逻' }])
      .expect(201);
    const [alike, unlike] = logged.body as { similar: object[] }[];
    expect(alike!.similar).toMatchObject([{ id: caseId, stage: 'assigned', light: 'green' }]);
    expect(unlike!.similar).toEqual([]);
    const text = encodeURIComponent('玉泉路的减速带');
    const asked = await desk.clerk.get(`/api/cases/similar?text=${text}`).expect(200);
    expect(asked.body).toMatchObject([{ id: caseId }]);
    await desk.handler.get(`/api/cases/similar?text=${text}`).expect(403);
    await desk.clerk.get('/api/cases/similar').expect(400);
  });
});

describe('what was written wrongly', () => {
  it('is corrected until it was decided on, with what was written before; of names only that they were others', async () => {
    const { id, participants } = await desk.meeting('错别字恳谈会');
    const [opinion] = await desk.logged(id, ['路灯不凉'], participants[0]);
    const path = `/api/meetings/${id}`;
    await desk.clerk.patch(path).send({ title: '警民恳谈会', heldOn: '2026-03-03' }).expect(204);
    await desk.clerk.patch(`${path}/participants/${participants[1]!}`).send({ name: '钱大律师' }).expect(204);
    const change = { text: '路灯不亮', participantId: participants[1]!, categoryId: desk.category };
    await desk.clerk.patch(`${path}/opinions/${opinion!}`).send(change).expect(204);
    // the same again changes nothing
    await desk.clerk.patch(`${path}/opinions/${opinion!}`).send(change).expect(204);
    const { body } = await desk.clerk.get(path).expect(200);
    expect(body).toMatchObject({
      title: '警民恳谈会',
      heldOn: '2026-03-03',
      place: '东街社区居委会',
      opinions: [{ id: opinion, ...change }],
    });
    expect((body as { participants: { name: string }[] }).participants.map(({ name }) => name)).toEqual(['赵建国', '钱大律师']); // prettier-ignore
    const { body: corrections } = await desk.clerk.get(`${path}/corrections`).expect(200);
    expect((corrections as { kind: string; before: object }[]).map(({ kind, before }) => ({ kind, before }))).toEqual([
      { kind: 'opinion', before: { text: '路灯不凉', participantId: participants[0], categoryId: null } },
      { kind: 'participant', before: { name: null } },
      { kind: 'meeting', before: { title: '错别字恳谈会', heldOn: '2026-03-02' } },
    ]);
    const { rows } = await desk.server.test.database.pool.query<{ row: string }>('SELECT c::text AS row FROM meeting_correction c'); // prettier-ignore
    expect(rows.some(({ row }) => row.includes('钱律师'))).toBe(false);
  });

  it('stays once an opinion was triaged: its own words, whoever said it, and the meeting; others of it are still corrected', async () => {
    const { id, participants } = await desk.meeting();
    const [decided, open] = await desk.logged(id, ['井盖松动', '公厕太少'], participants[0]);
    await desk.clerk.post(`/api/opinions/${decided!}/answer`).send({ reply: '已答复' }).expect(200);
    const path = `/api/meetings/${id}`;
    const refused = [
      [path, { place: '礼堂' }, 'meeting.triaged'],
      [`${path}/participants/${participants[0]!}`, { standing: 'other' }, 'participant.triaged'],
      [`${path}/opinions/${decided!}`, { text: '井盖' }, 'opinion.triaged'],
    ] as const;
    for (const [at, patch, code] of refused)
      expect((await desk.clerk.patch(at).send(patch).expect(409)).body).toMatchObject({ code });
    await desk.clerk.patch(`${path}/opinions/${open!}`).send({ text: '公厕太少，味道大' }).expect(204);
    await desk.clerk.patch(`${path}/participants/${participants[1]!}`).send({ contact: '13800001111' }).expect(204);
  });

  it('is corrected by the office that keeps the meeting alone, and into nothing that is not there', async () => {
    const { id, participants } = await desk.meeting();
    const [opinion] = await desk.logged(id, ['公园没有灯']);
    const other = await desk.meeting();
    const path = `/api/meetings/${id}`;
    await desk.handler.patch(path).send({ place: '礼堂' }).expect(403);
    await desk.clerk.patch(path).send({ hostUnitId: uuid() }).expect(422);
    await desk.clerk.patch(`${path}/opinions/${opinion!}`).send({ participantId: other.participants[0] }).expect(422);
    await desk.clerk.patch(`${path}/opinions/${opinion!}`).send({ categoryId: uuid() }).expect(422);
    await desk.clerk.patch(`/api/meetings/${other.id}/opinions/${opinion!}`).send({ text: '别处' }).expect(404);
    await desk.clerk
      .patch(`/api/meetings/${other.id}/participants/${participants[0]!}`)
      .send({ name: '乙' })
      .expect(404);
    const branch = await desk.server.unit('城北分局');
    await desk.server.person('foreign-clerk', ['clerk'], branch);
    const foreign = await desk.server.signIn('foreign-clerk');
    for (const at of [path, `${path}/opinions/${opinion!}`, `${path}/participants/${participants[0]!}`])
      await foreign.patch(at).send({}).expect(404);
    await foreign.get(`${path}/corrections`).expect(404);
  });
});
