/** Which workflow files have been in use here: a released file that was changed since stops the start. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One released workflow file: its text, and the hash that cases are pinned to. */
@Entity('workflow_version')
export class WorkflowVersion {
  @PrimaryColumn('text') name: string;
  @PrimaryColumn('int') version: number;
  @Column('text') hash: string;
  @Column('text') content: string;
  @Column('timestamptz', { name: 'released_at' }) releasedAt: Date;
}
