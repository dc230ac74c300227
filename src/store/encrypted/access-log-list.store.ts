/** Reads who decrypted whose name, newest first, and on which days somebody looked too often. */
import { Inject, Injectable } from '@nestjs/common';
import type { AccessPurpose } from '../../domain/access-reason.js';
import type { Ties } from '../../domain/separation.js';
import { apartSql, apartValues } from '../sql/apart-sql.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';

/** Whose accesses a reader sees: in each list ids of units. */
export interface AccessLogScope {
  /** Looks by people of these units, and at raisers and participants of their cases and meetings. */
  audited: readonly string[];
  /** Looks at the cases of these offices … */
  office: readonly string[];
  /** … but for those that something ties the reader to. */
  ties: Ties;
}

export interface AccessLogQuestion {
  personId?: string | undefined;
  caseId?: string | undefined;
  /** First and last day. */
  from?: string | undefined;
  to?: string | undefined;
  /** Looks older than this one. */
  before?: { at: number; id: string } | undefined;
  limit: number;
}

export interface AccessLogRow {
  id: string;
  at: Date;
  purpose: AccessPurpose;
  reason: string;
  personId: string;
  personName: string;
  unitId: string;
  caseId: string | null;
  caseNumber: string | null;
  caseTitle: string | null;
  /** The meeting of the participant who was looked at, or whose desk was opened; null where it was the raiser. */
  meetingId: string | null;
  meetingTitle: string | null;
  /** Which raiser of the case, counted from one; null where it was looked at as a whole, or somebody who is none of its raisers. */
  raiserPosition: number | null;
}

export interface AlarmRow {
  personId: string;
  personName: string;
  unitId: string;
  day: string;
  looked: number;
  refused: number;
  nearAt: Date | null;
  overAt: Date | null;
}

@Injectable()
export class AccessLogListStore {
  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'pool'>) {}

  async list(scope: AccessLogScope, asked: AccessLogQuestion): Promise<AccessLogRow[]> {
    const { rows } = await this.database.pool.query<AccessLogRow>(
      `SELECT l.id, l.at, l.purpose, l.reason, l.person_id AS "personId", p.name AS "personName", p.unit_id AS "unitId",
              c.id AS "caseId", c.number AS "caseNumber", t.title AS "caseTitle", m.id AS "meetingId", m.title AS "meetingTitle",
              CASE WHEN l.raiser_id = l.case_id AND c.context -> 'raisers' IS NULL THEN 1
                ELSE array_position(ARRAY(SELECT json_array_elements_text(c.context -> 'raisers')), l.raiser_id::text) END AS "raiserPosition"
         FROM sealed_look l JOIN person p ON p.id = l.person_id
         LEFT JOIN rectification_case c ON c.id = l.case_id LEFT JOIN case_text t ON t.case_id = c.id
         LEFT JOIN participant x ON x.id = l.participant_id LEFT JOIN meeting m ON m.id = coalesce(x.meeting_id, l.meeting_id)
        WHERE (p.unit_id = ANY($1) OR c.office_unit_id = ANY($1) OR c.lead_unit_id = ANY($1) OR m.host_unit_id = ANY($1)
               OR c.office_unit_id = ANY($2) AND ${apartSql(['$10', '$11', '$12', '$13'])})
          AND ($3::uuid IS NULL OR l.person_id = $3) AND ($4::uuid IS NULL OR l.case_id = $4)
          AND ($5::date IS NULL OR l.day >= $5) AND ($6::date IS NULL OR l.day <= $6)
          AND ($7::timestamptz IS NULL OR (l.at, l.id) < ($7, $8::uuid))
        ORDER BY l.at DESC, l.id DESC LIMIT $9`,
      [
        scope.audited,
        scope.office,
        asked.personId ?? null,
        asked.caseId ?? null,
        asked.from ?? null,
        asked.to ?? null,
        asked.before === undefined ? null : new Date(asked.before.at),
        asked.before?.id ?? null,
        asked.limit,
        ...apartValues(scope.ties),
      ],
    );
    return rows;
  }

  /** Days from `from` on, on which people of these units came near the limit or over it, newest first, `limit` at most. */
  async alarms(units: readonly string[], from: string, limit: number): Promise<AlarmRow[]> {
    const { rows } = await this.database.pool.query<AlarmRow>(
      `SELECT a.person_id AS "personId", p.name AS "personName", p.unit_id AS "unitId", a.day, a.refused, a.near_at AS "nearAt",
              a.over_at AS "overAt", (SELECT count(DISTINCT coalesce(l.participant_id, l.raiser_id, l.case_id))::int FROM sealed_look l
                                       WHERE l.person_id = a.person_id AND l.day = a.day) AS looked
         FROM look_alarm a JOIN person p ON p.id = a.person_id
        WHERE p.unit_id = ANY($1) AND a.day >= $2 ORDER BY a.day DESC, a.refused DESC, p.name, a.person_id LIMIT $3`,
      [units, from, limit],
    );
    return rows;
  }
}
