/** Ledgers that were imported. */
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** One import of a ledger 台账: which file, by whom, and what became of its rows. */
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
}
