/** The built pages and the headers around them. */
import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { startServer, type TestServer } from '../support/server.js';

const SCRIPT = `export const words = ${JSON.stringify('销号'.repeat(5_000))};`;

let server: TestServer;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiaohao-web-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>销号</title>');
  await writeFile(join(folder, 'sw.js'), 'void 0');
  await writeFile(join(folder, 'manifest.webmanifest'), '{}');
  await writeFile(join(folder, 'assets', 'app-1a2b3c.js'), 'void 0');
  await writeFile(join(folder, 'assets', 'big-1a2b3c.js'), SCRIPT);
  await writeFile(join(folder, 'assets', 'big-1a2b3c.js.br'), brotliCompressSync(SCRIPT));
  await writeFile(join(folder, 'assets', 'big-1a2b3c.js.gz'), gzipSync(SCRIPT));
  server = await startServer({ webFolder: folder });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const get = (path: string) => server.anonymous().get(path).set('Accept', 'text/html,*/*');

it('keeps hashed files for ever and the page itself fresh', async () => {
  expect((await get('/assets/app-1a2b3c.js').expect(200)).headers['cache-control']).toMatch(/immutable/);
  expect((await get('/').expect(200)).headers['cache-control']).toBe('no-cache');
});

it('gives the service worker for the whole desk, asked for anew each time, and the manifest as one', async () => {
  const { headers } = await get('/sw.js').expect(200);
  expect(headers).toMatchObject({ 'cache-control': 'no-cache', 'content-type': expect.stringMatching(/javascript/) });
  expect(String(headers['content-security-policy'])).toContain("default-src 'self'");
  expect((await get('/manifest.webmanifest').expect(200)).headers['content-type']).toMatch(
    /^application\/manifest\+json/,
  );
});

it('keeps the page behind a secret address out of every store, and its address with whoever has it', async () => {
  const { headers } = await get('/m/22222222222222222222').expect(200);
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  expect(headers['x-robots-tag']).toMatch(/noindex/);
});

it('opens the page for every address inside it', async () => {
  for (const path of ['/', '/cases/1', '/index.html']) expect((await get(path).expect(200)).text).toContain('销号');
});

it('answers 404, not the page, for a missing file and for what belongs to the API', async () => {
  for (const path of ['/assets/old-000000.js', '/api/nothing', '/api', '/favicon.ico', '/..%2f..%2fetc%2fpasswd.txt']) {
    expect((await get(path)).text).not.toContain('<title>');
    expect((await get(path)).status).toBe(404);
  }
});

it('lets browsers load nothing from elsewhere', async () => {
  for (const path of ['/', '/api/docs', '/api/health/live']) {
    const policy = String((await get(path).expect(200)).headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/https?:|unsafe-eval|script-src[^;]*unsafe/);
  }
});

it('tells browsers the same on pages, answers and errors, and nothing of what it is built with', async () => {
  for (const path of ['/', '/api/docs', '/api/health/live', '/api/nothing']) {
    const { headers } = await get(path);
    expect(headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'origin-agent-cluster': '?1',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-dns-prefetch-control': 'off',
      'x-download-options': 'noopen',
      'x-frame-options': 'SAMEORIGIN',
      'x-permitted-cross-domain-policies': 'none',
      'x-xss-protection': '0',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('strict-transport-security');
  }
});

it('shows the documentation of the API with files of its own only', async () => {
  const page = await get('/api/docs').expect(200);
  const files = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file!);
  expect(files.length).toBeGreaterThan(2);
  for (const file of files) {
    expect(file).not.toMatch(/^(https?:)?\/\//);
    await get(new URL(file, 'http://x/api/docs').pathname).expect(200);
  }
  expect(page.text).not.toMatch(/<script>(?!\s*<\/script>)/);
});

/** The answer as it came over the socket, nothing unpacked. */
function overTheWire(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ headers: IncomingHttpHeaders; bytes: Buffer }> {
  return new Promise((settle, fail) => {
    request(`${server.url}${path}`, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => settle({ headers: response.headers, bytes: Buffer.concat(chunks) }));
    })
      .on('error', fail)
      .end();
  });
}

describe('over the wire', () => {
  it.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
    ['*', undefined, (bytes: Buffer) => bytes],
    ['', undefined, (bytes: Buffer) => bytes],
  ])('a built file goes out as the build has packed it to who says %s', async (accepted, encoding, unpack) => {
    const { headers, bytes } = await overTheWire('/assets/big-1a2b3c.js', { 'Accept-Encoding': accepted });
    if (accepted !== '*') expect(headers['content-encoding']).toBe(encoding);
    expect(headers).toMatchObject({
      'content-type': expect.stringMatching(/javascript; charset=utf-8/),
      vary: expect.stringContaining('Accept-Encoding'),
    });
    expect(headers['cache-control']).toMatch(/immutable/);
    if (accepted !== '*') expect(unpack(bytes).toString('utf8')).toBe(SCRIPT);
  });

  it('answers of the API are compressed from a kilobyte on', async () => {
    const large = await overTheWire('/api/openapi.json', { 'Accept-Encoding': 'gzip, br' });
    expect(large.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' });
    const whole = brotliDecompressSync(large.bytes);
    expect(Object.keys(JSON.parse(whole.toString('utf8')) as object)).toContain('paths');
    expect(large.bytes.length).toBeLessThan(whole.length / 8);
    const small = await overTheWire('/api/health/live', { 'Accept-Encoding': 'gzip, br' });
    expect(small.headers['content-encoding']).toBeUndefined();
  });

  it.each(['cross-site', 'same-site'])(
    'nothing is compressed for what a page of another site has asked (%s)',
    async (site) => {
      const { headers } = await overTheWire('/api/openapi.json', {
        'Accept-Encoding': 'gzip, br',
        'Sec-Fetch-Site': site,
      });
      expect(headers['content-encoding']).toBeUndefined();
    },
  );

  it('a header of nothing but commas and quotes costs nobody time', async () => {
    const began = performance.now();
    const hostile = `"${','.repeat(14_000)}`;
    await overTheWire('/cases', { Accept: hostile });
    await overTheWire('/assets/big-1a2b3c.js', { 'Accept-Encoding': hostile });
    expect(performance.now() - began).toBeLessThan(500);
  });

  it('says in both languages what is wrong with an address that is too long, or no request at all', async () => {
    const { bytes } = await overTheWire(`/api/cases?q=${'x'.repeat(20_000)}`);
    expect(JSON.parse(bytes.toString('utf8'))).toMatchObject({
      code: 'request.addressTooLong',
      messageZh: '地址或请求头过长',
    });
    const answer = await new Promise<string>((settle) => {
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => socket.write('绝不是请求\r\n\r\n'));
      socket.once('data', (data) => settle(String(data)));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 [\s\S]*request\.malformed/);
  });
});
