/** What was written about a meeting before it was corrected. */
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export const CORRECTED = ['meeting', 'participant', 'opinion'] as const;
export type Corrected = (typeof CORRECTED)[number];

/** One correction: the fields that changed, as they were. A name or contact is told as changed and not kept: it is encrypted at rest. */
@Entity('meeting_correction')
@Index('meeting_correction_meeting', ['meetingId', 'at'])
export class MeetingCorrection {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey('meeting', { name: 'meeting_correction_meeting_id_fkey' })
  @Column('uuid', { name: 'meeting_id' })
  meetingId: string;
  @Column('text') kind: Corrected;
  @Column('uuid', { name: 'about_id' }) aboutId: string;
  @Column('jsonb') before: Record<string, string | null>;
  @ForeignKey('person', { name: 'meeting_correction_person_id_fkey' })
  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;
  @Column('timestamptz') at: Date;
}
