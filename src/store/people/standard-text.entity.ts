/** A text that a unit keeps for its replies or instructions. */
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a text is for: a reply of the unit, or an instruction. */
export const TEXT_KINDS = ['reply', 'instruction'] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

@Entity('standard_text')
@Index('standard_text_unit', ['unitId'])
export class StandardText {
  @PrimaryColumn('uuid') id: string;
  @ForeignKey('unit', { name: 'standard_text_unit_id_fkey' })
  @Column('uuid', { name: 'unit_id' })
  unitId: string;
  @Column('text') kind: TextKind;
  @Column('text') name: string;
  @Column('text') text: string;
  @ForeignKey('person', { name: 'standard_text_changed_by_fkey' })
  @Column('uuid', { name: 'changed_by', nullable: true })
  changedBy: string | null;
  @Column('timestamptz', { name: 'changed_at' }) changedAt: Date;
}
