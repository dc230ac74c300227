/** Units and categories as they are shown and as an administrator changes them. */
import { DAYS_SOURCES, type DaysSource } from '../domain/policy.js';
import { TRACKS, type Track } from '../domain/words.js';
import { InstantField, ListOf, ObjectOf, OneOf, Text, Uuid, Whole } from '../http/fields.js';
import { LabelsShown } from '../shown/labels-shown.js';

const LABEL = { max: 200 } as const;
const SORT = { min: -100_000, max: 100_000 } as const;

/** The name of a category. */
export class CategoryNamesGiven {
  @Text(LABEL) 'zh-CN': string;
  @Text({ ...LABEL, optional: true, description: 'The Chinese name where none is given' }) en?: string;
}

export class UnitView {
  @Uuid() id: string;
  @Text(LABEL) name: string;
  @Uuid({ nullable: true, description: 'Null for the topmost unit' }) parentId: string | null;
  @Uuid({ nullable: true }) leaderId: string | null;
  @Uuid({ nullable: true }) liaisonId: string | null;
  @Whole({ ...SORT, description: 'Place among its siblings' }) sort: number;
  @Whole({ min: 0, max: 100, description: 'Levels below the topmost unit' }) depth: number;
}

export class NewUnit {
  @Text(LABEL) name: string;
  @Uuid() parentId: string;
  @Uuid({ optional: true, nullable: true }) leaderId?: string | null;
  @Uuid({ optional: true, nullable: true }) liaisonId?: string | null;
  @Whole({ ...SORT, optional: true }) sort?: number;
}

export class UnitPatch {
  @Text({ ...LABEL, optional: true }) name?: string;
  @Uuid({ optional: true }) parentId?: string;
  @Uuid({ optional: true, nullable: true }) leaderId?: string | null;
  @Uuid({ optional: true, nullable: true }) liaisonId?: string | null;
  @Whole({ ...SORT, optional: true }) sort?: number;
}

const DAYS = { min: 1, max: 250 } as const;

/** Working days the office gives cases of a category; a staged case has milestones instead. */
export class CategoryDaysGiven {
  @Whole({ ...DAYS, optional: true, nullable: true, description: 'Null takes the number away' })
  standard?: number | null;
  @Whole({ ...DAYS, optional: true, nullable: true, description: 'Null takes the number away' })
  immediate?: number | null;
}

export class CategoryDaysView {
  @OneOf(TRACKS, { name: 'Track' }) track: Track;
  @Whole({ ...DAYS, nullable: true, description: 'What the office set for this category itself; null: nothing' })
  own: number | null;
  @Whole({ min: 1, max: 10_000, description: 'The working days a case gets that is assigned now' }) days: number;
  @OneOf(DAYS_SOURCES, {
    name: 'DaysSource',
    description:
      'Where these come from: set on a category, written in the workflow’s file for one, or the workflow’s number for all',
  })
  source: DaysSource;
  @Uuid({ nullable: true, description: 'The category that says so, this one or the one above; null: the workflow' })
  categoryId: string | null;
}

export class DaysSetView {
  @OneOf(TRACKS, { name: 'Track' }) track: Track;
  @Whole({ ...DAYS, nullable: true, description: 'Null: the number was taken away' }) days: number | null;
  @InstantField() since: string;
  @Text({ max: 100, min: 0 }) byName: string;
}

export class CategoryView {
  @Uuid() id: string;
  @Text({ max: 60, description: 'What workflows call it' }) code: string;
  @ObjectOf(() => LabelsShown) labels: LabelsShown;
  @Uuid({ nullable: true }) parentId: string | null;
  @Whole(SORT) sort: number;
  @ListOf(() => CategoryDaysView, { max: 10, description: 'Working days by track; staged cases have milestones' })
  days: CategoryDaysView[];
}

export class NewCategory {
  @Text({
    max: 60,
    pattern: /^[a-z][A-Za-z0-9-]*$/,
    optional: true,
    description: 'Made from the name where none is given',
  })
  code?: string;
  @ObjectOf(() => CategoryNamesGiven) labels: CategoryNamesGiven;
  @Uuid({ optional: true, nullable: true }) parentId?: string | null;
  @Whole({ ...SORT, optional: true }) sort?: number;
  @ObjectOf(() => CategoryDaysGiven, { optional: true }) workingDays?: CategoryDaysGiven;
}

export class CategoryPatch {
  @ObjectOf(() => CategoryNamesGiven, { optional: true }) labels?: CategoryNamesGiven;
  @Uuid({ optional: true, nullable: true }) parentId?: string | null;
  @Whole({ ...SORT, optional: true }) sort?: number;
  @ObjectOf(() => CategoryDaysGiven, { optional: true }) workingDays?: CategoryDaysGiven;
}
