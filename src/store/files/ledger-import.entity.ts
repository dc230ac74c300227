/** Ledgers that were imported. */
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** One import of a ledger 台账: which file, by whom, how far it has come, and what became of its rows. */
@Entity('ledger_import')
export class LedgerImport {
  @PrimaryColumn('uuid') id: string;
  @Column('text', { name: 'file_name' }) fileName: string;
  @Column('bytea', { name: 'file_sha256' }) fileSha256: Buffer;
  @ForeignKey('person', { name: 'ledger_import_person_id_fkey' })
  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;
  @Column('timestamptz') at: Date;
  @Column('json') summary: object;
  @ForeignKey('unit', { name: 'ledger_import_office_unit_id_fkey' })
  @Column('uuid', { name: 'office_unit_id', nullable: true })
  officeUnitId: string | null;
  /** running, cancelling, cancelled, done. */
  @Column('text', { default: 'done' }) state: string;
  /** Rows it has to write, and how many it has. */
  @Column('int', { default: 0 }) total: number;
  @Column('int', { default: 0 }) done: number;
  /** When it last came further; a running one that has not for long was cut off. */
  @Column('timestamptz', { name: 'moved_at', nullable: true }) movedAt: Date | null;
  @Column('timestamptz', { name: 'undone_at', nullable: true }) undoneAt: Date | null;
}
