/** The drills that take minutes or a file system: `npm run test:faults [-- disk frozen partition locked settings]`, `--seconds 60` for how long a fault lasts.
 *  The service as a process, people at work over HTTP with a journal of what was acknowledged, one fault after the other; prints who was told what, and how
 *  soon, and ends with 1 where something acknowledged is missing or twice, or a limit does not hold. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { startEmbedded } from '../../src/store/database/embedded/launcher.js';
import { databaseLine } from '../support/database-line.js';
import { startPair } from '../support/server-pair.js';
import { watchOver } from '../support/watchdog.js';
import { build } from './release-tree.js';
import { openAccount, Server } from './server-process.js';
import { ask, Person, type Answer, Traffic } from './traffic-over-http.js';

const { values: options, positionals } = parseArgs({
  options: { seconds: { type: 'string', default: '60' } },
  allowPositionals: true,
});
const LASTS = Number(options.seconds) * 1_000;
const ROOT = join(__dirname, '..', '..');
const PASSWORD = 'a start for everybody';
const KEY = Buffer.alloc(32, 7).toString('base64');
const SENDERS = 6;
const COMMANDS = 100;
const CLIENTS = 50;
/** Milliseconds: for anybody to be told, for `ready` to answer, for the service to be good again, and of 50 clients the 99th of a hundred. */
const LIMITS = { told: 10_000, ready: 2_000, good: 10_000, others: 3_000 };
/** Megabytes of the file system that is filled: a new database with its log takes some 350. */
const DISK = 600;
const faults: string[] = [];
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const must = (holds: boolean, what: string): void => {
  if (!holds) faults.push(what);
  print(`  ${holds ? 'yes' : 'NO '}  ${what}`);
};

/** An office at work on one server. */
interface Office {
  server: Server;
  traffic: Traffic;
  clerk: Person;
  /** A command on the case, by default the first one, and how long it took. */
  comment: (caseId?: string) => Promise<Answer & { ms: number }>;
  get: (path: string) => Promise<Answer & { ms: number }>;
  /** Settings that its command line takes as well. */
  settings: Record<string, string>;
}

async function timed(answer: Promise<Answer>): Promise<Answer & { ms: number }> {
  const began = performance.now();
  return { ...(await answer), ms: Math.round(performance.now() - began) };
}

async function open(settings: Record<string, string>, senders = SENDERS): Promise<Office> {
  const all = { ADMIN_PASSWORD: PASSWORD, SIGNED_OUT_PER_MINUTE: '100000', ...settings };
  const server = await new Server('the server', ROOT, all).up();
  await openAccount(server.url, PASSWORD);
  const clerk = new Person('clerk', PASSWORD);
  const cookie = (): Promise<string> => clerk.at(server.url);
  const categories = (await ask(server.url, await cookie(), 'GET', '/api/categories')).body as unknown as {
    id: string;
  }[];
  const traffic = new Traffic(new Set([server]), clerk, categories[0]!.id);
  traffic.begin(senders);
  await traffic.more(COMMANDS);
  const get = async (path: string) => timed(ask(server.url, await cookie(), 'GET', path));
  const comment = async (caseId = traffic.cases[0]!) =>
    timed(
      ask(server.url, await cookie(), 'POST', `/api/cases/${caseId}/commands`, {
        id: uuid(),
        type: 'COMMENT',
        text: '一',
      }),
    );
  return { server, traffic, clerk, comment, get, settings: all };
}

/** What is no JSON. */
async function reached({ server }: Office, path: string): Promise<Answer & { ms: number }> {
  const answer = fetch(`${server.url}${path}`).then(({ status }) => ({ status, body: {}, retryAfter: null }));
  return timed(answer.catch(() => ({ status: 0, body: {}, retryAfter: null })));
}

/** Asks `ready` until `over`: the longest answer, and the reasons that were given. */
function watching({ get }: Office): () => Promise<{ most: number; reasons: string[] }> {
  let [isOver, most] = [false, 0];
  const reasons = new Set<string>();
  const watch = (async () => {
    for (; !isOver; await pause(200)) {
      const { status, ms, body } = await get('/api/health/ready');
      most = Math.max(most, ms);
      if (status !== 200) reasons.add(String((body['details'] as { reason?: string } | undefined)?.reason ?? status));
    }
  })();
  return async () => {
    isOver = true;
    await watch;
    return { most, reasons: [...reasons] };
  };
}

/** Milliseconds until a command is carried out. */
async function untilGood({ comment }: Office): Promise<number> {
  const began = performance.now();
  while ((await comment()).status !== 200) {
    if (performance.now() - began > 120_000) return Infinity;
    await pause(50);
  }
  return Math.round(performance.now() - began);
}

/** Everything acknowledged is in history, once, and the books are right. */
async function judge({ traffic, server, settings }: Office, url: string): Promise<void> {
  await traffic.end();
  must(
    traffic.faults.length === 0,
    `nobody got an answer but what they asked for, 503 with Retry-After, or a line that broke (${traffic.counts.again} sent again)${traffic.faults.slice(0, 3).join('; ')}`,
  );
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  const { rows } = await db.query<{ found: number; twice: number }>(
    `SELECT count(DISTINCT command_id) FILTER (WHERE command_id = ANY($1))::int AS found, (count(command_id) - count(DISTINCT command_id))::int AS twice FROM case_event`,
    [[...traffic.acknowledged.keys()]],
  );
  await db.end();
  const { found, twice } = rows[0]!;
  must(
    found === traffic.acknowledged.size && twice === 0,
    `${traffic.acknowledged.size} commands acknowledged, ${found} of them in history, ${twice} twice`,
  );
  must((await server.stop()) === 0, 'the server ends in order');
  const env = { PATH: process.env['PATH'], ...settings, DATABASE_URL: url };
  const check = spawnSync(process.execPath, [join(ROOT, 'bin', 'xiaohao.cjs'), 'check'], {
    cwd: ROOT,
    encoding: 'utf8',
    env,
  });
  must(
    check.status === 0,
    `xiaohao check: ${`${check.stdout}${check.status === 0 ? '' : check.stderr}`.trim().split('\n').at(-1)}`,
  );
}

/** Every process of the PostgreSQL whose folder this is. */
function processesOf(cluster: string): number[] {
  const postmaster = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]!;
  const children = readdirSync('/proc').filter((pid) => {
    try {
      return (
        /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')[1] === postmaster
      );
    } catch {
      return false;
    }
  });
  return [postmaster, ...children].map(Number);
}

async function frozen(folder: string): Promise<void> {
  const embedded = await startEmbedded({ dataDir: join(folder, 'data'), log: () => undefined });
  const office = await open({ DATABASE_URL: embedded.url, SEAL_KEY: KEY, DATA_DIR: join(folder, 'files') });
  const processes = processesOf(join(folder, 'data', 'postgres'));
  const watch = watching(office);
  for (const pid of processes) process.kill(pid, 'SIGSTOP');
  const began = performance.now();
  let told: number[];
  try {
    const answers = await Promise.all([
      office.comment(),
      office.get('/api/cases'),
      reached(office, '/api/health/live'),
      reached(office, '/metrics'),
    ]);
    told = answers.map(({ ms }) => ms);
    must(
      answers.slice(0, 2).every(({ status, retryAfter }) => status === 503 && retryAfter !== null) &&
        Math.max(...told) < LIMITS.told,
      `frozen: a command gets ${answers[0]!.status} after ${told[0]} ms, the list ${answers[1]!.status} after ${told[1]} ms, with Retry-After`,
    );
    must(
      answers.slice(2).every(({ status }) => status === 200),
      `live answers after ${told[2]} ms, /metrics after ${told[3]} ms`,
    );
    await pause(Math.max(0, LASTS - (performance.now() - began)));
  } finally {
    for (const pid of processes) process.kill(pid, 'SIGCONT');
  }
  const good = await untilGood(office);
  const { most, reasons } = await watch();
  must(most < LIMITS.ready, `ready answers within ${most} ms all the while: ${reasons.join(', ')}`);
  must(
    good < LIMITS.good,
    `good again ${good} ms after ${Math.round((performance.now() - began - good) / 1000)} s of it`,
  );
  await office.traffic.more(COMMANDS);
  await judge(office, embedded.url);
  await embedded.stop();
}

async function disk(folder: string): Promise<void> {
  const place = join(folder, 'disk');
  mkdirSync(place);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}m,mode=755`, 'tmpfs', place], {
    encoding: 'utf8',
  });
  if (mounted.status !== 0) return print(`  not run: no file system can be mounted here (${mounted.stderr.trim()})`);
  try {
    const data = join(place, 'data');
    const office = await open({ DATA_DIR: data });
    const watch = watching(office);
    const ballast = join(place, 'ballast');
    const file = openSync(ballast, 'w');
    const fill = (): void => {
      for (let size = 2 ** 20; size >= 4096;)
        try {
          if (writeSync(file, Buffer.alloc(size)) < size) size /= 2;
        } catch {
          size /= 2;
        }
    };
    const began = performance.now();
    let refused: (Answer & { ms: number }) | undefined;
    // What the database has in reserve is used up by people who go on working.
    while (performance.now() - began < LASTS || (refused === undefined && performance.now() - began < 5 * LASTS)) {
      fill();
      const answers = await Promise.all(Array.from({ length: SENDERS }, () => office.comment()));
      refused ??= answers.find(({ status }) => status !== 200);
    }
    must(
      refused?.status === 503 && refused.ms < LIMITS.told,
      `disk full: a command gets ${refused?.status} after ${refused?.ms} ms (${String(refused?.body['code'])})`,
    );
    const list = await office.get('/api/cases');
    print(`       the list answers ${list.status} after ${list.ms} ms`);
    closeSync(file);
    rmSync(ballast);
    const good = await untilGood(office);
    const { most, reasons } = await watch();
    must(
      most < LIMITS.ready && reasons.includes('database.diskFull'),
      `ready answers within ${most} ms all the while: ${reasons.join(', ')}`,
    );
    must(good < LIMITS.good, `good again ${good} ms after it was freed`);
    await office.traffic.more(COMMANDS);
    const beside = await startEmbedded({ dataDir: data, log: () => undefined });
    await judge({ ...office, settings: { SEAL_KEY: '', DATA_DIR: data } }, beside.url);
    await beside.stop();
  } finally {
    await pause(500);
    spawnSync('umount', ['-l', place]);
  }
}

async function partition(folder: string): Promise<void> {
  const pair = await startPair(folder);
  const lines = await Promise.all(pair.hosts.map((host) => databaseLine({ host, port: pair.port })));
  const at = (address: string): string => pair.url.replace(/@[^/]+\//, `@${address}/`);
  const office = await open({
    ...{
      DATABASE_URL: at(lines.map(({ address }) => address).join(',')),
      SEAL_KEY: KEY,
      DATA_DIR: join(folder, 'files'),
    },
  });
  const watch = watching(office);
  lines[0]!.mood('silent');
  const began = performance.now();
  const { status, ms, retryAfter } = await office.comment();
  must(
    status === 503 && retryAfter !== null && ms < LIMITS.told,
    `cut off from the primary: a command gets ${status} after ${ms} ms, with Retry-After`,
  );
  await pause(Math.max(0, Math.min(LASTS, 20_000) - (performance.now() - began)));
  await pair.promote();
  const good = await untilGood(office);
  must(good < LIMITS.good, `good again ${good} ms after the standby was promoted`);
  await office.traffic.more(COMMANDS);
  const { most, reasons } = await watch();
  must(most < LIMITS.ready, `ready answers within ${most} ms all the while: ${reasons.join(', ')}`);
  lines[0]!.mood('well');
  await office.traffic.more(3 * COMMANDS);
  must(true, 'the line to the old primary, which takes writes, is well again');
  // Not by way of a line: it stands still while the command line works.
  await judge(office, pair.url.replace(/@[^,]+,/, '@').replace(/\?.*/, ''));
  await Promise.all(lines.map((line) => line.close()));
  await pair.stop();
}

async function locked(folder: string): Promise<void> {
  const embedded = await startEmbedded({ dataDir: join(folder, 'data'), log: () => undefined });
  const office = await open({ DATABASE_URL: embedded.url, SEAL_KEY: KEY, DATA_DIR: join(folder, 'files') }, 1);
  while (office.traffic.cases.length < CLIENTS + 2) await office.traffic.more(12);
  const holder = new pg.Client({ connectionString: embedded.url });
  await holder.connect();
  const [one, two, ...free] = office.traffic.cases;
  await holder.query('BEGIN');
  await holder.query('SELECT FROM rectification_case WHERE id = ANY($1) FOR UPDATE', [[one, two]]);
  const until = performance.now() + LASTS;
  const [held, times]: [(Answer & { ms: number })[], number[]] = [[], []];
  const refused: number[] = [];
  const knocking = [one, two].map(async (id) => {
    while (performance.now() < until) held.push(await office.comment(id));
  });
  const others = Array.from({ length: CLIENTS }, async (_, n) => {
    while (performance.now() < until) {
      const { status, ms } = await office.comment(free[n]);
      if (status === 200) times.push(ms);
      else refused.push(status);
    }
  });
  await Promise.all([...knocking, ...others]);
  await holder.query('COMMIT');
  await holder.end();
  times.sort((a, b) => a - b);
  const p99 = times[Math.floor((times.length - 1) * 0.99)]!;
  must(
    held.every(({ status, body, ms }) => status === 503 && body['code'] === 'case.held' && ms < LIMITS.told + 2_000),
    `two locked cases: ${held.length} commands on them got ${[...new Set(held.map(({ status, body }) => `${status} ${String(body['code'])}`))].join(', ')}, after ${Math.max(...held.map(({ ms }) => ms))} ms at most`,
  );
  must(
    refused.length === 0 && p99 < LIMITS.others,
    `${CLIENTS} clients on others meanwhile: ${times.length} commands, p50 ${times[times.length >> 1]} ms, p99 ${p99} ms, at most ${times.at(-1)} ms; ${refused.length} refused`,
  );
  const good = await untilGood(office);
  must(good < LIMITS.good, `the locked ones take commands again ${good} ms after they were freed`);
  await judge(office, embedded.url);
  await embedded.stop();
}

async function settings(folder: string): Promise<void> {
  const embedded = await startEmbedded({ dataDir: join(folder, 'data'), log: () => undefined });
  const own = { DATABASE_URL: embedded.url, SEAL_KEY: KEY, DATA_DIR: join(folder, 'files') };
  const office = await open(own);
  const other = Buffer.alloc(32, 9).toString('base64');
  for (const [what, more] of [
    ['another key', { SEAL_KEY: other }],
    ['another time zone', { OFFICE_TZ: 'Europe/Berlin' }],
  ] as const) {
    const began = performance.now();
    const server = new Server(what, ROOT, { ...own, ADMIN_PASSWORD: PASSWORD, ...more });
    const code = await server.ended;
    const way = /xiaohao (key|zone)/.exec(server.said)?.[0];
    must(
      code === 1 && way !== undefined && /[一-鿿]/.test(server.said) && !/\n\s+at /.test(server.said),
      `${what}: the start ends with ${code} after ${Math.round(performance.now() - began)} ms, in words, and names \`${way}\``,
    );
  }
  await office.traffic.more(COMMANDS);
  must(office.server.ready, 'the server that has the right ones goes on all the while');
  await judge(office, embedded.url);
  await embedded.stop();
}

const DRILLS: Record<string, (folder: string) => Promise<void>> = { disk, frozen, partition, locked, settings };

async function main(): Promise<void> {
  const unknown = positionals.filter((name) => !(name in DRILLS));
  if (unknown.length > 0) throw new Error(`there is no drill ${unknown.join(', ')}: ${Object.keys(DRILLS).join(', ')}`);
  build(ROOT);
  const folder = mkdtempSync(join(tmpdir(), 'xiaohao-faults-'));
  chmodSync(folder, 0o755);
  watchOver(folder);
  for (const [name, drill] of Object.entries(DRILLS)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    const place = join(folder, name);
    mkdirSync(place);
    print(name);
    await drill(place).catch((error: Error) => must(false, `${name}: ${error.stack ?? error.message}`));
  }
}

main().then(
  () => {
    print(faults.length === 0 ? 'faults: holds' : `faults: ${faults.length} do not hold`);
    process.exit(faults.length === 0 ? 0 : 1);
  },
  (error: unknown) => {
    print(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exit(1);
  },
);
