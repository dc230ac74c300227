/** Public-input meetings and who took part. */
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Day } from '../../domain/day.js';
import type { MeetingKind, Capacity } from '../../domain/words.js';

/** A meeting 座谈会; `officeUnitId` is the unit whose office keeps its record. */
@Entity('meeting')
@Index('meeting_held', () => ({ heldOn: -1, id: 1 }))
@Index('meeting_title_pairs', { synchronize: false })
export class Meeting {
  @PrimaryColumn('uuid') id: string;
  @Column('text') title: string;
  @Column('text') kind: MeetingKind;
  @Column('date', { name: 'held_on' }) heldOn: Day;
  @Column('text') place: string;
  @ForeignKey('unit', { name: 'meeting_host_unit_id_fkey' })
  @Column('uuid', { name: 'host_unit_id' })
  hostUnitId: string;
  @ForeignKey('unit', { name: 'meeting_office_unit_id_fkey' })
  @Column('uuid', { name: 'office_unit_id' })
  officeUnitId: string;
  @ForeignKey('person', { name: 'meeting_created_by_fkey' })
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
}

/** A participant 参会代表, numbered within the meeting; name and contact are encrypted at rest. */
@Entity('participant')
@Check('participant_name_check', '(name IS NULL) <> (name_sealed IS NULL)')
@Unique('participant_seq_key', ['meetingId', 'seq'])
@Index('participant_search_keys', ['searchKeys'], { type: 'gin' })
@Index('participant_unkeyed', ['id'], { where: 'search_keys IS NULL' })
export class Participant {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey('meeting', { name: 'participant_meeting_id_fkey' })
  @Column('uuid', { name: 'meeting_id' })
  meetingId: string;
  @Column('int') seq: number;
  /** In clear only from an older release, until the service has started once. */
  @Column('text', { nullable: true }) name: string | null;
  @Column('bytea', { name: 'name_sealed', nullable: true }) nameSealed: Buffer | null;
  @Column('text') standing: Capacity;
  @Column('bytea', { name: 'contact_sealed', nullable: true }) contactSealed: Buffer | null;
  /** Keyed hashes of name and telephone numbers; null until they were filled in. */
  @Column('bytea', { name: 'search_keys', array: true, nullable: true }) searchKeys: Buffer[] | null;
}
