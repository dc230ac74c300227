/** Every id that a request carries is looked up in the sender's scope: what belongs to another office answers exactly like what does not
 *  exist, and nothing of it is written. */
import type { OpenAPIObject } from '@nestjs/swagger';
import { v7 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import { COMMANDS } from '../../src/engine/commands.js';
import { fullForm } from '../../src/engine/form.js';
import { openApiDocument } from '../../src/http/open-api.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let document: OpenAPIObject;
let category: string;
let station: string;
const who: Record<string, TestAgent> = {};

interface Office {
  meeting: string;
  participant: string;
  opinion: string;
  /** An open case without a unit, one being worked on with an order, and an attachment of the latter. */
  collected: string;
  working: string;
  order: string;
  attachment: string;
}
let own: Office;
let foreign: Office;

beforeAll(async () => {
  server = await startServer();
  document = openApiDocument(server.app);
  station = await server.unit('城东派出所');
  const branch = await server.unit('城西分局');
  await server.person('clerk', ['clerk', 'supervisor', 'visitor', 'leader']);
  await server.person('other', ['clerk', 'supervisor', 'visitor', 'leader'], branch);
  const units = { clerk: station, other: await server.unit('城西派出所', branch) };
  await server.person('clerk-handler', ['handler'], units.clerk);
  await server.person('other-handler', ['handler'], units.other);
  for (const name of ['clerk', 'other', 'clerk-handler', 'other-handler']) who[name] = await server.signIn(name);
  category = ((await who['clerk']!.get('/api/categories').expect(200)).body as { id: string }[])[0]!.id;
  const offices = { clerk: await open('clerk', units.clerk), other: await open('other', units.other) };
  server.clock.set(Date.parse('2026-03-31T10:00:00+08:00'));
  // Sessions do not last that long.
  for (const name of Object.keys(who)) who[name] = await server.signIn(name);
  for (const office of Object.values(offices)) office.order = await orderOf(office.working);
  [own, foreign] = [offices.clerk, offices.other];
});
afterAll(() => server.close());

const post = async (name: string, path: string, body: object): Promise<Record<string, string>> =>
  (await who[name]!.post(path).send(body)).body as Record<string, string>;

async function open(name: string, unitId: string): Promise<Office> {
  const meeting = (await post(name, '/api/meetings', {
    title: `${name} 的恳谈会`,
    kind: 'publicInput',
    heldOn: '2026-03-02',
    place: '礼堂',
    hostUnitId: unitId,
    participants: [{ name: '甲', standing: 'resident' }],
  })) as unknown as { id: string; participants: { id: string }[] };
  const participant = meeting.participants[0]!.id;
  const { body } = await who[name]!.post(`/api/meetings/${meeting.id}/opinions`).send([{ text: '路灯不亮', participantId: participant }]); // prettier-ignore
  const opinion = (body as { id: string }[])[0]!.id;
  const collect = async (): Promise<string> => {
    const made = await post(name, '/api/cases', { title: '井盖松动', description: '井盖松动', source: 'hotline', categoryId: category, raiser: {} }); // prettier-ignore
    return (made as unknown as { case: { id: string } }).case.id;
  };
  const [collected, working] = [await collect(), await collect()];
  await command(name, working, 'ASSIGN', { leadUnitId: unitId, dueOn: '2026-03-04' });
  await command(`${name}-handler`, working, 'ACCEPT');
  const sent = await who[name]!.post(`/api/cases/${working}/attachments`).attach('files', Buffer.from('%PDF-1.4\n%%EOF'), 'a.pdf'); // prettier-ignore
  const attachment = (sent.body as { id: string }[])[0]!.id;
  return { meeting: meeting.id, participant, opinion, collected, working, order: '', attachment };
}

const command = async (name: string, caseId: string, type: string, payload: object = {}): Promise<void> => {
  await who[name]!.post(`/api/cases/${caseId}/commands`).send({ id: uuid(), type, ...payload }).expect(200); // prettier-ignore
};

/** The first order of a late case: a comment lets its timers fire. */
async function orderOf(caseId: string): Promise<string> {
  const { rows } = await server.tenant.database.pool.query<{ name: string }>(
    `SELECT p.username AS name FROM rectification_case c JOIN person_role r ON r.unit_id = c.office_unit_id AND r.role = 'clerk'
       JOIN person p ON p.id = r.person_id WHERE c.id = $1`,
    [caseId],
  );
  await command(rows[0]!.name, caseId, 'COMMENT', { text: '请注意时限' });
  const found = await server.tenant.database.pool.query<{ id: string }>(
    'SELECT id FROM supervision_order WHERE case_id = $1 ORDER BY issued_at LIMIT 1',
    [caseId],
  );
  return found.rows[0]!.id;
}

const say = (type: string, payload: object = {}) => ({ id: uuid(), type, ...payload });
/** Requests that carry the id of something: `ofOwn` shows that with an id of one's own they pass. */
type Carrier = [what: string, kind: keyof Office, send: (id: string) => [method: 'get' | 'post', path: string, body?: object]]; // prettier-ignore
const CARRIERS: Carrier[] = [
  ['MERGE.caseId', 'working', (id) => ['post', `/api/cases/${own.collected}/commands`, say('MERGE', { caseId: id })]],
  ['merge an opinion', 'working', (id) => ['post', `/api/opinions/${own.opinion}/merge`, { caseId: id }]],
  [
    'merge among many',
    'working',
    (id) => ['post', '/api/opinions/triage', [{ opinionId: own.opinion, action: 'merge', caseId: id }]],
  ],
  ['a case', 'working', (id) => ['get', `/api/cases/${id}`]],
  ['its history', 'working', (id) => ['get', `/api/cases/${id}/history`]],
  ['its raiser', 'working', (id) => ['post', `/api/cases/${id}/raiser`, { reason: '核实反映情况' }]],
  ['a raiser of another case', 'working', (id) => ['post', `/api/cases/${own.working}/raiser`, { reason: '核实反映情况', raiserId: id }]], // prettier-ignore
  ['one more raiser', 'working', (id) => ['post', `/api/cases/${id}/raisers`, { name: '乙' }]],
  ['an objection by name', 'working', (id) => ['post', `/api/cases/${id}/objections`, { text: '不亮', person: { name: '乙' } }]], // prettier-ignore
  ['its due day', 'working', (id) => ['post', `/api/cases/${id}/due-after`, { type: 'ASSIGN', leadUnitId: station }]],
  ['its uploads', 'working', (id) => ['post', `/api/cases/${id}/attachments`]],
  ...Object.keys(COMMANDS)
    .filter((type) => COMMANDS[type]!.internal !== true)
    .map((type): Carrier => [type, 'working', (id) => ['post', `/api/cases/${id}/commands`, say(type, { reason: '理由' })]]), // prettier-ignore
  ['a command of many', 'working', (id) => ['post', '/api/commands', [say('COMMENT', { caseId: id, text: '留言' })]]],
  [
    'PROGRESS.evidence',
    'attachment',
    (id) => ['post', `/api/cases/${own.working}/commands`, say('PROGRESS', { text: '已查', evidence: [id] })],
  ],
  [
    'PASS.evidence',
    'attachment',
    (id) => ['post', `/api/cases/${own.working}/commands`, say('PASS', { method: 'onSite', evidence: [id] })],
  ],
  ['an attachment', 'attachment', (id) => ['get', `/api/attachments/${id}`]],
  ['a meeting', 'meeting', (id) => ['get', `/api/meetings/${id}`]],
  ['its participants', 'meeting', (id) => ['post', `/api/meetings/${id}/participants`, { name: '乙', standing: 'other' }]], // prettier-ignore
  ['its participants among many', 'meeting', (id) => ['post', `/api/meetings/${id}/participants/batch`, [{ name: '乙', standing: 'other' }]]], // prettier-ignore
  ...(['get results', 'get agenda', 'post results/release', 'post results/links', 'post results/public'] as const).map(
    (call): Carrier => [
      call,
      'meeting',
      (id) => [call.split(' ')[0] as 'get' | 'post', `/api/meetings/${id}/${call.split(' ')[1]}`, {}],
    ],
  ),
  [
    'whose address',
    'participant',
    (id) => ['post', `/api/meetings/${own.meeting}/results/links`, { participantId: id }],
  ],
  ['its opinions', 'meeting', (id) => ['post', `/api/meetings/${id}/opinions`, [{ text: '路灯' }]]],
  [
    'who spoke',
    'participant',
    (id) => ['post', `/api/meetings/${own.meeting}/opinions`, [{ text: '路灯', participantId: id }]],
  ],
  ...(['adopt', 'merge', 'answer', 'decline'] as const).map((action): Carrier => [
    `${action} an opinion`,
    'opinion',
    (id) => ['post', `/api/opinions/${id}/${action}`, INPUT[action]()],
  ]),
  ...(['adopt', 'merge', 'answer', 'decline'] as const).map((action): Carrier => [
    `${action} among many`,
    'opinion',
    (id) => ['post', '/api/opinions/triage', [{ opinionId: id, action, ...INPUT[action]() }]],
  ]),
  ...(['reply', 'sign', 'waive', 'instruct'] as const).map((action): Carrier => [
    `${action} an order`,
    'order',
    (id) => ['post', `/api/orders/${id}/${action}`, action === 'reply' || action === 'sign' ? { text: '好' } : action === 'waive' ? { reason: '好' } : { instruction: '好' }], // prettier-ignore
  ]),
  ['an order among many', 'order', (id) => ['post', '/api/orders/batch', [{ orderId: id, action: 'instruct', instruction: '好' }]]], // prettier-ignore
];
const INPUT = {
  adopt: () => ({ leadUnitId: station, categoryId: category }),
  merge: () => ({ caseId: own.working }),
  answer: () => ({ reply: '已答复' }),
  decline: () => ({ reason: '不属职责' }),
} as const;

async function answered(send: Carrier[2], id: string): Promise<string> {
  const [method, path, body] = send(id);
  const { status, body: said, text } = await who['clerk']![method](path).send(body);
  expect(status).toBeLessThan(500);
  const answer = Object.keys(said as object).length === 0 ? text : JSON.stringify(said);
  // Ids made for the request differ, and the answer may repeat the one that was asked for.
  return `${status} ${answer.replaceAll(id, '<id>').replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}/g, '<uuid>')}`;
}
const written = async (): Promise<unknown> => {
  const { rows } = await server.tenant.database.pool.query(
    `SELECT (SELECT count(*) FROM case_event) AS events, (SELECT count(*) FROM opinion) AS opinions, (SELECT count(*) FROM opinion_triage) AS triages,
       (SELECT count(*) FROM participant) AS participants, (SELECT count(*) FROM order_act) AS acts, (SELECT count(*) FROM attachment) AS files,
       (SELECT count(*) FROM sealed_look) AS looks`,
  );
  return rows[0];
};

it.each(CARRIERS)('%s: of another office is answered like none, and writes nothing', async (_what, kind, send) => {
  const before = await written();
  const missing = await answered(send, uuid());
  expect(await answered(send, foreign[kind])).toBe(missing);
  expect(missing).not.toMatch(/^200 (?!.*"ok":false)/);
  expect(await written()).toEqual(before);
});

it('the same requests pass with ids of the own office: they fail for nothing else', async () => {
  const passes = async (what: string): Promise<void> => {
    const [, kind, send] = CARRIERS.find(([name]) => name === what)!;
    expect([what, (await answered(send, own[kind])).slice(0, 2)]).toEqual([what, '20']);
  };
  for (const what of ['a case', 'its history', 'an attachment', 'a meeting', 'a command of many', 'who spoke']) await passes(what); // prettier-ignore
  await passes('one more raiser');
  await passes('MERGE.caseId');
  await passes('merge an opinion');
});

/** Why a field of type uuid needs no scope: it is of the sender's making, or names what everybody who is signed in may read. */
const NEEDS_NONE: Record<string, string> = {
  id: 'made by the sender; one that is taken is answered 409',
  ids: 'entries of an inbox: others than the reader’s own are left alone (test/notify/reaches-people.spec.ts)',
  after:
    'a place in the order of ids, for administrators, who move the cases of every office; an id nobody has is a place too',
  leadUnitId: 'units are a directory that everybody reads',
  supportingUnitIds: 'units are a directory that everybody reads',
  suggestedUnitId: 'units are a directory that everybody reads',
  hostUnitId: 'units are a directory that everybody reads',
  raiserId:
    'must be one of the raisers of the case itself: any other is refused by namesRaiser and mayObject, and opened by nobody',
  photosBefore: 'written by the same column as evidence, whose key holds them to attachments of the case',
  photosAfter: 'as above',
  categoryId: 'categories are a directory that everybody reads',
  officeUnitId: 'administrators keep hotline platforms of every office',
  webhookId: 'as above',
  unitId:
    'administrators keep people and units of every office; views and texts go to units that one serves (test/cases/views-and-texts.spec.ts)',
  planId: 'kept in a view as a filter of the list, which asks anew for whoever opens it',
  personId: 'as above; people are a directory that everybody reads',
  parentId: 'administrators keep people and units of every office',
  leaderId: 'administrators keep people and units of every office',
  liaisonId: 'administrators keep people and units of every office',
  deputyId: 'people are a directory that everybody reads; whoever cannot stand in is refused',
  absentId:
    'people are a directory; somebody of another office is refused like one who is nobody (test/people/deputies.spec.ts)',
};
const IN_TABLE = ['caseId', 'participantId', 'opinionId', 'orderId', 'evidence'];

it('no id of any body or command is outside the table without a reason', () => {
  const fields = new Set<string>();
  const visit = (schema: unknown, name: string): void => {
    if (typeof schema !== 'object' || schema === null) return;
    const { $ref, format, properties, items } = schema as Record<string, unknown>;
    if (typeof $ref === 'string') return visit(document.components!.schemas![$ref.split('/').at(-1)!], name);
    if (format === 'uuid') fields.add(name);
    if (items !== undefined) visit(items, name);
    for (const [key, inner] of Object.entries((properties ?? {}) as object)) visit(inner, key);
  };
  for (const item of Object.values(document.paths)) {
    for (const method of ['post', 'put', 'patch'] as const) {
      const content = (item[method]?.requestBody as { content?: Record<string, { schema: object }> } | undefined)
        ?.content;
      for (const { schema } of Object.values(content ?? {})) visit(schema, '');
    }
  }
  for (const [type, { internal }] of Object.entries(COMMANDS)) if (internal !== true) visit(fullForm(type), '');
  expect(fields.size).toBeGreaterThan(8);
  expect([...fields].filter((name) => NEEDS_NONE[name] === undefined && !IN_TABLE.includes(name))).toEqual([]);
});
