/** The organisation tree. */
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A unit 单位; `leaderId` is the responsible leader 责任领导, `liaisonId` the liaison 联络员. The root has no parent. */
@Entity('unit')
export class UnitEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @ForeignKey('unit', { name: 'unit_parent_id_fkey' })
  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId: string | null;
  @ForeignKey('person', { name: 'unit_leader_fkey' })
  @Column('uuid', { name: 'leader_id', nullable: true })
  leaderId: string | null;
  @ForeignKey('person', { name: 'unit_liaison_fkey' })
  @Column('uuid', { name: 'liaison_id', nullable: true })
  liaisonId: string | null;
  /** Place among its siblings, ascending. */
  @Column('int', { default: 0 }) sort: number;
}
