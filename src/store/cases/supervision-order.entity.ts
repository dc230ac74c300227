/** The ladder's orders and what people did about them. */
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { OrderAct, OrderStatus, Role, EscalationLevel } from '../../domain/words.js';

/** An order 督办单: one escalation level of one late period of a case, once only. */
@Entity('supervision_order')
@Unique('supervision_order_rung_key', ['caseId', 'period', 'rung'])
@Index('order_unsigned', ['caseId', 'issuedAt'], { where: "status = 'proposed'::text AND case_open" })
export class SupervisionOrder {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' })
  caseId: string;
  /** Late period of the case, counted from the first. */
  @Column('int') period: number;
  @Column('text') rung: EscalationLevel;
  @Column('text') status: OrderStatus;
  @Column('timestamptz', { name: 'issued_at' }) issuedAt: Date;
  @Column('date', { name: 'reply_due_on', nullable: true }) replyDueOn: string | null;
  @Column('uuid', { name: 'unit_id', nullable: true })
  unitId: string | null;
  @Column('text', { name: 'to_role' }) toRole: Role;
  @Column('text', { name: 'copy_role', nullable: true }) copyRole: Role | null;
  /** Whether its case is: kept by the trigger case_orders_open, for the index of what waits for a signature. */
  @Column('boolean', { name: 'case_open', default: true }) caseOpen: boolean;
}

/** A reply to an order, or a leader's signature, waiver or instruction. */
@Entity('order_act')
@Index('order_act_order', ['orderId'])
export class OrderActEntity {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey('supervision_order', { name: 'order_act_order_id_fkey' })
  @Column('uuid', { name: 'order_id' })
  orderId: string;
  @Column('text') act: OrderAct;
  @Column('timestamptz') at: Date;
  @ForeignKey('person', { name: 'order_act_person_id_fkey' })
  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;
  @Column('text', { default: '' }) text: string;
}
