/** Who stands in for whom 代理, from day to day. */
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Never deleted: it says for whose posts a deputy was bound, and who agreed. */
@Entity('deputation')
@Check('deputation_two', 'absent_id <> deputy_id')
@Check('deputation_days', 'until_on >= from_on')
@Index('deputation_deputy', ['deputyId', 'endsAt'])
@Index('deputation_absent', ['absentId', 'endsAt'])
export class Deputation {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey('person', { name: 'deputation_absent_id_fkey' })
  @Column('uuid', { name: 'absent_id' })
  absentId: string;
  @ForeignKey('person', { name: 'deputation_deputy_id_fkey' })
  @Column('uuid', { name: 'deputy_id' })
  deputyId: string;
  @Column('date', { name: 'from_on' }) fromOn: string;
  @Column('date', { name: 'until_on' }) untilOn: string;
  /** The first moment of `fromOn` in the office's time zone … */
  @Column('timestamptz', { name: 'starts_at' }) startsAt: Date;
  /** … and the first after `untilOn`. */
  @Column('timestamptz', { name: 'ends_at' }) endsAt: Date;
  @Column('text') reason: string;
  @ForeignKey('person', { name: 'deputation_asked_by_fkey' })
  @Column('uuid', { name: 'asked_by' })
  askedBy: string;
  @Column('timestamptz', { name: 'asked_at' }) askedAt: Date;
  /** Who agreed; the absent person themself where they asked for it. Null: it waits for that and is not in force. */
  @ForeignKey('person', { name: 'deputation_granted_by_fkey' })
  @Column('uuid', { name: 'granted_by', nullable: true })
  grantedBy: string | null;
  @Column('timestamptz', { name: 'granted_at', nullable: true }) grantedAt: Date | null;
  /** Who ended it before its last day, or before it began. */
  @ForeignKey('person', { name: 'deputation_ended_by_fkey' })
  @Column('uuid', { name: 'ended_by', nullable: true })
  endedBy: string | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
}
