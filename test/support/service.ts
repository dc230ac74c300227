/** The service as its users start it: a process of its own, on a free port, with an embedded database in a temporary folder. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

/** The README's tour as it is written. */
export const tour = /## Five minutes[\s\S]*?```sh\n([\s\S]*?)```/.exec(
  readFileSync(join(root, 'README.md'), 'utf8'),
)![1]!;

/** The functions and accounts of the tour, without its meeting. */
export const tourDesk = tour.slice(0, tour.indexOf('# The clerk logs a meeting'));
/** The functions alone, for a tenant that has its accounts. */
export const tourTools = tour.slice(0, tour.indexOf('# The administrator opens'));

/** The tour is written for a shell with curl; where there is none, its tests are skipped. */
export const withCurl = spawnSync('curl', ['--version']).status === 0 && existsSync('/bin/bash') ? it : it.skip;

export interface Service {
  child: ChildProcess;
  url: string;
  /** Resolves when the process is gone. */
  gone: Promise<number | null>;
}

export interface Home {
  /** Starts the service on the same data each time. */
  start(more?: Record<string, string>): Promise<Service>;
  /** Ends what still runs and removes the folder. */
  remove(): Promise<void>;
}

/** A folder for the data of one tenant. */
export function makeHome(): Home {
  const folder = mkdtempSync(join(tmpdir(), 'xiaohao-home-'));
  const running = new Set<Service>();
  return {
    start: (more = {}) => start(folder, running, more),
    async remove() {
      for (const { child, gone } of running) {
        child.kill('SIGTERM');
        await gone;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((settle) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => settle(port));
    });
  });
}

async function start(folder: string, running: Set<Service>, more: Record<string, string>): Promise<Service> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(root, 'bin/start.cjs')], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: join(folder, 'data'),
      ADMIN_PASSWORD: 'tour-of-the-office',
      LOG_LEVEL: 'error',
      ...more,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise<number | null>((settle) => child.once('exit', settle));
  const service: Service = { child, url: `http://127.0.0.1:${port}`, gone };
  running.add(service);
  void gone.then(() => running.delete(service));
  await new Promise<void>((settle, fail) => {
    let said = '';
    child.stdout!.on('data', (chunk: Buffer) => {
      said += String(chunk);
      if (said.includes('listens on')) settle();
    });
    void gone.then((code) => fail(new Error(`the service ended with ${code}: ${said}`)));
  });
  return service;
}

/** What a shell script prints that talks to the service; throws with its output where it fails. */
export const run = (service: Service, script: string): string => {
  const done = spawnSync('/bin/bash', ['-euo', 'pipefail', '-c', script], {
    env: { ...process.env, PASSWORD: 'tour-of-the-office', URL: service.url },
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`${done.stdout}\n${done.stderr}`);
  return done.stdout;
};
