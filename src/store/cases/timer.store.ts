/** Timers apart from their cases: dead-lettering the one that cannot fire, giving such ones another try, and how far behind the sweep is. */
import { Inject, Injectable } from '@nestjs/common';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { LOAD_COLUMNS, stateOfRow, type CaseRow } from './case-row.js';
import type { Connection, Loaded, Transaction } from './case.store.js';

/** A timer that was taken out of the sweep because firing it failed. */
export interface DeadLetteredTimer {
  caseId: string;
  number: string;
  timerId: string;
  dueAt: number;
  deadLetteredAt: number;
  error: string;
}

export interface Backlog {
  /** Timers that are due and neither fired nor dead-lettered. */
  due: number;
  /** How long the oldest of them has been due, milliseconds; 0 without any. */
  lag: number;
  deadLettered: number;
}

/** These cases, locked, as far as nobody else works on them. Needs a transaction. */
export async function claimCases(on: Transaction, ids: readonly string[]): Promise<Loaded> {
  const { rows } = await on.query<CaseRow>({
    name: 'claim-cases',
    text: `WITH held AS (SELECT id FROM rectification_case WHERE id = ANY($1::uuid[]) FOR UPDATE SKIP LOCKED)
           SELECT ${LOAD_COLUMNS} FROM rectification_case c WHERE c.id IN (SELECT id FROM held)`,
    values: [ids],
  });
  return { cases: new Map(rows.map((row) => [row.id, stateOfRow(row)])), refs: rows[0]?.ref };
}

/** Parks the timer of the case that is due first, with the error that firing it gave. True where there was one. */
export async function deadLetterFirstDue(on: Connection, caseId: string, now: number, error: string): Promise<boolean> {
  const { rowCount } = await on.query(
    `UPDATE case_timer SET error = $3, poisoned_at = $2 WHERE case_id = $1 AND timer_id =
       (SELECT timer_id FROM case_timer WHERE case_id = $1 AND poisoned_at IS NULL AND due_at <= $2 ORDER BY due_at, timer_id LIMIT 1)`,
    [caseId, new Date(now), error],
  );
  return rowCount === 1;
}

@Injectable()
export class TimerStore {
  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'pool'>) {}

  /** How far behind the sweep is at `now`. Counts at most 100,000 due timers: more is told as that. */
  async backlog(now: number): Promise<Backlog> {
    const { rows } = await this.database.pool.query<{ due: number; oldest: Date | null; deadLettered: number }>({
      name: 'timer-backlog',
      text: `SELECT (SELECT count(*)::int FROM (SELECT 1 FROM case_timer WHERE due_at <= $1 AND poisoned_at IS NULL LIMIT 100000) d) AS due,
               (SELECT min(due_at) FROM case_timer WHERE due_at <= $1 AND poisoned_at IS NULL) AS oldest,
               (SELECT count(*)::int FROM case_timer WHERE poisoned_at IS NOT NULL) AS "deadLettered"`,
      values: [new Date(now)],
    });
    const { due, oldest, deadLettered } = rows[0]!;
    return { due, lag: oldest === null ? 0 : now - oldest.getTime(), deadLettered };
  }

  /** Dead-lettered timers, the oldest first, at most `limit`. */
  async parked(limit: number): Promise<DeadLetteredTimer[]> {
    const { rows } = await this.database.pool.query<{
      case_id: string;
      number: string;
      timer_id: string;
      due_at: Date;
      poisoned_at: Date;
      error: string;
    }>(
      `SELECT t.case_id, c.number, t.timer_id, t.due_at, t.poisoned_at, t.error FROM case_timer t JOIN rectification_case c ON c.id = t.case_id
       WHERE t.poisoned_at IS NOT NULL ORDER BY t.poisoned_at, c.number, t.timer_id LIMIT $1`,
      [limit],
    );
    return rows.map(({ case_id, number, timer_id, due_at, poisoned_at, error }) => ({
      caseId: case_id,
      number,
      timerId: timer_id,
      dueAt: due_at.getTime(),
      deadLetteredAt: poisoned_at.getTime(),
      error,
    }));
  }

  /** Arms one dead-lettered timer again, for the moment it was due: the next sweep fires it. False where there is none such.
   *  Nothing but the timer's row changes; the case and its history are the sweep's to write. */
  async rearm(caseId: string, timerId: string): Promise<boolean> {
    const { rowCount } = await this.database.pool.query(
      `UPDATE case_timer SET error = NULL, poisoned_at = NULL
       WHERE case_id = $1 AND timer_id = $2 AND poisoned_at IS NOT NULL`,
      [caseId, timerId],
    );
    return rowCount === 1;
  }

  /** Puts all dead-lettered timers back, once their cause is mended; answers how many. */
  async release(): Promise<number> {
    const { rowCount } = await this.database.pool.query(
      'UPDATE case_timer SET error = NULL, poisoned_at = NULL WHERE poisoned_at IS NOT NULL',
    );
    return rowCount ?? 0;
  }
}
