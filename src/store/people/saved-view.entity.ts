/** A view of the list of cases that a person keeps. */
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Filters and order under a name: its owner's alone, or shared with a unit and what is below it. Holds no words that were searched for. */
@Entity('saved_view')
@Index('saved_view_owner', ['ownerId'])
@Index('saved_view_shared', ['sharedUnitId'], { where: 'shared_unit_id IS NOT NULL' })
export class SavedView {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey('person', { name: 'saved_view_owner_id_fkey' })
  @Column('uuid', { name: 'owner_id' })
  ownerId: string;
  @ForeignKey('unit', { name: 'saved_view_shared_unit_id_fkey' })
  @Column('uuid', { name: 'shared_unit_id', nullable: true })
  sharedUnitId: string | null;
  @Column('text') name: string;
  @Column('jsonb') asked: object;
  @Column('timestamptz', { name: 'changed_at' }) changedAt: Date;
}
