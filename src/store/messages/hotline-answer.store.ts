/** Keeps what was answered to hotline platforms, and tells how it went out. */
import { Inject, Injectable } from '@nestjs/common';
import type { DeliveryState, HotlineAnswerKind } from '../../domain/words.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import type { Client } from './entry-rows.js';
import type { HotlineAnswerRow } from './hotline.entity.js';

/** An answer with who wrote it and what became of its delivery; null: none was queued. */
export interface HotlineAnswer extends Omit<HotlineAnswerRow, 'caseId' | 'closing'> {
  byName: string;
  state: DeliveryState | null;
}

/** An answer as the platform is told it. */
export interface SentAnswer {
  platform: string;
  number: string;
  kind: HotlineAnswerKind;
  text: string;
  ourNumber: string;
  at: Date;
}

@Injectable()
export class HotlineAnswerStore {
  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'pool'>) {}

  /** Writes it in the transaction of `client`; false where its id is there already, or a final answer to the same closing. */
  async add(client: Client, { id, caseId, kind, text, closing, at, byId }: HotlineAnswerRow): Promise<boolean> {
    const { rowCount } = await client.query(
      `INSERT INTO hotline_answer (id, case_id, kind, text, closing, at, by_id) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [id, caseId, kind, text, closing, at, byId],
    );
    return rowCount === 1;
  }

  /** The answers of a case, the first one first. */
  async of(caseId: string): Promise<HotlineAnswer[]> {
    const { rows } = await this.database.pool.query<HotlineAnswer>(
      `SELECT a.id, a.kind, a.text, a.at, a.by_id AS "byId", p.name AS "byName",
          (SELECT d.state FROM inbox_entry e JOIN delivery d ON d.entry_id = e.id AND d.webhook_id IS NOT NULL
            WHERE e.case_id = a.case_id AND e.topic = 'hotline.answer' AND e.facts->>'answerId' = a.id::text LIMIT 1) AS state
         FROM hotline_answer a JOIN person p ON p.id = a.by_id WHERE a.case_id = $1 ORDER BY a.at, a.id`,
      [caseId],
    );
    return rows;
  }

  /** The answer as it goes out; undefined where there is none. */
  async sent(id: string): Promise<SentAnswer | undefined> {
    const { rows } = await this.database.pool.query<SentAnswer>(
      `SELECT p.code AS platform, h.number, a.kind, a.text, c.number AS "ourNumber", a.at
         FROM hotline_answer a JOIN hotline_call h ON h.case_id = a.case_id JOIN hotline_platform p ON p.id = h.platform_id
         JOIN rectification_case c ON c.id = a.case_id WHERE a.id = $1`,
      [id],
    );
    return rows[0];
  }
}
