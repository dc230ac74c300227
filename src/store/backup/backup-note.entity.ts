/** The one row that says when the last backup was taken. */
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('backup_note')
@Check('backup_note_one', 'one')
export class BackupNote {
  /** Always true: there is one row. */
  @PrimaryColumn('boolean') one: boolean;
  @Column('timestamptz', { name: 'taken_at' }) takenAt: Date;
}
