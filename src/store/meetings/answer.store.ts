/** Keeps what participants of meetings are told: the words that wait, and every answer that was released. */
import { Inject, Injectable } from '@nestjs/common';
import type { AnswerBasis, AnswerClass } from '../../domain/answers.js';
import type { Day } from '../../domain/day.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { OpinionWording } from './answer.entity.js';

export type Wording = Omit<OpinionWording, 'writtenBy' | 'writtenAt'>;

/** An answer as it was released, with the name of who did. */
export interface AnswerRow {
  opinionId: string;
  seq: number;
  basis: AnswerBasis;
  factsClass: AnswerClass;
  class: AnswerClass;
  reason: string | null;
  words: string;
  wordsEn: string;
  said: string | null;
  solvedOn: Day | null;
  dueOn: Day | null;
  unitId: string | null;
  releasedByName: string | null;
  releasedAt: Date;
}
export type NewAnswer = Omit<AnswerRow, 'releasedByName' | 'releasedAt'>;

/** An opinion whose last answer may be out of date, with its meeting. */
export interface AnsweredOpinion {
  opinionId: string;
  opinionSeq: number;
  meetingId: string;
  officeUnitId: string;
  meetingTitle: string;
  heldOn: Day;
}

const COLUMNS = `a.opinion_id AS "opinionId", a.seq, a.basis, a.facts_class AS "factsClass", a.class, a.reason, a.words, a.words_en AS "wordsEn", a.said,
  a.solved_on AS "solvedOn", a.due_on AS "dueOn", a.unit_id AS "unitId", p.name AS "releasedByName", a.released_at AS "releasedAt"`;

@Injectable()
export class AnswerStore {
  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'pool' | 'dataSource'>) {}

  /** The words that wait for the opinions, by id. */
  async wordings(opinionIds: readonly string[]): Promise<Map<string, Wording>> {
    const { rows } = await this.database.pool.query<Wording>(
      `SELECT opinion_id AS "opinionId", said, basis, words, class, reason, planned_on AS "plannedOn" FROM opinion_wording
        WHERE opinion_id = ANY($1::uuid[])`,
      [opinionIds],
    );
    return new Map(rows.map((row) => [row.opinionId, row]));
  }

  /** Writes the words for an opinion in the place of those before. */
  async word(wording: Wording, by: string | null, at: number): Promise<void> {
    const given = { ...wording, writtenBy: by, writtenAt: new Date(at) };
    await this.database.dataSource.manager.upsert(OpinionWording, given, ['opinionId']);
  }

  /** Every answer to these opinions, by opinion, the first one first. */
  async ofOpinions(opinionIds: readonly string[]): Promise<Map<string, AnswerRow[]>> {
    const { rows } = await this.database.pool.query<AnswerRow>(
      `SELECT ${COLUMNS} FROM opinion_answer a LEFT JOIN person p ON p.id = a.released_by
        WHERE a.opinion_id = ANY($1::uuid[]) ORDER BY a.opinion_id, a.seq`,
      [opinionIds],
    );
    const byOpinion = new Map<string, AnswerRow[]>();
    for (const row of rows) byOpinion.set(row.opinionId, [...(byOpinion.get(row.opinionId) ?? []), row]);
    return byOpinion;
  }

  /** Writes the answers, all in one statement; answers how many are new. One that another clerk released in the same instant stands. */
  async release(answers: readonly NewAnswer[], by: string | null, at: number): Promise<number> {
    const { rowCount } = await this.database.pool.query(
      `INSERT INTO opinion_answer (opinion_id, seq, basis, facts_class, class, reason, words, words_en, said, solved_on, due_on, unit_id, released_by, released_at)
       SELECT g."opinionId", g.seq, g.basis, g."factsClass", g.class, g.reason, g.words, g."wordsEn", g.said, g."solvedOn", g."dueOn", g."unitId", $2, $3
         FROM json_to_recordset($1) AS g("opinionId" uuid, seq int, basis text, "factsClass" text, class text, reason text, words text, "wordsEn" text,
           said text, "solvedOn" date, "dueOn" date, "unitId" uuid)
       ON CONFLICT (opinion_id, seq) DO NOTHING`,
      [JSON.stringify(answers), by, new Date(at)],
    );
    return rowCount ?? 0;
  }

  /** Opinions of these offices whose last answer may be out of date on `today`, the oldest answer first, `limit` at most: a plan whose case is closed or
   *  whose day is over, and what was told as settled while its case is open or has gone into another. Whether they are is for the facts to say. */
  async perhapsOwed(offices: readonly string[], today: Day, limit: number): Promise<AnsweredOpinion[]> {
    const { rows } = await this.database.pool.query<AnsweredOpinion>(
      `SELECT a.opinion_id AS "opinionId", o.seq AS "opinionSeq", m.id AS "meetingId", m.office_unit_id AS "officeUnitId", m.title AS "meetingTitle", m.held_on AS "heldOn"
         FROM meeting m JOIN opinion o ON o.meeting_id = m.id
         CROSS JOIN LATERAL (SELECT * FROM opinion_answer l WHERE l.opinion_id = o.id ORDER BY l.seq DESC LIMIT 1) a
         JOIN opinion_triage t ON t.opinion_id = o.id JOIN rectification_case c ON c.id = t.case_id
        WHERE m.office_unit_id = ANY($1::uuid[])
          AND CASE a.facts_class WHEN 'planned' THEN c.stage = 'closed' OR a.due_on < $2 ELSE c.stage <> 'closed' OR c.outcome = 'merged' END
        ORDER BY a.released_at, o.id LIMIT $3`,
      [offices, today, limit],
    );
    return rows;
  }
}
