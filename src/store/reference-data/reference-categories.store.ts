/** The two-level tree of categories 问题类别 as it is stored. */
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { notFound, Refused } from '../../domain/errors.js';
import { CategoryEntity } from './category.entity.js';
import { ReferenceDataStore } from './reference-data.store.js';

export type CategoryRow = CategoryEntity;

/** What changes; an absent key stays as it is. The code never changes: workflows name it. */
export interface CategoryChange {
  nameZh?: string | undefined;
  nameEn?: string | undefined;
  parentId?: string | null | undefined;
  sort?: number | undefined;
}

@Injectable()
export class CategoryStore {
  constructor(private readonly referenceData: ReferenceDataStore) {}

  /** All categories, siblings in their order. */
  async list(): Promise<readonly CategoryRow[]> {
    return (await this.referenceData.stored()).categories;
  }

  /** Makes a category. 409 where the code is taken, 422 for a third level. */
  async add(category: CategoryChange & { code: string; nameZh: string; nameEn: string }): Promise<CategoryRow> {
    return this.referenceData.change(async (entities) => {
      const all = await entities.find(CategoryEntity);
      if (all.some(({ code }) => code === category.code)) {
        throw new Refused(409, 'category.codeTaken', '类别代码已被使用', 'This category code is taken');
      }
      const row: CategoryRow = { id: uuid(), sort: 0, parentId: null, ...given(category) } as CategoryRow;
      requirePlace(all, row);
      await entities.insert(CategoryEntity, row);
      return row;
    });
  }

  /** Changes a category. 404 where there is none, 422 for a third level. */
  async change(id: string, change: CategoryChange): Promise<CategoryRow> {
    return this.referenceData.change(async (entities) => {
      const all = await entities.find(CategoryEntity);
      const present = all.find((category) => category.id === id);
      if (present === undefined) throw notFound('category', '问题类别', id);
      const row = { ...present, ...given(change) };
      requirePlace(all, row);
      await entities.update(CategoryEntity, { id }, row);
      return row;
    });
  }
}

function given(change: CategoryChange): Partial<CategoryRow> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

function requirePlace(all: readonly CategoryRow[], row: CategoryRow): void {
  if (row.parentId === null) return;
  const parent = all.find(({ id }) => id === row.parentId);
  if (parent === undefined) throw new Refused(422, 'category.unknown', '上级类别不存在', 'No such parent category');
  const hasChildren = all.some(({ parentId }) => parentId === row.id);
  if (parent.id === row.id || parent.parentId !== null || hasChildren) {
    throw new Refused(422, 'category.tooDeep', '问题类别只有两级', 'Categories have two levels');
  }
}
