/** The organisation tree as it was. */
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Where a unit stood and what it was called until an instant, written when that changes; `seq` counts its changes from 1. */
@Entity('unit_past')
export class UnitPastEntity {
  @ForeignKey('unit', { name: 'unit_past_unit_id_fkey' })
  @PrimaryColumn('uuid', { name: 'unit_id' })
  unitId: string;
  @PrimaryColumn('int') seq: number;
  @Column('timestamptz') until: Date;
  @ForeignKey('unit', { name: 'unit_past_parent_id_fkey' })
  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId: string | null;
  @Column('text') name: string;
}
