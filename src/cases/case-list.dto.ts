/** What a list of cases is asked and what it answers. */
import { ApiProperty, PickType } from '@nestjs/swagger';
import type { Day } from '../domain/day.js';
import { LIST_MEASURES, type ListMeasure } from '../domain/report.js';
import {
  LIGHTS,
  OUTCOMES,
  SOURCES,
  STAGES,
  TRACKS,
  type Light,
  type Outcome,
  type Source,
  type Stage,
  type Track,
} from '../domain/words.js';
import { DayField, Flag, ListOf, ObjectOf, OneOf, Text, Uuid, Whole } from '../http/fields.js';
import { DIRECTIONS, SORTS, type Direction, type Sort } from '../store/lists/case-list.orders.js';
import { CaseTextShown } from '../shown/case-shown.js';
import { LabelsShown } from '../shown/labels-shown.js';

const DAYS = { min: 0, max: 1_000_000 } as const;
const ID_OR_NONE = {
  max: 36,
  example: 'none',
  pattern: /^(none|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$/,
} as const;

export class CaseListQuery {
  @OneOf(STAGES, { optional: true, name: 'Stage' }) stage?: Stage;
  @OneOf(LIGHTS, { optional: true, name: 'Light' }) light?: Light;
  @Uuid({ optional: true, description: 'Lead unit, with everything below it' }) unitId?: string;
  @Text({ ...ID_OR_NONE, optional: true, description: 'Exactly this lead unit; none: not assigned' })
  leadUnitId?: string;
  @Uuid({ optional: true, description: 'Category, with its children' }) categoryId?: string;
  @Text({ ...ID_OR_NONE, optional: true, description: 'Exactly this category; none: without one' })
  exactCategoryId?: string;
  @OneOf(SOURCES, { optional: true, name: 'Source' }) source?: Source;
  @Text({ ...ID_OR_NONE, optional: true, description: 'Meeting; none: not from a meeting' }) meetingId?: string;
  @Uuid({ optional: true }) planId?: string;
  @Flag({ optional: true }) overdue?: boolean;
  @OneOf(OUTCOMES, { optional: true, name: 'Outcome' }) outcome?: Outcome;
  @OneOf(TRACKS, { optional: true, name: 'Track' }) track?: Track;
  @Text({
    max: 200,
    min: 0,
    optional: true,
    description:
      'Words that must all occur, in any order: in title or description, or as the last digits of the number, the number in another system, a word of the meeting’s title, or, for the office, the exact name of who raised it',
  })
  q?: string;
  @OneOf(LIST_MEASURES, {
    optional: true,
    name: 'ListMeasure',
    description: 'The cases behind this figure of the closure report',
  })
  measure?: ListMeasure;
  @DayField({ optional: true, description: 'With measure: the day of the report; today by default' }) asOf?: Day;
  @DayField({
    optional: true,
    description: 'With measure: only cases that came to count under it on this day or later',
  })
  since?: Day;
  @DayField({ optional: true, description: 'First day of collection' }) from?: Day;
  @DayField({ optional: true, description: 'Last day of collection' }) to?: Day;
  @DayField({ optional: true, description: 'First due day' }) dueFrom?: Day;
  @DayField({ optional: true, description: 'Last due day' }) dueTo?: Day;
  @DayField({ optional: true, description: 'First day of closing; closed cases only' }) closedFrom?: Day;
  @DayField({ optional: true, description: 'Last day of closing; closed cases only' }) closedTo?: Day;
  @Uuid({
    optional: true,
    description: 'A person who is leader or liaison of the lead unit, or has worked on the case for a unit',
  })
  personId?: string;
  @OneOf(['include', 'exclude'], { optional: true }) takenOver?: 'include' | 'exclude';
  @OneOf(SORTS, {
    optional: true,
    name: 'CaseSort',
    description:
      'dueOn and urgency: most urgent first, closed cases last; collectedOn (default), number and closedOn: newest first; title, unit, category, source and stage: for lists of at most 10,000 cases',
  })
  sort?: Sort;
  @OneOf(DIRECTIONS, {
    optional: true,
    name: 'SortDirection',
    description:
      'Where not given, as said for each sort: urgency from the most urgent is desc, dueOn from the earliest asc',
  })
  order?: Direction;
  @Whole({ min: 1, max: 200, optional: true, description: '50 by default' }) limit?: number;
  @Text({ max: 500, optional: true, description: 'nextCursor of the page before, with the same filters and sort' })
  cursor?: string;
}

export class UnitName {
  @Uuid() id: string;
  @ApiProperty() name: string;
}

export class CategoryName {
  @Uuid() id: string;
  @ApiProperty() labels: LabelsShown;
}

const OF_CASE = [
  'id',
  'number',
  'version',
  'title',
  'stage',
  'stateLabels',
  'light',
  'source',
  'track',
  'meetingId',
  'isKey',
  'collectedOn',
  'dueOn',
  'clock',
  'outcome',
  'closedOn',
] as const;

/** A case in a list, for the moment of reading. */
export class CaseItem extends PickType(CaseTextShown, OF_CASE) {
  @ObjectOf(() => UnitName, { nullable: true }) leadUnit: UnitName | null;
  @ObjectOf(() => CategoryName, { nullable: true }) category: CategoryName | null;
  @Flag({ description: 'The due day reaches into a year whose calendar is not announced' }) provisional: boolean;
  @Whole({ ...DAYS, description: 'Working days left; 0 when closed' }) remaining: number;
  @Whole({ ...DAYS, description: 'Working days late at the moment; 0 when not late or closed' })
  workingDaysLate: number;
}

export class CaseList {
  @ListOf(() => CaseItem, { max: 200 }) items: CaseItem[];
  @Text({ max: 500, nullable: true, description: 'Null on the last page' }) nextCursor: string | null;
  @Whole({ min: 0, max: Number.MAX_SAFE_INTEGER }) total: number;
  @ApiProperty({ type: Boolean, description: 'Above 10,000 the total is estimated' }) totalIsEstimate: boolean;
  @ApiProperty({
    type: Boolean,
    description: 'A word stands in the titles of more than 500 meetings, which were left out',
  })
  wordsTooCommon: boolean;
}
