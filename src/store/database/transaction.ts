/** One transaction on one connection of the pool. */
import type pg from 'pg';
import { afterSending } from './database-fault.js';

/** For several reads that must agree with each other. */
export const ONE_SNAPSHOT = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';

/** What `work` answers, after COMMIT; whatever it throws, after ROLLBACK. A connection on which even that fails is thrown away, and so is
 *  every one on which something failed where `afterFault` says `close`: in the middle of a COPY it takes no ROLLBACK.
 *  Throws OutcomeUnknown where the connection was lost between sending COMMIT and hearing of it. */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
  begin = 'BEGIN',
  afterFault: 'rollback' | 'close' = 'rollback',
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A connection that breaks between two statements says so by an event, which would end the process if nobody listened.
  const onLoss = (error: Error): void => {
    broken = error;
  };
  client.on('error', onLoss);
  try {
    await client.query(begin);
    const result = await work(client);
    await commit(client);
    return result;
  } catch (error) {
    if (afterFault === 'close') broken = error as Error;
    else {
      await client.query('ROLLBACK').catch((fault: Error) => {
        broken = fault;
      });
    }
    throw error;
  } finally {
    client.off('error', onLoss);
    client.release(broken);
  }
}

async function commit(client: pg.PoolClient): Promise<void> {
  const { command } = await client.query('COMMIT').catch((error: unknown) => {
    throw afterSending(error);
  });
  // PostgreSQL answers the COMMIT of a failed transaction with ROLLBACK and no error.
  if (command !== 'COMMIT') throw new Error(`the transaction was rolled back (${command})`);
}
