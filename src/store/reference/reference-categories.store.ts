/** The two-level tree of categories 问题类别 as it is stored. */
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { v7 as uuid } from 'uuid';
import { notFound, Refused } from '../../domain/errors.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { ReferenceStore } from './reference.store.js';

export interface CategoryRow {
  id: string;
  code: string;
  nameZh: string;
  nameEn: string;
  parentId: string | null;
  sort: number;
}

/** What changes; an absent key stays as it is. The code never changes: workflows name it. */
export interface CategoryChange {
  nameZh?: string | undefined;
  nameEn?: string | undefined;
  parentId?: string | null | undefined;
  sort?: number | undefined;
}

const SELECT = `SELECT id, code, name_zh AS "nameZh", name_en AS "nameEn", parent_id AS "parentId", sort FROM category`;

@Injectable()
export class CategoryStore {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly references: ReferenceStore,
  ) {}

  /** All categories, siblings in their order. */
  async list(on: pg.Pool | pg.ClientBase = this.database.pool): Promise<CategoryRow[]> {
    const { rows } = await on.query<CategoryRow>(`${SELECT} ORDER BY sort, code`);
    return rows;
  }

  /** Makes a category. 409 where the code is taken, 422 for a third level. */
  async add(category: CategoryChange & { code: string; nameZh: string; nameEn: string }): Promise<CategoryRow> {
    return this.references.change(async (client) => {
      const all = await this.list(client);
      if (all.some(({ code }) => code === category.code)) {
        throw new Refused(409, 'category.codeTaken', '类别代码已被使用', 'This category code is taken');
      }
      const row: CategoryRow = { id: uuid(), sort: 0, parentId: null, ...given(category) } as CategoryRow;
      requirePlace(all, row);
      await client.query(
        'INSERT INTO category (id, code, name_zh, name_en, parent_id, sort) VALUES ($1, $2, $3, $4, $5, $6)',
        [row.id, row.code, row.nameZh, row.nameEn, row.parentId, row.sort],
      );
      return row;
    });
  }

  /** Changes a category. 404 where there is none, 422 for a third level. */
  async change(id: string, change: CategoryChange): Promise<CategoryRow> {
    return this.references.change(async (client) => {
      const all = await this.list(client);
      const present = all.find((category) => category.id === id);
      if (present === undefined) throw notFound('category', '问题类别', id);
      const row = { ...present, ...given(change) };
      requirePlace(all, row);
      await client.query('UPDATE category SET name_zh = $2, name_en = $3, parent_id = $4, sort = $5 WHERE id = $1', [
        id,
        row.nameZh,
        row.nameEn,
        row.parentId,
        row.sort,
      ]);
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
