/** Reminders and notices on their way to people. */
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Role } from '../../domain/words.js';

/** A message to everyone who holds `role` at `unitId`, to be delivered in working hours, not before `deliverAt`. */
@Entity('message')
@Index('message_waiting', ['deliverAt'], { where: 'delivered_at IS NULL' })
@Index('message_inbox', () => ({ role: 1, unitId: 1, deliverAt: -1 }))
export class MessageEntity {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey('rectification_case', { name: 'message_case_id_fkey' })
  @Column('uuid', { name: 'case_id', nullable: true })
  caseId: string | null;
  @Column('text') topic: string;
  @Column('text') role: Role;
  @ForeignKey('unit', { name: 'message_unit_id_fkey' })
  @Column('uuid', { name: 'unit_id', nullable: true })
  unitId: string | null;
  @Column('timestamptz', { name: 'deliver_at' }) deliverAt: Date;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'delivered_at', nullable: true }) deliveredAt: Date | null;
}
