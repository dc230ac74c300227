/** What became of the rows of imported ledgers. */
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What became of one row of an import; what it said is encrypted, since a name may stand in any cell. */
@Entity('ledger_row')
@Index('ledger_row_case', ['caseId'], { where: 'case_id IS NOT NULL' })
export class LedgerRow {
  @ForeignKey('ledger_import', { name: 'ledger_row_import_id_fkey' })
  @PrimaryColumn('uuid', { name: 'import_id' })
  importId: string;
  @PrimaryColumn('int') line: number;
  @Column('text') became: string;
  /** No foreign key: a row is written with what it became, in whichever order. */
  @Column('uuid', { name: 'case_id', nullable: true }) caseId: string | null;
  @Column('int', { name: 'joins_line', nullable: true }) joinsLine: number | null;
  /** Version of the case when the import had written it. */
  @Column('int', { name: 'case_version', nullable: true }) caseVersion: number | null;
  @Column('bytea') said: Buffer;
}
