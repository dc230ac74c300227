/** Reads cases for deciding and writes what was decided; the only place that touches rows of a case. */
import { Inject, Injectable } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import type { CaseState } from '../../domain/case.js';
import type { Day } from '../../domain/day.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { CaseMemory } from './case-memory.js';
import { LOAD_COLUMNS, stateOfRow, type CaseRow } from './case-row.js';
import type { Passed } from '../../engine/stale.js';
import { commitStatement, type CommitWrite, type Statement } from './commit-statement.js';
import { casesWithoutDate, type CaseWithoutDate } from './without-date.js';
import { inTransaction, ONE_SNAPSHOT } from '../database/transaction.js';

/** A connection inside a transaction. */
export type Transaction = PoolClient;
export type Connection = Pool | Transaction;

export interface Loaded {
  cases: Map<string, CaseState>;
  /** Version of units, categories and calendar in force when the cases were read; undefined when none was found. */
  refs: number | undefined;
}

/** What history knows of a command id: enough to answer a repeat with the first answer. */
export interface PriorCommand {
  caseId: string;
  seq: number;
  digest: string | null;
}

const LEAST_ID = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class CaseStore {
  /** What this process wrote last. */
  readonly memory = new CaseMemory();

  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'hotPool'>) {}

  /** The cases with their armed timers, without locks: the commit compares versions under a lock. Unknown ids are left out. */
  async load(ids: readonly string[], on: Connection = this.database.hotPool): Promise<Loaded> {
    const { rows } = await on.query<CaseRow>({
      name: 'load-cases',
      text: `SELECT ${LOAD_COLUMNS} FROM rectification_case c WHERE c.id = ANY($1::uuid[])`,
      values: [ids],
    });
    return loadedOf(rows);
  }

  /** Late cases that nothing brings up again, at `now` on the day `today`. */
  withoutDate(now: number, today: Day): Promise<CaseWithoutDate[]> {
    return casesWithoutDate(this.database.hotPool, now, today);
  }

  /** Cases with timers due at `now`, oldest timer first, locked; those locked by others are skipped, since whoever works
   *  on a case fires its due timers too. At most `limit` timers' worth. Needs a transaction. */
  async claimDue(on: PoolClient, now: number, limit: number): Promise<Loaded> {
    const { rows } = await on.query<CaseRow>({
      name: 'claim-due',
      text: `WITH due AS (SELECT c.id FROM case_timer d JOIN rectification_case c ON c.id = d.case_id
               WHERE d.due_at <= $1 AND d.poisoned_at IS NULL ORDER BY d.due_at LIMIT $2 FOR UPDATE OF c SKIP LOCKED)
             SELECT ${LOAD_COLUMNS} FROM rectification_case c WHERE c.id IN (SELECT id FROM due)`,
      values: [new Date(now), limit],
    });
    return loadedOf(rows);
  }

  /** Numbers for `count` new cases of a year, without gaps: the counter is locked until the transaction ends. */
  async allotNumbers(on: PoolClient, year: number, count: number): Promise<{ numbers: string[]; refs: number }> {
    const { rows } = await on.query<{ last: number; ref: number }>({
      name: 'allot-numbers',
      text: `INSERT INTO case_counter AS k (year, last) VALUES ($1, $2) ON CONFLICT (year) DO UPDATE SET last = k.last + $2
             RETURNING last, (SELECT version FROM reference_version) AS ref`,
      values: [year, count],
    });
    const { last, ref } = rows[0]!;
    const numbers = Array.from({ length: count }, (_, at) => caseNumber(year, last - count + at + 1));
    return { numbers, refs: ref };
  }

  /** The statement that writes a decision or many. */
  prepare(write: CommitWrite): Statement {
    return commitStatement(write);
  }

  /** Sends what was prepared: it writes the rows of all groups whose cases are still at the expected version (0: not there yet), as
   *  long as the reference data are still at the version it names; answers the groups that were written. */
  async commit(write: Statement, on: Connection = this.database.hotPool): Promise<Set<number>> {
    const result = await on.query<{ g: number }>(write);
    return new Set(result.rows.map(({ g }) => g));
  }

  /** Those of the cases whose rows somebody else holds at this moment; nothing is locked afterwards. */
  async heldByOthers(ids: readonly string[]): Promise<Set<string>> {
    const { rows } = await this.database.hotPool.query<{ id: string }>({
      name: 'held-cases',
      text: `WITH free AS (SELECT id FROM rectification_case WHERE id = ANY($1::uuid[]) FOR NO KEY UPDATE SKIP LOCKED)
        SELECT id FROM rectification_case WHERE id = ANY($1::uuid[]) AND id NOT IN (SELECT id FROM free)`,
      values: [ids],
    });
    return new Set(rows.map(({ id }) => id));
  }

  /** What history knows of these command ids, archived history included. */
  async priorCommands(
    ids: readonly string[],
    on: Connection = this.database.hotPool,
  ): Promise<Map<string, PriorCommand>> {
    const { rows } = await on.query<{ command_id: string; case_id: string; seq: number; digest: string | null }>({
      name: 'prior-commands',
      text: `SELECT command_id, case_id, seq, encode(command_digest, 'hex') AS digest FROM case_event WHERE command_id = ANY($1::uuid[])
        UNION ALL SELECT command_id, case_id, seq, encode(command_digest, 'hex') FROM archived_command WHERE command_id = ANY($1::uuid[])`,
      values: [ids],
    });
    return new Map(rows.map((row) => [row.command_id, { caseId: row.case_id, seq: row.seq, digest: row.digest }]));
  }

  /** True while its history is archived: it takes no command then. */
  async isArchived(id: string): Promise<boolean> {
    const { rowCount } = await this.database.hotPool.query(
      'SELECT FROM case_archive WHERE case_id = $1 AND returned_at IS NULL',
      [id],
    );
    return rowCount === 1;
  }

  /** What changed in each case after the version that is given for it, oldest first. */
  async passedSince(
    seen: ReadonlyMap<string, number>,
    on: Connection = this.database.hotPool,
  ): Promise<Map<string, readonly Passed[]>> {
    const { rows } = await on.query<{ case_id: string; seq: number; body: string }>({
      name: 'passed-since',
      text: `SELECT e.case_id, e.seq, e.body::text AS body FROM unnest($1::uuid[], $2::int[]) AS s (id, seen)
             JOIN case_event e ON e.case_id = s.id AND e.seq > s.seen ORDER BY e.case_id, e.seq`,
      values: [[...seen.keys()], [...seen.values()]],
    });
    const passed = new Map<string, Passed[]>([...seen.keys()].map((id) => [id, []]));
    for (const { case_id: id, seq, body } of rows) {
      const { before, after } = JSON.parse(body) as Passed;
      passed.get(id)!.push({ seq, before, after });
    }
    return passed;
  }

  /** Ids of open cases whose due day a decree for `year` may move: provisional ones, and those due in the last days of
   *  the December before, which the decree of the next year may name. */
  async movedByYear(year: number, on: Connection = this.database.hotPool): Promise<string[]> {
    const { rows } = await on.query<{ id: string }>(
      `SELECT id FROM rectification_case WHERE stage <> 'closed' AND (due_provisional OR due_on >= $1) ORDER BY id`,
      [`${year - 1}-12-20`],
    );
    return rows.map(({ id }) => id);
  }

  /** Ids of the open cases on this version of a workflow, oldest first, at most `limit` after `after`. */
  async openOn(name: string, version: number, after = LEAST_ID, limit = 1_000_000): Promise<string[]> {
    const { rows } = await this.database.hotPool.query<{ id: string }>(
      `SELECT id FROM rectification_case WHERE workflow_name = $1 AND workflow_version = $2 AND stage <> 'closed' AND id > $3
       ORDER BY id LIMIT $4`,
      [name, version, after, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Those of the cases that have a timer parked with an error. */
  async withParkedTimer(ids: readonly string[]): Promise<Set<string>> {
    const { rows } = await this.database.hotPool.query<{ case_id: string }>(
      'SELECT DISTINCT case_id FROM case_timer WHERE case_id = ANY($1::uuid[]) AND poisoned_at IS NOT NULL',
      [ids],
    );
    return new Set(rows.map((row) => row.case_id));
  }

  /** What `work` reads in one snapshot. */
  reading<T>(work: (on: Transaction) => Promise<T>): Promise<T> {
    return inTransaction(this.database.hotPool, work, ONE_SNAPSHOT);
  }

  /** Runs `work` in one transaction; rolls back and rethrows where it throws. */
  transaction<T>(work: (on: Transaction) => Promise<T>): Promise<T> {
    return inTransaction(this.database.hotPool, work);
  }
}

/** ZG-2026-000123 (ZG for 整改); more than 999,999 in a year simply get longer. */
export function caseNumber(year: number, counter: number): string {
  return `ZG-${year}-${String(counter).padStart(6, '0')}`;
}

function loadedOf(rows: CaseRow[]): Loaded {
  return { cases: new Map(rows.map((row) => [row.id, stateOfRow(row)])), refs: rows[0]?.ref };
}
