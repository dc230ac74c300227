/** A citizen's app over Open311 GeoReport v2, from discovery to the closed request, in both formats; what it may not do, and what nobody learns by it. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { SaxesParser } from 'saxes';
import { v7 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import { filterOf } from '../../src/open311/request-query.js';
import { xmlDocument, XmlList } from '../../src/http/xml.js';
import { withCurl } from '../support/service.js';
import { startServer, type TestServer } from '../support/server.js';

/** The fields of each answer, by the standard's document, and the elements around them. */
const STANDARD = {
  services: 'service_code service_name description metadata type keywords group',
  filed: 'service_request_id service_notice account_id',
  request:
    'service_request_id status status_notes service_name service_code description agency_responsible service_notice requested_datetime updated_datetime expected_datetime address address_id zipcode lat long media_url',
  errors: 'code description',
};
const BASE = '/api/open311/v2';
const SECRETS = ['王某某', '小明', '13811112222', 'wang@example.cn', '东街12号', '121.47', 'example.cn/1.jpg', '路灯'];

let server: TestServer;
let unitId: string;
const who: Record<string, TestAgent> = {};
const keys: Record<string, string> = {};
const seen: string[] = [];

beforeAll(async () => {
  server = await startServer({ env: { PUBLIC_URL: 'https://zg.example.cn' } });
  unitId = await server.unit('城东分局');
  const at: [string, Parameters<TestServer['person']>[1], string?][] = [
    ['clerk', ['clerk']],
    ['supervisor', ['supervisor']],
    ['visitor', ['visitor']],
    ['handler', ['handler'], unitId],
  ];
  for (const [name, roles, unit] of at) {
    await server.person(name, roles, unit);
    who[name] = await server.signIn(name);
    const made = await who[name].post('/api/tokens').send({ name: '市民应用', expiresOn: '2026-12-31' }).expect(201);
    keys[name] = (made.body as { token: string }).token;
  }
});
afterAll(() => server.close());

interface Answer {
  status: number;
  text: string;
  body: unknown;
  headers: Record<string, string>;
}
const get = async (path: string, status = 200): Promise<Answer> => {
  const answer = (await server.anonymous().get(`${BASE}/${path}`).expect(status)) as unknown as Answer;
  seen.push(answer.text);
  return answer;
};
const FIELDS = {
  description: '东街12号路灯不亮 & <坏>，住户王某某反映',
  address_string: '东街12号',
  address_id: 'DZ-0012',
  lat: '31.2304',
  long: '121.4737',
  last_name: '王某某',
  first_name: '小明',
  phone: '13811112222',
  email: 'wang@example.cn',
  media_url: 'https://example.cn/1.jpg',
  device_id: 'x',
};
const post = (fields: object, format = 'json') =>
  server.anonymous().post(`${BASE}/requests.${format}`).type('form').send(fields);
const services = async () => (await get('services.json')).body as Record<string, string>[];
const firstCode = async () => (await services())[0]!['service_code']!;

type Tree = { name: string; text: string; children: Tree[] };
/** As a reader that knows nothing of the house takes it in. */
function parsed(xml: string): Tree {
  const top: Tree = { name: '', text: '', children: [] };
  const path = [top];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    const tree = { name, text: '', children: [] };
    path.at(-1)!.children.push(tree);
    path.push(tree);
  });
  parser.on('text', (text) => void (path.at(-1)!.text += text));
  parser.on('closetag', () => void path.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return top.children[0]!;
}
/** Root, name of each element below it, and the fields of the first. */
const shapeOf = ({ name, children }: Tree): string[] => [
  name,
  ...new Set(children.map((one) => one.name)),
  children[0]!.children.map((one) => one.name).join(' '),
];

const act = (name: string, id: string, type: string, payload: object = {}) =>
  who[name]!.post(`/api/cases/${id}/commands`)
    .send({ id: uuid(), type, ...payload })
    .expect(200);
const idOf = async (number: string): Promise<string> => {
  const { rows } = await server.tenant.database.pool.query<{ id: string }>(
    'SELECT id FROM rectification_case WHERE number = $1',
    [number],
  );
  return rows[0]!.id;
};

it('is found, files once for each key of a repeat, and is followed until closed, in both formats', async () => {
  const { body: found } = await get('discovery.json');
  expect(found).toMatchObject({ endpoints: [{ url: `https://zg.example.cn${BASE}`, type: 'production' }] });
  const discovery = parsed((await get('discovery.xml')).text);
  expect(discovery.children.map(({ name }) => name).join(' ')).toBe('changeset contact key_service endpoints');

  const list = await services();
  expect(Object.keys(list[0]!).join(' ')).toBe(STANDARD.services);
  const xml = await get('services.xml?lang=en');
  expect(xml.headers['content-type']).toBe('text/xml; charset=utf-8');
  expect(shapeOf(parsed(xml.text))).toEqual(['services', 'service', STANDARD.services]);
  expect(xml.text).not.toContain(`<service_name>${list[0]!['service_name']}<`);
  const code = list[0]!['service_code']!;
  expect((await get(`services/${code}.json`)).body).toEqual({ service_code: code, attributes: [] });

  const fields = { ...FIELDS, api_key: keys['clerk'], service_code: code };
  const filed = await post(fields).set('Idempotency-Key', 'one').expect(200);
  const [first] = filed.body as Record<string, string>[];
  expect(Object.keys(first!).join(' ')).toBe(STANDARD.filed);
  const number = first!['service_request_id']!;
  expect((await post(fields).set('Idempotency-Key', 'one').expect(200)).body).toEqual(filed.body);
  await post({ ...fields, description: '另一件' })
    .set('Idempotency-Key', 'one')
    .expect(409);
  const bearer = server.anonymous().post(`${BASE}/requests.xml`).set('Authorization', `Bearer ${keys['clerk']}`);
  const second = await bearer.field({ service_code: code, description: '没有署名' }).expect(200);
  expect(shapeOf(parsed(second.text))).toEqual(['service_requests', 'request', STANDARD.filed]);

  // The receipt's page is told in both languages, and opens; the office sees all, the raiser encrypted.
  const receipt = /https:\/\/zg\.example\.cn(\/r\/\S+) \/ Follow/.exec(first!['service_notice']!)![1]!;
  expect((await server.anonymous().get(receipt).expect(200)).text).toContain(number);
  const id = await idOf(number);
  const shown = (await who['clerk']!.get(`/api/cases/${id}`).expect(200)).text;
  for (const said of ['东街12号路灯不亮', '地址编号：DZ-0012', '纬度 31.2304，经度 121.4737', 'https://example.cn/1.jpg']) expect(shown).toContain(said); // prettier-ignore
  for (const hidden of ['小明', '13811112222', 'wang@example.cn']) expect(shown).not.toContain(hidden);
  const look = await who['clerk']!.post(`/api/cases/${id}/raiser`).send({ purpose: 'inform', reason: '核对反映人电话' }).expect(200); // prettier-ignore
  expect(look.body).toMatchObject({ name: '王某某小明', contact: '13811112222，wang@example.cn' });

  expect((await get(`tokens/${number}.json`)).body).toEqual([{ service_request_id: number, token: number }]);
  const open = ((await get(`requests/${number}.json`)).body as Record<string, unknown>[])[0]!;
  expect(Object.keys(open).join(' ')).toBe(STANDARD.request);
  expect(open).toMatchObject({ status: 'open', status_notes: null, description: null, service_code: code });

  await act('clerk', id, 'ASSIGN', { leadUnitId: unitId });
  await act('handler', id, 'ACCEPT');
  await act('handler', id, 'SUBMIT', { measure: '换灯，王某某满意', lastingMeasure: '巡查' });
  await act('supervisor', id, 'PASS', { method: 'onSite', noticeText: '灯具已全部更换 <当日>' });
  await act('visitor', id, 'RECORD_VISIT', { method: 'phone', outcome: 'fixed', satisfaction: 'satisfied' });
  // what is released to the raiser alone is read by receipt
  await act('clerk', id, 'RELEASE_RESULT', { text: '您说的灯已经全部换好' });
  const closed = parsed((await get(`requests/${number}.xml`)).text);
  expect(shapeOf(closed)).toEqual(['service_requests', 'request', STANDARD.request]);
  const told = Object.fromEntries(closed.children[0]!.children.map(({ name, text }) => [name, text]));
  expect(told).toMatchObject({
    status: 'closed',
    status_notes: '灯具已全部更换 <当日>',
    agency_responsible: '城东分局',
  });

  const numbers = async (query: string) =>
    ((await get(`requests.json?${query}`)).body as { service_request_id: string }[]).map(
      (one) => one.service_request_id,
    );
  const other = /ZG-[\d-]+/.exec(second.text)![0];
  expect(await numbers('')).toEqual([other, number]);
  expect(await numbers('status=closed')).toEqual([number]);
  expect(await numbers(`status=open,closed&service_code=${code}&start_date=2026-03-01T00:00:00%2B08:00`)).toHaveLength(
    2,
  );
  expect(await numbers('start_date=2025-10-01T00:00:00Z&end_date=2025-12-01T00:00:00Z')).toEqual([]);
  expect(await numbers(`service_request_id=${other},ZG-2020-000001`)).toEqual([other]);
  // Taken in by a case that did not come in this way: over when that one is, and nothing else of it is told.
  const categoryId = ((await who['clerk']!.get('/api/categories')).body as { id: string }[])[0]!.id;
  const own = { title: '座谈会提出', description: '座谈会提出', source: 'hotline', categoryId };
  const into = ((await who['clerk']!.post('/api/cases').send(own).expect(201)).body as { case: { id: string } }).case
    .id;
  await act('clerk', await idOf(other), 'MERGE', { caseId: into });
  expect(await numbers('status=open')).toEqual([other]);
});

it('refuses in the standard’s shape and in both languages, and files nothing then', async () => {
  const code = await firstCode();
  const before = ((await get('requests.json')).body as unknown[]).length;
  const good = { service_code: code, description: '某处积水', api_key: keys['clerk']! };
  const cases: [number, object][] = [
    [403, { ...good, api_key: keys['handler'] }],
    [403, { ...good, api_key: 'nobody-has-this' }],
    [403, { ...good, api_key: '' }],
    [404, { ...good, service_code: 'no-such' }],
    [400, { ...good, description: ' ' }],
    [400, { ...good, description: '长'.repeat(4001) }],
    [400, { ...good, lat: '91', long: '0' }],
    [400, { ...good, lat: '31' }],
    [400, { ...good, description: 'a\u0001b' }],
  ];
  for (const [status, fields] of cases) {
    const { body, text } = await post(fields).expect(status);
    expect(body).toEqual([{ code: status, description: expect.stringMatching(/[一-龥].* \/ \w/) }]);
    const xml = await post(fields, 'xml').expect(status).expect('content-type', 'text/xml; charset=utf-8');
    expect(shapeOf(parsed(xml.text))).toEqual(['errors', 'error', STANDARD.errors]);
    seen.push(text, xml.text);
  }
  // A browser's session is no key, a file is not taken, another format neither files nor answers.
  await who['clerk']!.post(`${BASE}/requests.json`).type('form').send({ ...good, api_key: '' }).expect(403); // prettier-ignore
  await server.anonymous().post(`${BASE}/requests.json`).field(good).attach('media', Buffer.from('x'), 'x.jpg').expect(400); // prettier-ignore
  await post(good, 'yaml').expect(404);
  await server.anonymous().post(`${BASE}/requests.json`).send(good).expect(415);
  for (const query of ['status=lost', 'start_date=2026-03-01', 'start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z']) await get(`requests.json?${query}`, 400); // prettier-ignore
  await get('services/no-such.xml', 404);
  await get('nothing.xml', 404);
  expect(((await get('requests.json')).body as unknown[]).length).toBe(before);
});

it('answers for a case of the house exactly as for none, and nothing personal ever', async () => {
  const categoryId = ((await who['clerk']!.get('/api/categories')).body as { id: string }[])[0]!.id;
  const about = {
    title: '路灯',
    description: '东街12号路灯',
    source: 'hotline',
    categoryId,
    raiser: { name: '王某某' },
  };
  const { body } = await who['clerk']!.post('/api/cases').send(about).expect(201);
  const { number } = (body as { case: { number: string } }).case;
  for (const path of ['requests', 'tokens'])
    for (const format of ['json', 'xml'])
      expect((await get(`${path}/${number}.${format}`, 404)).text).toBe(
        (await get(`${path}/ZG-2020-000001.${format}`, 404)).text,
      );
  expect((await get(`requests.json?service_request_id=${number}`)).body).toEqual([]);
  expect((await get('requests.json')).text).not.toContain(number);
  expect(seen.length).toBeGreaterThan(30);
  for (const secret of SECRETS) expect(seen.filter((text) => text.includes(secret))).toEqual([]);
});

it('refuses who asks too much in the same shape, before the work', async () => {
  const busy = await startServer({ env: { SIGNED_OUT_PER_MINUTE: '10' } });
  let answer = await busy.anonymous().get(`${BASE}/services.xml`);
  for (let call = 0; call < 15 && answer.status === 200; call += 1)
    answer = await busy.anonymous().get(`${BASE}/services.xml`);
  expect([answer.status, answer.headers['retry-after']]).toEqual([429, expect.stringMatching(/^\d+$/)]);
  expect(shapeOf(parsed(answer.text))).toEqual(['errors', 'error', STANDARD.errors]);
  await busy.close();
});

it('writes XML that reads back as it was, but for what XML cannot hold', () => {
  const odd = `a<b>&"c'\r\n\t]]>\u0000\u001b\ufffe\ud800😀`;
  const tree = parsed(
    xmlDocument('all', new XmlList('one', [{ text: odd, none: null, no: false, list: new XmlList('x', []) }])),
  );
  expect(tree.children[0]!.children.map(({ text }) => text)).toEqual([`a<b>&"c'\r\n\t]]>😀`, '', 'false', '']);
});

it('takes the last 90 days where no span is named, and the 90 after a start', () => {
  const now = Date.parse('2026-06-30T00:00:00Z');
  expect(filterOf({}, now)).toEqual({ from: now - 90 * 86_400_000, to: now });
  const { from, to } = filterOf({ start_date: '2026-01-01T08:00:00 08:00' }, now);
  expect([from, (to! - from!) / 86_400_000]).toEqual([Date.parse('2026-01-01T00:00:00Z'), 90]);
});

withCurl('is used as docs/neighbours.md says', async () => {
  const page = await readFile(resolve(__dirname, '../../docs/neighbours.md'), 'utf8');
  const script = /## Open311[\s\S]*?```sh\n([\s\S]*?)```/.exec(page)![1]!;
  const env = { ...process.env, KEY: keys['clerk'], URL: server.url };
  const { stdout } = await promisify(execFile)('/bin/bash', ['-euo', 'pipefail', '-c', script], { env });
  expect(stdout).toMatch(/"service_notice":[\s\S]*<status>open<\/status>/);
});
