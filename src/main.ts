/** Starts the service: opens the tenant, serves HTTP, runs the jobs, and stops in order when asked to. */
import 'reflect-metadata';
import { createApplication } from './application.js';
import { openTenant } from './bootstrap.js';
import { SystemClock } from './clock.js';
import { type Config, readConfig } from './config.js';
import { demonstrate } from './demo/demo.js';
import { recomputeDues } from './executor/recompute-dues.js';
import { CommandExecutor } from './executor/command-executor.js';
import { CaseStore } from './store/cases/case.store.js';
import { NestLog } from './http/nest-log.js';
import { levelOf } from './http/request-log.js';
import { serviceLog } from './service-log.js';
import { startRefusal } from './start-refusal.js';

export interface Running {
  /** Where it listens, such as `http://127.0.0.1:3000`; null where RUN does not name http and there is no HEALTH_PORT. */
  url: string | null;
  /** Takes no more requests, finishes those under way, closes the database. May be called twice. */
  stop(): Promise<void>;
}

/** Connections that wait to be taken; the system's own limit is lower as a rule (net.core.somaxconn). */
const BACKLOG = 8_192;
/** Requests under way get this long, then their connections are cut; the promise is to be gone within 10 s. */
const PATIENCE_MS = 6_000;
const LAST_CALL_MS = 9_500;
/** As long as a first start may take on a slow disk. */
const HANGING_START_MS = 60_000;

/** The running service. Refuses what openTenant refuses, and a port that is taken; nothing stays open then. `signal` ends a start that
 *  still waits for its database, with its reason. */
export async function bootstrap(
  config: Config,
  print: (line: string) => void = say,
  signal?: AbortSignal,
): Promise<Running> {
  const log = serviceLog(config.logLevel);
  const clock = new SystemClock(config.clockStart);
  const tenant = await openTenant(config, clock, (message) => log.info(message), { say: print, signal });
  let app: Awaited<ReturnType<typeof createApplication>> | undefined;
  const end = async (): Promise<void> => {
    const cut = setTimeout(() => app?.getHttpServer().closeAllConnections(), PATIENCE_MS);
    try {
      await app?.close();
    } finally {
      clearTimeout(cut);
      await tenant.database.close();
    }
  };
  try {
    // Before the application, since its jobs live in the present.
    if (config.demo) await demonstrate(tenant, config, clock.now(), print);
    app = await createApplication(
      { config, clock, ...tenant },
      { logger: new NestLog(log), onRequest: (line) => log[levelOf(line)](line, 'request') },
    );
    // A newer release may know years that the last start did not: the due days that were waiting for them move now.
    for (const year of tenant.firstAccount === null ? tenant.newYears : []) {
      await recomputeDues(app.get(CommandExecutor), app.get(CaseStore), year, clock.now());
    }
    const port = config.run.http ? config.port : config.healthPort;
    if (port !== undefined) await listen(app, { host: config.host, port });
    const url = port === undefined ? null : await app.getUrl();
    if (tenant.firstAccount !== null) {
      const { username, password } = tenant.firstAccount;
      print(`首个账号 / first account: ${username}　${password === null ? '（ADMIN_PASSWORD）' : password}`);
    }
    if (config.run.http) print(`销号已启动 / Xiaohao listens on ${url}`);
    else print(`销号：后台任务运行中 / Xiaohao: jobs running${url === null ? '' : `，${url}/api/health/ready`}`);
    let stopping: Promise<void> | undefined;
    return { url, stop: () => (stopping ??= end()) };
  } catch (error) {
    await end(); // a port that is taken must not leave the jobs running
    throw error;
  }
}

/** The service of this process: started from the environment, stopped by SIGTERM or SIGINT with exit code 0. */
export async function main(): Promise<void> {
  // Whoever read what it prints is gone: a broken pipe is no reason to end, and unheard it would.
  for (const out of [process.stdout, process.stderr]) out.on('error', () => undefined);
  try {
    const waiting = new AbortController();
    let asked = false;
    const stop = (): void => {
      if (asked) return;
      asked = true;
      waiting.abort();
      // A start that is under way is finished first, so that it leaves nothing half made; one that hangs is not waited for.
      const hangs = setTimeout(() => process.exit(1), HANGING_START_MS);
      running
        .then(({ stop: end }) => {
          clearTimeout(hangs);
          setTimeout(() => process.exit(1), LAST_CALL_MS).unref();
          return end();
        })
        .then(
          () => process.exit(0),
          (error: unknown) => (error === waiting.signal.reason ? process.exit(0) : fail(error)),
        );
    };
    // Before anything is begun: the first thing that a start does could else be cut off in the middle.
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
    // the window of a terminal was closed: without it the process would be gone at once, and its database stay behind
    process.on('SIGHUP', stop);
    const running = bootstrap(readConfig(process.env), say, waiting.signal);
    await running;
  } catch (error) {
    if (!(error instanceof Error && error.name === 'AbortError')) fail(error);
  }
}

/** Nest hands further arguments on to Node, and does not say so. A flood that finds the system's queue full is not refused but left to try again
 *  after seconds, balancers' questions too: so the queue is as long as the system allows. */
async function listen(
  app: Awaited<ReturnType<typeof createApplication>>,
  { host, port }: Pick<Config, 'host' | 'port'>,
): Promise<void> {
  const open = app as unknown as { listen: (port: number, host: string, backlog: number) => Promise<unknown> };
  await open.listen(port, host, BACKLOG);
}

/** Prints why it cannot run, in both languages where that is known, and ends the process with code 1. */
function fail(error: unknown): never {
  const said = startRefusal(error);
  if (said !== undefined) process.stderr.write(`${said.messageZh}\n${said.message}\n`);
  else process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

if (require.main === module) void main();
