/** Reads supervision orders, and the late cases with the orders against them. */
import { Inject, Injectable } from '@nestjs/common';
import type { Promised, Waived } from '../../domain/case-since-2.js';
import type { CaseUnits } from '../../domain/visibility.js';
import type { Day } from '../../domain/day.js';
import type { OrderAct, OrderStatus, Role, EscalationLevel, Stage } from '../../domain/words.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';

export interface OrderRow {
  id: string;
  caseId: string;
  period: number;
  rung: EscalationLevel;
  status: OrderStatus;
  issuedAt: Date;
  replyDueOn: Day | null;
  unitId: string | null;
  toRole: Role;
  copyRole: Role | null;
  acts: OrderActRow[];
  /** Of the whole case; null where it keeps none. */
  promises: Promised[] | null;
  waivers: Waived[] | null;
}

/** SQL: who took the step that the row `of` keeps, as history says it, with whoever was absent; `p` is the person. */
export const bothNamesOf = (of: string, caseId: string): string =>
  `coalesce((SELECT e.actor_name FROM case_event e WHERE e.via = 'deputy' AND e.actor_id = ${of}.person_id AND e.at = ${of}.at
     AND e.case_id = ${caseId} LIMIT 1), p.name)`;

export interface OrderActRow {
  act: OrderAct;
  at: Date;
  byName: string | null;
  text: string;
  /** Of a reply: why the case is late, as the line of history says it; null while the history is archived. */
  cause: string | null;
}

/** An order with what it takes to know whom it concerns. */
export interface OrderOfCase extends OrderRow, CaseUnits {
  caseNumber: string;
  caseTitle: string;
  caseStage: Stage;
}

const COLUMNS = `o.id, o.case_id AS "caseId", o.period, o.rung, o.status, o.issued_at AS "issuedAt", o.reply_due_on AS "replyDueOn",
  o.unit_id AS "unitId", o.to_role AS "toRole", o.copy_role AS "copyRole", c.context->'promises' AS promises, c.context->'waivers' AS waivers`;

@Injectable()
export class OrderStore {
  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'pool'>) {}

  /** These orders with their acts, by id; unknown ones are left out. */
  async byId(ids: readonly string[]): Promise<Map<string, OrderOfCase>> {
    const { rows } = await this.database.pool.query<Omit<OrderOfCase, 'acts'>>(
      `SELECT ${COLUMNS}, c.number AS "caseNumber", c.stage AS "caseStage", x.title AS "caseTitle", c.office_unit_id AS "officeUnitId",
         c.lead_unit_id AS "leadUnitId", c.supporting_unit_ids AS "supportingUnitIds"
       FROM supervision_order o JOIN rectification_case c ON c.id = o.case_id JOIN case_text x ON x.case_id = c.id
       WHERE o.id = ANY($1::uuid[])`,
      [ids],
    );
    return new Map((await this.withActs(rows)).map((row) => [row.id, row]));
  }

  /** All orders of these cases, by case, in the order in which they were issued. */
  async ofCases(caseIds: readonly string[]): Promise<Map<string, OrderRow[]>> {
    const { rows } = await this.database.pool.query<Omit<OrderRow, 'acts'>>(
      `SELECT ${COLUMNS} FROM supervision_order o JOIN rectification_case c ON c.id = o.case_id WHERE o.case_id = ANY($1::uuid[]) ORDER BY o.issued_at, o.period, o.id`,
      [caseIds],
    );
    const found = new Map<string, OrderRow[]>(caseIds.map((id) => [id, []]));
    for (const row of await this.withActs(rows)) found.get(row.caseId)!.push(row);
    return found;
  }

  private async withActs<T extends { id: string }>(orders: readonly T[]): Promise<(T & { acts: OrderActRow[] })[]> {
    if (orders.length === 0) return [];
    const { rows } = await this.database.pool.query<OrderActRow & { orderId: string }>(
      `SELECT a.order_id AS "orderId", a.act, a.at, ${bothNamesOf('a', '(SELECT o.case_id FROM supervision_order o WHERE o.id = a.order_id)')} AS "byName", a.text,
           CASE WHEN a.act = 'replied' THEN (SELECT e.body->'payload'->>'cause' FROM supervision_order o JOIN case_event e ON e.case_id = o.case_id
             WHERE o.id = a.order_id AND e.type = 'REPLY_ORDER' AND e.at = a.at LIMIT 1) END AS cause
         FROM order_act a LEFT JOIN person p ON p.id = a.person_id WHERE a.order_id = ANY($1::uuid[]) ORDER BY a.at, a.id`,
      [orders.map(({ id }) => id)],
    );
    const acts = new Map<string, OrderActRow[]>(orders.map(({ id }) => [id, []]));
    for (const { orderId, ...act } of rows) acts.get(orderId)!.push(act);
    return orders.map((order) => ({ ...order, acts: acts.get(order.id)! }));
  }
}
