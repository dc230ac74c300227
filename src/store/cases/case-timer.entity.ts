/** What the sweeper wakes up for. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An armed timer of a case's machine. One that failed is dead-lettered: `error` and `poisonedAt` are set and it is not claimed again. */
@Entity('case_timer')
@Index('case_timer_due', ['dueAt'], { where: 'poisoned_at IS NULL' })
export class CaseTimer {
  @PrimaryColumn('uuid', { name: 'case_id' })
  caseId: string;
  @PrimaryColumn('text', { name: 'timer_id' }) timerId: string;
  @Column('timestamptz', { name: 'due_at' }) dueAt: Date;
  @Column('text', { nullable: true }) error: string | null;
  @Column('timestamptz', { name: 'poisoned_at', nullable: true }) poisonedAt: Date | null;
}
