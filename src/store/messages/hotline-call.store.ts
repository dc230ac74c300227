/** What came under which number of a hotline platform, and the cases whose platform is owed an answer. */
import { Inject, Injectable } from '@nestjs/common';
import { v5 as derived } from 'uuid';
import type { HotlineAnswerKind } from '../../domain/words.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { Cipher } from '../encrypted/cipher.js';
import { HotlineCallRow } from './hotline.entity.js';

export type NewCall = Omit<HotlineCallRow, 'caseId' | 'prints' | 'receivedAt'>;

/** A case of a platform that waits for an answer, with the last one it got. */
export interface Unanswered {
  caseId: string;
  caseNumber: string;
  officeUnitId: string;
  platform: string;
  number: string;
  answerDays: number;
  isClosed: boolean;
  receivedAt: Date;
  closedOn: string | null;
  lastAt: Date | null;
  lastKind: HotlineAnswerKind | null;
}

@Injectable()
export class HotlineCallStore {
  constructor(
    @Inject(DATABASE) private readonly database: Pick<Database, 'pool' | 'dataSource'>,
    private readonly cipher: Cipher,
  ) {}

  /** Takes the number for this content, or finds what took it before; `differs` names the fields that say something else then. Of each field only a
   *  fingerprint is kept, which tells nothing without the key. */
  async take(
    call: NewCall,
    content: Readonly<Record<string, string>>,
    at: number,
  ): Promise<{ caseId: string; differs: string[] }> {
    const { platformId, number } = call;
    const caseId = derived(number, platformId);
    const prints = Object.fromEntries(
      Object.entries(content).map(([field, text]) => [field, this.print(caseId, field, text)]),
    );
    const calls = this.database.dataSource.getRepository(HotlineCallRow);
    const row = { ...call, caseId, prints, receivedAt: new Date(at) };
    await calls.createQueryBuilder().insert().values(row).orIgnore().execute();
    const kept = await calls.findOneByOrFail({ platformId, number });
    return {
      caseId: kept.caseId,
      differs: Object.keys(prints).filter((field) => kept.prints[field] !== prints[field]),
    };
  }

  /** What came for the case; null where it came from no platform. */
  of(caseId: string): Promise<HotlineCallRow | null> {
    return this.database.dataSource.getRepository(HotlineCallRow).findOneBy({ caseId });
  }

  /** Cases of these offices that are closed without a final answer to that closing, or open while the last word to the platform was none or a final one; the
   *  oldest call first. Whether the day for it has come is for the calendar to say. */
  async unanswered(offices: readonly string[], limit: number): Promise<Unanswered[]> {
    const { rows } = await this.database.pool.query<Unanswered>(
      `SELECT h.case_id AS "caseId", c.number AS "caseNumber", c.office_unit_id AS "officeUnitId", p.name AS platform, h.number, p.answer_days AS "answerDays", c.stage = 'closed' AS "isClosed",
          h.received_at AS "receivedAt", c.closed_on AS "closedOn", a.at AS "lastAt", a.kind AS "lastKind"
         FROM hotline_call h JOIN hotline_platform p ON p.id = h.platform_id JOIN rectification_case c ON c.id = h.case_id
         LEFT JOIN LATERAL (SELECT at, kind FROM hotline_answer l WHERE l.case_id = h.case_id ORDER BY at DESC, id DESC LIMIT 1) a ON true
        WHERE c.office_unit_id = ANY($1::uuid[])
          AND CASE WHEN c.stage = 'closed'
            THEN NOT EXISTS (SELECT FROM hotline_answer f WHERE f.case_id = h.case_id AND f.closing = (c.context->>'closedAt')::bigint)
            ELSE a.kind IS DISTINCT FROM 'interim' END
        ORDER BY h.received_at, h.case_id LIMIT $2`,
      [offices, limit],
    );
    return rows;
  }

  private print(caseId: string, field: string, text: string): string {
    return this.cipher.fingerprint(`hotline/${caseId}/${field}`, text).toString('hex');
  }
}
