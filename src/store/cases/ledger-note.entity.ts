/** What a row of a ledger said beside what has a place in its case. */
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The note 备注 of an imported case: the row it came from, and pairs of name and value in the order of the ledger. */
@Entity('ledger_note')
export class LedgerNoteEntity {
  @ForeignKey('rectification_case', { name: 'ledger_note_case_id_fkey' })
  @PrimaryColumn('uuid', { name: 'case_id' })
  caseId: string;
  @Column('text', { name: 'file_name' }) fileName: string;
  @Column('int') line: number;
  @Column('json') fields: [name: string, value: string][];
}
