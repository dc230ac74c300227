/** What the calls on ledgers are sent. */
import type { CaseListService } from '../cases/case-list.service.js';
import type { Day } from '../domain/day.js';
import { LIST_MEASURES } from '../domain/report.js';
import { LIGHTS, OUTCOMES, SOURCES, STAGES, TRACKS } from '../domain/words.js';
import { DayField, Flag, OneOf, Text, Uuid } from '../http/fields.js';
import { DIRECTIONS, SORTS } from '../store/lists/case-list.orders.js';
import { FILE_FORMATS, type FileFormat } from '../spreadsheet/file-format.js';

/** What a list of cases can be asked. */
export type ListQuery = Parameters<CaseListService['list']>[1];

export class ImportForm {
  @Text({
    max: 20_000,
    multiline: true,
    optional: true,
    description: 'How the columns are to be read, JSON: see docs/ledger.md',
  })
  mapping?: string;
  @Flag({ optional: true, description: 'Decide everything, write nothing; false by default' }) dryRun?: boolean;
  @Flag({ optional: true, description: 'Make units that the ledger names and the office lacks; true by default' })
  createUnits?: boolean;
}

export class ImportQuery {
  @Flag({ optional: true, description: 'The same as in the form' }) dryRun?: boolean;
}

const ID_OR_NONE = {
  max: 36,
  pattern: /^(none|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$/,
  optional: true,
} as const;

/** The filters of GET /api/cases, and the format. */
export class ExportQuery implements Record<keyof Omit<ListQuery, 'limit' | 'cursor'>, unknown> {
  @OneOf(FILE_FORMATS, { optional: true, description: 'xlsx by default' }) format?: FileFormat;
  @Flag({ optional: true, description: 'A sheet for each lead unit, of at most 5,000 cases; xlsx only' })
  byUnit?: boolean;
  @OneOf(STAGES, { optional: true, name: 'Stage' }) stage: ListQuery['stage'];
  @OneOf(LIGHTS, { optional: true, name: 'Light' }) light: ListQuery['light'];
  @Uuid({ optional: true }) unitId: ListQuery['unitId'];
  @Text(ID_OR_NONE) leadUnitId: ListQuery['leadUnitId'];
  @Uuid({ optional: true }) categoryId: ListQuery['categoryId'];
  @Text(ID_OR_NONE) exactCategoryId: ListQuery['exactCategoryId'];
  @OneOf(SOURCES, { optional: true, name: 'Source' }) source: ListQuery['source'];
  @Text(ID_OR_NONE) meetingId: ListQuery['meetingId'];
  @Uuid({ optional: true }) planId: ListQuery['planId'];
  @Flag({ optional: true }) overdue: ListQuery['overdue'];
  @OneOf(OUTCOMES, { optional: true, name: 'Outcome' }) outcome: ListQuery['outcome'];
  @OneOf(TRACKS, { optional: true, name: 'Track' }) track: ListQuery['track'];
  @Text({ max: 200, min: 0, optional: true }) q: ListQuery['q'];
  @OneOf(LIST_MEASURES, { optional: true, name: 'ListMeasure' }) measure: ListQuery['measure'];
  @DayField({ optional: true }) asOf: Day | undefined;
  @DayField({ optional: true }) since: Day | undefined;
  @DayField({ optional: true }) from: Day | undefined;
  @DayField({ optional: true }) to: Day | undefined;
  @OneOf(['include', 'exclude'], { optional: true }) takenOver: ListQuery['takenOver'];
  @DayField({ optional: true }) dueFrom: Day | undefined;
  @DayField({ optional: true }) dueTo: Day | undefined;
  @DayField({ optional: true }) closedFrom: Day | undefined;
  @DayField({ optional: true }) closedTo: Day | undefined;
  @Uuid({ optional: true }) personId: ListQuery['personId'];
  @OneOf(SORTS, { optional: true, name: 'CaseSort' }) sort: ListQuery['sort'];
  @OneOf(DIRECTIONS, { optional: true, name: 'SortDirection' }) order: ListQuery['order'];
}
