/** Reminders and notices on their way to people. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Role } from '../../domain/words.js';

/** A message to everyone who holds `role` at `unitId`, to be delivered in working hours, not before `deliverAt`. */
@Entity('message')
@Index('message_waiting', ['deliverAt'], { where: 'delivered_at IS NULL' })
@Index('message_by_hand', ['createdAt'], { where: "delivered_at IS NULL AND topic = 'urge'::text" })
@Index('message_dropped', ['caseId'], { where: 'dropped IS NOT NULL' })
export class MessageEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id', nullable: true })
  caseId: string | null;
  @Column('text') topic: string;
  @Column('text') role: Role;
  @Column('uuid', { name: 'unit_id', nullable: true })
  unitId: string | null;
  @Column('timestamptz', { name: 'deliver_at' }) deliverAt: Date;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  /** When it was passed on, or dropped. */
  @Column('timestamptz', { name: 'delivered_at', nullable: true }) deliveredAt: Date | null;
  /** What its sentence needs, of a message that comes from no step of a case; a step's follows from the case when it goes out. */
  @Column('jsonb', { nullable: true }) facts: Record<string, unknown> | null;
  /** Why it was told to nobody: see REASONS in src/notify/still-holds.ts. Null: it was told, or waits. */
  @Column('text', { nullable: true }) dropped: string | null;
}
