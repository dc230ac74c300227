/** Which workflow files have been in use here: a released file that was changed since stops the start. */
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** One released workflow file: its text, and the hash that cases are pinned to. One that the office saved itself has no file and says who
 *  saved it. */
@Entity('workflow_version')
export class WorkflowVersion {
  @PrimaryColumn('text') name: string;
  @PrimaryColumn('int') version: number;
  @Column('text') hash: string;
  @Column('text') content: string;
  @Column('timestamptz', { name: 'released_at' }) releasedAt: Date;
  /** Null: it came with a release. */
  @ForeignKey('person', { name: 'workflow_version_saved_by_fkey' })
  @Column('uuid', { name: 'saved_by', nullable: true })
  savedBy: string | null;
  /** Why the office saved it. */
  @Column('text', { default: '' }) note: string;
}
