/** A supervision order as it is answered. */
import { ApiProperty } from '@nestjs/swagger';
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

export class OrderActShown {
  @OneOf(ORDER_ACTS, { name: 'OrderAct' }) act: OrderAct;
  @InstantField() at: string;
  @ApiProperty({ type: String, nullable: true }) byName: string | null;
  @ApiProperty() text: string;
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

/** An order as it is read, with instants as dates. */
type OrderRead = Omit<OrderShown, 'issuedAt' | 'acts'> & {
  issuedAt: Date;
  acts: (Omit<OrderActShown, 'at'> & { at: Date })[];
};

/** An order with ISO instants. */
export function orderShown(order: OrderRead): OrderShown {
  const { id, caseId, period, rung, status, issuedAt, replyDueOn, unitId, toRole, copyRole, acts } = order;
  return {
    ...{ id, caseId, period, rung, status, issuedAt: issuedAt.toISOString(), replyDueOn, unitId, toRole, copyRole },
    acts: acts.map((act) => ({ ...act, at: act.at.toISOString() })),
  };
}
