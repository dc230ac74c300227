/** Counts what waits for an administrator. */
import { Inject, Injectable } from '@nestjs/common';
import type { Day } from '../../domain/day.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';

export interface TaskCounts {
  /** Timers that failed, and when the first of them did. */
  parked: number;
  deadLetteredAt: Date | null;
  /** Open cases whose due day may still move, and the earliest of those days. */
  provisional: number;
  provisionalOn: Day | null;
}

@Injectable()
export class TaskStore {
  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'pool'>) {}

  /** Read from the indexes of what is parked and what is provisional; both are few. */
  async counts(): Promise<TaskCounts> {
    const { rows } = await this.database.pool.query<TaskCounts>(
      `SELECT t.parked, t."deadLetteredAt", c.provisional, c."provisionalOn" FROM
         (SELECT count(*)::int AS parked, min(poisoned_at) AS "deadLetteredAt" FROM case_timer WHERE poisoned_at IS NOT NULL) t,
         (SELECT count(*)::int AS provisional, min(due_on) AS "provisionalOn" FROM rectification_case
          WHERE due_provisional AND stage <> 'closed') c`,
    );
    return rows[0]!;
  }
}
