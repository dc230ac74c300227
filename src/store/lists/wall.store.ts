/** What the wall chart shows beyond the report: open cases by unit, stage and light, and what moved today. Set-based, two statements. */
import { Inject, Injectable } from '@nestjs/common';
import type { Day } from '../../domain/day.js';
import type { Measure } from '../../domain/case-facts.js';
import type { Light, Stage } from '../../domain/words.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { lightSql } from '../sql/case-light.js';
import type { ReportScope } from '../reports/report-question.js';

export interface OpenGroup {
  unitId: string | null;
  stage: Exclude<Stage, 'closed'>;
  /** Null where none can burn: not yet assigned, parked. */
  light: Light | null;
  n: number;
}

export interface MovedToday {
  measure: Measure;
  /** Cases that came to count under the measure today, and those that ceased to. */
  came: number;
  went: number;
}

export interface RecentChange {
  measure: Measure;
  caseId: string;
  number: string;
  title: string;
  unitId: string | null;
}

const SCOPE = (alias: string, unit: string): string =>
  `(${alias}.office_unit_id = ANY($1::uuid[]) OR ${alias}.${unit} = ANY($2::uuid[]))`;

@Injectable()
export class WallStore {
  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'pool'>) {}

  /** A text that changes whenever a transaction of this database has ended: two equal marks mean that nothing was committed in
   *  between. Reads no table, needs no NOTIFY, and works behind every pooler. */
  async mark(): Promise<string> {
    const { rows } = await this.database.pool.query<{ mark: string }>({
      name: 'wall-mark',
      text: 'SELECT pg_current_snapshot()::text AS mark',
    });
    return rows[0]!.mark;
  }

  /** Open cases of the scope, counted; lights for the instant `now`. */
  async open({ offices, units }: ReportScope, now: Date): Promise<OpenGroup[]> {
    const { rows } = await this.database.pool.query<OpenGroup>(
      `SELECT c.lead_unit_id AS "unitId", c.stage, ${lightSql('$3')} AS light, count(*)::int AS n
         FROM rectification_case c WHERE c.stage <> 'closed' AND ${SCOPE('c', 'lead_unit_id')} GROUP BY 1, 2, 3`,
      [offices, units, now],
    );
    return rows;
  }

  /** What moved on `day` by the deltas of the report, so that it is the difference of two reports, and the newest `most` changes. Cases taken
   *  over as closed are left out as they are of its rates. A case that moved from one unit to another has not changed. */
  async moved(
    { offices, units }: ReportScope,
    day: Day,
    measures: readonly Measure[],
    most: number,
  ): Promise<{ moved: MovedToday[]; recent: RecentChange[] }> {
    const { rows } = await this.database.pool.query<{ moved: MovedToday[] | null; recent: RecentChange[] | null }>(
      `WITH changed AS MATERIALIZED (
         SELECT d.measure, d.case_id, sum(d.delta) AS sum, max(d.id) AS last FROM report_deltas d
          WHERE d.day = $3::date AND d.measure = ANY($4::text[]) AND NOT d.taken_over AND ${SCOPE('d', 'unit_id')}
          GROUP BY 1, 2 HAVING sum(d.delta) <> 0)
       SELECT
         (SELECT json_agg(m) FROM (SELECT measure, count(*) FILTER (WHERE sum > 0) AS came, count(*) FILTER (WHERE sum < 0) AS went
            FROM changed GROUP BY 1) m) AS moved,
         (SELECT json_agg(r ORDER BY r.last DESC) FROM (
            SELECT n.measure, n.case_id AS "caseId", c.number, t.title, c.lead_unit_id AS "unitId", n.last
              FROM (SELECT * FROM changed WHERE sum > 0 ORDER BY last DESC LIMIT $5) n
              JOIN rectification_case c ON c.id = n.case_id JOIN case_text t ON t.case_id = n.case_id) r) AS recent`,
      [offices, units, day, measures, most],
    );
    return { moved: rows[0]!.moved ?? [], recent: rows[0]!.recent ?? [] };
  }
}
