/** The words in which offices keep their ledgers. */
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Headers and status words as an office uses them; the empty layout holds for every ledger of the office. */
@Entity('ledger_words')
export class LedgerWords {
  @ForeignKey('unit', { name: 'ledger_words_office_unit_id_fkey' })
  @PrimaryColumn('uuid', { name: 'office_unit_id' })
  officeUnitId: string;
  @PrimaryColumn('text') layout: string;
  @Column('jsonb') words: object;
  /** Name of the file from which they were remembered last; empty where none is known. */
  @Column('text', { name: 'known_as', default: '' }) knownAs: string;
  @Column('timestamptz', { name: 'changed_at' }) changedAt: Date;
  @ForeignKey('person', { name: 'ledger_words_changed_by_fkey' })
  @Column('uuid', { name: 'changed_by', nullable: true })
  changedBy: string | null;
}
