/** Which workflow files have been in use here: a released file that was changed since stops the start. */
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** One released workflow file: its text, and the hash that cases are pinned to. One that the office saved itself has no file and says who
 *  saved it. */
@Entity('workflow_version')
@Check(
  'workflow_version_withdrawn',
  '(withdrawn_at IS NULL) = (withdrawn_by IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_why IS NULL)',
)
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
  /** Null: new cases may have it. */
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt: Date | null;
  @ForeignKey('person', { name: 'workflow_version_withdrawn_by_fkey' })
  @Column('uuid', { name: 'withdrawn_by', nullable: true })
  withdrawnBy: string | null;
  @Column('text', { name: 'withdrawn_why', nullable: true }) withdrawnWhy: string | null;
}
