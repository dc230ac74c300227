/** Who decrypted whose name, and where looking became too much. */
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { AccessPurpose } from '../../domain/access-reason.js';

/** One look at an encrypted person: the participant where one is named, else the raiser of the case; or at all names of a meeting on its desk. */
@Entity('sealed_look')
@Index('sealed_look_person_day', ['personId', 'day'])
@Index('sealed_look_case', ['caseId'])
@Index('sealed_look_newest', ['at', 'id'])
@Index('sealed_look_desk', ['meetingId', 'personId', 'day'], { unique: true, where: 'meeting_id IS NOT NULL' })
@Check('sealed_look_of_somebody', 'case_id IS NOT NULL OR participant_id IS NOT NULL OR meeting_id IS NOT NULL')
export class AccessLogEntry {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey('rectification_case', { name: 'sealed_look_case_id_fkey' })
  @Column('uuid', { name: 'case_id', nullable: true })
  caseId: string | null;
  @ForeignKey('person', { name: 'sealed_look_person_id_fkey' })
  @Column('uuid', { name: 'person_id' })
  personId: string;
  @Column('timestamptz') at: Date;
  @Column('text') reason: string;
  @ForeignKey('participant', { name: 'sealed_look_participant_id_fkey' })
  @Column('uuid', { name: 'participant_id', nullable: true })
  participantId: string | null;
  @ForeignKey('meeting', { name: 'sealed_look_meeting_id_fkey' })
  @Column('uuid', { name: 'meeting_id', nullable: true })
  meetingId: string | null;
  /** Which raiser of the case; null where it was looked at before there could be several, and where it was no raiser. */
  @ForeignKey('raiser', { name: 'sealed_look_raiser_id_fkey' })
  @Column('uuid', { name: 'raiser_id', nullable: true })
  raiserId: string | null;
  @Column('text') purpose: AccessPurpose;
  /** The office's day of `at`. */
  @Column('date') day: string;
}

/** A day on which somebody came near the limit of accesses, or wanted more. */
@Entity('look_alarm')
export class AccessAlarm {
  @ForeignKey('person', { name: 'look_alarm_person_id_fkey' })
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId: string;
  @PrimaryColumn('date') day: string;
  @Column('timestamptz', { name: 'near_at', nullable: true }) nearAt: Date | null;
  @Column('timestamptz', { name: 'over_at', nullable: true }) overAt: Date | null;
  /** Looks that were refused on this day. */
  @Column('int', { default: 0 }) refused: number;
}
