/** Lets a start wait for its database: they are often switched on together, and the database takes longer. */
import { setTimeout as pause } from 'node:timers/promises';
import { OLDER_SERVERS } from './bring-tables.js';
import { isConnectionLoss } from './database-fault.js';

export interface WaitOptions {
  /** Milliseconds; 0: one attempt. */
  most: number;
  /** Told every few seconds what is waited for. */
  say: (line: string) => void;
  /** Ends the waiting: whoever asked for the start asks no more. */
  signal?: AbortSignal | undefined;
}

const BETWEEN_MS = 1_000;
const SAYS_EVERY_MS = 5_000;

/** What `attempt` answers, tried again while the database is out of reach, starting, or no primary, or an
 *  older server is still connected that its upgrade would break. Throws everything else at once, the
 *  last fault when the time is over, and the signal's reason. */
export async function waitForDatabase<T>(attempt: () => Promise<T>, { most, say, signal }: WaitOptions): Promise<T> {
  const began = performance.now();
  let saidAt = -SAYS_EVERY_MS;
  for (;;) {
    signal?.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      const waited = performance.now() - began;
      if (!isOutOfReach(error) || waited >= most) throw error;
      if (waited - saidAt >= SAYS_EVERY_MS) {
        saidAt = waited;
        const why = String(((error as Error).cause as Error | undefined)?.message ?? (error as Error).message);
        const [so, limit] = [Math.round(waited / 1000), Math.round(most / 1000)];
        say(`等待数据库（已 ${so} 秒，最多 ${limit} 秒）：${why}`);
        say(`waiting for the database (${so} s of ${limit} s): ${why}`);
      }
    }
    await pause(BETWEEN_MS, undefined, { signal }).catch(() => signal?.throwIfAborted());
  }
}

/** The fault itself, or what a refusal of the start was made of. */
function isOutOfReach(error: unknown): boolean {
  const { cause } = error as { cause?: unknown };
  return (
    (error as { code?: unknown }).code === OLDER_SERVERS ||
    isConnectionLoss(error) ||
    (cause instanceof Error && isConnectionLoss(cause))
  );
}
