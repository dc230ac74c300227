/** Finds what a deputy did in the name of somebody absent, for that person to read on return. */
import { Inject, Injectable } from '@nestjs/common';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';

/** A step that was taken in the name of somebody absent. */
export interface StepInName {
  caseId: string;
  number: string;
  title: string;
  type: string;
  at: Date;
}

@Injectable()
export class InNameStore {
  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'pool'>) {}

  /** Steps that the deputy took in that name between the moments (epoch milliseconds, the later one left out), the last first, at most `limit`. Of
   *  archived cases there are none: their lines are in files. */
  async steps(
    { absentId, deputyId }: { absentId: string; deputyId: string },
    from: number,
    until: number,
    limit: number,
  ): Promise<StepInName[]> {
    const { rows } = await this.database.pool.query<StepInName>(
      `SELECT e.case_id AS "caseId", c.number, t.title, e.type, e.at FROM case_event e
         JOIN rectification_case c ON c.id = e.case_id JOIN case_text t ON t.case_id = e.case_id
       WHERE e.via = 'deputy' AND e.actor_id = $1 AND e.at >= $3 AND e.at < $4 AND e.body -> 'inNameOf' ->> 'userId' = $2::text
       ORDER BY e.at DESC, e.case_id, e.seq DESC LIMIT $5`,
      [deputyId, absentId, new Date(from), new Date(until), limit],
    );
    return rows;
  }
}
