/** How many cases came to count under figures of the closure report since a day, in all and by unit: the totals of the lists that `since` opens. */
import { Inject, Injectable } from '@nestjs/common';
import type { Day } from '../../domain/day.js';
import type { ListMeasure } from '../../domain/report.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { cameSince } from '../reports/came-since.js';
import { Binder, deltaConditions, type ReportScope } from '../reports/report-question.js';

export interface CameCount<Asked extends ListMeasure> {
  measure: Asked;
  /** Undefined: all units of the scope together, each case once. */
  unitId: string | undefined;
  n: number;
}

@Injectable()
export class CameSinceStore {
  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'pool'>) {}

  /** One statement over the deltas of the days asked for, those of cases taken over as closed left out. What is 0 has no line. */
  async counts<Asked extends ListMeasure>(
    scope: ReportScope,
    measures: readonly Asked[],
    since: Day,
    asOf: Day,
  ): Promise<CameCount<Asked>[]> {
    const bind = new Binder();
    const inScope = deltaConditions({ scope, unitIds: null, takenOver: 'exclude' }, bind).join(' AND ');
    const parts = measures.map((measure) => {
      const { plus, minus, first, last } = cameSince(measure, since, asOf);
      return `SELECT ${bind.bind(measure, 'text')} AS measure, d.unit_id, d.case_id,
          CASE WHEN d.measure = ANY(${bind.bind(minus, 'text[]')}) THEN -d.delta ELSE d.delta END AS delta
        FROM report_deltas d WHERE d.day BETWEEN ${bind.bind(first, 'date')} AND ${bind.bind(last, 'date')}
          AND d.measure = ANY(${bind.bind([...plus, ...minus], 'text[]')}) AND ${inScope}`;
    });
    const { rows } = await this.database.pool.query<{
      measure: Asked;
      unit_id: string | null;
      total: boolean;
      n: number;
    }>(
      `WITH moved AS MATERIALIZED (${parts.join(' UNION ALL ')})
       SELECT measure, unit_id, false AS total, count(*)::int AS n FROM
         (SELECT measure, unit_id, case_id FROM moved WHERE unit_id IS NOT NULL GROUP BY 1, 2, 3 HAVING sum(delta) > 0) u GROUP BY 1, 2
       UNION ALL
       SELECT measure, NULL, true, count(*)::int FROM
         (SELECT measure, case_id FROM moved GROUP BY 1, 2 HAVING sum(delta) > 0) c GROUP BY 1`,
      bind.values,
    );
    return rows.map(({ measure, unit_id, total, n }) => ({ measure, unitId: total ? undefined : unit_id!, n }));
  }
}
