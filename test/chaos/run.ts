/** The chaos run: `npm run test:chaos -- --kills 40 --seed 7`; `--minutes 10` goes on for at least so long, `--own` takes a PostgreSQL of one's own.
 *  Four servers on one database under mixed commands and sweeps, killed at random, the database restarted at random; afterwards nothing
 *  acknowledged may be lost and nothing may have happened twice, and at no moment may a late case have nothing armed that brings it up again. How far
 *  it has come is counted in commands, so that it proves as much on a slow machine. */
import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { chmod, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Refused } from '../../src/domain/errors.js';
import { stepId, type Intent } from '../../src/executor/intent.js';
import { sweep } from '../../src/executor/sweep.js';
import { openDatabase } from '../../src/store/database/database.js';
import { startEmbedded } from '../../src/store/database/embedded/launcher.js';
import { migrate, releasedMigrations } from '../../src/store/database/migrate.js';
import { startOwn } from '../support/own-server.js';
import { openFixture2 } from '../support/fixture-2.js';
import { watchOver } from '../support/watchdog.js';
import { judge, lookForNextDates, type Told } from './judge.js';
import { BEGIN, tenantTime, randomOf, type Pace } from './traffic.js';
import type { Said, WorkerOrder } from './worker.js';

const SERVERS = 4;
/** So many commands are acknowledged between one kill and the next, at least; a restart of the database takes twice as many. */
const BETWEEN = 25;
/** A run in which nothing was acknowledged for so long is stuck; milliseconds. */
const STUCK = 120_000;
const DAY = 86_400_000;
/** Of the tenant's time, however short the run is: the whole ladder is climbed. */
const DAYS = 60;

const { values: options } = parseArgs({
  options: {
    kills: { type: 'string', default: '40' },
    minutes: { type: 'string', default: '0' },
    own: { type: 'boolean', default: false },
    seed: { type: 'string' },
  },
});
const kills = Number(options.kills);
const restarts = Math.ceil(kills / 2);
const until = performance.now() + Number(options.minutes) * 60_000;
const goesOn = (done: number, least: number): boolean => done < least || performance.now() < until;
const seed = Number(options.seed ?? Math.floor(Math.random() * 1e9));
const heard = new EventEmitter();
const print = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  print(`chaos: ${kills} kills, --seed ${seed}${options.own ? ', on a PostgreSQL of its own' : ''}`);
  const folder = await mkdtemp(join(tmpdir(), 'xiaohao-chaos-'));
  await chmod(folder, 0o755);
  watchOver(folder);
  const dataDir = join(folder, 'data');
  const server = options.own ? await ownServer(folder) : await embeddedServer(dataDir);
  const settings = { databaseUrl: server.url, dataDir, entities: [], log: () => undefined };
  const database = await openDatabase({ ...settings, migrations: releasedMigrations() });
  await migrate(database);
  const pace: Pace = { startedAt: Date.now(), speed: (3 * DAY) / 1000 };
  const fixture = await openFixture2(database, undefined, () => tenantTime(pace));
  const told: Told = {
    sent: new Map(),
    acked: new Map(),
    refused: [],
    kills: 0,
    restarts: 0,
    ended: [],
    withoutDate: [],
    looks: 0,
  };
  const random = randomOf(seed);
  const servers = new Set<Server>();
  const begin = (): void =>
    void servers.add(new Server({ url: server.url, seed: Math.floor(random() * 1e9), pace }, told));
  for (let n = 0; n < SERVERS; n += 1) begin();

  const acknowledged = async (more: number): Promise<void> => {
    for (const wanted = told.acked.size + more; told.acked.size < wanted;)
      await once(heard, 'ack', { signal: AbortSignal.timeout(STUCK) });
    await pause(random() * 500); // and at any moment of what follows
  };
  const killing = async (): Promise<void> => {
    while (goesOn(told.kills, kills)) {
      await acknowledged(BETWEEN);
      const victim = [...servers][Math.floor(random() * servers.size)]!;
      servers.delete(victim);
      await victim.kill();
      told.kills += 1;
      await lookForNextDates(database.pool, told, tenantTime(pace));
      begin();
    }
  };
  const restarting = async (): Promise<void> => {
    while (goesOn(told.restarts, restarts)) {
      await acknowledged(2 * BETWEEN);
      await server.crash(); // immediate: no checkpoint, no farewell; it is started again
      told.restarts += 1;
    }
  };
  await Promise.all([killing(), restarting()]);
  await acknowledged(BETWEEN);
  await Promise.all([...servers].map((server) => server.stop()));
  await databaseAnswers(() => database.pool.query('SELECT 1'));

  // Whoever got no answer asks again with the same ids.
  const open = [...told.sent].filter(([, { answered }]) => !answered);
  for (const [, { intent }] of open) {
    const ids = intent.steps.map(stepId);
    await fixture.executor.execute(intent).then(
      (done) => ids.forEach((id, at) => told.acked.set(id, done[at]!.state.version)),
      (error: unknown) => {
        if (!(error instanceof Refused) || error.status === 503) throw error;
      },
    );
  }
  const end = Math.max(tenantTime(pace), BEGIN + DAYS * DAY);
  while ((await sweep(fixture.dependencies, end, 500)).claimed > 0);

  const { lines, faults } = await judge(database.pool, fixture.dependencies.workflows, told, end);
  print(
    `${told.kills} kills, ${told.restarts} restarts; ${told.sent.size} sent, ${told.acked.size} acknowledged, ${told.refused.length} refused, ${open.length} asked again at the end`,
  );
  lines.forEach(print);
  faults.slice(0, 50).forEach((fault) => print(`FAULT ${fault}`));
  await database.close();
  await server.stop();
  print(faults.length === 0 ? 'chaos: holds' : `chaos: ${faults.length} faults, --seed ${seed}`);
  return faults.length === 0 ? 0 : 1;
}

/** The database of the run, and how it ends suddenly: whoever keeps it starts it again. */
interface Crashing {
  url: string;
  crash: () => Promise<void>;
  stop: () => Promise<void>;
}

async function embeddedServer(dataDir: string): Promise<Crashing> {
  const { url, stop } = await startEmbedded({ dataDir, log: () => undefined });
  const crash = async (): Promise<void> => {
    const pid = Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
    process.kill(pid, 'SIGQUIT');
  };
  return { url, crash, stop };
}

async function ownServer(folder: string): Promise<Crashing> {
  const { url, crash, stop } = await startOwn(folder);
  return { url, crash: async () => crash(), stop };
}

/** A worker process and what it said. */
class Server {
  private readonly child: ChildProcess;
  private readonly closed: Promise<unknown>;
  private killed = false;
  private hung = false;
  private ready = false;

  constructor(order: WorkerOrder, told: Told) {
    const loader = join(__dirname, '..', 'support', 'run-typescript.cjs');
    this.child = spawn(process.execPath, ['-r', loader, join(__dirname, 'worker.ts'), JSON.stringify(order)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let complaint = '';
    this.child.stderr!.on('data', (chunk: Buffer) => (complaint += String(chunk)));
    createInterface(this.child.stdout!).on('line', (line) => {
      this.ready = true;
      hear(line, told);
    });
    this.closed = once(this.child, 'close').then(([code, signal]: (number | string | null)[]) => {
      if (this.killed || code === 0) return;
      const how = this.hung ? `did not stop within ${STUCK / 1000} s` : `ended by itself with ${code ?? signal}`;
      told.ended.push(`a server ${how}: ${complaint.slice(0, 2000)}`);
    });
  }

  async kill(): Promise<void> {
    this.killed = true;
    this.child.kill('SIGKILL');
    await this.closed;
  }

  /** Orderly: it answers everything it took, however long that takes on a busy machine. One that is still loading is simply killed. */
  async stop(): Promise<void> {
    if (!this.ready) return this.kill();
    this.child.kill('SIGTERM');
    const late = setTimeout(() => {
      this.hung = true;
      this.child.kill('SIGKILL');
    }, STUCK);
    await this.closed;
    clearTimeout(late);
  }
}

function hear(line: string, told: Told): void {
  let said: Said;
  try {
    said = JSON.parse(line) as Said;
  } catch {
    return; // the last line of a killed process
  }
  if (said.t === 'send') told.sent.set(said.key, { intent: said.intent as Intent, answered: false });
  if (said.t === 'ack' || said.t === 'refused') told.sent.get(said.key)!.answered = true;
  if (said.t === 'ack') {
    said.ids.forEach((id, at) => told.acked.set(id, said.seqs[at]!));
    heard.emit('ack');
  }
  if (said.t === 'refused' && said.firstTry) told.refused.push(...said.ids);
}

async function databaseAnswers(ask: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await ask();
      return;
    } catch (error) {
      if (tries > 200) throw error;
      await pause(100);
    }
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    print(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exit(1);
  },
);
