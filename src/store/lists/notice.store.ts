/** Reads what is shown in public: cases in their notice, without anything of who raised or handled them. */
import { Inject, Injectable } from '@nestjs/common';
import type { Day } from '../../domain/day.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';

export interface NoticeRow {
  number: string;
  categoryId: string | null;
  leadUnitId: string | null;
  raisedOn: Day;
  checkedOn: Day | null;
  until: Day;
  /** What whoever checked the fix released; null where nothing was. */
  text: string | null;
}

/** Along case_waits. A notice that is over and was not ended yet is shown no more. */
const SHOWN = `c.stage <> 'closed' AND c.waits_for = 'notice' AND c.waits_by >= $1`;

@Injectable()
export class NoticeStore {
  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'pool'>) {}

  /** At most `limit` cases that are shown on `today`, those first that are shown no longer soonest; and how many there are. */
  async shownOn(today: Day, limit: number): Promise<{ rows: NoticeRow[]; total: number }> {
    const { rows } = await this.database.pool.query<NoticeRow & { total: number }>(
      `SELECT c.number, c.category_id AS "categoryId", c.lead_unit_id AS "leadUnitId", c.collected_on AS "raisedOn",
              c.context -> 'rounds' -> -1 ->> 'from' AS "checkedOn", c.waits_by AS until, c.context ->> 'noticeText' AS text,
              count(*) OVER ()::int AS total
         FROM rectification_case c WHERE ${SHOWN} ORDER BY c.waits_by, c.number LIMIT $2`,
      [today, limit],
    );
    return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
  }

  /** Cases shown on `today` that this raiser raised, whichever way they came into them. */
  async ofRaiser(raiserId: string, today: Day): Promise<{ id: string; number: string }[]> {
    const { rows } = await this.database.pool.query<{ id: string; number: string }>(
      `SELECT c.id, c.number FROM rectification_case c WHERE ${SHOWN} AND CASE WHEN c.context -> 'raisers' IS NULL THEN c.id = $2
         ELSE $2::text IN (SELECT json_array_elements_text(c.context -> 'raisers')) END ORDER BY c.number`,
      [today, raiserId],
    );
    return rows;
  }
}
