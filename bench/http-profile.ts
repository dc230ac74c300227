/** `npm run bench:http-profile`: where the time of a command over HTTP goes, by process, by statement and by package. With PROFILE=<file> the
 *  profile itself is kept, for the tools of a browser. */
import { writeFileSync } from 'node:fs';
import type { Profiler } from 'node:inspector';
import pg from 'pg';
import { startCluster, type BenchCluster } from './bench-cluster.js';
import { CLIENTS, executorSteps, drive, httpSteps, prepare, TODAY, type TakeStep } from './http-load.js';
import type { Profile, Usage } from './http-server.js';
import { startService } from './http-service.js';
import { STEPS } from './events.js';
import { serverTime } from './processor-time.js';

const WARMING = Number(process.env['WARMING'] ?? 400);
const CASES = Number(process.env['CASES'] ?? 100);
const EVENTS = CASES * STEPS.length;
/** Packages with less than this share of the profile are not printed. */
const LEAST_SHARE = 0.01;

interface Times {
  rate: number;
  node: number;
  client: number;
  database: number;
}

/** Package, folder of ours or part of node that a function belongs to. */
function ownerOf({ functionName, url }: Profiler.ProfileNode['callFrame']): string {
  if (url === '') return /^\(/.test(functionName) ? functionName : 'system calls and other native code';
  const inner = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? /\/(src\/[^/]+)/.exec(url)?.[1];
  return inner ?? (url.startsWith('node:') ? 'node' : 'bench');
}

/** Share of the busy time spent in the code of each owner itself, largest first. */
function sharesOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): [string, number][] {
  const owners = new Map(nodes.map(({ id, callFrame }) => [id, ownerOf(callFrame)]));
  const times = new Map<string, number>();
  samples.forEach((id, at) => {
    const owner = owners.get(id)!;
    if (owner !== '(idle)' && owner !== '(program)') times.set(owner, (times.get(owner) ?? 0) + timeDeltas[at]!);
  });
  const busy = [...times.values()].reduce((sum, time) => sum + time, 0);
  return [...times].map(([owner, time]): [string, number] => [owner, time / busy]).sort((a, b) => b[1] - a[1]);
}

async function timed(
  ids: string[],
  step: TakeStep,
  node: () => Promise<number>,
  database: () => number,
): Promise<Times> {
  const from = { node: await node(), client: process.cpuUsage(), database: database() };
  const rate = await drive(ids, step);
  const { user, system } = process.cpuUsage(from.client);
  return {
    rate,
    node: ((await node()) - from.node) / EVENTS,
    client: (user + system) / EVENTS,
    database: (database() - from.database) / EVENTS,
  };
}

const line = (name: string, { rate, node, client, database }: Times): string =>
  `${name.padEnd(10)} ${rate.toFixed(0).padStart(6)} events/s; processor per event, µs: node ${node.toFixed(0)}, clients ${client.toFixed(0)}, PostgreSQL ${database.toFixed(0)}`;

async function show(cluster: BenchCluster, database: () => number): Promise<void> {
  const base = await cluster.open('profile_base');
  const { fixture, ids } = await prepare(base, WARMING + 2 * CASES);
  await base.close();
  const [warm, first, second] = [ids.slice(0, WARMING), ids.slice(WARMING, WARMING + CASES), ids.slice(-CASES)];

  const own = await cluster.open('profile_door', 'profile_base');
  const atExecutor = executorSteps(own, fixture);
  await (await cluster.open('profile_http', 'profile_base')).close();
  const service = await startService(cluster.url('profile_http'), TODAY);
  const used = async (): Promise<number> => (await service.ask<Usage>('usage')).cpu;

  await drive(warm, atExecutor);
  const executor = await timed(first, atExecutor, () => Promise.resolve(0), database);
  // Connected only now: the service closes connections on which nothing comes.
  const { step: overHttp, close } = await httpSteps(service.address);
  await drive(warm, overHttp);
  const http = await timed(first, overHttp, used, database);
  await service.ask('beginProfile');
  await drive(second, overHttp);
  const { profile, statements } = await service.ask<Profile>('endProfile');
  close();
  await service.stop();
  await own.close();

  const keep = process.env['PROFILE'];
  if (keep !== undefined) writeFileSync(keep, JSON.stringify(profile));
  console.log(`${CLIENTS} clients`);
  console.log(line('door', { ...executor, node: executor.client, client: 0 }));
  console.log(line('over HTTP', http));
  console.log('statements per event, with the profiler on:');
  for (const [name, count] of groupedByPurpose(statements)) console.log(`  ${(count / EVENTS).toFixed(2)} ${name}`);
  console.log('share of the server process by owner of the code itself:');
  for (const [owner, share] of sharesOf(profile)) {
    if (share >= LEAST_SHARE) console.log(`  ${(share * 100).toFixed(0).padStart(2)} % ${owner}`);
  }
}

/** All shapes of the commit are one statement to a reader. */
function groupedByPurpose(statements: Record<string, number>): [string, number][] {
  const sums = new Map<string, number>();
  for (const [name, count] of Object.entries(statements)) {
    const purpose = name.startsWith('commit-') ? 'commit' : name;
    sums.set(purpose, (sums.get(purpose) ?? 0) + count);
  }
  return [...sums].sort((a, b) => b[1] - a[1]);
}

async function main(): Promise<void> {
  const cluster = await startCluster();
  const client = new pg.Client({ connectionString: cluster.url('postgres') });
  try {
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await show(cluster, () => serverTime(rows[0]!.pid));
  } finally {
    await client.end();
    await cluster.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
