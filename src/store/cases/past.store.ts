/** Reads cases with their whole past, for what is asked of history as a whole. */
import { Inject, Injectable } from '@nestjs/common';
import type { Day } from '../../domain/day.js';
import type { PastCase } from '../../engine/simulate-case.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { LOAD_COLUMNS, stateOfRow, type CaseRow } from './case-row.js';
import { entryOf, linesOf } from './history.store.js';

@Injectable()
export class PastStore {
  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'pool'>) {}

  /** Ids of the cases of a workflow, whatever version, that were open at some time from the first to the last day; the oldest first. */
  async openBetween(workflow: string, from: Day, to: Day): Promise<string[]> {
    const { rows } = await this.database.pool.query<{ id: string }>(
      `SELECT id FROM rectification_case WHERE workflow_name = $1 AND collected_on <= $3 AND (closed_on IS NULL OR closed_on >= $2)
       ORDER BY collected_on, id`,
      [workflow, from, to],
    );
    return rows.map(({ id }) => id);
  }

  /** These cases with all their lines; those whose history is archived are left out. */
  async cases(ids: readonly string[]): Promise<PastCase[]> {
    const { pool } = this.database;
    const { rows } = await pool.query<CaseRow>(
      `SELECT ${LOAD_COLUMNS} FROM rectification_case c WHERE c.id = ANY($1::uuid[])`,
      [ids],
    );
    const lines = new Map<string, PastCase['lines'][number][]>();
    for (const line of await linesOf(pool, ids)) {
      const own = lines.get(line.caseId);
      if (own === undefined) lines.set(line.caseId, [entryOf(line)]);
      else own.push(entryOf(line));
    }
    return rows.flatMap((row) => {
      const own = lines.get(row.id);
      const { id, facts, workflow } = stateOfRow(row);
      return own === undefined ? [] : [{ id, facts, workflow, lines: own }];
    });
  }
}
