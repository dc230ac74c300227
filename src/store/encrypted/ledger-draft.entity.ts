/** Ledgers on their way in. */
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A ledger that was sent and waits for its confirmation; file and answers are encrypted, since they hold names of people. */
@Entity('ledger_draft')
@Index('ledger_draft_person', ['personId'])
@Index('ledger_draft_expiry', ['expiresAt'])
export class LedgerDraft {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey('person', { name: 'ledger_draft_person_id_fkey' })
  @Column('uuid', { name: 'person_id' })
  personId: string;
  @Column('text', { name: 'file_name' }) fileName: string;
  @Column('bytea') content: Buffer;
  @Column('bytea') choices: Buffer;
  /** Counts the changes of the choices. */
  @Column('int') version: number;
  /** The import it was confirmed into. */
  @ForeignKey('ledger_import', { name: 'ledger_draft_import_id_fkey' })
  @Column('uuid', { name: 'import_id', nullable: true })
  importId: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
}
