/** A large photograph over a line that is slow and breaks: the desk's own sender, a real service, and a proxy that cuts between them. */
import { randomUUID } from 'node:crypto';
import { sendPieces, type Road } from '../../web/upload/pieces.js';
import { cutLine, type CutLine } from '../support/cut-line.js';
import { heavyPhotograph } from '../support/photographs.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;
let caseId: string;
let cookie: string;
beforeAll(async () => {
  server = await startServer();
  await server.person('wangmin', ['clerk'], server.units.root);
  const clerk = await server.signIn('wangmin');
  const { rows } = await server.test.database.pool.query<{ id: string }>(
    `SELECT id FROM category WHERE code = 'other'`,
  );
  const made = await clerk
    .post('/api/cases')
    .send({ title: '路灯', description: '东街路灯不亮', source: 'hotline', categoryId: rows[0]!.id })
    .expect(201);
  caseId = (made.body as { case: { id: string } }).case.id;
  const { headers } = await server
    .anonymous()
    .post('/api/session')
    .send({ username: 'wangmin', password: 'password of wangmin' });
  cookie = (headers['set-cookie'] as unknown as string[])[0]!.split(';')[0]!;
});
afterAll(() => server.close());

interface Watched extends Road {
  /** Where each piece began that was sent. */
  starts: number[];
  requests: number;
}

/** A road as the desk's, over the line: no answer is a thing that may pass, an error of the service is its status. */
function road(line: CutLine): Watched {
  const watched: Watched = {
    starts: [],
    requests: 0,
    origin: line.url,
    now: () => performance.now(),
    pause: () => new Promise((done) => setTimeout(done, 20)),
    travel: async (request) => {
      watched.requests += 1;
      if (request.method === 'PATCH') watched.starts.push(Number(request.headers.get('Upload-Offset')));
      request.headers.set('cookie', cookie);
      const response = await fetch(request).catch(() => {
        throw Object.assign(new Error('no answer'), { status: 0, mayPass: true });
      });
      if (response.ok) return response;
      const { status } = response;
      throw Object.assign(new Error(await response.text()), { status, mayPass: status === 429 || status >= 502 });
    },
  };
  return watched;
}

it('arrives although the line breaks every 700 kB, and never begins again from zero', async () => {
  const photo = await heavyPhotograph(11_800_000);
  expect(photo.length).toBeGreaterThan(11_000_000);
  const line = await cutLine(server.url, { bytesPerSecond: 1_500_000, cutAfter: 700_000 });
  try {
    const on = road(line);
    const seen: number[] = [];
    const file = { blob: new Blob([photo]), name: '现场.jpg', key: randomUUID() };
    const id = await sendPieces(on, caseId, file, (arrived) => seen.push(arrived));
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(line.cuts).toBeGreaterThan(10);
    // it went forward only: no piece began before the one before it, and only the first began at zero
    expect(on.starts).toEqual([...on.starts].sort((a, b) => a - b));
    expect(on.starts.filter((start) => start === 0).length).toBeLessThan(3);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(photo.length);
    // what was cut is sent again, not more
    expect(line.bytes).toBeLessThan(photo.length * 1.35);
    const { rows } = await server.test.database.pool.query('SELECT 1 FROM attachment WHERE id = $1', [id]);
    expect(rows).toHaveLength(1);
  } finally {
    await line.close();
  }
});

it('goes on tomorrow where it stopped today, with the same key', async () => {
  const photo = await heavyPhotograph(1_500_000);
  const file = { blob: new Blob([photo]), name: '门口.jpg', key: randomUUID() };
  const today = await cutLine(server.url, { bytesPerSecond: 2_000_000, cutAfter: 600_000 });
  const stop = new AbortController();
  let arrived = 0;
  await sendPieces(
    road(today),
    caseId,
    file,
    (bytes) => {
      arrived = bytes;
      if (bytes > 500_000) stop.abort();
    },
    stop.signal,
  ).catch(() => undefined);
  await today.close();
  expect(arrived).toBeGreaterThan(500_000);
  server.clock.advance(6 * 3_600_000);
  const tomorrow = await cutLine(server.url, { bytesPerSecond: 5_000_000, cutAfter: Infinity });
  try {
    const on = road(tomorrow);
    await sendPieces(on, caseId, file);
    expect(on.starts[0]).toBeGreaterThanOrEqual(arrived);
    expect(tomorrow.bytes).toBeLessThan(photo.length - arrived + 50_000);
  } finally {
    await tomorrow.close();
  }
});

it('gives up for now where nothing gets through, and says that it may pass', async () => {
  const line = await cutLine(server.url, { bytesPerSecond: 1_000_000, cutAfter: 100 });
  try {
    const file = { blob: new Blob([Buffer.alloc(50_000, 65)]), name: '记录.txt', key: randomUUID() };
    await expect(sendPieces(road(line), caseId, file)).rejects.toMatchObject({ mayPass: true });
  } finally {
    await line.close();
  }
});

it('throws a refusal at once', async () => {
  const line = await cutLine(server.url, { bytesPerSecond: 5_000_000, cutAfter: Infinity });
  try {
    const on = road(line);
    const file = { blob: new Blob([Buffer.from('MZ\x90\0'), Buffer.alloc(3000)]), name: '程序.jpg', key: randomUUID() };
    await expect(sendPieces(on, caseId, file)).rejects.toMatchObject({ status: 422 });
    expect(on.requests).toBe(2);
  } finally {
    await line.close();
  }
});
