/** Rows as files and back, through the connection: the server of the bench may run as another user than the bench. */
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/** Writes what the query finds into the file. */
export async function copyOut(pool: Pool, query: string, format: string, file: string): Promise<void> {
  const client = await pool.connect();
  try {
    await pipeline(client.query(copyTo(`COPY (${query}) TO STDOUT (FORMAT ${format})`)), createWriteStream(file));
  } finally {
    client.release();
  }
}

/** Writes the file's rows into the table. */
export async function copyIn(client: PoolClient, table: string, format: string, file: string): Promise<void> {
  await pipeline(createReadStream(file), client.query(copyFrom(`COPY ${table} FROM STDIN (FORMAT ${format})`)));
}
