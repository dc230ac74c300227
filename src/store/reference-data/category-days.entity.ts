/** How many working days the cases of a category have, as the office set it from when on. */
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Track } from '../../domain/words.js';

/** A number that counts from `since` until the next row of the category and track; null: none of its own any more. Rows are only ever added. */
@Entity('category_days')
export class CategoryDaysEntity {
  @ForeignKey('category', { name: 'category_days_category_id_fkey' })
  @PrimaryColumn('uuid', { name: 'category_id' })
  categoryId: string;
  @PrimaryColumn('text') track: Track;
  @PrimaryColumn('timestamptz') since: Date;
  @Column('int', { nullable: true }) days: number | null;
  @ForeignKey('person', { name: 'category_days_set_by_fkey' })
  @Column('uuid', { name: 'set_by', nullable: true })
  setBy: string | null;
}
