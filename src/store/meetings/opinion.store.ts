/** Keeps what was said at meetings and what became of each opinion. */
import { Inject, Injectable } from '@nestjs/common';
import type { Light, Stage, Triage } from '../../domain/words.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { lightSql } from '../sql/case-light.js';
import type { EncryptedParticipant } from './meeting.store.js';

export interface NewOpinion {
  id: string;
  participantId: string | null;
  text: string;
  categoryId: string | null;
}

/** An opinion with its triage, and the number of the case it led to. */
export interface OpinionRow {
  id: string;
  meetingId: string;
  seq: number;
  participantId: string | null;
  text: string;
  categoryId: string | null;
  outcome: Triage | null;
  answer: string | null;
  triagedAt: Date | null;
  triagedByName: string | null;
  caseId: string | null;
  caseNumber: string | null;
  caseStage: Stage | null;
}

/** An opinion as a triage needs it: with the meeting's office, and the participant who said it. */
export interface OpinionToTriage {
  id: string;
  meetingId: string;
  text: string;
  categoryId: string | null;
  officeUnitId: string;
  /** Null where it was not noted who spoke. */
  participant: (EncryptedParticipant & { id: string }) | null;
}

export interface ClosedTriage {
  opinionId: string;
  outcome: 'answered' | 'declined';
  answer: string;
}

const COLUMNS = `o.id, o.meeting_id AS "meetingId", o.seq, o.participant_id AS "participantId", o.text, o.category_id AS "categoryId",
  t.outcome, t.answer, t.at AS "triagedAt", p.name AS "triagedByName", c.id AS "caseId", c.number AS "caseNumber", c.stage AS "caseStage"`;
const SOURCES = `opinion o LEFT JOIN opinion_triage t ON t.opinion_id = o.id LEFT JOIN person p ON p.id = t.person_id
  LEFT JOIN rectification_case c ON c.id = t.case_id`;
/** Two clerks who log at one meeting in the same instant take the same next number; one of them counts again. */
const MOST_TRIES = 20;

@Injectable()
export class OpinionStore {
  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'pool'>) {}

  /** Writes all opinions or none, in one statement, numbered in their order. Those whose ids are there with the same content
   *  are left alone; false, and nothing written, where one is there with another content. */
  async add(meetingId: string, opinions: readonly NewOpinion[], by: string | null, at: number): Promise<boolean> {
    for (let tries = 1; ; tries += 1) {
      try {
        const { rows } = await this.database.pool.query<{ clashes: number }>(
          `WITH given AS MATERIALIZED (SELECT * FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::uuid[]) WITH ORDINALITY AS g(id, participant, said, category, place)),
             known AS MATERIALIZED (SELECT g.id, (o.meeting_id, o.text) = ($1::uuid, g.said) AND o.participant_id IS NOT DISTINCT FROM g.participant
                 AND o.category_id IS NOT DISTINCT FROM g.category AS same FROM given g JOIN opinion o ON o.id = g.id),
             added AS (INSERT INTO opinion (id, meeting_id, seq, participant_id, text, category_id, created_by, created_at)
               SELECT g.id, $1, (SELECT coalesce(max(seq), 0) FROM opinion WHERE meeting_id = $1) + row_number() OVER (ORDER BY g.place),
                 g.participant, g.said, g.category, $6, $7
               FROM given g WHERE g.id NOT IN (SELECT id FROM known) AND NOT EXISTS (SELECT FROM known WHERE NOT same)
               ON CONFLICT (id) DO NOTHING)
           SELECT count(*) AS clashes FROM known WHERE NOT same`,
          [
            meetingId,
            opinions.map(({ id }) => id),
            opinions.map(({ participantId }) => participantId),
            opinions.map(({ text }) => text),
            opinions.map(({ categoryId }) => categoryId),
            by,
            new Date(at),
          ],
        );
        return rows[0]!.clashes === 0;
      } catch (error) {
        if ((error as { constraint?: string }).constraint !== 'opinion_seq_key' || tries === MOST_TRIES) throw error;
      }
    }
  }

  /** What was said at a meeting, in order, with what became of it. */
  async ofMeeting(meetingId: string): Promise<OpinionRow[]> {
    const { rows } = await this.database.pool.query<OpinionRow>(
      `SELECT ${COLUMNS} FROM ${SOURCES} WHERE o.meeting_id = $1 ORDER BY o.seq`,
      [meetingId],
    );
    return rows;
  }

  /** The lights of these cases at the instant, by id; null where none burns. */
  async lights(caseIds: readonly string[], at: number): Promise<Map<string, Light | null>> {
    const { rows } = await this.database.pool.query<{ id: string; light: Light | null }>(
      `SELECT c.id, ${lightSql('$2::timestamptz')} AS light FROM rectification_case c WHERE c.id = ANY($1::uuid[])`,
      [caseIds, new Date(at)],
    );
    return new Map(rows.map(({ id, light }) => [id, light]));
  }

  /** These opinions with what became of them, by id; unknown ones are left out. */
  async byId(ids: readonly string[]): Promise<Map<string, OpinionRow>> {
    const { rows } = await this.database.pool.query<OpinionRow>(
      `SELECT ${COLUMNS} FROM ${SOURCES} WHERE o.id = ANY($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** These opinions as a triage needs them, by id; unknown ones are left out. */
  async toTriage(ids: readonly string[]): Promise<Map<string, OpinionToTriage>> {
    type Row = Omit<OpinionToTriage, 'participant'> & { participantId: string | null } & EncryptedParticipant;
    const { rows } = await this.database.pool.query<Row>(
      `SELECT o.id, o.meeting_id AS "meetingId", o.text, o.category_id AS "categoryId", m.office_unit_id AS "officeUnitId",
         p.id AS "participantId", p.name_sealed AS name, p.contact_sealed AS contact
       FROM opinion o JOIN meeting m ON m.id = o.meeting_id LEFT JOIN participant p ON p.id = o.participant_id
       WHERE o.id = ANY($1::uuid[])`,
      [ids],
    );
    return new Map(
      rows.map(({ participantId: id, name, contact, ...row }) => [
        row.id,
        { ...row, participant: id === null ? null : { id, name, contact } },
      ]),
    );
  }

  /** Ends opinions that lead to no case; answers the ids of those that were not triaged before. Each is triaged once,
   *  whoever comes second. */
  async close(triages: readonly ClosedTriage[], by: string | null, at: number): Promise<Set<string>> {
    const { rows } = await this.database.pool.query<{ id: string }>(
      `INSERT INTO opinion_triage (opinion_id, outcome, answer, person_id, at)
       SELECT g.opinion, g.outcome, g.answer, $4, $5 FROM unnest($1::uuid[], $2::text[], $3::text[]) AS g(opinion, outcome, answer)
       ORDER BY g.opinion ON CONFLICT (opinion_id) DO NOTHING RETURNING opinion_id AS id`,
      [
        triages.map(({ opinionId }) => opinionId),
        triages.map(({ outcome }) => outcome),
        triages.map(({ answer }) => answer),
        by,
        new Date(at),
      ],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
