/** Evidence over HTTP: judged by content, kept once, shown only to those who see the case, and never run. */
import { inflateRawSync } from 'node:zlib';
import sharp from 'sharp';
import type TestAgent from 'supertest/lib/agent.js';
import { officeEntries, wholeEntry } from '../../src/evidence/office-archive.js';
import { HEIC, photograph, TELLING } from '../support/photographs.js';
import { startServer, type TestServer } from '../support/server.js';
import { zipOf } from '../support/workbook.js';

let JPEG: Buffer;
let PNG: Buffer;
const PDF = Buffer.from('%PDF-1.7\n%...');
const docx = (more: string[] = []) =>
  zipOf(['[Content_Types].xml', 'word/document.xml', ...more].map((name) => ({ name, data: '<x/>' })));

let server: TestServer;
let clerk: TestAgent;
let insider: TestAgent;
let outsider: TestAgent;
let caseId: string;
beforeAll(async () => {
  JPEG = await photograph();
  PNG = await photograph({ format: 'png', width: 64, height: 48 });
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
  expect(body).toMatchObject([{ caseId, name: '现场 照片.jpg', mediaType: 'image/jpeg' }]);
  const url = `/api/attachments/${body[0].id}`;
  const got = await clerk.get(url).buffer(true).expect(200);
  expect((got.body as Buffer).length).toBe(body[0].size);
  expect(await sharp(got.body as Buffer).metadata()).toMatchObject({ format: 'jpeg', width: 640, height: 480 });
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

it('shows a PDF in place within this origin, and gives a film in parts', async () => {
  const [pdf] = (await upload(insider, PDF, '方案.pdf').expect(201)).body as { id: string }[];
  const shown = await clerk.get(`/api/attachments/${pdf!.id}`).expect(200);
  expect(shown.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-security-policy': "frame-ancestors 'self'",
    'x-content-type-options': 'nosniff',
  });
  expect(shown.headers['content-disposition']).toMatch(/^inline/);
  const part = (range: string) => clerk.get(`/api/attachments/${pdf!.id}`).set('Range', range).buffer(true);
  const middle = await part('bytes=1-3').expect(206);
  expect([String(middle.body), middle.headers['content-range']]).toEqual(['PDF', `bytes 1-3/${PDF.length}`]);
  const end = await part('bytes=9-').expect(206);
  expect(end.body).toEqual(PDF.subarray(9));
  // What is no part of it is answered whole.
  for (const odd of ['bytes=99999-', 'bytes=3-1', 'bytes=0-1,4-5', 'lines=1-2']) {
    expect((await part(odd).expect(200)).body).toEqual(PDF);
  }
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
  const unreadable = Buffer.concat([Buffer.from('ffd8ffe000104a46494600', 'hex'), Buffer.alloc(200, 7)]);
  const before = await blobs();
  for (const [name, bytes] of bad) {
    const { status, body } = await upload(insider, bytes, name);
    expect([name, status, body.code]).toEqual([name, 422, 'attachment.typeRefused']);
  }
  const broken = await upload(insider, unreadable, '坏.jpg').expect(422);
  expect(broken.body.code).toBe('attachment.pictureUnreadable');
  const cut = await upload(insider, JPEG.subarray(0, JPEG.length / 2), '半张.jpg').expect(422);
  expect(cut.body.code).toBe('attachment.pictureUnreadable');
  const hollow = Buffer.concat([Buffer.from('00000018', 'hex'), Buffer.from('ftypheic'), Buffer.alloc(900)]);
  for (const heic of [hollow, HEIC]) {
    const live = await upload(insider, heic, '活.heic').expect(422);
    expect(live.body).toMatchObject({ code: 'attachment.heic', messageZh: expect.stringContaining('兼容性最佳') });
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
  ];
  for (const [name, bytes, kept, mediaType] of good) {
    const { body } = await upload(insider, bytes, name).expect(201);
    expect(body).toMatchObject([{ name: kept, mediaType }]);
    const got = await clerk.get(`/api/attachments/${body[0].id}`).expect(200);
    expect(
      got.headers['content-disposition']!.startsWith(/^image|^video|pdf$/.test(mediaType) ? 'inline' : 'attachment'),
    ).toBe(true);
  }
});

it('takes all files of a call or none, ten at most, twenty megabytes each', async () => {
  const before = await blobs();
  const mixed = insider
    .post(`/api/cases/${caseId}/attachments`)
    .attach('files', await photograph({ seed: 99 }), 'good.jpg')
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

describe('photographs', () => {
  let shown: Buffer;
  let id: string;
  beforeAll(async () => {
    const sent = await photograph({ orientation: 6, seed: 7 });
    const telling = sent.toString('latin1');
    expect(telling).toContain(TELLING[0]);
    expect((await sharp(sent).metadata()).exif).toBeDefined();
    const { body } = await upload(insider, sent, '张三家门口.jpg').expect(201);
    id = body[0].id as string;
    shown = (await clerk.get(`/api/attachments/${id}`).buffer(true).expect(200)).body as Buffer;
  });

  it('are shown upright, without position, camera, owner or description', async () => {
    const { exif, xmp, iptc, icc, orientation, width, height } = await sharp(shown).metadata();
    expect({ exif, xmp, iptc, icc, orientation }).toEqual({});
    expect([width, height]).toEqual([480, 640]);
    for (const mark of [...TELLING, 'GPS', 'Exif']) expect(shown.includes(Buffer.from(mark))).toBe(false);
  });

  it('keep nothing of it in the database either', async () => {
    const { rows } = await server.test.database.pool.query<{ n: number }>(
      `SELECT count(*) AS n FROM attachment_blob WHERE position($1::bytea IN bytes) > 0`,
      [Buffer.from(TELLING[0]!)],
    );
    expect(rows[0]!.n).toBe(0);
  });

  it('have a small picture', async () => {
    const got = await clerk.get(`/api/attachments/${id}?size=thumb`).buffer(true).expect(200);
    expect(got.headers['content-type']).toBe('image/jpeg');
    expect(await sharp(got.body as Buffer).metadata()).toMatchObject({ width: 270, height: 360 });
    await clerk.get(`/api/attachments/${id}?size=thumb`).set('If-None-Match', got.headers['etag']!).expect(304);
    await outsider.get(`/api/attachments/${id}?size=thumb`).expect(404);
    const { body } = await upload(insider, PDF, '无图.pdf').expect(201);
    await clerk.get(`/api/attachments/${body[0].id}?size=thumb`).expect(404);
    await clerk.get(`/api/attachments/${id}?size=huge`).expect(400);
  });

  it('that would fill the memory when unpacked are refused', async () => {
    const bomb = await sharp({ create: { width: 16_000, height: 16_000, channels: 3, background: '#fff' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(2_000_000);
    const { body } = await upload(insider, bomb, '炸弹.png').expect(422);
    expect(body.code).toBe('attachment.tooManyPixels');
  });
});

describe('the name of a file', () => {
  let id: string;
  let colleague: TestAgent;
  beforeAll(async () => {
    const { rows } = await server.test.database.pool.query<{ id: string }>(
      `SELECT id FROM unit WHERE name = '城东分局'`,
    );
    await server.person('sunli', ['handler'], rows[0]!.id);
    colleague = await server.signIn('sunli');
    const { body } = await upload(clerk, await photograph({ seed: 21 }), '张三家门口 13800000000.jpg').expect(201);
    id = body[0].id as string;
  });
  const nameIn = async (agent: TestAgent): Promise<string> => {
    const { body } = await agent.get(`/api/cases/${caseId}`).expect(200);
    return (body as { attachments: { id: string; name: string }[] }).attachments.find((one) => one.id === id)!.name;
  };

  it('is read by its sender and the office', async () => {
    expect(await nameIn(clerk)).toBe('张三家门口 13800000000.jpg');
    expect(await nameIn(await server.signIn('gaoyuan'))).toBe('张三家门口 13800000000.jpg');
  });

  it('is a number for the unit the case is with, in the list and in the file', async () => {
    const name = await nameIn(colleague);
    expect(name).toMatch(/^照片 \d+\.jpg$/);
    const got = await colleague.get(`/api/attachments/${id}`).expect(200);
    expect(decodeURIComponent(got.headers['content-disposition']!)).toContain(`filename*=UTF-8''${name}`);
    const whole = await colleague.get(`/api/cases/${caseId}`).expect(200);
    expect(JSON.stringify(whole.body)).not.toContain('张三');
  });

  it('is a number for who left that unit for the office while it had the case', async () => {
    const { rows } = await server.test.database.pool.query<{ id: string }>(
      `SELECT id FROM unit WHERE name = '城东分局'`,
    );
    const moved = await server.person('qianjin', ['handler'], rows[0]!.id);
    server.clock.advance(60_000);
    const admin = await server.signIn('admin');
    const { root } = server.units;
    const post = { unitId: root, roles: [{ role: 'clerk', unitId: root }] };
    await admin.patch(`/api/people/${moved}`).send(post).expect(200);
    const now = await server.signIn('qianjin');
    expect(await nameIn(now)).toMatch(/^照片 \d+\.jpg$/);
    const got = await now.get(`/api/attachments/${id}`).expect(200);
    expect(decodeURIComponent(got.headers['content-disposition']!)).not.toContain('张三');
  });
});

it('blanks position and owner in a film, and moves no byte of it', async () => {
  const box = (kind: string, ...inner: Buffer[]) => {
    const body = Buffer.concat(inner);
    const head = Buffer.alloc(8);
    head.writeUInt32BE(body.length + 8);
    head.write(kind, 4, 'latin1');
    return Buffer.concat([head, body]);
  };
  const film = Buffer.concat([
    box('ftyp', Buffer.from('mp42\0\0\0\0mp42isom')),
    box('moov', box('mvhd', Buffer.alloc(100, 1)), box('udta', box('\xa9xyz', Buffer.from('+31.2+121.5/')))),
    box('mdat', Buffer.from('the film itself +31.2')),
  ]);
  const { body } = await upload(insider, film, '录像.mp4').expect(201);
  const got = (await clerk.get(`/api/attachments/${body[0].id}`).buffer(true).expect(200)).body as Buffer;
  expect(got.length).toBe(film.length);
  expect(got.includes(Buffer.from('+31.2+121.5'))).toBe(false);
  expect(got.includes(Buffer.from('the film itself +31.2'))).toBe(true);
});

it('takes who made it and the photographs’ traces out of a Word file, and leaves a signed one alone', async () => {
  const core =
    '<cp:coreProperties><dc:creator>李四</dc:creator><cp:lastModifiedBy>王五</cp:lastModifiedBy></cp:coreProperties>';
  const parts = [
    { name: '[Content_Types].xml', data: '<Types/>' },
    { name: 'word/document.xml', data: '<w:document>正文</w:document>' },
    { name: 'docProps/core.xml', data: core },
    { name: 'docProps/app.xml', data: '<Properties><Company>城东商行</Company></Properties>' },
    { name: 'word/media/image1.jpeg', data: await photograph({ seed: 44 }) },
  ];
  const textOf = async (sent: Buffer, name: string): Promise<Map<string, Buffer>> => {
    const { body } = await upload(insider, sent, name).expect(201);
    const got = (await clerk.get(`/api/attachments/${body[0].id}`).responseType('blob').expect(200)).body as Buffer;
    const entries = officeEntries(got)!.map((entry) => wholeEntry(got, entry)!);
    return new Map(
      entries.map(({ name: part, method, packed }) => [part, method === 0 ? packed : inflateRawSync(packed)]),
    );
  };
  const clean = await textOf(zipOf(parts), '报告.docx');
  expect([...clean.keys()]).toEqual(parts.map(({ name }) => name));
  const all = Buffer.concat([...clean.values()]).toString('utf8');
  for (const mark of ['李四', '王五', '城东商行', ...TELLING]) expect(all).not.toContain(mark);
  expect(all).toContain('正文');
  expect(await sharp(clean.get('word/media/image1.jpeg')!).metadata()).toMatchObject({ width: 640 });
  const many = Array.from({ length: 60 }, (_, at) => ({
    name: `word/media/image${at + 2}.jpeg`,
    data: parts[4]!.data,
  }));
  const report = Buffer.concat([...(await textOf(zipOf([...parts, ...many]), '照片多的报告.docx')).values()]);
  for (const mark of TELLING) expect(report.toString('latin1')).not.toContain(Buffer.from(mark).toString('latin1'));
  const signed = await textOf(zipOf([...parts, { name: '_xmlsignatures/sig1.xml', data: '<x/>' }]), '已签名.docx');
  expect(signed.get('docProps/core.xml')!.toString()).toBe(core);
});

it('refuses a Word file whose parts lie on top of each other, or whose pictures are a thousand times what it weighs', async () => {
  const { body } = await upload(insider, overlappingDocx(3_000, 1_000_000), '报告.docx').expect(422);
  expect(body).toMatchObject({ code: 'attachment.typeRefused' });
  const data = await sharp({ create: { width: 8_000, height: 8_000, channels: 3, background: '#fff' } })
    .png({ compressionLevel: 9 })
    .toBuffer();
  const pictures = Array.from({ length: 16 }, (_, at) => ({ name: `word/media/image${at}.png`, data }));
  const heavy = zipOf([
    ...['[Content_Types].xml', 'word/document.xml'].map((name) => ({ name, data: '<x/>' })),
    ...pictures,
  ]);
  expect(heavy.length).toBeLessThan(5_000_000);
  expect((await upload(insider, heavy, '报告.docx').expect(422)).body).toMatchObject({
    code: 'attachment.tooManyPhotographs',
  });
});

/** An archive of so many entries that all lie on the same bytes. */
function overlappingDocx(entries: number, bytes: number): Buffer {
  const local = Buffer.alloc(30 + bytes);
  local.writeUInt32LE(0x04034b50, 0);
  const names = ['[Content_Types].xml', 'word/document.xml'];
  while (names.length < entries) names.push(`word/part${names.length}`);
  const table = Buffer.concat(
    names.map((name) => {
      const entry = Buffer.alloc(46);
      entry.writeUInt32LE(0x02014b50, 0);
      entry.writeUInt32LE(bytes, 20);
      entry.writeUInt32LE(bytes, 24);
      entry.writeUInt16LE(name.length, 28);
      return Buffer.concat([entry, Buffer.from(name)]);
    }),
  );
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(table.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, table, end]);
}
