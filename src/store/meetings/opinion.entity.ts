/** What was said at meetings, and what became of it. */
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Triage } from '../../domain/words.js';

/** An opinion 意见建议, numbered within the meeting. */
@Entity('opinion')
@Unique('opinion_seq_key', ['meetingId', 'seq'])
export class Opinion {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey('meeting', { name: 'opinion_meeting_id_fkey' })
  @Column('uuid', { name: 'meeting_id' })
  meetingId: string;
  @Column('int') seq: number;
  @ForeignKey('participant', { name: 'opinion_participant_id_fkey' })
  @Column('uuid', { name: 'participant_id', nullable: true })
  participantId: string | null;
  @Column('text') text: string;
  @ForeignKey('category', { name: 'opinion_category_id_fkey' })
  @Column('uuid', { name: 'category_id', nullable: true })
  categoryId: string | null;
  @ForeignKey('person', { name: 'opinion_created_by_fkey' })
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}

/** The one decision on an opinion: the case it opened or joined, or the answer or reason given. */
@Entity('opinion_triage')
@Index('opinion_triage_case', ['caseId'], { where: 'case_id IS NOT NULL' })
export class OpinionTriage {
  @ForeignKey('opinion', { name: 'opinion_triage_opinion_id_fkey' })
  @PrimaryColumn('uuid', { name: 'opinion_id' })
  opinionId: string;
  @Column('text') outcome: Triage;
  @ForeignKey('rectification_case', { name: 'opinion_triage_case_id_fkey' })
  @Column('uuid', { name: 'case_id', nullable: true })
  caseId: string | null;
  @Column('text', { default: '' }) answer: string;
  @ForeignKey('person', { name: 'opinion_triage_person_id_fkey' })
  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;
  @Column('timestamptz') at: Date;
}
