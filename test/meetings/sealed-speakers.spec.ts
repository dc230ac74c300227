/** Who spoke at a meeting is encrypted: no answer of any GET route tells it to the units of the case, and no table holds it in clear. */
import { inflateRawSync } from 'node:zlib';
import type { OpenAPIObject } from '@nestjs/swagger';
import { v7 as uuid } from 'uuid';
import supertest from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import type { Role } from '../../src/domain/words.js';
import { SESSION_COOKIE } from '../../src/http/access.js';
import { openApiDocument } from '../../src/http/open-api.js';
import { PeopleStore } from '../../src/store/people/people.store.js';
import { SessionStore } from '../../src/store/people/session.store.js';
import { atLength } from '../support/length.js';
import { startServer, type TestServer } from '../support/server.js';

const SPEAKER = { name: '欧阳锋锐', standing: 'lawyer', contact: '13987650021' } as const;
const JOINING = { name: '慕容雪鸢', standing: 'resident', contact: '13876540032' } as const;
const TITLE = '滨河社区警民恳谈会';
/** What would tell the units who complained. */
const BETRAYING = [SPEAKER.name, SPEAKER.contact, JOINING.name, JOINING.contact, TITLE];
/** People of the case's units, and people of the office who belong to one or act for one as well. */
const TIED = ['handler', 'liaison', 'unitLeader', 'supporter', 'supervisorInLead', 'leaderInSupport', 'twoHats'];

let server: TestServer;
let document: OpenAPIObject;
let east: string;
let west: string;
let meeting: string;
let adopted: string;
const who: Record<string, TestAgent> = {};
const ids: Record<string, string> = {};
const cookies: Record<string, string> = {};
const known: string[] = [];

/** A person who is signed in for good: hashing passwords of a dozen people would take longer than the test. */
async function person(name: string, held: [Role, string][], home: string): Promise<void> {
  const { database, referenceData } = server.tenant;
  const roles = held.map(([role, unitId]) => ({ role, unitId }));
  const made = { username: name, name, unitId: home, roles };
  const { id } = await new PeopleStore(database, referenceData).add(made, '-', server.clock.now(), true);
  ids[name] = id;
  await begin(name);
}
async function begin(name: string): Promise<void> {
  const now = server.clock.now();
  cookies[name] = `secret-of-${name}-${now}`;
  const session = { secret: cookies[name], personId: ids[name]!, passwordHash: '-', userAgent: 'test' };
  await new SessionStore(server.tenant.database).begin({ ...session, at: now, expiresAt: now + 3_600_000 });
  who[name] = supertest.agent(server.url).set('cookie', `${SESSION_COOKIE}=${cookies[name]}`);
}
const act = (name: string, type: string, payload: object = {}) =>
  who[name]!.post(`/api/cases/${adopted}/commands`)
    .send({ id: uuid(), type, ...payload })
    .expect(200);

beforeAll(async () => {
  server = await startServer();
  document = openApiDocument(server.app);
  [east, west] = [await server.unit('城东分局'), await server.unit('城西分局')];
  const { root, office } = server.units;
  for (const role of ['clerk', 'supervisor', 'visitor', 'leader', 'auditor'] as const)
    await person(role, [[role, root]], office);
  for (const role of ['handler', 'liaison', 'unitLeader'] as const) await person(role, [[role, east]], east);
  await person('supporter', [['handler', west]], west);
  await person('supervisorInLead', [['supervisor', root]], east);
  await person('leaderInSupport', [['leader', root]], west);
  await person('twoHats', [['clerk', root], ['visitor', root], ['handler', east]], office); // prettier-ignore
  const clerk = who['clerk']!;
  const category = ((await clerk.get('/api/categories').expect(200)).body as { id: string }[])[0]!.id;
  const { body } = await clerk
    .post('/api/meetings')
    .send({
      title: TITLE,
      kind: 'policeResident',
      heldOn: '2026-03-02',
      place: '居委会',
      hostUnitId: office,
      participants: [SPEAKER, JOINING, { name: '丙', standing: 'resident' }, { name: '丁', standing: 'resident' }],
    })
    .expect(201);
  const made = body as { id: string; participants: { id: string }[] };
  meeting = made.id;
  const texts = ['东街路灯全部不亮，夜间行人摔倒。', '东街路灯不亮，老人不敢出门。'];
  const logged = await clerk
    .post(`/api/meetings/${meeting}/opinions`)
    .send(texts.map((text, at) => ({ text, participantId: made.participants[at]!.id })))
    .expect(201);
  const [first, second] = (logged.body as { id: string }[]).map(({ id }) => id);
  const adoption = { leadUnitId: east, supportingUnitIds: [west], categoryId: category, dueOn: '2026-03-06' };
  adopted = ((await clerk.post(`/api/opinions/${first}/adopt`).send(adoption).expect(200)).body as { caseId: string })
    .caseId;
  await clerk.post(`/api/opinions/${second}/merge`).send({ caseId: adopted }).expect(200);
  await act('handler', 'ACCEPT');
  await act('supporter', 'PROGRESS', { text: '已到现场' });
  await who['handler']!.post(`/api/cases/${adopted}/attachments`)
    .attach('files', Buffer.from('%PDF-1.4\n%%EOF'), '照片.pdf')
    .expect(201);
  server.clock.set(Date.parse('2026-03-10T10:00:00+08:00'));
  for (const name of Object.keys(who)) await begin(name);
  await act('handler', 'SUBMIT', { measure: '更换路灯', lastingMeasure: '每月巡检' });
  const [speaker, ...others] = made.participants.map(({ id }) => id);
  known.push(adopted, meeting, first!, east, office, speaker!);
  // of each kind one is enough to find a route that tells; all of them are asked in the long suite
  known.push(...atLength([second!, west, root, category, ids['handler']!, ...others], []));
});
afterAll(() => server.close());

interface Parameter {
  name: string;
  in: string;
  schema?: { enum?: string[]; $ref?: string };
}

/** Candidates for a query parameter: every word of its list, else what a curious person would try. */
function candidates({ name, schema }: Parameter): string[] {
  const list = schema?.enum ?? enumOf(schema?.$ref);
  if (list !== undefined) return list;
  if (name === 'q' || name === 'text') return [SPEAKER.name, SPEAKER.contact, '路灯', TITLE];
  if (/Id$/.test(name)) return [...known, 'none'];
  return [];
}
function enumOf(ref: string | undefined): string[] | undefined {
  const found = document.components?.schemas?.[ref?.split('/').at(-1) ?? ''];
  return found !== undefined && 'enum' in found ? (found.enum as string[]) : undefined;
}

/** Every GET of the document, with each known id in its path and each candidate in its query, alone and beside a format. */
function asked(): string[] {
  return Object.entries(document.paths).flatMap(([path, { get }]) => {
    if (get === undefined) return [];
    const parameters = (get.parameters ?? []) as unknown as Parameter[];
    const paths = path.includes('{') ? known.map((id) => path.replace(/\{[^}]*\}/g, id)) : [path];
    const needed = parameters.filter((one) => one.in === 'query');
    const queries = needed.flatMap((one) => candidates(one).map((value) => `${one.name}=${encodeURIComponent(value)}`));
    const formats = queries.filter((query) => query.startsWith('format='));
    const combined = formats.flatMap((format) =>
      queries.filter((query) => /^(by|q|meetingId)=/.test(query)).map((query) => `${query}&${format}`),
    );
    return paths.flatMap((one) => [one, ...[...queries, ...combined].map((query) => `${one}?${query}`)]);
  });
}

/** All that an answer says: its text, its headers, and the parts of a workbook unpacked. A stream is read for a moment. */
async function said(name: string, path: string): Promise<{ status: number; text: string }> {
  const cookie = `${SESSION_COOKIE}=${cookies[name]}`;
  // nothing packed: packing thousands of answers would cost more than the rest
  const answer = await fetch(`${server.url}${path}`, { headers: { cookie, 'accept-encoding': 'identity' } });
  if (answer.headers.get('content-type')?.startsWith('text/event-stream')) {
    const reader = answer.body!.getReader();
    const { value } = await reader.read();
    await reader.cancel();
    return { status: answer.status, text: Buffer.from(value ?? []).toString('utf8') };
  }
  const bytes = Buffer.from(await answer.arrayBuffer());
  const headers = JSON.stringify([...answer.headers].map(([, value]) => decodeURIComponent(value)));
  const text = bytes.subarray(0, 2).toString('latin1') === 'PK' ? unpacked(bytes) : bytes.toString('utf8');
  return { status: answer.status, text: `${headers}\n${text}` };
}

function unpacked(zip: Buffer): string {
  let text = '';
  for (let at = zip.indexOf('PK\x03\x04'); at >= 0; at = zip.indexOf('PK\x03\x04', at + 4)) {
    const begins = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
    text += zip.readUInt16LE(at + 8) === 8 ? inflateRawSync(zip.subarray(begins)).toString('utf8') : '';
  }
  return text;
}

async function walked(name: string): Promise<{ path: string; status: number; found: string[]; text: string }[]> {
  const answers = [];
  for (const path of asked()) {
    const { status, text } = await said(name, path);
    answers.push({ path, status, text, found: BETRAYING.filter((word) => text.includes(word)) });
  }
  return answers;
}

it('finds the names where they may be seen: the walk is not blind', async () => {
  const found = (await walked('clerk')).filter((answer) => answer.found.length > 0);
  expect(found.map(({ path }) => path)).toContain(`/api/meetings/${meeting}`);
  expect(found.some(({ path, text }) => path.startsWith('/api/reports') && text.includes(TITLE))).toBe(true);
  // On the desk and where its results are put into words alone, and never the contact.
  const named = found.filter((answer) => answer.found.includes(SPEAKER.name));
  expect(named.map(({ path }) => path).sort()).toEqual([
    `/api/meetings/${meeting}`,
    `/api/meetings/${meeting}/results`,
  ]);
  expect(found.flatMap((answer) => answer.found)).not.toContain(SPEAKER.contact);
}, 300_000);

it.each(atLength(TIED, ['handler', 'twoHats']))(
  'tells %s in no answer of any route who spoke, nor at which meeting',
  async (name) => {
    const answers = await walked(name);
    const read = answers.filter(({ path, status }) => path === `/api/cases/${adopted}` && status === 200);
    expect(read).toHaveLength(1);
    expect(read[0]!.text).toContain('路灯');
    const told = answers.filter(({ found }) => found.length > 0);
    // A clerk who acts for the lead unit keeps the meeting too: its title, and of nobody who raised this case the name.
    // Who oversees from a home in a unit that only supports finds it counted among the figures by meeting (decisions/022).
    const mayKnow = (path: string): boolean =>
      (name === 'twoHats' && path.startsWith('/api/meetings')) ||
      (name === 'leaderInSupport' && path.startsWith('/api/reports'));
    expect(told.filter(({ path, found }) => !mayKnow(path) || !found.every((word) => word === TITLE))).toEqual([]);
    const ofCase = answers.filter(({ path, status }) => path.startsWith(`/api/cases/${adopted}`) && status === 200);
    expect(ofCase.filter(({ text }) => text.includes(meeting)).map(({ path }) => path)).toEqual([]);
  },
  300_000,
);

it('tells the units a standing that at least three shared, and no other', async () => {
  const opinions = async (name: string): Promise<unknown> =>
    ((await who[name]!.get(`/api/cases/${adopted}`).expect(200)).body as { opinions: object[] }).opinions;
  const shared = { meetingId: null, meetingTitle: null };
  expect(await opinions('handler')).toMatchObject([
    { ...shared, standing: null },
    { ...shared, standing: 'resident' },
  ]);
  const whole = { meetingId: meeting, meetingTitle: TITLE };
  expect(await opinions('supervisor')).toMatchObject([
    { ...whole, standing: 'lawyer' },
    { ...whole, standing: 'resident' },
  ]);
});

it('refuses figures and lists by meeting to whoever acts for a unit', async () => {
  for (const name of ['handler', 'supporter', 'twoHats']) {
    for (const path of ['/api/reports/closure?by=meeting', `/api/cases?meetingId=${meeting}`]) {
      const { status, body } = await who[name]!.get(path);
      expect([status, (body as { code: string }).code]).toEqual([403, 'meeting.sealed']);
    }
  }
});

it('counts the cases of one’s own unit under no meeting, in no list of one, and in every total', async () => {
  interface Row {
    key: string | null;
    counts: { collected: { count: number; casesHref: string } };
  }
  const report = async (name: string, by: string) =>
    (await who[name]!.get(`/api/reports/closure?by=${by}`).expect(200)).body as { rows: Row[]; total: Row };
  const listed = async (name: string, href: string): Promise<string[]> =>
    ((await who[name]!.get(href).expect(200)).body as { items: { id: string }[] }).items.map(({ id }) => id);
  for (const [name, keys] of [
    ['supervisor', [meeting]],
    ['supervisorInLead', []],
  ] as const) {
    const { rows, total } = await report(name, 'meeting');
    expect([name, rows.map(({ key }) => key)]).toEqual([name, keys]);
    expect(total.counts.collected.count).toBe((await report(name, 'unit')).total.counts.collected.count);
    expect(await listed(name, total.counts.collected.casesHref)).toEqual([adopted]);
    for (const query of ['', '&measure=collected', '&measure=overdue'])
      expect([name, query, await listed(name, `/api/cases?meetingId=${meeting}${query}`)]).toEqual([
        name,
        query,
        keys.map(() => adopted),
      ]);
  }
  expect(await listed('leaderInSupport', `/api/cases?meetingId=${meeting}`)).toEqual([]);
  for (const name of ['supervisorInLead', 'leaderInSupport'])
    expect([name, await listed(name, `/api/cases?q=${encodeURIComponent('警民恳谈会')}`)]).toEqual([name, []]);
  expect(await listed('supervisor', `/api/cases?q=${encodeURIComponent('警民恳谈会')}`)).toEqual([adopted]);
});

it('opens every speaker of a case for a look with a reason, and for nobody tied to it', async () => {
  const { raisers } = (await who['clerk']!.get(`/api/cases/${adopted}`).expect(200)).body as {
    raisers: { id: string }[];
  };
  const look = (name: string, raiserId?: string) =>
    who[name]!.post(`/api/cases/${adopted}/raiser`).send({ reason: '核实反映情况', raiserId });
  const opened = [];
  for (const { id } of raisers) opened.push((await look('clerk', id).expect(200)).body as object);
  expect(opened).toMatchObject([
    { name: SPEAKER.name, contact: SPEAKER.contact, speakers: [{ name: SPEAKER.name, contact: SPEAKER.contact }] },
    { name: JOINING.name, contact: JOINING.contact, speakers: [] },
  ]);
  for (const name of TIED)
    for (const id of [undefined, ...raisers.map((one) => one.id)])
      expect([name, id, (await look(name, id)).status]).toEqual([name, id, 403]);
});

it('answers alike to the right name and to a wrong one, where somebody from whom it is hidden tries it out', async () => {
  const { body } = await who['clerk']!.get(`/api/meetings/${meeting}`).expect(200);
  const { participants, ...kept } = body as { participants: { id: string; name: string; standing: string }[] };
  const { id } = participants[0]!;
  const added = (name: string, contact: string) =>
    who['twoHats']!.post(`/api/meetings/${meeting}/participants`).send({ ...SPEAKER, id, name, contact });
  const answers = [await added(SPEAKER.name, SPEAKER.contact), await added('王二', SPEAKER.contact)];
  expect(answers.map(({ status }) => status)).toEqual([409, 409]);
  const { title, kind, heldOn, place, hostUnitId } = kept as unknown as Record<string, string>;
  const again = (first: string) =>
    who['twoHats']!.post('/api/meetings').send({
      ...{ id: meeting, title, kind, heldOn, place, hostUnitId },
      participants: [
        { ...SPEAKER, name: first },
        JOINING,
        ...participants.slice(2).map(({ name, standing }) => ({ name, standing })),
      ],
    });
  expect([(await again(SPEAKER.name)).status, (await again('王二')).status]).toEqual([409, 409]);
});

it('keeps a look for each day on which the desk shows names, and none where it shows none', async () => {
  const looks = async (name: string): Promise<string[]> => {
    const { rows } = await server.tenant.database.pool.query<{ day: string }>(
      'SELECT day::text FROM sealed_look WHERE meeting_id = $1 AND person_id = $2 ORDER BY day',
      [meeting, ids[name]],
    );
    return rows.map(({ day }) => day);
  };
  expect(await looks('clerk')).toEqual(['2026-03-02', '2026-03-10']);
  const { body } = await who['twoHats']!.get(`/api/meetings/${meeting}`).expect(200);
  expect((body as { participants: { name: string | null }[] }).participants.map(({ name }) => name)).toEqual([
    null,
    null,
    '丙',
    '丁',
  ]);
  expect(await looks('twoHats')).toEqual(['2026-03-10']);
});

it('holds no name and no contact in clear in any table', async () => {
  const { pool } = server.tenant.database;
  const { rows: tables } = await pool.query<{ name: string }>(
    'SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()',
  );
  expect(tables.length).toBeGreaterThan(25);
  const words = BETRAYING.filter((word) => word !== TITLE);
  const needles = words.flatMap((word) => [word, Buffer.from(word).toString('hex')]);
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: string }>(`SELECT t::text AS row FROM "${name}" t`);
    expect([name, rows.filter(({ row }) => needles.some((needle) => row.includes(needle)))]).toEqual([name, []]);
  }
});
