/** What the system has told a person, and the marks that go with it. */
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What an entry's sentence needs besides its topic: numbers, days, identifiers; never a raiser's name or contact. */
export type Facts = Record<string, unknown>;

/** One thing told to one person; its id follows from what made it and whom it tells, so that a repeat tells nobody twice. */
@Entity('inbox_entry')
@Index('inbox_entry_list', () => ({ personId: 1, at: -1, id: -1 }))
@Index('inbox_entry_unread', () => ({ personId: 1, at: -1, id: -1 }), { where: 'read_at IS NULL' })
@Index('inbox_entry_case', ['caseId'], { where: 'case_id IS NOT NULL' })
export class InboxEntry {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey('person', { name: 'inbox_entry_person_id_fkey' })
  @Column('uuid', { name: 'person_id' })
  personId: string;
  @Column('text') topic: string;
  @ForeignKey('rectification_case', { name: 'inbox_entry_case_id_fkey' })
  @Column('uuid', { name: 'case_id', nullable: true })
  caseId: string | null;
  @ForeignKey('message', { name: 'inbox_entry_message_id_fkey' })
  @Column('uuid', { name: 'message_id', nullable: true })
  messageId: string | null;
  @Column('jsonb', { default: {} }) facts: Facts;
  /** When it came in. */
  @Column('timestamptz') at: Date;
  /** Sent by a person, so it may go out at night. */
  @Column('boolean', { name: 'by_hand', default: false }) byHand: boolean;
  @Column('timestamptz', { name: 'read_at', nullable: true }) readAt: Date | null;
}

/** That a person's digest of a day was looked into; `madeAt` null: not yet. */
@Entity('digest')
@Index('digest_waiting', ['day'], { where: 'made_at IS NULL' })
export class DigestOfDay {
  @ForeignKey('person', { name: 'digest_person_id_fkey' })
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId: string;
  @PrimaryColumn('date') day: string;
  @Column('timestamptz', { name: 'made_at', nullable: true }) madeAt: Date | null;
}

/** Until when a leader has seen what changed, on whichever computer. */
@Entity('last_look')
export class LastLook {
  @ForeignKey('person', { name: 'last_look_person_id_fkey' })
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId: string;
  @Column('timestamptz') at: Date;
}
