/** The four counts of the closure rates straight from the cases, where everything lies in columns: DuckDB, in this process. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Pool } from 'pg';
import { copyOut } from './copy-files.js';

/** The cases of the database in an in-memory table; `ask` runs a question over it. */
export async function inColumns(pool: Pool): Promise<{ ask: (sql: string) => Promise<unknown>; close: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'xiaohao-columns-'));
  const file = join(folder, 'cases.csv');
  try {
    await copyOut(
      pool,
      'SELECT lead_unit_id, collected_on, outcome, closed_on, due_on FROM rectification_case',
      'csv, HEADER',
      file,
    );
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(`CREATE TABLE rectification_case AS SELECT * FROM read_csv('${file}')`);
    return {
      ask: async (sql) => (await connection.runAndReadAll(sql)).getRows(),
      close: () => {
        connection.closeSync();
        instance.closeSync();
      },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
