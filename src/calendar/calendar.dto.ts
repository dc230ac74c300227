/** A year of the calendar as it is shown. */
import { DAY_KINDS, type DayKind } from '../domain/edited-year.js';
import { DayField, Flag, InstantField, ListOf, OneOf, Text, Uuid, Whole } from '../http/fields.js';

export class NamedDayView {
  @DayField() day: string;
  @Text({ max: 100 }) name: string;
}

export class CalendarYearView {
  @Whole({ min: 1, max: 9999 }) year: number;
  @Flag({ description: 'The decree is out' }) announced: boolean;
  @Flag({ description: 'Monday to Friday stands in for the decree; due dates may move' }) provisional: boolean;
  @Whole({ min: 0, max: 366 }) workingDays: number;
  @ListOf(() => NamedDayView, { max: 400, description: 'Days off by decree' }) offDays: NamedDayView[];
  @ListOf(() => NamedDayView, { max: 400, description: 'Make-up working days 调休上班' }) workDays: NamedDayView[];
  @Text({
    max: 200,
    nullable: true,
    description: 'Where the year came from, with +edited behind it where days were changed since; null: never loaded',
  })
  origin: string | null;
  @InstantField({ nullable: true }) loadedAt: string | null;
  @Uuid({ nullable: true, description: 'Who loaded it; null: came with the software' }) loadedBy: string | null;
}

export class LoadedYear extends CalendarYearView {
  @Whole({ min: 0, max: 1_000_000_000, description: 'Open cases whose due day was looked at again' })
  recomputed: number;
}

export class DayEdit {
  @DayField() day: string;
  @OneOf(DAY_KINDS, { name: 'DayKind', description: 'usual: as its weekday says' }) kind: DayKind;
  @Text({ max: 100, min: 0, optional: true, description: 'The holiday it belongs to; needed unless usual' })
  name?: string;
}

export class DayEdits {
  @ListOf(() => DayEdit, { min: 1, max: 100 }) days: DayEdit[];
}
