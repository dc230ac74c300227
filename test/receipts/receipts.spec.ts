/** A raiser's receipt from outside: what the code opens, what is said by it and how it comes back; and that it leaks nowhere. */
import QRCode from 'qrcode';
import { v7 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import type { RequestLine } from '../../src/http/request-log.js';
import { ReceiptGate } from '../../src/receipts/receipt-gate.js';
import { Cipher } from '../../src/store/encrypted/cipher.js';
import type { RaiserStore } from '../../src/store/encrypted/raiser.store.js';
import { receiptCode, receiptHash } from '../../src/store/encrypted/receipt-code.js';
import { GuessStore } from '../../src/store/people/guess.store.js';
import { photograph } from '../support/photographs.js';
import { START_PASSWORD, startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let category: string;
let unitId: string;
const who: Record<string, TestAgent> = {};
const lines: RequestLine[] = [];

beforeAll(async () => {
  const env = { SIGNED_OUT_PER_MINUTE: '100000', PUBLIC_URL: 'https://zg.example.cn' };
  server = await startServer({ env, onRequest: (line) => void lines.push(line) });
  unitId = await server.unit('城东分局');
  const at: [string, Parameters<TestServer['person']>[1], string?][] = [
    ['clerk', ['clerk']],
    ['supervisor', ['supervisor']],
    ['visitor', ['visitor']],
    ['auditor', ['auditor']],
    ['handler', ['handler'], unitId],
  ];
  for (const [name, roles, unit] of at) {
    await server.person(name, roles, unit);
    who[name] = await server.signIn(name);
  }
  category = ((await who['clerk']!.get('/api/categories').expect(200)).body as { id: string }[])[0]!.id;
});
afterAll(() => server.close());

/** A network of its own for each call, so that no test waits for another's wrong codes. */
let networks = 0;
const fresh = (): string => `10.${(networks >> 8) & 255}.${networks++ & 255}.1`;
const nobody = (method: 'get' | 'post', path: string, from = fresh()) =>
  server.anonymous()[method](path).set('X-Forwarded-For', from);
const act = (name: string, id: string, type: string, payload: object = {}) =>
  who[name]!.post(`/api/cases/${id}/commands`).send({ id: uuid(), type, ...payload });

const SECRETS = ['王某某', '13811112222', '东街12号'];
interface Made {
  id: string;
  number: string;
  codes: string[];
  raisers: string[];
}
/** A case with its receipts, closed where nothing else is said. */
async function made({
  others = [],
  open = false,
  anonymous = false,
}: { others?: string[]; open?: boolean; anonymous?: boolean } = {}): Promise<Made> {
  const { body } = await who['clerk']!.post('/api/cases')
    .send({
      title: '王某某家门口的路灯不亮',
      description: '住户王某某反映东街12号路灯不亮，电话13811112222',
      source: 'hotline',
      categoryId: category,
      raiser: anonymous ? { anonymous: true } : { name: '王某某', contact: '13811112222' },
    })
    .expect(201);
  const { case: one, receiptCode } = body as { case: { id: string; number: string }; receiptCode: string };
  const codes = [receiptCode];
  const raisers = [one.id];
  for (const name of others) {
    const added = (await who['clerk']!.post(`/api/cases/${one.id}/raisers`).send({ name }).expect(201)).body as {
      raiserId: string;
      receiptCode: string;
    };
    codes.push(added.receiptCode);
    raisers.push(added.raiserId);
  }
  if (!open) await close(one.id, raisers);
  return { ...one, codes, raisers };
}

async function close(id: string, raisers: string[]): Promise<void> {
  await act('clerk', id, 'ASSIGN', { leadUnitId: unitId }).expect(200);
  await act('handler', id, 'ACCEPT').expect(200);
  await act('handler', id, 'SUBMIT', { measure: '换灯', lastingMeasure: '巡查' }).expect(200);
  await act('supervisor', id, 'PASS', { method: 'onSite' }).expect(200);
  for (const raiserId of raisers) {
    const which = raisers.length === 1 ? {} : { raiserId };
    await act('visitor', id, 'RECORD_VISIT', { method: 'phone', outcome: 'fixed', satisfaction: 'satisfied', ...which }).expect(200); // prettier-ignore
  }
}
const read = async (code: string): Promise<Record<string, unknown>> =>
  (await nobody('get', `/api/receipts/${code}`).expect(200)).body as Record<string, unknown>;

it('the page tells where it stands, in both languages, and nothing of a person, to no list, cache, referrer or log', async () => {
  const { number, codes } = await made();
  lines.length = 0;
  const [code] = codes as [string];
  expect(code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/);
  const page = await nobody('get', `/r/${code}`).set('Accept', 'text/html').expect(200);
  const english = await nobody('get', `/r/${code}?lang=en`).expect(200);
  expect(page.text).toContain(number);
  expect(page.text).toContain('已办结（销号）。如果没有解决，2026年8月29日前可以告诉我们');
  expect(english.text).toContain('If it is not solved, tell us by 29 Aug 2026');
  const answer = await nobody('get', `/api/receipts/${code}`).expect(200);
  expect(answer.body).toMatchObject({
    number,
    said: null,
    stage: 'closed',
    steps: ['raised', 'assigned', 'fixed', 'checked', 'visited', 'closed'].map((key) => ({ key, on: '2026-03-02' })),
    photos: [],
    mayRate: true,
    mayObject: true,
    mayAsk: true,
  });
  for (const { text, headers } of [page, english, answer]) {
    for (const secret of [...SECRETS, 'handler', '换灯']) expect(text).not.toContain(secret);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['set-cookie']).toBeUndefined();
    expect(JSON.stringify(headers)).not.toContain(code);
  }
  expect(page.headers).toMatchObject({
    'referrer-policy': 'no-referrer',
    'x-robots-tag': expect.stringContaining('noindex'),
    'content-security-policy': expect.stringMatching(
      /^default-src 'none'; style-src 'sha256-[^']+'; img-src 'self'; form-action 'self'/,
    ),
  });
  expect(page.text).not.toContain(code);
  expect(page.text).not.toContain('<script');
  expect(lines.map(({ route }) => route)).toEqual(['/r/:code', '/r/:code', '/api/receipts/:code']);
  expect(JSON.stringify(lines)).not.toContain(code.slice(0, 9));
});

it('a wrong code and a withdrawn one get the same bytes after the same statements', async () => {
  const { id, codes, raisers } = await made({ open: true });
  await who['handler']!.post(`/api/cases/${id}/receipts/${raisers[0]}/withdrawal`)
    .send({ reason: '回执单遗失' })
    .expect(403);
  await who['clerk']!.post(`/api/cases/${id}/receipts/${raisers[0]}/withdrawal`).send({ reason: '…' }).expect(422);
  await who['clerk']!.post(`/api/cases/${id}/receipts/${raisers[0]}/withdrawal`)
    .send({ reason: '回执单遗失' })
    .expect(200);
  const { pool, dataSource } = server.test.database;
  const seen = async (path: string) => {
    const from = fresh();
    let statements = 0;
    const query = dataSource.createQueryRunner.bind(dataSource);
    const runners = jest.spyOn(dataSource, 'createQueryRunner').mockImplementation((...given) => {
      statements += 1;
      return query(...given);
    });
    const connects = jest.spyOn(pool, 'connect');
    const direct = jest.spyOn(pool, 'query');
    const { status, text, headers } = await nobody('get', path, from);
    const counted = [statements, connects.mock.calls.length, direct.mock.calls.length];
    runners.mockRestore();
    connects.mockRestore();
    direct.mockRestore();
    const { 'x-request-id': _, date: __, ...rest } = headers as Record<string, string>;
    return { status, text, rest, counted };
  };
  for (const base of ['/r', '/api/receipts']) {
    const withdrawn = await seen(`${base}/${codes[0]}`);
    const wrong = await seen(`${base}/ABCD-EFGH-JKLM-NPQR`);
    const odd = await seen(`${base}/x`);
    expect(withdrawn.status).toBe(404);
    expect(wrong).toEqual(withdrawn);
    expect(odd).toEqual(withdrawn);
    expect(withdrawn.counted.reduce((sum, n) => sum + n, 0)).toBeGreaterThan(1);
  }
  const { body } = await who['clerk']!.post(`/api/cases/${id}/receipts/${raisers[0]}/renewal`)
    .send({ reason: '当面核对后换发' })
    .expect(200);
  const { slips } = body as { slips: { receiptCode: string }[] };
  expect(slips[0]!.receiptCode).not.toBe(codes[0]);
  await read(slips[0]!.receiptCode);
  await nobody('get', `/api/receipts/${codes[0]}`).expect(404);
  const looks = (await who['auditor']!.get(`/api/looks?caseId=${id}`).expect(200)).text;
  for (const line of ['作废回执：回执单遗失', '换发回执：当面核对后换发']) expect(looks).toContain(line);
});

it('ten thousand guesses find nothing, and hardly any of them is looked up', async () => {
  let lookedUp = 0;
  const raisers = { byReceipt: () => ((lookedUp += 1), Promise.resolve(undefined)) } as unknown as RaiserStore;
  const gate = new ReceiptGate(raisers, new GuessStore(server.test.database));
  const told: Record<string, number> = {};
  for (let guess = 0; guess < 10_000; guess += 1) {
    const error = await gate.open(`AAAABBBBCCCC${guess}`, '203.0.113.9').catch((thrown: { code: string }) => thrown);
    const { code } = error as { code: string };
    told[code] = (told[code] ?? 0) + 1;
  }
  expect(lookedUp).toBeLessThanOrEqual(6);
  expect(told).toEqual({ 'receipt.unknown': lookedUp, 'request.tooMany': 10_000 - lookedUp });
  // Another address is not held up by it.
  await expect(gate.open('AAAABBBBCCCC', '203.0.113.10')).rejects.toMatchObject({ code: 'receipt.unknown' });
});

it('a slip holds the code, the address and its QR code, and prints again', async () => {
  const { id, number, codes } = await made({ others: ['李乙'], open: true });
  await who['supervisor']!.post(`/api/cases/${id}/receipts`).send({}).expect(403);
  const { slips, office } = (await who['clerk']!.post(`/api/cases/${id}/receipts`).send({}).expect(200)).body as {
    office: string;
    slips: { number: string; receiptCode: string; url: string; qr: string }[];
  };
  expect(office).toBe('本单位');
  expect(slips.map(({ receiptCode }) => receiptCode)).toEqual(codes);
  for (const { url, qr, receiptCode, number: printed } of slips) {
    expect([printed, url]).toEqual([number, `https://zg.example.cn/r/${receiptCode}`]);
    expect(drawn(qr)).toEqual(matrix(url));
  }
  const { receipts } = (await who['supervisor']!.get(`/api/cases/${id}/receipts`).expect(200)).body as {
    receipts: unknown[];
  };
  expect(receipts).toMatchObject([{ position: 1, isIssued: true, printedByName: 'clerk' }, { position: 2 }]);
});

it('a meeting prints a slip for each speaker and case, and none for a clerk whom something ties to the case', async () => {
  const admin = await server.signIn('admin');
  const tied = { username: 'tied', name: 'tied', unitId, password: START_PASSWORD, roles: [{ role: 'clerk', unitId: server.units.office }] }; // prettier-ignore
  await admin.post('/api/people').send(tied).expect(201);
  await server.ownPassword('tied', START_PASSWORD);
  const meeting = { title: '恳谈会', kind: 'policeResident', heldOn: '2026-03-02', place: '社区', hostUnitId: unitId };
  const participants = [{ name: '王某某', standing: 'resident' }];
  const { body } = await who['clerk']!.post('/api/meetings')
    .send({ ...meeting, participants })
    .expect(201);
  const { id, participants: there } = body as { id: string; participants: { id: string }[] };
  const said = [{ participantId: there[0]!.id, text: '东街路灯不亮' }, { text: '西街井盖松动' }, { text: '谢谢' }];
  const logged = (await who['clerk']!.post(`/api/meetings/${id}/opinions`).send(said).expect(201)).body as {
    id: string;
  }[];
  const codes: string[] = [];
  for (const opinion of logged.slice(0, 2)) {
    const adopted = await who['clerk']!.post(`/api/opinions/${opinion.id}/adopt`).send({ leadUnitId: unitId, categoryId: category }); // prettier-ignore
    codes.push((adopted.body as { receiptCode: string }).receiptCode);
  }
  const print = async (agent: TestAgent) =>
    ((await agent.post(`/api/meetings/${id}/receipts`).expect(200)).body as { slips: { receiptCode: string; participantId: string | null }[] }).slips; // prettier-ignore
  const slips = await print(who['clerk']!);
  expect(slips.map(({ receiptCode }) => receiptCode)).toEqual(codes);
  expect(slips.map(({ participantId }) => participantId)).toEqual([there[0]!.id, null]);
  expect(await print(await server.signIn('tied'))).toEqual([]);
});

/** The modules of a QR code as its SVG draws them: runs of a row each, `M` where it begins, `h` how long. */
function drawn(svg: string): string[] {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)![1]);
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => '.'));
  const path = /stroke="#000000" d="([^"]+)"/.exec(svg)![1]!;
  let [x, y] = [0, 0];
  for (const [, verb, given] of path.matchAll(/([Mmh])([-\d. ]+)/g)) {
    const [first = 0, second = 0] = given!.trim().split(/\s+/).map(Number);
    if (verb === 'M') [x, y] = [first, second];
    else if (verb === 'm') [x, y] = [x + first, y + second];
    else {
      for (let at = x; at < x + first; at += 1) rows[Math.floor(y)]![at] = '#';
      x += first;
    }
  }
  return rows.map((row) => row.join(''));
}
function matrix(text: string): string[] {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const side = modules.size + 8;
  return Array.from({ length: side }, (_, y) =>
    Array.from({ length: side }, (__, x) => {
      const inside = x >= 4 && y >= 4 && x < side - 4 && y < side - 4;
      return inside && modules.get(y - 4, x - 4) ? '#' : '.';
    }).join(''),
  );
}

describe('what is said', () => {
  it('a rating by a plain form stands beside the visit’s, and a lower one is seen', async () => {
    const { id, codes } = await made();
    const sent = await nobody('post', `/r/${codes[0]}`)
      .type('form')
      .set('Origin', 'null')
      .send({ say: 'rating', overall: 'dissatisfied', attitude: '2', speed: '', note: '拖了\r\n很久' })
      .expect(303);
    expect(sent.headers['location']).toBe(`/r/${codes[0]}?told=rating`);
    const rating = { overall: 'dissatisfied', aspects: { attitude: 2 }, note: '拖了\n很久' };
    expect(await read(codes[0]!)).toMatchObject({ rating: { ...rating, on: '2026-03-02', until: '2026-03-09' } });
    const { ratings } = (await who['handler']!.get(`/api/cases/${id}/receipts`).expect(200)).body as {
      ratings: unknown[];
    };
    expect(ratings).toMatchObject([{ ...rating, belowVisit: true }]);
    const { visits } = (await who['clerk']!.get(`/api/cases/${id}`).expect(200)).body as { visits: unknown[] };
    expect(visits).toMatchObject([{ satisfaction: 'satisfied' }]);
    await nobody('post', `/r/${codes[0]}`).type('form').send({ say: 'rating' }).expect(400);
    await nobody('post', `/api/receipts/${codes[0]}/rating`).send({ overall: 'fine' }).expect(400);
    await act('clerk', id, 'RATE_RESULT', { raiserId: id, overall: 'satisfied', aspects: {} }).expect(400);
  });

  it('“not solved” lies before the supervisors; what they say stands on the page, or the case is taken up again', async () => {
    const first = await made();
    const second = await made();
    const object = (code: string) => nobody('post', `/api/receipts/${code}/objection`).send({ text: '晚上又不亮了' });
    for (const { codes } of [first, second]) await object(codes[0]!).expect(200);
    expect((await object(first.codes[0]!).expect(422)).body).toMatchObject({ code: 'receipt.saidAlready' });
    expect(await read(first.codes[0]!)).toMatchObject({
      next: { by: null, labels: { 'zh-CN': '您表示没有解决，督导组正在核实' } },
    });
    const { items } = (await who['supervisor']!.get('/api/work').expect(200)).body as {
      items: { id: string; wait: { kind: string }; next: { type: string } }[];
    };
    expect(items.filter(({ wait }) => wait.kind === 'unsolved').map(({ id, next }) => [id, next.type])).toEqual(
      expect.arrayContaining([first, second].map(({ id }) => [id, 'DISMISS_UNSOLVED'])),
    );
    await act('clerk', first.id, 'DISMISS_UNSOLVED', { reason: '不属实' }).expect(422);
    await act('supervisor', first.id, 'DISMISS_UNSOLVED', { reason: '三晚复查均已点亮' }).expect(200);
    await act('supervisor', second.id, 'REOPEN', { reason: '反映人表示未解决，属实' }).expect(200);
    expect(await read(first.codes[0]!)).toMatchObject({
      mayObject: false,
      words: [{ kind: 'unsolved', answer: '三晚复查均已点亮' }],
    });
    expect(await read(second.codes[0]!)).toMatchObject({
      stage: 'deadline',
      words: [{ answer: null, reopened: true }],
    });
    expect((await nobody('get', `/r/${second.codes[0]}`)).text).toContain('意见成立，事项已重新办理');
  });

  it('a question is the clerk’s to answer, and the answer the asker’s alone to read', async () => {
    const { id, codes } = await made({ others: ['李乙'], open: true });
    const ask = (text: string) => nobody('post', `/api/receipts/${codes[1]}/question`).send({ text });
    await ask('什么时候修好').expect(200);
    expect((await ask('在吗').expect(422)).body).toMatchObject({ code: 'receipt.askedAlready' });
    const { items } = (await who['clerk']!.get('/api/work').expect(200)).body as {
      items: { id: string; wait: object }[];
    };
    // The earliest day of what the case waits for from the clerk comes first.
    expect(items.map((item) => item.id)).toContain(id);
    await act('clerk', id, 'ANSWER_RAISER', { text: '本周五前' }).expect(200);
    expect(await read(codes[1]!)).toMatchObject({
      words: [{ text: '什么时候修好', answer: '本周五前' }],
      mayAsk: true,
    });
    const page = (await nobody('get', `/r/${codes[1]}`).expect(200)).text;
    expect(page).toMatch(/什么时候修好[\s\S]*答复：[\s\S]*本周五前[\s\S]*向整改办提问/);
    expect(await read(codes[0]!)).toMatchObject({ words: [] });
    expect((await nobody('get', `/r/${codes[0]}`)).text).not.toContain('本周五前');
  });

  it('nothing by a body too long, or over the limit of characters', async () => {
    const { codes } = await made({ open: true });
    await nobody('post', `/r/${codes[0]}`)
      .type('form')
      .send({ say: 'question', text: '长'.repeat(1001) })
      .expect(400);
    const { text } = await nobody('post', `/r/${codes[0]}`)
      .type('form')
      .send({ say: 'question', text: '长'.repeat(9000) });
    expect(text).toContain('请求内容过大');
    await nobody('post', `/r/${codes[0]}`).send({ say: 'question' }).expect(415);
  });
});

it('what the office releases is read: own words by their raiser alone, the result and photographs once there is one', async () => {
  const { id, codes, raisers } = await made({ others: ['李乙'], open: true });
  const bytes = await photograph({ seed: 7 });
  const sent = await who['clerk']!.post(`/api/cases/${id}/attachments`).attach('files', bytes, 'a.jpg').attach('files', await photograph({ seed: 8 }), 'b.jpg'); // prettier-ignore
  const [released, kept] = (sent.body as { id: string }[]).map((file) => file.id);
  await act('handler', id, 'RELEASE_RESULT', { text: '已修好' }).expect(404);
  await act('clerk', id, 'RELEASE_RESULT', { said: '路灯不亮' }).expect(422);
  await act('clerk', id, 'RELEASE_RESULT', { said: '路灯不亮', raiserId: raisers[1], photos: [released] }).expect(200);
  await act('clerk', id, 'RELEASE_RESULT', { text: '东街路灯已全部更换。' }).expect(200);
  const early = await read(codes[1]!);
  expect(early).toMatchObject({ said: '路灯不亮', photos: [{ id: released }] });
  expect(early['answer']).toBeUndefined();
  expect(await read(codes[0]!)).toMatchObject({ said: null });
  await close(id, raisers);
  expect(await read(codes[0]!)).toMatchObject({ answer: { text: '东街路灯已全部更换。' } });
  await act('handler', id, 'RELEASE_RESULT', { text: '分局已圆满解决' }).expect(422);
  const photo = await nobody('get', `/api/receipts/${codes[0]}/photos/${released}`).expect(200);
  expect(photo.headers).toMatchObject({ 'content-type': 'image/jpeg', 'cache-control': 'no-store' });
  await nobody('get', `/api/receipts/${codes[0]}/photos/${kept}`).expect(404);
  await nobody('get', `/api/receipts/ABCD-EFGH-JKLM-NPQR/photos/${released}`).expect(404);
  await server.anonymous().get(`/api/attachments/${released}`).expect(401);
});

it('a merged case is followed, and each reads and rates as themselves', async () => {
  const target = await made({ open: true });
  const merged = await made({ open: true, anonymous: true });
  await act('clerk', merged.id, 'MERGE', { caseId: target.id }).expect(200);
  expect(await read(merged.codes[0]!)).toMatchObject({
    number: target.number,
    mergedFrom: merged.number,
    stage: 'collected',
  });
  await close(target.id, [target.id, merged.id]);
  await nobody('post', `/api/receipts/${merged.codes[0]}/rating`).send({ overall: 'basicallySatisfied' }).expect(200);
  expect(await read(merged.codes[0]!)).toMatchObject({ rating: { overall: 'basicallySatisfied' } });
  expect(await read(target.codes[0]!)).toMatchObject({ rating: null, mergedFrom: null });
});

it('a receipt that was printed before codes had 80 bits opens with its 12 letters and digits', async () => {
  const { number, raisers } = await made({ open: true });
  const old = receiptCode(server.app.get(Cipher, { strict: false }), raisers[0]!, null);
  expect(old).toMatch(/^\w{4}-\w{4}-\w{4}$/);
  const hash = Buffer.from(receiptHash(old), 'hex');
  await server.test.database.pool.query('UPDATE raiser SET receipt_salt = NULL, receipt_hash = $2 WHERE id = $1', [raisers[0], hash]); // prettier-ignore
  expect(await read(old)).toMatchObject({ number });
  expect(await read(old.toLowerCase().replaceAll('-', ''))).toMatchObject({ number });
});

it('a code is typed on a page of its own, however it is written', async () => {
  const { number, codes } = await made({ open: true });
  const typed = codes[0]!.toLowerCase().replaceAll('-', ' ').replaceAll('l', '1');
  const { headers } = await nobody('post', '/r').type('form').send({ code: typed }).expect(303);
  expect((await nobody('get', headers['location'] as string).expect(200)).text).toContain(number);
  expect((await nobody('get', '/r').expect(200)).text).toContain('回执码');
});
