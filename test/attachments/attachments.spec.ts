/** Evidence over HTTP: judged by content, kept once, shown only to those who see the case, and never run. */
import type TestAgent from 'supertest/lib/agent.js';
import { startServer, type TestServer } from '../support/server.js';
import { zipOf } from '../support/workbook.js';

const JPEG = Buffer.concat([Buffer.from('ffd8ffe000104a46494600', 'hex'), Buffer.alloc(200, 7)]);
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const PDF = Buffer.from('%PDF-1.7\n%...');
const docx = (more: string[] = []) =>
  zipOf(['[Content_Types].xml', 'word/document.xml', ...more].map((name) => ({ name, data: '<x/>' })));

let server: TestServer;
let clerk: TestAgent;
let insider: TestAgent;
let outsider: TestAgent;
let caseId: string;
beforeAll(async () => {
  server = await startServer();
  const east = await server.unit('城东分局');
  const west = await server.unit('城西分局');
  await server.person('wangmin', ['clerk'], server.units.root);
  await server.person('liqiang', ['handler'], east);
  await server.person('zhaolei', ['handler'], west);
  await server.person('gaoyuan', ['auditor'], server.units.root);
  clerk = await server.signIn('wangmin');
  insider = await server.signIn('liqiang');
  outsider = await server.signIn('zhaolei');
  const { rows } = await server.test.database.pool.query<{ id: string }>(
    `SELECT id FROM category WHERE code = 'other'`,
  );
  const categoryId = rows[0]!.id;
  const made = await clerk
    .post('/api/cases')
    .send({ title: '路灯', description: '东街路灯不亮', source: 'hotline', categoryId })
    .expect(201);
  caseId = (made.body as { case: { id: string } }).case.id;
  const id = '0198c0de-0000-7000-8000-000000000001';
  await clerk.post(`/api/cases/${caseId}/commands`).send({ id, type: 'ASSIGN', leadUnitId: east }).expect(200);
});
afterAll(() => server.close());

const upload = (agent: TestAgent, bytes: Buffer, name: string) =>
  agent.post(`/api/cases/${caseId}/attachments`).attach('files', bytes, name);
const blobs = async (): Promise<number> =>
  (await server.test.database.pool.query<{ n: number }>('SELECT count(*) AS n FROM attachment_blob')).rows[0]!.n;

it('takes a photo from the lead unit and gives it back to those who see the case', async () => {
  const { body } = await upload(insider, JPEG, '现场 照片.JPG').expect(201);
  expect(body).toMatchObject([{ caseId, name: '现场 照片.jpg', mediaType: 'image/jpeg', size: JPEG.length }]);
  const url = `/api/attachments/${body[0].id}`;
  const got = await clerk.get(url).buffer(true).expect(200);
  expect(Buffer.compare(got.body as Buffer, JPEG)).toBe(0);
  expect(got.headers).toMatchObject({
    'content-type': 'image/jpeg',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-cache',
  });
  expect(got.headers['content-disposition']).toBe(
    `inline; filename="__ __.jpg"; filename*=UTF-8''%E7%8E%B0%E5%9C%BA%20%E7%85%A7%E7%89%87.jpg`,
  );
  await clerk.get(url).set('If-None-Match', got.headers['etag']!).expect(304);
  await outsider.get(url).expect(404);
  await server.anonymous().get(url).expect(401);
  const shown = await clerk.get(`/api/cases/${caseId}`).expect(200);
  expect(shown.body.attachments).toMatchObject([{ id: body[0].id, name: '现场 照片.jpg' }]);
});

it('keeps the same bytes once, and a repeated upload is the same attachment', async () => {
  const before = await blobs();
  const first = await upload(insider, PNG, 'a.png').expect(201);
  const again = await upload(insider, PNG, 'a.png').expect(201);
  const renamed = await upload(clerk, PNG, 'b.png').expect(201);
  expect(again.body[0].id).toBe(first.body[0].id);
  expect(renamed.body[0].id).not.toBe(first.body[0].id);
  expect(await blobs()).toBe(before + 1);
});

it('judges by content: a program called .jpg is refused, a picture called .exe becomes a .jpg', async () => {
  const bad: [string, Buffer][] = [
    ['程序.jpg', Buffer.from('4d5a90000300000004000000ffff0000', 'hex')],
    ['页.txt', Buffer.from('<html><script>alert(1)</script>')],
    ['图.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['宏.docx', docx(['word/vbaProject.bin'])],
    ['压缩.docx', zipOf([{ name: 'a.txt', data: 'x' }])],
    ['残.docx', docx().subarray(0, 60)],
    ['旧.doc', Buffer.from('d0cf11e0a1b11ae10000', 'hex')],
    ['空.txt', Buffer.alloc(0)],
  ];
  const before = await blobs();
  for (const [name, bytes] of bad) {
    const { status, body } = await upload(insider, bytes, name);
    expect([name, status, body.code]).toEqual([name, 422, 'attachment.typeRefused']);
  }
  expect(await blobs()).toBe(before);
  const good: [string, Buffer, string, string][] = [
    ['照片.exe', JPEG, '照片.exe.jpg', 'image/jpeg'],
    ['../../etc/方案.pdf', PDF, '方案.pdf', 'application/pdf'],
    [
      '"报告"\u202egpj.docx',
      docx(),
      '报告gpj.docx',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    ['记录.txt', Buffer.from('已现场查看\n正常'), '记录.txt', 'text/plain'],
    ['旧记录.txt', Buffer.from('d2d1b2e9bfb4', 'hex'), '旧记录.txt', 'text/plain'],
    [
      '录像',
      Buffer.concat([Buffer.from('00000018', 'hex'), Buffer.from('ftypmp42'), Buffer.alloc(9)]),
      '录像.mp4',
      'video/mp4',
    ],
    [
      '活.heic',
      Buffer.concat([Buffer.from('00000018', 'hex'), Buffer.from('ftypheic'), Buffer.alloc(9)]),
      '活.heic',
      'image/heic',
    ],
  ];
  for (const [name, bytes, kept, mediaType] of good) {
    const { body } = await upload(insider, bytes, name).expect(201);
    expect(body).toMatchObject([{ name: kept, mediaType }]);
    const got = await clerk.get(`/api/attachments/${body[0].id}`).expect(200);
    expect(got.headers['content-disposition']!.startsWith(mediaType === 'image/jpeg' ? 'inline' : 'attachment')).toBe(
      true,
    );
  }
});

it('takes all files of a call or none, ten at most, twenty megabytes each', async () => {
  const before = await blobs();
  const mixed = insider
    .post(`/api/cases/${caseId}/attachments`)
    .attach('files', Buffer.concat([JPEG, Buffer.from('new')]), 'good.jpg')
    .attach('files', Buffer.from('MZ\0\0'), 'bad.exe');
  await mixed.expect(422);
  let many = insider.post(`/api/cases/${caseId}/attachments`);
  for (let n = 0; n < 11; n += 1) many = many.attach('files', Buffer.concat([JPEG, Buffer.from([n])]), `${n}.jpg`);
  await many.expect(400);
  const { body } = await upload(insider, Buffer.concat([JPEG, Buffer.alloc(20 * 1024 * 1024)]), 'big.jpg').expect(413);
  expect(body).toMatchObject({ code: 'request.tooLarge', messageZh: expect.any(String) });
  await insider.post(`/api/cases/${caseId}/attachments`).field('note', 'x').expect(400);
  expect(await blobs()).toBe(before);
});

it('is not for people outside the case, nor for auditors', async () => {
  await upload(outsider, JPEG, 'a.jpg').expect(404);
  await upload(await server.signIn('gaoyuan'), JPEG, 'a.jpg').expect(403);
  await insider.post('/api/cases/nonsense/attachments').attach('files', JPEG, 'a.jpg').expect(404);
  await clerk.get('/api/attachments/00000000-0000-4000-8000-000000000000').expect(404);
});

it('can be named as evidence of its own case only', async () => {
  const { body } = await upload(insider, PDF, '方案.pdf').expect(201);
  const command = (id: string, more: object) =>
    insider.post(`/api/cases/${caseId}/commands`).send({ id: `0198c0de-0000-7000-8000-00000000000${id}`, ...more });
  await command('2', { type: 'ACCEPT' }).expect(200);
  await command('3', { type: 'PROGRESS', text: '已查看', evidence: [body[0].id] }).expect(200);
  const wrong = await command('4', {
    type: 'PROGRESS',
    text: '已查看',
    evidence: ['0198c0de-0000-7000-8000-0000000000ff'],
  });
  expect([wrong.status, wrong.body.code]).toEqual([422, 'attachment.unknown']);
});
