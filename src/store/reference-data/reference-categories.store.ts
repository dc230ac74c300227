/** The two-level tree of categories 问题类别 as it is stored. */
import { Inject, Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { notFound, Refused } from '../../domain/errors.js';
import type { Track } from '../../domain/words.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { CategoryDaysEntity } from './category-days.entity.js';
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

/** Working days by track; null takes the category's own number away, an absent track stays as it is. */
export type DaysByTrack = Partial<Record<Track, number | null>>;

/** Who sets days, and when. */
export interface SetBy {
  personId: string;
  at: number;
}

/** One setting of days, with the name of who set it. */
export interface DaysSet {
  track: Track;
  days: number | null;
  since: number;
  byName: string;
}

@Injectable()
export class CategoryStore {
  constructor(
    @Inject(DATABASE) private readonly database: Pick<Database, 'pool'>,
    private readonly referenceData: ReferenceDataStore,
  ) {}

  /** All categories, siblings in their order. */
  async list(): Promise<readonly CategoryRow[]> {
    return (await this.referenceData.stored()).categories;
  }

  /** Makes a category; `codeFor` makes its code from its name and the codes that are taken where it has none. 409 where the code is taken, 422
   *  for a third level. */
  async add(
    category: CategoryChange & { code?: string | undefined; nameZh: string; nameEn: string },
    codeFor: (name: string, taken: ReadonlySet<string>) => string,
    days?: DaysByTrack,
    by?: SetBy,
  ): Promise<CategoryRow> {
    return this.referenceData.change(async (entities) => {
      const all = await entities.find(CategoryEntity);
      const taken = new Set(all.map(({ code }) => code));
      if (category.code !== undefined && taken.has(category.code)) {
        throw new Refused(409, 'category.codeTaken', '类别代码已被使用', 'This category code is taken');
      }
      const code = category.code ?? codeFor(category.nameZh, taken);
      const row = { id: uuid(), sort: 0, parentId: null, ...given(category), code } as CategoryRow;
      requirePlace(all, row);
      await entities.insert(CategoryEntity, row);
      await setDays(entities, row.id, days, by);
      return row;
    });
  }

  /** Changes a category; where that changes its days or from where it has them, `also` is done in the same transaction. 404 where there is none, 422 for a third level. */
  async change(
    id: string,
    change: CategoryChange,
    days?: DaysByTrack,
    by?: SetBy & { also?: (category: CategoryRow, client: PoolClient) => Promise<void> },
  ): Promise<CategoryRow> {
    return this.referenceData.change(async (entities, client) => {
      const all = await entities.find(CategoryEntity);
      const present = all.find((category) => category.id === id);
      if (present === undefined) throw notFound('category', '问题类别', id);
      const row = { ...present, ...given(change) };
      requirePlace(all, row);
      await entities.update(CategoryEntity, { id }, row);
      const isSet = (await setDays(entities, id, days, by)) > 0;
      if (isSet || row.parentId !== present.parentId) await by?.also?.(row, client);
      return row;
    });
  }

  /** Every setting of days of a category, the latest first. 404 where there is no such category. */
  async daysSet(id: string): Promise<DaysSet[]> {
    if (!(await this.list()).some((category) => category.id === id)) throw notFound('category', '问题类别', id);
    const { rows } = await this.database.pool.query<{ track: Track; days: number | null; since: Date; name: string }>(
      `SELECT d.track, d.days, d.since, coalesce(p.name, '') AS name FROM category_days d LEFT JOIN person p ON p.id = d.set_by
       WHERE d.category_id = $1 ORDER BY d.since DESC, d.track`,
      [id],
    );
    return rows.map(({ track, days, since, name }) => ({ track, days, since: since.getTime(), byName: name }));
  }
}

/** Adds a row for each track whose number changes, and answers how many. Where a clock was set back, it counts from right after the row before. */
async function setDays(
  entities: EntityManager,
  categoryId: string,
  days: DaysByTrack | undefined,
  by: SetBy | undefined,
): Promise<number> {
  let changed = 0;
  if (days === undefined || by === undefined) return changed;
  for (const [track, number] of Object.entries(days) as [Track, number | null][]) {
    const where = { categoryId, track };
    const last = await entities.findOne(CategoryDaysEntity, { where, order: { since: 'DESC' } });
    if ((last?.days ?? null) === number) continue;
    const since = new Date(Math.max(by.at, (last?.since.getTime() ?? 0) + 1));
    await entities.insert(CategoryDaysEntity, { ...where, since, days: number, setBy: by.personId });
    changed += 1;
  }
  return changed;
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
