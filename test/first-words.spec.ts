/** What a start and a command say when the ground is missing: sentences that name the way on, in both languages, and no stack. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { main } from '../src/cli.js';
import { readConfig } from '../src/config.js';
import { bootstrap } from '../src/main.js';
import { startRefusal } from '../src/start-refusal.js';
import { createCluster } from '../src/store/database/embedded/cluster.js';
import { makeSocketFolder } from '../src/store/database/embedded/socket-folder.js';
import { openWorkflows } from '../src/store/reference-data/workflow-files.js';
import { readNote } from './support/cluster-note.js';
import { createTestDatabase } from './support/database.js';
import { databaseLine } from './support/database-line.js';

const folderOf = (name: string): string => join(readNote().folder, `words-${process.pid}-${name}`);
const SET = ['DATABASE_URL', 'DATA_DIR'];
const before = SET.map((name) => [name, process.env[name]] as const);
afterEach(() => {
  for (const [name, value] of before) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

it('waits for a database that is not there yet, saying so, and starts when it comes', async () => {
  const line = await databaseLine();
  const test = await createTestDatabase();
  line.mood('silent');
  const said: string[] = [];
  let heard = (): void => undefined;
  const waits = new Promise<void>((next) => (heard = next));
  const config = readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: line.through(test.connectionString),
    DATABASE_CONNECT_TIMEOUT: '1000',
    DATA_DIR: folderOf('late'),
    PORT: '0',
    LOG_LEVEL: 'silent',
  });
  const starting = bootstrap(config, (text) => {
    said.push(text);
    if (text.startsWith('waiting')) heard();
  });
  await waits;
  expect(said).toEqual([
    expect.stringMatching(/^等待数据库（已 \d+ 秒，最多 60 秒）：/),
    expect.stringMatching(/^waiting for the database \(\d+ s of 60 s\): /),
  ]);
  line.mood('well');
  const { url, stop } = await starting;
  expect(url).toMatch(/^http/);
  await stop();
  await test.drop();
  await line.close();
});

it('is ended by SIGTERM while it waits', async () => {
  const child = spawn(process.execPath, [join(__dirname, '..', 'bin', 'start.cjs')], {
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/nothing',
      DATA_DIR: folderOf('ended'),
      RUN: 'jobs',
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (said.includes('waiting for the database')) break;
  }
  child.kill('SIGTERM');
  const [code] = (await once(child, 'exit')) as [number | null];
  expect(code).toBe(0);
});

it('says that the disk is full, at the first complaint and not at the last', async () => {
  const folder = folderOf('full');
  await mkdir(folder, { recursive: true });
  const initdb = join(folder, 'initdb');
  await writeFile(
    initdb,
    `#!/bin/sh\necho once >> ${folder}/asked\necho 'could not write: No space left on device' >&2\nexit 1\n`,
  );
  await chmod(initdb, 0o755);
  const binaries = { initdb, postgres: initdb, major: 18 };
  await expect(createCluster(join(folder, 'postgres'), binaries, undefined, false)).rejects.toMatchObject({
    code: 'database.diskFull',
    messageZh: expect.stringContaining('磁盘已满'),
  });
  expect(await readFile(join(folder, 'asked'), 'utf8')).toBe('once\n');
});

it('says which folder for temporary files is missing', async () => {
  await expect(makeSocketFolder('words', undefined, '/nowhere/at/all')).rejects.toMatchObject({
    code: 'database.noTemporaryFolder',
    messageZh: expect.stringContaining('TMPDIR'),
  });
});

it.each([
  [{ code: 'ENOSPC', path: '/data/seal.key' }, '磁盘已满，无法启动：/data/seal.key'],
  [{ code: '53100', message: 'could not extend file' }, '磁盘已满'],
  [{ code: 'EADDRINUSE' }, 'PORT：'],
  [{ code: 'X', messageZh: '一句话', message: 'a sentence' }, '一句话'],
])('has a sentence for %j', (error, words) => {
  expect(startRefusal(Object.assign(new Error(), error))?.messageZh).toContain(words);
});

it('has none for a fault of ours, whose stack is wanted', () => {
  expect(startRefusal(new TypeError('x is undefined'))).toBeUndefined();
});

it('names what is wrong with a workflow file, and offers to migrate an older database', async () => {
  const test = await createTestDatabase();
  const folder = folderOf('files');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'odd.v1.json'), JSON.stringify({ name: 'odd', version: 1 }));
  const refused = await openWorkflows(test.database, 0, { folder }).catch((error: unknown) => error);
  const { messageZh, message } = startRefusal(refused)!;
  expect(messageZh).toMatch(/^流程文件 odd\.v1\.json 不能使用：\n- /);
  expect(message).toMatch(/^The workflow odd\.v1\.json cannot be used:\n- /);

  const { pool } = test.database;
  await pool.query('DELETE FROM migrations WHERE id = (SELECT max(id) FROM migrations)');
  Object.assign(process.env, { DATABASE_URL: test.connectionString, DATA_DIR: folder });
  const printed: string[] = [];
  expect(await main(['check'], (text) => printed.push(text))).toBe(1);
  expect(printed.join('\n')).toMatch(/还有 1 步升级没有执行.*xiaohao migrate[\s\S]*1 migrations are to be applied/);
  await test.drop();
});

it('names a command that it does not know, and those that are near', async () => {
  const said: string[] = [];
  const print = (line: string): void => void said.push(line);
  expect(await main(['back-up', 'x.dump'], print)).toBe(2);
  expect(await main(['workflow', 'frobnicate'], print)).toBe(2);
  expect(said.join('\n')).toMatch(
    /no such command: back-up x\.dump\n全部命令[^]*no such command: workflow frobnicate\n[^]*xiaohao workflow check FILE/,
  );
  expect(said.join('\n')).not.toContain('verify-history');
  expect(await main(['-h'], print)).toBe(0);
});
