/** What a browser receives to show My work and the report of the invented bureau: bytes as they came over the socket. */
import { request } from 'node:http';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApplication } from '../../src/application.js';
import { fill } from '../../src/bootstrap.js';
import { SystemClock } from '../../src/clock.js';
import { readConfig } from '../../src/config.js';
import { demonstrate } from '../../src/demo/demo.js';
import { leaveBrowser, openPage, settled } from '../support/browser.js';
import { readNote } from '../support/cluster-note.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { builtDesk } from './invented-service.js';

const PASSWORD = 'demonstration';
/** Kilobytes: everything of a first visit, what comes four seconds after the page included, then what is asked of the service alone; and how many
 *  calls of the service are the page's own, beside who is signed in and the units, which every page asks for. */
const BUDGETS = [
  { path: '/work', as: 'east-handler', first: 217, calls: 8, own: 1 },
  { path: '/work', as: 'clerk', first: 217, calls: 8, own: 1 },
  { path: '/report', as: 'leader', first: 445, calls: 20, own: 3 },
];
const OF_EVERY_PAGE = new Set(['/api/me', '/api/units']);

let test: TestDatabase;
let app: NestExpressApplication;
let url: string;
beforeAll(async () => {
  const webFolder = builtDesk();
  test = await createTestDatabase();
  const dataDir = join(readNote().folder, `wire-${process.pid}`);
  const config = readConfig({ NODE_ENV: 'test', DATA_DIR: dataDir, DEMO: '1', ADMIN_PASSWORD: PASSWORD, RUN: 'http' });
  const clock = new SystemClock(Date.parse('2026-11-20T15:00:00+08:00'));
  const fixture = await fill(test.database, config, clock);
  await demonstrate(fixture, config, clock.now(), () => undefined);
  app = await createApplication({ config, clock, ...fixture }, { webFolder });
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
}, 300_000);
afterAll(async () => {
  await leaveBrowser();
  await app?.close();
  await test?.drop();
});

it.each(BUDGETS)(
  '$path as $as: at most $first kB at the first visit, $calls kB of them answers, to $own calls of its own',
  async ({ path, as, first, calls, own }) => {
    const { page, context } = await openPage(url, { anew: true });
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    const sizes = new Map<string, { url: string; bytes: number }>();
    const urls = new Map<string, string>();
    devtools.on('Network.responseReceived', ({ requestId, response }) => urls.set(requestId, response.url));
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
      sizes.set(requestId, { url: urls.get(requestId) ?? '', bytes: encodedDataLength }),
    );
    try {
      const answered = await page.request.post('/api/session', { data: { username: as, password: PASSWORD } });
      expect(answered.ok()).toBe(true);
      await page.goto(path);
      await settled(page);
      const all = [...sizes.values()];
      const sum = (of: typeof all): number => of.reduce((bytes, one) => bytes + one.bytes, 0) / 1000;
      const api = all.filter((one) => new URL(one.url).pathname.startsWith('/api/'));
      if (process.env['WIRE'] !== undefined)
        process.stderr.write(
          `${path} ${as}: ${sum(all).toFixed(1)} kB in ${all.length} answers, ${sum(api).toFixed(1)} kB of the API\n${api.map((one) => `  ${one.bytes} ${one.url}`).join('\n')}\n`,
        );
      expect(sum(all)).toBeLessThan(first);
      expect(sum(api)).toBeLessThan(calls);
      expect(sum(all)).toBeGreaterThan(50);
      const ofPage = api.map((one) => new URL(one.url).pathname).filter((call) => !OF_EVERY_PAGE.has(call));
      expect(ofPage.length).toBeGreaterThan(0);
      expect(ofPage.length).toBeLessThanOrEqual(own);
    } finally {
      await context.close();
    }
  },
);

it.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
])('answers the report in %s over the socket, a tenth of what it unpacks to', async (encoding, unpack) => {
  const signedIn = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'leader', password: PASSWORD }),
  });
  const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!;
  const { bytes, said, head } = await new Promise<{ bytes: Buffer; said: string | undefined; head: number }>(
    (settle, fail) => {
      request(
        `${url}/api/reports/closure?by=unit`,
        { headers: { cookie, 'accept-encoding': encoding }, agent: false },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            settle({
              bytes: Buffer.concat(chunks),
              said: response.headers['content-encoding'],
              head: response.socket.bytesRead,
            }),
          );
        },
      )
        .on('error', fail)
        .end();
    },
  );
  expect(said).toBe(encoding);
  const whole = unpack(bytes);
  expect(JSON.parse(whole.toString('utf8'))).toHaveProperty('rows');
  // All that was read from the socket, headers and chunks included.
  expect(head).toBeLessThan(whole.length / 10);
});
