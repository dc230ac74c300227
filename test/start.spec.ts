/** The service as a process: first start, orderly stop, sudden death, and starts that must not succeed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import supertest from 'supertest';
import { readConfig } from '../src/config.js';
import { bootstrap } from '../src/main.js';
import { readNote } from './support/cluster-note.js';
import { createTestDatabase } from './support/database.js';

const START = join(__dirname, '..', 'bin', 'start.cjs');

interface Service {
  child: ChildProcess;
  /** Everything printed so far. */
  output(): string;
  /** Resolves with the address once it listens, rejects when it ends before. */
  url: Promise<string>;
  ended: Promise<{ code: number | null }>;
}

const running: ChildProcess[] = [];
afterAll(() => running.forEach((child) => child.kill('SIGKILL')));

function start(folder: string, env: Record<string, string> = {}): Service {
  const child = spawn(process.execPath, [START], {
    env: { PATH: process.env['PATH'], DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let output = '';
  const ended = once(child, 'exit').then(([code]) => ({ code: code as number | null }));
  const url = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const found = /listens on (\S+)/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(({ code }) => reject(new Error(`ended with ${code}: ${output}`)));
  });
  url.catch(() => undefined);
  return { child, output: () => output, url, ended };
}

const folderOf = (name: string): string => join(readNote().folder, `start-${process.pid}-${name}`);
const postmasterFile = (folder: string): boolean => existsSync(join(folder, 'postgres', 'postmaster.pid'));
const signIn = (url: string, password: string) =>
  supertest(url).post('/api/session').send({ username: 'admin', password });

it('prints where it listens and the first account once, survives kill -9 with its sessions, and stops in order', async () => {
  const folder = folderOf('life');
  const first = start(folder);
  const url = await first.url;
  const password = /first account: admin\s+(\S+)/.exec(first.output())![1]!;
  const cookie = String((await signIn(url, password).expect(200)).headers['set-cookie']).split(';')[0]!;
  expect((await stat(join(folder, 'seal.key'))).mode & 0o777).toBe(0o600);
  const key = await readFile(join(folder, 'seal.key'), 'utf8');

  first.child.kill('SIGKILL');
  await first.ended;
  const second = start(folder);
  const me = await supertest(await second.url)
    .get('/api/me')
    .set('Cookie', cookie)
    .expect(200);
  // what was printed has been seen by a log: it opens nothing before it is changed
  expect(me.body).toMatchObject({ passwordDue: true });
  expect(second.output()).not.toContain('first account');
  expect(await readFile(join(folder, 'seal.key'), 'utf8')).toBe(key);

  // A connection that is kept open must not keep the service from stopping.
  const agent = supertest.agent(await second.url);
  await agent.get('/api/health/live').set('Connection', 'keep-alive').expect(200);
  second.child.kill('SIGTERM');
  expect(await second.ended).toEqual({ code: 0 });
  expect(postmasterFile(folder)).toBe(false);
});

it('stops in order when asked to while it is still starting', async () => {
  const folder = folderOf('hasty');
  const service = start(folder);
  // The folder of the database is there before the database is, so this falls into the middle of the first start.
  while (!existsSync(folder)) await new Promise((resolve) => setTimeout(resolve, 5));
  service.child.kill('SIGINT');
  expect(await service.ended).toEqual({ code: 0 });
  expect(postmasterFile(folder)).toBe(false);
});

it('does not start with a bad value, and says which in both languages', async () => {
  const service = start(folderOf('never'), { OFFICE_TZ: 'Asia/Nowhere' });
  expect(await service.ended).toEqual({ code: 1 });
  expect(service.output()).toMatch(/OFFICE_TZ：.*时区/);
  expect(service.output()).toMatch(/OFFICE_TZ: must be an IANA time zone/);
  expect(service.output()).not.toMatch(/\bat .*\.js:/);
});

describe('on a database of its own', () => {
  const settings = (databaseUrl: string, more: Record<string, string> = {}) =>
    readConfig({
      NODE_ENV: 'test',
      DATABASE_URL: databaseUrl,
      DATA_DIR: folderOf('files'),
      PORT: '0',
      LOG_LEVEL: 'silent',
      ...more,
    });

  it('founds the bureau once, though two servers start together', async () => {
    const test = await createTestDatabase({ empty: true });
    const printed: string[] = [];
    const servers = await Promise.all(
      [1, 2].map(() => bootstrap(settings(test.connectionString), (line) => printed.push(line))),
    );
    try {
      expect(printed.filter((line) => line.includes('first account'))).toHaveLength(1);
      const password = /admin\s+(\S+)/.exec(printed.join('\n'))![1]!;
      for (const { url } of servers) await signIn(url!, password).expect(200);
      const { rows } = await test.database.pool.query('SELECT count(*) AS people FROM person');
      expect(rows).toEqual([{ people: 1 }]);
    } finally {
      await Promise.all(servers.map(({ stop }) => stop()));
      await test.drop();
    }
  });

  it('runs the jobs without listening where RUN says so', async () => {
    const test = await createTestDatabase();
    const { url, stop } = await bootstrap(settings(test.connectionString, { RUN: 'jobs' }), () => undefined);
    expect(url).toBeNull();
    await stop();
    const withHealth = settings(test.connectionString, { RUN: 'jobs', HEALTH_PORT: '0' });
    const jobs = await bootstrap(withHealth, () => undefined);
    const status = async (path: string): Promise<number> => (await fetch(`${jobs.url}${path}`)).status;
    for (const path of ['/api/health/live', '/api/health/ready', '/metrics']) {
      expect([path, await status(path)]).toEqual([path, 200]);
    }
    for (const path of ['/', '/api/cases', '/api/session', '/api/docs', '/metrics/', '/r/CODE']) {
      expect([path, await status(path)]).toEqual([path, 404]);
    }
    await jobs.stop();
    await test.drop();
  });

  it('refuses a port that is taken, and leaves no connection behind', async () => {
    const test = await createTestDatabase();
    const other = createServer();
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    try {
      await expect(
        bootstrap(settings(test.connectionString, { PORT: String(port) }), () => undefined),
      ).rejects.toMatchObject({ code: 'EADDRINUSE' });
    } finally {
      other.close();
      await test.drop();
    }
  });
});
