/** Histories that were moved to files: the files, which case lies in which, and the ids of their commands. */
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** One file of whole histories, as it was written and read back. */
@Entity('archive_file')
@Unique('archive_file_name_key', ['name'])
@Unique('archive_file_sha256_key', ['sha256'])
export class ArchiveFile {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('bytea') sha256: Buffer;
  @Column('bigint') bytes: number;
  @Column('int') cases: number;
  @Column('int') lines: number;
}

/** That the history of a case was moved out, when and by whom; it is archived until `returnedAt`. */
@Entity('case_archive')
@Index('case_archive_away', ['caseId'], { unique: true, where: 'returned_at IS NULL' })
@Index('case_archive_of_file', ['fileId'], { where: 'returned_at IS NULL' })
export class CaseArchive {
  @ForeignKey('rectification_case', { name: 'case_archive_case_id_fkey' })
  @PrimaryColumn('uuid', { name: 'case_id' })
  caseId: string;
  @PrimaryColumn('timestamptz', { name: 'archived_at' }) archivedAt: Date;
  @ForeignKey('person', { name: 'case_archive_archived_by_fkey' })
  @Column('uuid', { name: 'archived_by' })
  archivedBy: string;
  @ForeignKey('archive_file', { name: 'case_archive_file_id_fkey' })
  @Column('uuid', { name: 'file_id' })
  fileId: string;
  /** Hash of the last line. */
  @Column('bytea') head: Buffer;
  @Column('int') lines: number;
  /** How many effects of each kind the lines tell of, so that `xiaohao check` can hold them against the tables. */
  @Column('json') effects: Record<string, number>;
  /** The texts an exported ledger shows. */
  @Column('json') said: object[];
  @Column('timestamptz', { name: 'returned_at', nullable: true }) returnedAt: Date | null;
  @ForeignKey('person', { name: 'case_archive_returned_by_fkey' })
  @Column('uuid', { name: 'returned_by', nullable: true })
  returnedBy: string | null;
}

/** The id of a command whose line is in a file: once only in all history, here and in case_event together. */
@Entity('archived_command')
export class ArchivedCommand {
  @PrimaryColumn('uuid', { name: 'command_id' }) commandId: string;
  @ForeignKey('rectification_case', { name: 'archived_command_case_id_fkey' })
  @Column('uuid', { name: 'case_id' })
  caseId: string;
  @Column('int') seq: number;
  @Column('bytea', { name: 'command_digest', nullable: true }) commandDigest: Buffer | null;
}
