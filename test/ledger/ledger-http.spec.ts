/** Ledgers over HTTP: who may, what comes back, and that a bad file changes nothing and is told why. */
import type TestAgent from 'supertest/lib/agent.js';
import { startServer, type TestServer } from '../support/server.js';
import { zipOf } from '../support/workbook.js';

let server: TestServer;
let clerk: TestAgent;
beforeAll(async () => {
  server = await startServer();
  await server.person('wangmin', ['clerk'], server.units.root);
  await server.person('liqiang', ['handler']);
  clerk = await server.signIn('wangmin');
});
afterAll(() => server.close());

const count = async (table: string): Promise<number> => {
  const { rows } = await server.test.database.pool.query<{ n: number }>(`SELECT count(*) AS n FROM ${table}`);
  return rows[0]!.n;
};
const send = (bytes: Buffer | string, name = '台账.csv', fields: Record<string, string> = {}) => {
  const call = clerk.post('/api/ledger/import');
  for (const [field, value] of Object.entries(fields)) void call.field(field, value);
  return call.attach('file', Buffer.from(bytes as string), name);
};
const LEDGER = [
  '问题编号,问题描述,责任单位,反映时间,完成时间,是否销号',
  'W1,路灯不亮,城东分局,2025-03-03,2025-03-04,是',
  'W2,井盖缺失,城东分局,,,否',
].join('\n');

it('imports a file, a dry run first, and says line by line what became of it', async () => {
  const dry = await send(LEDGER, '台账.csv', { dryRun: 'true' }).expect(200);
  expect(await count('rectification_case')).toBe(0);
  const { body } = await send(LEDGER).expect(200);
  expect(body).toMatchObject({
    rows: 2,
    imported: 1,
    merged: 0,
    dryRun: false,
    file: { name: '台账.csv', encoding: 'utf-8' },
  });
  expect(body.refused).toEqual([
    { line: 3, code: 'ledger.row.undated', message: expect.any(String), messageZh: '缺少反映（提出）日期' },
  ]);
  expect({ ...dry.body, dryRun: false, importId: body.importId }).toEqual(body);
});

it('reads GB 18030 as old offices write it', async () => {
  // 问题描述,反映时间 / 路灯,2026-02-01 in GB 18030
  const bytes = Buffer.from('cecacce2c3e8caf62cb7b4d3b3cab1bce40ac2b7b5c62c323032362d30322d30310a', 'hex');
  const { body } = await send(bytes, 'gbk.csv').expect(200);
  expect(body).toMatchObject({ imported: 1, file: { encoding: 'gb18030' } });
});

it('takes a mapping, and refuses one that is wrong by the name of its field', async () => {
  const mapping = JSON.stringify({ columns: { description: 'what', raisedOn: 'when' }, dateFormat: 'DMY' });
  const { body } = await send('what,when\nnoise at night,3/2/2026', 'f.csv', { mapping }).expect(200);
  expect(body.imported).toBe(1);
  const wrong = await send('what,when\nx,3/2/2026', 'f.csv', { mapping: '{"colums":{}}' }).expect(400);
  expect(wrong.body).toMatchObject({ code: 'request.malformed', details: { field: 'colums' } });
  await send('what,when\nx,3/2/2026', 'f.csv', { mapping: '{' }).expect(400);
});

it('tells a person who must say it by hand what the file holds: the header it lacks a column in, or its first lines', async () => {
  const missing = await send('序号,责任单位,甲\n1,城东分局,路灯不亮', 'x.csv', { dryRun: 'true' }).expect(422);
  expect(missing.body).toMatchObject({
    code: 'ledger.file.missingColumns',
    details: {
      headerLine: 1,
      columns: [
        { letter: 'A', header: '序号', field: 'serial' },
        { letter: 'B', header: '责任单位', field: 'unitName' },
        { letter: 'C', header: '甲', field: null },
      ],
    },
  });
  const unknown = await send('一览\n甲,乙\n路灯不亮,2026-02-05', 'x.csv', { dryRun: 'true' }).expect(422);
  expect(unknown.body).toMatchObject({
    code: 'ledger.file.noHeader',
    details: {
      lines: [
        { line: 1, cells: ['一览'] },
        { line: 2, cells: ['甲', '乙'] },
        { line: 3, cells: ['路灯不亮', '2026-02-05'] },
      ],
    },
  });
  const mapping = JSON.stringify({ columns: { description: ['甲'], raisedOn: ['乙'] }, headerRow: 2 });
  const { body } = await send('一览\n甲,乙\n路灯不亮,2026-02-05', 'x.csv', { dryRun: 'true', mapping }).expect(200);
  expect(body).toMatchObject({ rows: 1, imported: 1, refused: [] });
});

it('refuses what is no ledger with a clear 4xx, and writes nothing', async () => {
  const before = [await count('rectification_case'), await count('unit'), await count('ledger_import')];
  const bomb = zipOf([
    { name: '[Content_Types].xml', data: '<Types/>' },
    { name: 'xl/workbook.xml', data: Buffer.alloc(30 * 1024 * 1024) },
  ]);
  const bad: [string, Buffer | string][] = [
    ['空.csv', ''],
    ['图.png', Buffer.from('89504e470d0a1a0a0000', 'hex')],
    ['页.html', '<html><body>hello</body></html>'],
    ['乱.csv', Buffer.from([0xff, 0xff, 0x80, 0x81, 0x00, 0xfe])],
    ['炸弹.xlsx', bomb],
    ['旧.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['无头.csv', 'a,b\n1,2'],
  ];
  for (const [name, bytes] of bad) {
    const { status, body } = await send(bytes, name);
    expect([name, status >= 400 && status < 500, typeof body.messageZh, body.code.startsWith('ledger.file.')]).toEqual([
      name,
      true,
      'string',
      true,
    ]);
  }
  await clerk.post('/api/ledger/import').field('dryRun', 'true').expect(400);
  await clerk.post('/api/ledger/import').attach('other', Buffer.from('x'), 'x.csv').expect(400);
  await send(LEDGER, 'x.csv', { surprise: '1' }).expect(400);
  await clerk
    .post('/api/ledger/import')
    .set('content-type', 'multipart/form-data; boundary=x')
    .send('--x\r\nbroken')
    .expect(400);
  expect([await count('rectification_case'), await count('unit'), await count('ledger_import')]).toEqual(before);
});

it('stands in the OpenAPI document with its form, its answer and the filters of the list', async () => {
  const { body } = await clerk.get('/api/openapi.json').expect(200);
  const names = (path: string): string[] =>
    (body.paths[path].get.parameters as { name: string }[]).map(({ name }) => name).sort();
  const list = names('/api/cases').filter((name) => name !== 'limit' && name !== 'cursor');
  expect(names('/api/ledger/export')).toEqual([...list, 'byUnit', 'format'].sort());
  expect(Object.keys(body.paths['/api/ledger/import'].post.requestBody.content)).toEqual(['multipart/form-data']);
});

it('is for clerks', async () => {
  await server.anonymous().post('/api/ledger/import').attach('file', Buffer.from(LEDGER), 'x.csv').expect(401);
  const handler = await server.signIn('liqiang');
  await handler.post('/api/ledger/import').attach('file', Buffer.from(LEDGER), 'x.csv').expect(403);
});

it('exports what the list shows, as a workbook or CSV, and refuses unknown filters', async () => {
  const csv = await clerk.get('/api/ledger/export?format=csv&stage=closed').expect(200);
  expect(csv.headers['content-disposition']).toContain("filename*=UTF-8''%E5%8F%B0%E8%B4%A6-2026-03-02.csv");
  expect(csv.text).toContain('W1');
  expect(csv.text.trim().split('\r\n')).toHaveLength(2);
  const xlsx = await clerk
    .get('/api/ledger/export')
    .buffer(true)
    .parse((response, done) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => done(null, Buffer.concat(pieces)));
    });
  expect(xlsx.headers['content-type']).toContain('spreadsheetml');
  const again = await send(xlsx.body as Buffer, '台账.xlsx').expect(200);
  expect(again.body).toMatchObject({ rows: 3, imported: 0, merged: 3, additions: 0 });
  await clerk.get('/api/ledger/export?format=pdf').expect(400);
  await clerk.get('/api/ledger/export?colour=red').expect(400);
  await clerk.get('/api/ledger/export?unitId=00000000-0000-4000-8000-000000000000').expect(404);
  await server.anonymous().get('/api/ledger/export').expect(401);
});

it('tells what each column was taken for, with an example, and keeps no example of it', async () => {
  const { body } = await send(
    '台账一览,,,,\n序号,反映的事,责任单位,反映人,反映时间\n1,,,,\n2,水管漏水,城东分局,孙大爷,2026-02-03',
    '列.csv',
    { mapping: JSON.stringify({ columns: { description: '反映的事' } }) },
  ).expect(200);
  expect(body.columns).toEqual([
    { letter: 'A', header: '序号', field: 'serial', example: '1' },
    { letter: 'B', header: '反映的事', field: 'description', example: '水管漏水' },
    { letter: 'C', header: '责任单位', field: 'unitName', example: '城东分局' },
    { letter: 'D', header: '反映人', field: 'raiserName', example: '孙大爷' },
    { letter: 'E', header: '反映时间', field: 'raisedOn', example: '2026-02-03' },
  ]);
  const { rows } = await server.test.database.pool.query<{ summary: { columns: object[] } }>(
    'SELECT summary FROM ledger_import WHERE id = $1',
    [body.importId],
  );
  expect(rows[0]!.summary.columns[3]).toEqual({ letter: 'D', header: '反映人', field: 'raiserName' });
  expect(JSON.stringify(rows[0]!.summary)).not.toContain('孙大爷');
});
