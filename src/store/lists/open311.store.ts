/** Reads the cases that came in through Open311: what anybody may know of them, and nothing of who raised them or in which words. */
import { Inject, Injectable } from '@nestjs/common';
import type { Day } from '../../domain/day.js';
import type { Outcome } from '../../domain/words.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';

/** Such cases keep their own id behind it as external key, so that no import can claim one. */
export const OPEN311_KEY = 'open311:';

export interface Open311Row {
  number: string;
  categoryId: string | null;
  leadUnitId: string | null;
  requestedAt: Date;
  updatedAt: Date;
  dueOn: Day | null;
  outcome: Outcome | null;
  /** What was released of the result for the public notice. */
  text: string | null;
}

/** Which: by number, or by category, moment (epoch milliseconds) and whether they are over. */
export interface Open311Question {
  numbers?: readonly string[];
  categoryIds?: readonly string[];
  from?: number;
  to?: number;
  isOver?: boolean;
  limit: number;
}

/** Mergers that are followed: what was raised is over when the case is that took it in. */
const MOST_MERGERS = 20;

@Injectable()
export class Open311Store {
  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'pool'>) {}

  /** The latest first; along case_open311, or by number. */
  async list({ numbers, categoryIds, from, to, isOver, limit }: Open311Question): Promise<Open311Row[]> {
    const instant = (at: number | undefined): Date | null => (at === undefined ? null : new Date(at));
    const { rows } = await this.database.pool.query<Open311Row>(
      `SELECT c.number, c.category_id AS "categoryId", c.collected_at AS "requestedAt",
              s.lead_unit_id AS "leadUnitId", s.last_at AS "updatedAt", s.due_on AS "dueOn", s.outcome, s.text
         FROM rectification_case c CROSS JOIN LATERAL (
           WITH RECURSIVE way AS (
             SELECT 0 AS mergers, c.lead_unit_id, c.last_at, c.due_on, c.outcome, c.context ->> 'mergedInto' AS merged_into,
                    c.context ->> 'noticeText' AS text
             UNION ALL
             SELECT w.mergers + 1, t.lead_unit_id, t.last_at, t.due_on, t.outcome, t.context ->> 'mergedInto', t.context ->> 'noticeText'
               FROM way w JOIN rectification_case t ON t.id = w.merged_into::uuid
              WHERE w.outcome = 'merged' AND w.mergers < ${MOST_MERGERS})
           SELECT * FROM way ORDER BY mergers DESC LIMIT 1) s
        WHERE c.external_key LIKE '${OPEN311_KEY}%'
          AND ($1::text[] IS NULL OR c.number = ANY($1)) AND ($2::uuid[] IS NULL OR c.category_id = ANY($2))
          AND ($3::timestamptz IS NULL OR c.collected_at >= $3) AND ($4::timestamptz IS NULL OR c.collected_at <= $4)
          AND ($5::boolean IS NULL OR (s.outcome IS NOT NULL) = $5)
        ORDER BY c.collected_at DESC, c.number DESC LIMIT $6`,
      [numbers ?? null, categoryIds ?? null, instant(from), instant(to), isOver ?? null, limit],
    );
    return rows;
  }
}
