/** A supervision order as it is answered. */
import { ApiProperty } from '@nestjs/swagger';
import type { Calendar } from '../domain/calendar.js';
import type { Promised, Waived } from '../domain/case-since-2.js';
import type { Day } from '../domain/day.js';
import {
  ORDER_ACTS,
  ORDER_STATUSES,
  ROLES,
  ESCALATION_LEVELS,
  type OrderAct,
  type OrderStatus,
  type Role,
  type EscalationLevel,
} from '../domain/words.js';
import { DayField, InstantField, OneOf, Uuid } from '../http/fields.js';

export const PROMISE_STATES = ['standing', 'kept', 'broken'] as const;

export class PromiseShown {
  @DayField({ description: 'The day by which the fix is promised' }) promisedOn: string;
  @ApiProperty({ description: 'The reply says that nothing is left to do but to hand in' }) isFinal: boolean;
  @DayField({ nullable: true, description: 'The day on which a fix was handed in, where it was by the promised day' })
  keptOn: string | null;
  @OneOf(PROMISE_STATES, { name: 'PromiseState' }) is: (typeof PROMISE_STATES)[number];
}

export class OrderActShown {
  @OneOf(ORDER_ACTS, { name: 'OrderAct' }) act: OrderAct;
  @InstantField() at: string;
  @ApiProperty({ type: String, nullable: true }) byName: string | null;
  @ApiProperty() text: string;
  @ApiProperty({ type: String, nullable: true, description: 'Of a reply: why the case is late' }) cause: string | null;
  @ApiProperty({ type: () => PromiseShown, nullable: true, description: 'Of a reply: what it promises' })
  promise: PromiseShown | null;
  @DayField({ nullable: true, description: 'Of a waiver: the day on which the same order is proposed again' })
  reviewOn: string | null;
}

export class OrderShown {
  @Uuid() id: string;
  @Uuid() caseId: string;
  @ApiProperty({ type: 'integer', description: 'Counts the due days the case has had' }) period: number;
  @OneOf(ESCALATION_LEVELS, { name: 'EscalationLevel' }) rung: EscalationLevel;
  @OneOf(ORDER_STATUSES, { name: 'OrderStatus' }) status: OrderStatus;
  @InstantField() issuedAt: string;
  @DayField({ nullable: true }) replyDueOn: string | null;
  @Uuid({ nullable: true, description: 'The unit it is against' }) unitId: string | null;
  @OneOf(ROLES, { name: 'Role' }) toRole: Role;
  @OneOf(ROLES, { name: 'Role', nullable: true }) copyRole: Role | null;
  @ApiProperty({ type: () => [OrderActShown] }) acts: OrderActShown[];
}

/** An order as it is read, with instants as dates, and what its case keeps of promises and waivers. */
type OrderRead = Omit<OrderShown, 'issuedAt' | 'acts'> & {
  issuedAt: Date;
  acts: (Pick<OrderActShown, 'act' | 'byName' | 'text' | 'cause'> & { at: Date })[];
  promises: readonly Promised[] | null;
  waivers: readonly Waived[] | null;
};

/** An order with ISO instants, for a reader on `today`: a promise is broken from the day after the promised one. */
export function orderShown(order: OrderRead, calendar: Calendar, today: Day): OrderShown {
  const { id, caseId, period, rung, status, issuedAt, replyDueOn, unitId, toRole, copyRole, acts } = order;
  const isOf = (one: Promised | Waived): boolean => one.period === period && one.rung === rung;
  const promised = order.promises?.find(isOf);
  const waived = (at: Date): Waived | undefined =>
    order.waivers?.find((one) => isOf(one) && one.on === calendar.dayOf(at.getTime()));
  return {
    ...{ id, caseId, period, rung, status, issuedAt: issuedAt.toISOString(), replyDueOn, unitId, toRole, copyRole },
    acts: acts.map(({ act, at, byName, text, cause }) => ({
      ...{ act, at: at.toISOString(), byName, text, cause },
      promise: act === 'replied' && promised !== undefined ? promiseShown(promised, today) : null,
      reviewOn: act === 'waived' ? (waived(at)?.reviewOn ?? null) : null,
    })),
  };
}

function promiseShown({ promisedOn, isFinal, keptOn }: Promised, today: Day): PromiseShown {
  const is = keptOn !== null ? 'kept' : promisedOn < today ? 'broken' : 'standing';
  return { promisedOn, isFinal, keptOn, is };
}
