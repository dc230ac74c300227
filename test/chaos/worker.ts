/** One server of the chaos run: an executor with many senders and a sweep, on its own pools. It tells what it sends before it sends it, and
 *  what it was answered; it may be killed at any moment and must never end by itself. */
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import { fullContext, type CaseContext } from '../../src/domain/case.js';
import { Refused } from '../../src/domain/errors.js';
import { CommandExecutor } from '../../src/executor/command-executor.js';
import { stepId, type Intent } from '../../src/executor/intent.js';
import type { Dependencies } from '../../src/executor/run-batch.js';
import { sweep } from '../../src/executor/sweep.js';
import { Workflows } from '../../src/engine/workflow.js';
import { CaseStore } from '../../src/store/cases/case.store.js';
import { openDatabase, type Database } from '../../src/store/database/database.js';
import { HistoryStore } from '../../src/store/cases/history.store.js';
import { rectification2, refs } from '../support/engine.js';
import { tenantTime, collectionFor, commandFor, oneOf, randomOf, type Pace, type Seen } from './traffic.js';

export interface WorkerOrder {
  url: string;
  seed: number;
  pace: Pace;
}

/** What a worker says, one JSON line each. */
export type Said =
  | { t: 'ready' }
  | { t: 'send'; key: string; intent: Intent }
  | { t: 'ack'; key: string; ids: string[]; seqs: number[]; repeated: boolean }
  | { t: 'refused'; key: string; ids: string[]; code: string; firstTry: boolean }
  | { t: 'swept'; fired: number };

const SENDERS = 12;
const say = (said: Said): void => void process.stdout.write(`${JSON.stringify(said)}\n`);

async function main(): Promise<void> {
  const order = JSON.parse(process.argv[2] ?? '') as WorkerOrder;
  const database = await opened(order.url);
  const now = (): number => tenantTime(order.pace);
  const dependencies: Dependencies = {
    cases: new CaseStore(database),
    referenceData: { current: () => refs, version: () => 1, refresh: () => Promise.resolve() },
    workflows: new Workflows([rectification2]),
    now,
  };
  const executor = new CommandExecutor(dependencies, new HistoryStore(database));
  let stopping = false;
  process.once('SIGTERM', () => (stopping = true));
  say({ t: 'ready' });
  const random = randomOf(order.seed);
  let open: Seen[] = [];
  const isOver = (): boolean => stopping;

  const look = async (): Promise<void> => {
    while (!isOver()) {
      const found = await database.pool
        .query<{ id: string; place: string; context: Partial<CaseContext> }>(
          `SELECT id, place, context FROM rectification_case WHERE stage <> 'closed' ORDER BY random() LIMIT 60`,
        )
        .catch(() => undefined);
      open = found?.rows.map((row) => ({ ...row, context: fullContext(row.context) })) ?? open;
      await pause(150);
    }
  };
  const send = async (): Promise<void> => {
    while (!isOver()) {
      const fresh = open.length < 20 || random() < 0.15;
      const intent = fresh
        ? collectionFor(now(), random)
        : commandFor(oneOf(open, random), oneOf(open, random).id, now(), random);
      await carryOut(executor, intent, isOver);
    }
  };
  const clean = async (): Promise<void> => {
    while (!isOver()) {
      const swept = await sweep(dependencies, now(), 50).catch(() => undefined);
      if (swept !== undefined && swept.fired > 0) say({ t: 'swept', fired: swept.fired });
      if (swept === undefined || swept.claimed === 0) await pause(100);
    }
  };
  await Promise.all([look(), clean(), ...Array.from({ length: SENDERS }, send)]);
  await executor.drain();
  await database.close();
}

/** Sends until there is an answer: a 503 is followed by the same ids again, as Retry-After asks. */
async function carryOut(executor: CommandExecutor, intent: Intent, isOver: () => boolean): Promise<void> {
  const key = uuid();
  const ids = intent.steps.map(stepId);
  say({ t: 'send', key, intent });
  for (let firstTry = true; !isOver(); firstTry = false) {
    try {
      const done = await executor.execute(intent);
      const seqs = done.map(({ state }) => state.version);
      return say({ t: 'ack', key, ids, seqs, repeated: done[0]!.repeated });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.status !== 503) return say({ t: 'refused', key, ids, code: error.code, firstTry });
      await pause(Number(error.details?.['retryAfterSeconds']) * 200);
    }
  }
}

async function opened(databaseUrl: string): Promise<Database> {
  for (;;) {
    try {
      return await openDatabase({
        databaseUrl,
        dataDir: '',
        entities: [],
        migrations: [],
        poolSize: 4,
        log: () => undefined,
      });
    } catch {
      await pause(100); // the database is being restarted
    }
  }
}

void main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
