/** Files in pieces over HTTP: what has arrived is never sent again, nothing is read that will be refused, and no one person fills the house. */
import { connect } from 'node:net';
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { Upload, type UploadOptions } from 'tus-js-client';
import type TestAgent from 'supertest/lib/agent.js';
import { CLEANING } from '../../src/evidence/turns.js';
import { UploadStore } from '../../src/store/files/upload.store.js';
import { heavyPhotograph, photograph } from '../support/photographs.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let insider: TestAgent;
let outsider: TestAgent;
let auditor: TestAgent;
let caseId: string;
beforeAll(async () => {
  server = await startServer();
  const east = await server.unit('城东分局');
  const west = await server.unit('城西分局');
  await server.person('wangmin', ['clerk'], server.units.root);
  await server.person('liqiang', ['handler'], east);
  await server.person('zhaolei', ['handler'], west);
  await server.person('gaoyuan', ['auditor'], server.units.root);
  const clerk = await server.signIn('wangmin');
  insider = await server.signIn('liqiang');
  outsider = await server.signIn('zhaolei');
  auditor = await server.signIn('gaoyuan');
  const { rows } = await server.test.database.pool.query<{ id: string }>(
    `SELECT id FROM category WHERE code = 'other'`,
  );
  const made = await clerk
    .post('/api/cases')
    .send({ title: '路灯', description: '东街路灯不亮', source: 'hotline', categoryId: rows[0]!.id })
    .expect(201);
  caseId = (made.body as { case: { id: string } }).case.id;
  const id = '0198c0de-0000-7000-8000-000000000001';
  await clerk.post(`/api/cases/${caseId}/commands`).send({ id, type: 'ASSIGN', leadUnitId: east }).expect(200);
});
afterAll(() => server.close());

const b64 = (text: string): string => Buffer.from(text).toString('base64');
const begin = (agent: TestAgent, size: number, { name = '照片.jpg', key = randomUUID() as string, of = caseId } = {}) =>
  agent
    .post(`/api/cases/${of}/uploads`)
    .set('Tus-Resumable', '1.0.0')
    .set('Upload-Length', String(size))
    .set('Upload-Metadata', `filename ${b64(name)},key ${b64(key)}`);
const state = (agent: TestAgent, url: string) => agent.head(url).set('Tus-Resumable', '1.0.0');
const append = (agent: TestAgent, url: string, offset: number, bytes: Buffer) =>
  agent
    .patch(url)
    .set('Tus-Resumable', '1.0.0')
    .set('Upload-Offset', String(offset))
    .set('Content-Type', 'application/offset+octet-stream')
    .send(bytes);
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
const piecesOf = async (id: string): Promise<number> =>
  (
    await server.test.database.pool.query<{ n: number }>(
      'SELECT count(*) AS n FROM upload_piece WHERE upload_id = $1',
      [id],
    )
  ).rows[0]!.n;
const count = async (table: string): Promise<number> =>
  (await server.test.database.pool.query<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)).rows[0]!.n;

it('a photograph in three pieces becomes evidence with the last one', async () => {
  const photo = await heavyPhotograph(300_000);
  const url = (await begin(insider, photo.length).expect(201)).headers['location']!;
  const cuts = [0, 100_000, 200_000, photo.length];
  for (const [at, from] of cuts.slice(0, -1).entries()) {
    expect((await state(insider, url).expect(200)).headers['upload-offset']).toBe(String(from));
    const { headers } = await append(insider, url, from, photo.subarray(from, cuts[at + 1])).expect(204);
    expect(headers['upload-offset']).toBe(String(cuts[at + 1]));
    expect(headers['upload-attachment'] === undefined).toBe(at < 2);
  }
  const { headers } = await state(insider, url).expect(200);
  const attachment = headers['upload-attachment']!;
  const got = await insider.get(`/api/attachments/${attachment}`).buffer(true).expect(200);
  expect((await sharp(got.body as Buffer).metadata()).format).toBe('jpeg');
  expect(await count('upload_piece')).toBe(0);
});

it('beginning again with the same key goes on where the first has come to, also when it is done', async () => {
  const photo = await photograph({ seed: 31 });
  const key = randomUUID();
  const first = await begin(insider, photo.length, { key }).expect(201);
  await append(insider, first.headers['location']!, 0, photo.subarray(0, 1000)).expect(204);
  const again = await begin(insider, photo.length, { key }).expect(201);
  expect([again.headers['location'], again.headers['upload-offset']]).toEqual([first.headers['location'], '1000']);
  const last = await append(insider, again.headers['location']!, 1000, photo.subarray(1000)).expect(204);
  const third = await begin(insider, photo.length, { key }).expect(201);
  expect(third.headers['upload-attachment']).toBe(last.headers['upload-attachment']);
  const other = await begin(insider, photo.length + 1, { key });
  expect([other.status, other.body.code]).toEqual([409, 'upload.keyInUse']);
});

it('a last piece that is sent again while the first is still being looked at gets the same answer', async () => {
  const photo = await photograph({ seed: 33 });
  const url = (await begin(insider, photo.length).expect(201)).headers['location']!;
  const id = url.split('/').at(-1)!;
  let goOn: () => void = () => undefined;
  const held = CLEANING.take(() => new Promise<void>((done) => (goOn = done)));
  const asked = jest.spyOn(CLEANING, 'take');
  const first = append(insider, url, 0, photo).then((answer) => answer);
  while (asked.mock.calls.length === 0) await pause(20);
  asked.mockRestore();
  // other photographs stand between the two
  const others = CLEANING.take(async () => {
    while ((await piecesOf(id)) > 0) await pause(20);
  });
  const again = append(insider, url, photo.length, Buffer.alloc(0)).then((answer) => answer);
  await pause(300);
  goOn();
  await Promise.all([held, others]);
  const answers = await Promise.all([first, again]);
  expect(answers.map(({ status, body }) => [status, (body as { code?: string }).code])).toEqual([
    [204, undefined],
    [204, undefined],
  ]);
  expect(answers[1].headers['upload-attachment']).toBe(answers[0].headers['upload-attachment']);
});

it('says where to continue when a piece comes for another place, and takes none twice', async () => {
  const photo = await photograph({ seed: 32 });
  const url = (await begin(insider, photo.length).expect(201)).headers['location']!;
  await append(insider, url, 0, photo.subarray(0, 800)).expect(204);
  const wrong = await append(insider, url, 0, photo.subarray(0, 800)).expect(409);
  expect(wrong.body).toMatchObject({ code: 'upload.offset', details: { offset: 800 } });
  const both = await Promise.all([1, 2].map(() => append(insider, url, 800, photo.subarray(800, 1200))));
  expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
  const tooMuch = await append(insider, url, 1200, Buffer.alloc(photo.length)).expect(413);
  expect(tooMuch.body.code).toBe('upload.pieceTooLarge');
});

it('is for its sender alone, and only as long as the case is theirs', async () => {
  const url = (await begin(insider, 5000).expect(201)).headers['location']!;
  await state(outsider, url).expect(404);
  await append(outsider, url, 0, Buffer.alloc(10, 65)).expect(404);
  await begin(outsider, 5000).expect(404);
  expect((await begin(auditor, 5000).expect(403)).body.code).toBe('access.roleMissing');
  await begin(insider, 5000, { of: randomUUID() }).expect(404);
  await begin(insider, 5000, { of: 'nonsense' }).expect(404);
  await insider.delete(url).set('Tus-Resumable', '1.0.0').expect(204);
  await state(insider, url).expect(404);
});

it('refuses with the first piece what will not be taken, and forgets it', async () => {
  const program = Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), Buffer.alloc(4000)]);
  const url = (await begin(insider, 20_000, { name: '程序.jpg' }).expect(201)).headers['location']!;
  const { body } = await append(insider, url, 0, program).expect(422);
  expect(body.code).toBe('attachment.typeRefused');
  await state(insider, url).expect(404);
});

it('refuses malformed headers and files over the limit in words', async () => {
  const bare = insider.post(`/api/cases/${caseId}/uploads`);
  expect((await bare.expect(412)).body).toMatchObject({ code: 'upload.protocol', messageZh: expect.any(String) });
  expect((await begin(insider, 21 * 1024 * 1024).expect(413)).body).toMatchObject({ code: 'upload.tooLarge' });
  const odd = insider.post(`/api/cases/${caseId}/uploads`).set('Tus-Resumable', '1.0.0');
  await odd.set('Upload-Length', '-1').expect(400);
  const key = insider.post(`/api/cases/${caseId}/uploads`).set('Tus-Resumable', '1.0.0').set('Upload-Length', '10');
  await key.set('Upload-Metadata', `key ${b64('no uuid')}`).expect(400);
  const url = (await begin(insider, 5000).expect(201)).headers['location']!;
  await insider.patch(url).set('Tus-Resumable', '1.0.0').set('Upload-Offset', '0').send({ a: 1 }).expect(415);
  await insider.delete(url).set('Tus-Resumable', '1.0.0').expect(204);
});

it('bounds what one person has open, together with those begun at the same moment', async () => {
  await server.person('yangfan', ['clerk'], server.units.root);
  const agent = await server.signIn('yangfan');
  const answers = await Promise.all(Array.from({ length: 46 }, () => begin(agent, 1000)));
  const refused = answers.filter(({ status }) => status !== 201);
  expect(refused.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 429));
  expect(refused[0]!.body).toMatchObject({ code: 'upload.tooManyOpen' });
  expect(refused[0]!.headers['retry-after']).toBe('60');
});

it('forgets unfinished uploads some days after their last piece', async () => {
  const url = (await begin(insider, 5000).expect(201)).headers['location']!;
  await append(insider, url, 0, Buffer.alloc(1000, 65)).expect(204);
  server.clock.advance(4 * 24 * 3_600_000);
  await server.signIn('liqiang').then((agent) => state(agent, url).expect(200));
  server.clock.advance(2 * 24 * 3_600_000);
  await server.signIn('liqiang').then((agent) => state(agent, url).expect(404));
  expect(await new UploadStore(server.test.database).forgetExpired(server.clock.now())).toBeGreaterThan(0);
  expect(await count('upload_piece')).toBe(0);
  insider = await server.signIn('liqiang');
  outsider = await server.signIn('zhaolei');
  auditor = await server.signIn('gaoyuan');
});

/** The cookie of an agent, for a raw socket. */
const cookieOf = async (username: string): Promise<string> => {
  const { headers } = await server
    .anonymous()
    .post('/api/session')
    .send({ username, password: `password of ${username}` });
  return (headers['set-cookie'] as unknown as string[])[0]!.split(';')[0]!;
};

/** Opens a request over a bare socket, sends its head and nothing of its body, and answers the first line that comes back. */
function headOnly(lines: string[]): Promise<string> {
  const { hostname, port } = new URL(server.url);
  return new Promise((settle, fail) => {
    const socket = connect(Number(port), hostname);
    const timer = setTimeout(() => socket.destroy(new Error('no answer before the body')), 8000);
    socket.on('error', fail);
    socket.on('data', (bytes) => {
      clearTimeout(timer);
      socket.destroy();
      settle(bytes.toString('latin1').split('\r\n')[0]!);
    });
    socket.write([...lines, `Host: ${hostname}:${port}`, '', ''].join('\r\n'));
  });
}

describe('before a byte of the body is sent', () => {
  const whole = (cookie: string, path: string) => [
    `POST ${path} HTTP/1.1`,
    `Cookie: ${cookie}`,
    'Content-Type: multipart/form-data; boundary=xx',
    'Content-Length: 209715200',
  ];

  it('a stranger to the case, an auditor and a case that is not there are refused', async () => {
    const [stranger, reader] = [await cookieOf('zhaolei'), await cookieOf('gaoyuan')];
    expect(await headOnly(whole(stranger, `/api/cases/${caseId}/attachments`))).toContain('404');
    expect(await headOnly(whole(reader, `/api/cases/${caseId}/attachments`))).toContain('403');
    expect(await headOnly(whole(await cookieOf('liqiang'), `/api/cases/${randomUUID()}/attachments`))).toContain('404');
  });

  it('whoever is no clerk is refused a ledger', async () => {
    expect(await headOnly(whole(await cookieOf('liqiang'), '/api/ledger/import'))).toContain('403');
  });

  it('a piece for another place and a piece too large are refused', async () => {
    const url = (await begin(insider, 5_000_000).expect(201)).headers['location']!;
    const cookie = await cookieOf('liqiang');
    const piece = (offset: number, length: number) => [
      `PATCH ${url} HTTP/1.1`,
      `Cookie: ${cookie}`,
      'Tus-Resumable: 1.0.0',
      `Upload-Offset: ${offset}`,
      'Content-Type: application/offset+octet-stream',
      `Content-Length: ${length}`,
    ];
    expect(await headOnly(piece(7, 1000))).toContain('409');
    expect(await headOnly(piece(0, 4_000_000))).toContain('413');
  });
});

/** Sends a multipart head and then is silent, as somebody who wants to fill the house does; answers the socket. */
function halfSent(cookie: string, path: string): Promise<{ end: () => void; answer: Promise<string> }> {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  const answer = new Promise<string>((settle) =>
    socket.once('data', (bytes) => settle(bytes.toString('latin1').split('\r\n')[0]!)),
  );
  return new Promise((settle) =>
    socket.write(
      [
        `POST ${path} HTTP/1.1`,
        `Host: ${hostname}:${port}`,
        `Cookie: ${cookie}`,
        'Content-Type: multipart/form-data; boundary=xx',
        'Content-Length: 104857600',
        '',
        '--xx',
        'Content-Disposition: form-data; name="files"; filename="a.jpg"',
        '',
        'beginning',
      ].join('\r\n'),
      () => settle({ end: () => socket.destroy(), answer }),
    ),
  );
}

it('receives only some whole files at once, of one person fewer still, and has room again when they end', async () => {
  const cookie = await cookieOf('liqiang');
  const path = `/api/cases/${caseId}/attachments`;
  const three = await Promise.all([1, 2, 3].map(() => halfSent(cookie, path)));
  expect(await Promise.race(three.map(({ answer }) => answer))).toContain('429');
  for (const one of three) one.end();
  for (let tries = 0; ; tries += 1) {
    const { status } = await insider.post(path).attach('files', await photograph({ seed: 60 }), '门.jpg');
    if (status === 201) break;
    if (tries > 50) throw new Error(`still no room: ${status}`);
    await new Promise((done) => setTimeout(done, 100));
  }
});

it('what came of a piece before the line was cut is kept', async () => {
  const photo = await heavyPhotograph(400_000);
  const url = (await begin(insider, photo.length).expect(201)).headers['location']!;
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  socket.write(
    [
      `PATCH ${url} HTTP/1.1`,
      `Host: ${hostname}:${port}`,
      `Cookie: ${await cookieOf('liqiang')}`,
      'Tus-Resumable: 1.0.0',
      'Upload-Offset: 0',
      'Content-Type: application/offset+octet-stream',
      `Content-Length: ${photo.length}`,
      '',
      '',
    ].join('\r\n'),
  );
  socket.write(photo.subarray(0, 50_000), () => setTimeout(() => socket.destroy(), 150));
  let offset = 0;
  for (let tries = 0; tries < 50 && offset === 0; tries += 1) {
    await new Promise((done) => setTimeout(done, 100));
    offset = Number((await state(insider, url).expect(200)).headers['upload-offset']);
  }
  expect(offset).toBe(50_000);
  await append(insider, url, offset, photo.subarray(offset)).expect(204);
});

it('speaks tus: the usual client sends a photograph in pieces, stops, and goes on', async () => {
  const photo = await heavyPhotograph(600_000);
  const cookie = await cookieOf('liqiang');
  const send = (given: Partial<UploadOptions>): Promise<Upload> =>
    new Promise((settle, fail) => {
      const upload = new Upload(photo, {
        endpoint: `${server.url}/api/cases/${caseId}/uploads`,
        headers: { cookie },
        metadata: { filename: '通用客户端.jpg' },
        chunkSize: 200_000,
        retryDelays: [],
        onError: fail,
        onSuccess: () => settle(upload),
        onChunkComplete: (_size, accepted) => {
          if (given.uploadUrl !== undefined || accepted < 400_000) return;
          void upload.abort().then(() => settle(upload), fail);
        },
        ...given,
      });
      upload.start();
    });
  const { url } = await send({});
  expect((await state(insider, new URL(url!).pathname).expect(200)).headers['upload-attachment']).toBeUndefined();
  await send({ uploadUrl: url! });
  const { headers } = await state(insider, new URL(url!).pathname).expect(200);
  expect(headers).toMatchObject({ 'upload-offset': String(photo.length), 'upload-attachment': expect.any(String) });
});
