/** Accesses to encrypted names: counted and kept in one transaction before anything is opened, and read by those who watch over them. */
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { v7 as uuid } from 'uuid';
import type { AccessPurpose } from '../../domain/access-reason.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { inTransaction } from '../database/transaction.js';

export interface Access {
  personId: string;
  /** The unit of the person who looks: whose auditor hears of too many. */
  unitId: string | null;
  caseId: string | null;
  /** Null: a raiser of the case. */
  participantId: string | null;
  /** Which of them; null where it is a participant. */
  raiserId: string | null;
  purpose: AccessPurpose;
  reason: string;
  /** Epoch milliseconds, and the office's day of it. */
  at: number;
  day: string;
}

export interface AccessLimit {
  /** Different persons that somebody may look at on one day. */
  most: number;
  /** From this many on the auditor hears of it. */
  near: number;
  /** When a message to the auditor may go out, epoch milliseconds. */
  deliverAt: number;
}

/** Who was looked at; the same person again costs nothing of the day's limit. */
const SUBJECT = 'coalesce(participant_id, raiser_id, case_id)';

@Injectable()
export class AccessLogStore {
  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'pool'>) {}

  /** Logs the access and answers true; false, with the alarm raised, where the day's limit is used up. However many looks one person
   *  sends at once, each is counted after the one before: the person's row is locked. */
  record(access: Access, limit: AccessLimit): Promise<boolean> {
    return inTransaction(this.database.pool, async (client) => {
      await client.query('SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE', [access.personId]);
      const { rows } = await client.query<{ seen: number; again: boolean }>(
        `SELECT count(DISTINCT ${SUBJECT})::int AS seen, coalesce(bool_or(${SUBJECT} = $3), false) AS again
           FROM sealed_look WHERE person_id = $1 AND day = $2`,
        [access.personId, access.day, access.participantId ?? access.raiserId ?? access.caseId],
      );
      const { seen, again } = rows[0]!;
      if (!again && seen >= limit.most) {
        await alarm(client, access, 'over_at', limit.deliverAt);
        return false;
      }
      await client.query(
        `INSERT INTO sealed_look (id, person_id, case_id, participant_id, raiser_id, purpose, reason, at, day)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          uuid(),
          access.personId,
          access.caseId,
          access.participantId,
          access.raiserId,
          access.purpose,
          access.reason,
          new Date(access.at),
          access.day,
        ],
      );
      if (!again && seen + 1 >= limit.near) await alarm(client, access, 'near_at', limit.deliverAt);
      return true;
    });
  }
}

/** Notes that a person came near the limit or over it; the first of a kind on a day leaves a message for the auditor. */
async function alarm(
  client: pg.ClientBase,
  access: Access,
  kind: 'near_at' | 'over_at',
  deliverAt: number,
): Promise<void> {
  const { rows } = await client.query<{ first: boolean }>(
    `WITH before AS (SELECT ${kind} FROM look_alarm WHERE person_id = $1 AND day = $2)
     INSERT INTO look_alarm AS a (person_id, day, ${kind}, refused) VALUES ($1, $2, $3, $4)
     ON CONFLICT (person_id, day) DO UPDATE SET ${kind} = coalesce(a.${kind}, $3), refused = a.refused + $4
     RETURNING NOT EXISTS (SELECT FROM before WHERE ${kind} IS NOT NULL) AS first`,
    [access.personId, access.day, new Date(access.at), kind === 'over_at' ? 1 : 0],
  );
  if (!rows[0]!.first) return;
  await client.query(
    `INSERT INTO message (id, case_id, topic, role, unit_id, deliver_at, created_at) VALUES ($1, NULL, $2, 'auditor', $3, $4, $5)`,
    [uuid(), kind === 'near_at' ? 'looks.near' : 'looks.over', access.unitId, new Date(deliverAt), new Date(access.at)],
  );
}
