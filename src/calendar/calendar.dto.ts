/** A year of the calendar as it is shown. */
import { DayField, Flag, InstantField, ListOf, Text, Uuid, Whole } from '../http/fields.js';

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
  @Text({ max: 200, nullable: true, description: 'Where the year came from; null: never loaded' }) origin:
    string | null;
  @InstantField({ nullable: true }) loadedAt: string | null;
  @Uuid({ nullable: true, description: 'Who loaded it; null: came with the software' }) loadedBy: string | null;
}

export class LoadedYear extends CalendarYearView {
  @Whole({ min: 0, max: 1_000_000_000, description: 'Open cases whose due day was looked at again' })
  recomputed: number;
}
