/** Reads what stands around a case for people: its text, visits, evidence and the opinions it came from; its orders are read by order.store. */
import { Inject, Injectable } from '@nestjs/common';
import type { Spoken } from '../../domain/speaker.js';
import type { Satisfaction, Triage, VisitMethod, VisitOutcome } from '../../domain/words.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { NTH } from '../files/attachment.store.js';
import { bothNamesOf } from './order.store.js';

export interface VisitView {
  id: string;
  round: number;
  at: Date;
  byName: string | null;
  method: VisitMethod;
  outcome: VisitOutcome;
  satisfaction: Satisfaction | null;
  ratings: Record<string, number> | null;
  durationSeconds: number | null;
  note: string;
  nextAttemptOn: string | null;
  raiserId: string | null;
}

export interface AttachmentView {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  at: Date;
  byName: string | null;
  /** Who sent it, for the rule of names. */
  personId: string | null;
  /** Which of its kind it is in the case, from 1. */
  nth: number;
}

/** An opinion that led to the case; who spoke is encrypted, and no name is read here. */
export interface OpinionView extends Spoken {
  id: string;
  text: string;
  outcome: Triage;
}

/** That the history of a case lies in a file. */
export interface ArchiveView {
  archivedAt: Date;
  /** Lines of history in the file. */
  lines: number;
  file: string;
}

/** A line of history that names a person or another case: what `course` shows beside the record. */
export interface CourseLine {
  seq: number;
  type: string;
  actorName: string;
  /** Of the cases that it collected, which of the line each is. */
  collected: number[];
  /** The case that was merged into this one. */
  fromCaseId: string | null;
  at: Date;
  /** Of an objection that somebody made by name: under which id they are kept. */
  objectorId: string | null;
}

/** An objection that somebody made by name, kept encrypted under this id; told by when it came and by who took it down. */
export interface ObjectorView {
  id: string;
  at: Date;
  takenDownBy: string;
}

export interface CaseSurroundings {
  title: string;
  description: string;
  visits: VisitView[];
  attachments: AttachmentView[];
  opinions: OpinionView[];
  /** Oldest first; none while the history is archived. */
  objectors: ObjectorView[];
  /** Null while the history is in the database. */
  archive: ArchiveView | null;
  /** Oldest first; none while the history is archived. */
  lines: CourseLine[];
}

@Injectable()
export class CaseViewStore {
  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'pool'>) {}

  /** Everything around one case; undefined where there is no such case. */
  async around(caseId: string): Promise<CaseSurroundings | undefined> {
    const read = async <T extends object>(text: string): Promise<T[]> =>
      (await this.database.pool.query<T>(text, [caseId])).rows;
    const [texts, visits, attachments, opinions, archives, lines] = await Promise.all([
      read<{ title: string; description: string }>('SELECT title, description FROM case_text WHERE case_id = $1'),
      read<VisitView>(
        `SELECT v.id, v.round, v.at, ${bothNamesOf('v', 'v.case_id')} AS "byName", v.method, v.outcome, v.satisfaction, v.ratings,
           v.duration_seconds AS "durationSeconds", v.note, v.next_attempt_on AS "nextAttemptOn", v.raiser_id AS "raiserId"
           FROM visit v LEFT JOIN person p ON p.id = v.person_id WHERE v.case_id = $1 ORDER BY v.at, v.id`,
      ),
      read<AttachmentView>(
        `SELECT a.id, a.name, a.media_type AS "mediaType", a.size, a.at, p.name AS "byName", a.person_id AS "personId", ${NTH} AS nth
           FROM attachment a LEFT JOIN person p ON p.id = a.person_id WHERE a.case_id = $1 ORDER BY a.at, a.id`,
      ),
      read<OpinionView>(
        `SELECT o.id, o.text, o.meeting_id AS "meetingId", m.title AS "meetingTitle", p.standing, t.outcome,
             (SELECT count(*) FROM participant a WHERE a.meeting_id = o.meeting_id AND a.standing = p.standing) AS alike
           FROM opinion_triage t JOIN opinion o ON o.id = t.opinion_id JOIN meeting m ON m.id = o.meeting_id
           LEFT JOIN participant p ON p.id = o.participant_id WHERE t.case_id = $1 ORDER BY t.at, o.seq`,
      ),
      read<ArchiveView>(
        `SELECT a.archived_at AS "archivedAt", a.lines, f.name AS file FROM case_archive a JOIN archive_file f ON f.id = a.file_id
           WHERE a.case_id = $1 AND a.returned_at IS NULL`,
      ),
      read<CourseLine>(
        `SELECT seq, type, actor_name AS "actorName", body->'payload'->>'fromCaseId' AS "fromCaseId",
             ARRAY(SELECT (e->>'nth')::int FROM json_array_elements(coalesce(body->'effects', '[]')) e WHERE e->>'kind' = 'collect') AS collected,
             at, (SELECT r.id FROM raiser r WHERE type = 'OBJECT' AND r.id = command_id AND r.case_id = $1) AS "objectorId"
           FROM case_event WHERE case_id = $1 AND type IN ('SPLIT', 'RECORD_VISIT', 'JOIN', 'ASK_DEPARTURE', 'RECORD_TALK', 'OBJECT') ORDER BY seq`,
      ),
    ]);
    const text = texts[0];
    if (text === undefined) return undefined;
    const objectors = lines.flatMap(({ objectorId: id, at, actorName: takenDownBy }) =>
      id === null ? [] : [{ id, at, takenDownBy }],
    );
    return { ...text, visits, attachments, opinions, lines, objectors, archive: archives[0] ?? null };
  }

  /** Titles of these cases. */
  async titles(caseIds: readonly string[]): Promise<Map<string, string>> {
    const { rows } = await this.database.pool.query<{ case_id: string; title: string }>(
      'SELECT case_id, title FROM case_text WHERE case_id = ANY($1::uuid[])',
      [caseIds],
    );
    return new Map(rows.map((row) => [row.case_id, row.title]));
  }
}
