/** The closure report as a file: the figures of the page, numbers that a spreadsheet can reckon with, words of the reader's language. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import type { Response } from 'superagent';
import { v7 as uuid } from 'uuid';
import type TestAgent from 'supertest/lib/agent.js';
import type { ClosureReport } from '../../src/reports/closure.dto.js';
import { LANGUAGES, type Language } from '../../src/domain/vocabulary/word.js';
import { CLOSURE_WORDS } from '../../src/reports/closure-words.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let clerk: TestAgent;
beforeAll(async () => {
  server = await startServer();
  await server.person('clerk', ['clerk'], server.units.root);
  await server.person('handler', ['handler']);
  clerk = await server.signIn('clerk');
  const categories = (await clerk.get('/api/categories').expect(200)).body as { id: string }[];
  const harmful = await server.unit('=城东分局');
  for (const [n, leadUnitId] of [harmful, harmful, undefined].entries()) {
    const issue = { title: `路灯不亮 ${n}`, description: '东街', source: 'hotline', categoryId: categories[0]!.id };
    const id = uuid();
    await clerk
      .post('/api/cases')
      .send({ id, ...issue })
      .expect(201);
    if (leadUnitId === undefined) continue;
    await clerk
      .post(`/api/cases/${id}/commands`)
      .send({ id: uuid(), type: 'ASSIGN', leadUnitId, dueOn: '2026-03-20' })
      .expect(200);
  }
});
afterAll(() => server.close());

const binary = (response: Response, done: (error: Error | null, body: Buffer) => void): void => {
  const pieces: Buffer[] = [];
  const stream = response as unknown as NodeJS.ReadableStream;
  stream.on('data', (piece: Buffer) => pieces.push(piece));
  stream.on('end', () => done(null, Buffer.concat(pieces)));
};
const file = (query: string, by = clerk) => by.get(`/api/reports/closure/export?${query}`).buffer(true).parse(binary);
const sheetOf = async (bytes: Buffer) => (await readXlsx(bytes, { readStyles: true })).sheets[0]!;

it.each(LANGUAGES)(
  'says in %s what the report page says, each rate beside its numerator and denominator',
  async (language) => {
    const { headers, body } = await file(`by=unit&language=${language}`).expect(200);
    expect(headers['content-type']).toContain('spreadsheetml');
    const words = CLOSURE_WORDS[language];
    const name = encodeURIComponent(`${words.file}-${words.split.unit}-2026-03-02.xlsx`);
    expect(headers['content-disposition']).toContain(`filename*=UTF-8''${name}`);
    const { rows } = await sheetOf(body as Buffer);
    const [title, header, ...lines] = rows as [string[], string[], ...unknown[][]];
    expect(title[0]).toBe(`${words.report} · ${words.asOf} 2026-03-02`);
    expect(header.slice(0, 6)).toEqual([
      words.split.unit,
      words.asOf,
      words.count.adopted + words.cases,
      `${words.rate.closureRate} ${words.numerator}`,
      `${words.rate.closureRate} ${words.denominator}`,
      words.rate.closureRate,
    ]);
    expect(new Set(header).size).toBe(header.length);
    expect(lines.map(([label]) => label)).toEqual(["'=城东分局", words.none.unit, words.total]);
  },
);

it('has the figures GET /api/reports/closure answers, as numbers, and the day as a day', async () => {
  const report = (await clerk.get('/api/reports/closure?by=source').expect(200)).body as ClosureReport;
  const { rows, cells } = await sheetOf((await file('by=source').expect(200)).body as Buffer);
  const [, header, line, total] = rows as unknown[][];
  const at = (name: string): number => header!.indexOf(name);
  const { closureRate } = report.rows[0]!.measures;
  for (const row of [line!, total!]) {
    expect(row[at('采纳（件）')]).toBe(3);
    expect(row[at('销号率 分子')]).toBe(closureRate.numerator);
    expect(row[at('销号率 分母')]).toBe(closureRate.denominator);
    expect(row[at('销号率')]).toBe(closureRate.rate);
    expect(row[at('满意率')] ?? null).toBeNull(); // nobody rated: no rate, not nought
    expect(row[at('统计至')]).toEqual(new Date('2026-03-02T00:00:00Z'));
  }
  for (const row of [2, 3]) {
    expect(cells?.get(`${row},${at('销号率')}`)?.style?.numFmt).toBe('0.00%');
    expect(cells?.get(`${row},${at('统计至')}`)?.style?.numFmt).toBe('yyyy-mm-dd');
  }
});

it('as CSV begins with a byte order mark, has the same lines and no cell that runs as a formula', async () => {
  const { headers, body } = await file('by=unit&format=csv&from=2026-01-01&to=2026-03-02&takenOver=include').expect(
    200,
  );
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  const text = (body as Buffer).toString('utf8');
  expect(text.charCodeAt(0)).toBe(0xfeff);
  const lines = text.slice(1).split('\r\n');
  expect(lines[0]).toBe('销号率报表 · 统计至 2026-03-02 · 收集自 2026-01-01 · 收集至 2026-03-02 · 含台账转入销号');
  expect(lines[2]).toMatch(/^'=城东分局,2026-03-02,2,0,2,0,/);
  expect(lines.at(-2)).toMatch(/^合计,2026-03-02,3,0,3,0,/);
  expect(lines.at(-1)).toBe('');
});

it.each(['unit', 'category', 'source', 'meeting', 'month'])('by %s names every row in English too', async (by) => {
  const { rows } = await sheetOf((await file(`by=${by}&language=en`).expect(200)).body as Buffer);
  const labels = (rows as unknown[][]).slice(2).map(([label]) => label);
  expect(labels.length).toBeGreaterThan(1);
  expect(labels.filter((label) => by !== 'unit' && /\p{Script=Han}/u.test(String(label)))).toEqual([]);
});

it('is for whoever may read the report, with its refusals', async () => {
  await server.anonymous().get('/api/reports/closure/export').expect(401);
  const own = await sheetOf((await file('by=unit', await server.signIn('handler')).expect(200)).body as Buffer);
  expect((own.rows as unknown[][]).slice(2).map(([label, , adopted]) => [label, adopted])).toEqual([['合计', 0]]);
  await clerk.get('/api/reports/closure/export?asOf=2026-03-03').expect(422);
  await clerk.get('/api/reports/closure/export?from=2026-03-02&to=2026-03-01').expect(400);
  await clerk.get('/api/reports/closure/export?format=pdf').expect(400);
  await clerk.get('/api/reports/closure/export?language=fr').expect(400);
  await clerk.get('/api/reports/closure/export?unitId=00000000-0000-4000-8000-000000000000').expect(404);
});

it.each(LANGUAGES)('asks in %s for days and sums with the words of the page', (language: Language) => {
  const { asOf, from, to, total } = CLOSURE_WORDS[language];
  const page = JSON.parse(readFileSync(join(__dirname, '../../web/locales', language, 'report.json'), 'utf8')) as {
    day: Record<string, string>;
    total: string;
  };
  expect({ asOf, from, to, total }).toEqual({
    asOf: page.day['asOf'],
    from: page.day['from'],
    to: page.day['to'],
    total: page.total,
  });
});
