/** The messages that are due: claimed in batches by any number of servers, and marked as passed on or dropped. */
import { v7 as uuid } from 'uuid';
import type { CaseContext } from '../../domain/case.js';
import type { Day } from '../../domain/day.js';
import type { MainWait } from '../../domain/waits.js';
import type { Role, Stage } from '../../domain/words.js';
import type { Client } from './entry-rows.js';
import type { Facts } from './inbox-entry.entity.js';

/** A message that was claimed, with its case as it stands now; the part of the case is null where it is about none. */
export interface DueMessage {
  id: string;
  topic: string;
  role: Role;
  unitId: string | null;
  caseId: string | null;
  createdAt: Date;
  deliverAt: Date;
  facts: Facts | null;
  number: string | null;
  stage: Stage | null;
  waitsFor: MainWait | null;
  officeUnitId: string | null;
  leadUnitId: string | null;
  supportingUnitIds: string[];
  extensionPending: boolean | null;
  dueOn: Day | null;
  yellowAt: Date | null;
  context: Partial<CaseContext> | null;
  /** The events of the step that made it, oldest first, and who acted in the last; empty where the history is archived. */
  causes: string[];
  by: string | null;
  /** Of the order it is about: until when a reply is asked for. */
  replyDueOn: Day | null;
  /** Who visited last; null for other roles than the visitor's. */
  visitedBy: string | null;
}

/** What is due by the clock, and what a person sent by hand, which waits for no morning. */
const CLAIMS = {
  due: `deliver_at <= $1`,
  byHand: `topic = 'urge' AND created_at <= $1`,
} as const;

/** In the order of the index alone: of a hundred thousand that are due at one moment no batch is to sort the rest. */
const claimText = (what: keyof typeof CLAIMS): string => `
  WITH held AS MATERIALIZED (SELECT id FROM message WHERE delivered_at IS NULL AND ${CLAIMS[what]}
    ORDER BY ${what === 'due' ? 'deliver_at' : 'created_at'} LIMIT $2 FOR UPDATE SKIP LOCKED)
  SELECT m.id, m.topic, m.role, m.unit_id AS "unitId", m.case_id AS "caseId", m.created_at AS "createdAt", m.deliver_at AS "deliverAt", m.facts,
    c.number, c.stage, c.waits_for AS "waitsFor", c.office_unit_id AS "officeUnitId", c.lead_unit_id AS "leadUnitId",
    coalesce(c.supporting_unit_ids, '{}') AS "supportingUnitIds", c.extension_pending AS "extensionPending", c.due_on AS "dueOn",
    c.yellow_at AS "yellowAt", c.context, coalesce(e.causes, '{}') AS causes, e.by, o.reply_due_on AS "replyDueOn", v.person_id AS "visitedBy"
  FROM held JOIN message m USING (id) LEFT JOIN rectification_case c ON c.id = m.case_id
  LEFT JOIN LATERAL (SELECT array_agg(e.type ORDER BY e.seq) AS causes, (array_agg(e.actor_name ORDER BY e.seq DESC))[1] AS by
    FROM case_event e WHERE e.case_id = m.case_id AND e.recorded_at = m.created_at AND e.at <= m.deliver_at) e ON m.topic LIKE 'step.%' OR m.topic IN ('tell.unit', 'tell.office', 'tell.visitors', 'tell.supervisors', 'urge')
  LEFT JOIN LATERAL (SELECT o.reply_due_on FROM supervision_order o WHERE o.case_id = m.case_id AND (m.topic = 'step.order' OR o.rung = split_part(m.topic, '.', 2))
    ORDER BY o.period DESC, o.issued_at DESC LIMIT 1) o ON m.topic LIKE 'order.%' OR m.topic = 'step.order'
  LEFT JOIN LATERAL (SELECT v.person_id FROM visit v WHERE v.case_id = m.case_id ORDER BY v.at DESC LIMIT 1) v ON m.role = 'visitor'
  ORDER BY m.deliver_at, m.id`;
const TEXTS = { due: claimText('due'), byHand: claimText('byHand') };

/** At most `limit` messages that may go out at `now`, oldest first, locked until the transaction ends; what another server holds is left out. */
export async function claimMessages(
  client: Client,
  what: keyof typeof CLAIMS,
  now: number,
  limit: number,
): Promise<DueMessage[]> {
  const { rows } = await client.query<DueMessage>({
    name: `claim-messages-${what}`,
    text: TEXTS[what],
    values: [new Date(now), limit],
  });
  return rows;
}

/** Marks the messages as looked at, each with the word with which it was dropped, or none. */
export async function finishMessages(
  client: Client,
  finished: readonly { id: string; dropped: string | null }[],
  now: number,
): Promise<void> {
  await client.query({
    name: 'finish-messages',
    text: `UPDATE message m SET delivered_at = $3, dropped = r.dropped FROM unnest($1::uuid[], $2::text[]) AS r (id, dropped) WHERE m.id = r.id`,
    values: [finished.map(({ id }) => id), finished.map(({ dropped }) => dropped), new Date(now)],
  });
}

export interface NewMessage {
  topic: string;
  role: Role;
  unitId: string | null;
  caseId: string | null;
  facts: Facts;
  /** Epoch milliseconds. */
  deliverAt: number;
}

/** Puts messages in line that no step of a case made. They carry facts, empty ones at least: by that they are told from those of history. */
export async function addMessages(client: Client, messages: readonly NewMessage[], at: number): Promise<void> {
  if (messages.length === 0) return;
  await client.query(
    `INSERT INTO message (id, case_id, topic, role, unit_id, deliver_at, created_at, facts)
     SELECT id, case_id, topic, role, unit_id, to_timestamp(deliver_at / 1000.0), $7, facts
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::int8[], $8::jsonb[]) AS r (id, case_id, topic, role, unit_id, deliver_at, facts)`,
    [
      messages.map(() => uuid()),
      ...[messages.map(({ caseId }) => caseId), messages.map(({ topic }) => topic)],
      ...[messages.map(({ role }) => role), messages.map(({ unitId }) => unitId)],
      ...[messages.map(({ deliverAt }) => deliverAt), new Date(at), messages.map(({ facts }) => JSON.stringify(facts))],
    ],
  );
}

/** Leaves untold what was due before an instant, saying so: nobody's inbox begins with a year that is over. */
export async function leaveUntold(client: Client, before: number): Promise<void> {
  await client.query(
    `UPDATE message SET delivered_at = deliver_at, dropped = 'beforeInbox' WHERE delivered_at IS NULL AND deliver_at < $1`,
    [new Date(before)],
  );
}
