/** Starts the service for the bench as its users run it: a process of its own, reached over a socket. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Question } from './http-server.js';

export interface BenchService {
  /** Where it listens, such as `http://127.0.0.1:3000`. */
  address: string;
  ask<T>(question: Exclude<Question, 'stop'>): Promise<T>;
  stop(): Promise<void>;
}

/** The service on the database at `url`; its clock starts at the instant `now` (ISO 8601). */
export async function startService(url: string, now: string): Promise<BenchService> {
  const folder = mkdtempSync(join(tmpdir(), 'xiaohao-bench-http-'));
  const child = fork(join(__dirname, 'http-server.ts'), [], {
    execArgv: ['-r', join(__dirname, '../test/support/run-typescript.cjs')],
    env: {
      ...process.env,
      DATABASE_URL: url,
      DATA_DIR: folder,
      PORT: '0',
      RUN: 'http',
      CLOCK_START: now,
      LOG_LEVEL: 'error',
    },
  });
  const hear = async (): Promise<unknown> => ((await once(child, 'message')) as [{ told: unknown }])[0].told;
  const address = (await hear()) as string;
  return {
    address,
    async ask<T>(question: Question) {
      const told = hear();
      child.send(question);
      return (await told) as T;
    },
    async stop() {
      child.send('stop');
      await once(child, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
