/** Units, categories and workflows as they are shown and as an administrator changes them. */
import { TRACKS, type Track } from '../domain/words.js';
import { Flag, JsonObject, ObjectOf, OneOf, Text, Uuid, Whole } from '../http/fields.js';
import { LabelsShown } from '../shown/labels-shown.js';

const LABEL = { max: 200 } as const;
const SORT = { min: -100_000, max: 100_000 } as const;
const VERSION = { min: 1, max: 1_000_000 } as const;

/** A name in both languages. */
export class Names {
  @Text(LABEL) 'zh-CN': string;
  @Text(LABEL) en: string;
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

export class CategoryView {
  @Uuid() id: string;
  @Text({ max: 60, description: 'What workflows call it' }) code: string;
  @ObjectOf(() => LabelsShown) labels: LabelsShown;
  @Uuid({ nullable: true }) parentId: string | null;
  @Whole(SORT) sort: number;
}

export class NewCategory {
  @Text({ max: 60, pattern: /^[a-z][A-Za-z0-9-]*$/ }) code: string;
  @ObjectOf(() => Names) labels: Names;
  @Uuid({ optional: true, nullable: true }) parentId?: string | null;
  @Whole({ ...SORT, optional: true }) sort?: number;
}

export class CategoryPatch {
  @ObjectOf(() => Names, { optional: true }) labels?: Names;
  @Uuid({ optional: true, nullable: true }) parentId?: string | null;
  @Whole({ ...SORT, optional: true }) sort?: number;
}

export class WorkflowLine {
  @Text({ max: 60 }) name: string;
  @Whole(VERSION) version: number;
  @Text({ max: 64, description: 'SHA-256 of the file' }) hash: string;
  @ObjectOf(() => LabelsShown) labels: LabelsShown;
  @OneOf(TRACKS, { name: 'Track' }) track: Track;
  @Flag({ description: 'New cases of this name get this version' }) newest: boolean;
}

export class WorkflowView extends WorkflowLine {
  @JsonObject({ description: 'Days and limits of the workflow' }) policy: object;
  @JsonObject({ description: 'The XState machine, with labels in meta, places named as they are called today' })
  machine: object;
}
