/** Which receipts are issued, and to whom at a meeting; no code and no name is read here. */
import { Inject, Injectable } from '@nestjs/common';
import type { Day } from '../../domain/day.js';
import type { Stage } from '../../domain/words.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';

export interface IssuedReceipt {
  raiserId: string;
  /** The case at which they were taken down. */
  caseId: string;
  isIssued: boolean;
  printedAt: Date | null;
  printedByName: string | null;
}

export interface SpeakerReceipt {
  caseId: string;
  opinionId: string;
  participantId: string | null;
  raiserId: string;
  number: string;
  raisedOn: Day;
}

/** A raiser by themselves, under the id of the case. */
export interface ReceiptExample {
  raiserId: string;
  number: string;
  stage: Stage;
  said: string;
}

@Injectable()
export class ReceiptStore {
  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'pool'>) {}

  /** How it stands with the receipts of these raisers. */
  async issuedTo(ids: readonly string[]): Promise<IssuedReceipt[]> {
    const { rows } = await this.database.pool.query<IssuedReceipt>(
      `SELECT r.id AS "raiserId", r.case_id AS "caseId", r.receipt_hash IS NOT NULL AS "isIssued", r.receipt_printed_at AS "printedAt", p.name AS "printedByName"
         FROM raiser r LEFT JOIN person p ON p.id = r.receipt_printed_by WHERE r.id = ANY($1::uuid[])`,
      [ids],
    );
    return rows;
  }

  /** Who raised the case that moved last in each of these stages, those apart that ended otherwise than resolved: examples to look at. */
  async examples(stages: readonly Stage[]): Promise<ReceiptExample[]> {
    const { rows } = await this.database.pool.query<ReceiptExample>(
      `SELECT DISTINCT ON (c.stage) r.id AS "raiserId", c.number, c.stage, t.description AS said
         FROM raiser r JOIN rectification_case c ON c.id = r.id JOIN case_text t ON t.case_id = c.id
        WHERE r.receipt_hash IS NOT NULL AND c.stage = ANY($1) AND coalesce(c.outcome, 'resolved') = 'resolved' ORDER BY c.stage, c.last_at DESC, r.id`,
      [stages],
    );
    return rows;
  }

  /** The raisers whom the opinions of a meeting made, in the order in which they spoke: each speaker once for each case. One who named nobody is known by the
   *  case they opened. */
  async ofMeeting(meetingId: string): Promise<SpeakerReceipt[]> {
    const { rows } = await this.database.pool.query<SpeakerReceipt>(
      `SELECT DISTINCT ON (min(o.seq) OVER (PARTITION BY o.participant_id), o.participant_id, r.id)
              o.id AS "opinionId", o.participant_id AS "participantId", r.id AS "raiserId", r.case_id AS "caseId", c.number, c.collected_on AS "raisedOn"
         FROM opinion o JOIN opinion_triage t ON t.opinion_id = o.id JOIN rectification_case c ON c.id = t.case_id
         JOIN raiser r ON r.id = c.id AND t.outcome = 'adopted'
           OR r.participant_id = o.participant_id AND r.case_id = c.id
        WHERE o.meeting_id = $1 ORDER BY min(o.seq) OVER (PARTITION BY o.participant_id), o.participant_id, r.id, o.seq`,
      [meetingId],
    );
    return rows;
  }
}
