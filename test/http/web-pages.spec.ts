/** The built pages and the headers around them. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiaohao-web-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>销号</title>');
  await writeFile(join(folder, 'assets', 'app-1a2b3c.js'), 'void 0');
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

it('serves an OpenAPI document in which every answer and every body has a shape', async () => {
  const { body } = await get('/api/openapi.json').expect(200);
  const { paths, components } = body as {
    paths: Record<
      string,
      Record<string, { responses: Record<string, { content?: object }>; requestBody?: { content: object } }>
    >;
    components: { schemas: Record<string, unknown> };
  };
  const shapeless = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { responses }]) =>
      Object.entries(responses)
        .filter(([status, { content }]) => status !== '204' && content === undefined)
        .map(([status]) => `${method} ${path} ${status}`),
    ),
  );
  expect(shapeless).toEqual([]);
  expect(Object.keys(components.schemas)).toEqual(
    expect.arrayContaining(['ErrorBody', 'Me', 'UnitView', 'CalendarYearView']),
  );
});
