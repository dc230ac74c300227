/** Timers that were parked because firing them failed, one by one: what an administrator looks at and gives another try. */
import type { Pool } from 'pg';

/** A parked timer with the case it belongs to. Times are epoch milliseconds. */
export interface ParkedTimerRow {
  caseId: string;
  number: string;
  timerId: string;
  dueAt: number;
  poisonedAt: number;
  error: string;
}

export class ParkedTimerStore {
  constructor(private readonly pool: Pool) {}

  /** Parked timers, those parked longest first, at most `limit`. */
  async list(limit: number): Promise<ParkedTimerRow[]> {
    const { rows } = await this.pool.query<{
      case_id: string;
      number: string;
      timer_id: string;
      due_at: Date;
      poisoned_at: Date;
      error: string;
    }>(
      `SELECT t.case_id, c.number, t.timer_id, t.due_at, t.poisoned_at, t.error
       FROM case_timer t JOIN rectification_case c ON c.id = t.case_id
       WHERE t.poisoned_at IS NOT NULL ORDER BY t.poisoned_at, c.number, t.timer_id LIMIT $1`,
      [limit],
    );
    return rows.map((row) => ({
      caseId: row.case_id,
      number: row.number,
      timerId: row.timer_id,
      dueAt: row.due_at.getTime(),
      poisonedAt: row.poisoned_at.getTime(),
      error: row.error,
    }));
  }

  /** Arms one parked timer again, for the moment it was due: the next sweep fires it. False where no such timer is parked.
   *  Nothing but the timer's row changes; the case and its history are the sweep's to write. */
  async rearm(caseId: string, timerId: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `UPDATE case_timer SET error = NULL, poisoned_at = NULL
       WHERE case_id = $1 AND timer_id = $2 AND poisoned_at IS NOT NULL`,
      [caseId, timerId],
    );
    return rowCount === 1;
  }
}
