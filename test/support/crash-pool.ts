/** A pool that loses its connection at a named point: before or after the n-th statement it sends. Only tests know it: the service
 *  is given a pool like any other. */
import pg from 'pg';
import type { Database } from '../../src/store/database/database.js';

export type Moment = 'before' | 'after';
/** What happens there: the backend is ended, or the answer is an error that this function makes. */
export type Crash = (pid: number) => Promise<Error | undefined>;

interface Armed {
  at: number;
  moment: Moment;
  crash: Crash;
}

export interface CrashPool {
  pool: pg.Pool;
  /** Loses the connection at the `at`-th statement from now on (0 is the next), once. */
  arm(at: number, moment: Moment, crash?: Crash): void;
  /** Names of the statements sent since the last call, in their order. */
  sent(): string[];
  close(): Promise<void>;
}

type Query = (...args: unknown[]) => Promise<unknown>;

/** A pool onto the same database; `database` ends the backends and must be another pool. */
export function crashPool(database: Pick<Database, 'connection' | 'pool'>, max = 4): CrashPool {
  let armed: Armed | undefined;
  let statements: string[] = [];

  /** Resolves when the server has no such backend any more: from then on nothing of it can still be written. */
  const end: Crash = async (pid) => {
    await database.pool.query('SELECT pg_terminate_backend($1)', [pid]);
    for (;;) {
      const { rowCount } = await database.pool.query('SELECT 1 FROM pg_stat_activity WHERE pid = $1', [pid]);
      if (rowCount === 0) return new Error('Connection terminated unexpectedly');
    }
  };

  class CrashingClient extends pg.Client {
    override query(...args: unknown[]): never {
      const own = pg.Client.prototype.query as unknown as Query;
      const callback = args.at(-1);
      const answer = this.answer(own, typeof callback === 'function' ? args.slice(0, -1) : args);
      if (typeof callback !== 'function') return answer as never;
      const tell = callback as (error: unknown, result?: unknown) => void;
      answer.then(
        (result) => tell(null, result),
        (error: unknown) => tell(error),
      );
      return undefined as never;
    }

    private async answer(own: Query, args: unknown[]): Promise<unknown> {
      const first = args[0];
      const { name, text } = typeof first === 'string' ? { text: first } : (first as { name?: string; text: string });
      statements.push(name ?? text.slice(0, 40));
      const hit = armed?.at === statements.length - 1 ? armed : undefined;
      if (hit !== undefined) armed = undefined;
      const pid = (this as unknown as { processID: number }).processID;
      if (hit?.moment === 'before') {
        const error = await hit.crash(pid);
        if (error !== undefined && hit.crash !== end) throw error;
      }
      const answer = own.apply(this, args);
      if (hit?.moment !== 'after') return answer;
      await answer.catch(() => undefined);
      const error = await hit.crash(pid);
      if (error !== undefined) throw error;
      return answer;
    }
  }

  const pool = new pg.Pool({ ...database.connection, max, Client: CrashingClient } as unknown as pg.PoolConfig);
  pool.on('error', () => undefined);
  return {
    pool,
    arm: (at, moment, crash = end) => {
      statements = [];
      armed = { at, moment, crash };
    },
    sent: () => {
      const seen = statements;
      statements = [];
      return seen;
    },
    close: () => pool.end(),
  };
}
