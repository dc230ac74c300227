/** Visits to the person who raised a case, attempts included. */
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Satisfaction, VisitMethod, VisitOutcome } from '../../domain/words.js';

/** A visit 回访 or an attempt at one; `round` counts the case's stays in the follow-up stage. */
@Entity('visit')
@Index('visit_case', ['caseId', 'at'])
export class Visit {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' })
  caseId: string;
  @Column('int') round: number;
  @Column('timestamptz') at: Date;
  @ForeignKey('person', { name: 'visit_person_id_fkey' })
  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;
  @Column('text') method: VisitMethod;
  @Column('text') outcome: VisitOutcome;
  @Column('text', { nullable: true }) satisfaction: Satisfaction | null;
  @Column('json', { nullable: true }) ratings: object | null;
  @Column('int', { name: 'duration_seconds', nullable: true }) durationSeconds: number | null;
  @Column('text', { default: '' }) note: string;
  @Column('date', { name: 'next_attempt_on', nullable: true }) nextAttemptOn: string | null;
  /** Whom it was paid to, where the case has several raisers. No foreign key: a raiser nobody wrote down has an id in the case and no row. */
  @Column('uuid', { name: 'raiser_id', nullable: true }) raiserId: string | null;
}
