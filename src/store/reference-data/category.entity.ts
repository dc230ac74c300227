/** The two-level tree of what issues are about. */
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A category 问题类别; workflows name it by `code`, people by the two names. */
@Entity('category')
@Unique('category_code_key', ['code'])
export class CategoryEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('text', { name: 'name_zh' }) nameZh: string;
  @Column('text', { name: 'name_en' }) nameEn: string;
  @ForeignKey('category', { name: 'category_parent_id_fkey' })
  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId: string | null;
  /** Place among its siblings, ascending. */
  @Column('int', { default: 0 }) sort: number;
}
