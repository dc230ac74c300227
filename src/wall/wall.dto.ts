/** What the wall chart shows. */
import { ApiProperty } from '@nestjs/swagger';
import type { Day } from '../domain/day.js';
import type { Measure } from '../domain/case-facts.js';
import { LIGHTS, STAGES, type Light, type Stage } from '../domain/words.js';
import { DayField, InstantField, ListOf, ObjectOf, OneOf, Text, Uuid, Whole } from '../http/fields.js';

const ANY = { min: 0, max: Number.MAX_SAFE_INTEGER } as const;

/** What is told of today: the measures of the closure report that move a case forward or back. */
export const TOLD = [
  'collected',
  'resolved',
  'unverified',
  'overdue',
  'returned',
  'extended',
  'parked',
  'reopened',
] as const satisfies readonly Measure[];
export type Told = (typeof TOLD)[number];

/** Changes told by name, at most. */
export const MOST_CHANGES = 12;

export class WallRate {
  @Whole(ANY) numerator: number;
  @Whole(ANY) denominator: number;
  @ApiProperty({ type: Number, nullable: true, description: 'Fraction of four decimals; null over 0' })
  rate: number | null;
}

export class WallLight {
  @OneOf(LIGHTS, { name: 'Light', nullable: true, description: 'null: none burns' }) light: Light | null;
  @Whole(ANY) count: number;
}

export class WallCell {
  @OneOf(STAGES, { name: 'Stage' }) stage: Stage;
  @Whole({ ...ANY, description: 'Open cases in this stage; struck off (resolved or unverified) for `closed`' })
  count: number;
  @ListOf(() => WallLight, { max: 7, description: 'The worst first; empty for `closed`' }) lights: WallLight[];
}

export class WallRow {
  @Uuid({ nullable: true, description: 'Lead unit; null: not yet assigned' }) unitId: string | null;
  @Text({ max: 200 }) name: string;
  @ListOf(() => WallCell, { max: 5, min: 5, description: 'One for each stage, in their order' }) cells: WallCell[];
  @Whole({ ...ANY, description: 'Late now, as the closure report counts them' }) overdue: number;
  @ObjectOf(() => WallRate) closureRate: WallRate;
}

export class WallMoved {
  @OneOf(TOLD, { name: 'WallMeasure' }) measure: Told;
  @Whole({ ...ANY, description: 'Cases that came to count under it today' }) came: number;
  @Whole({ ...ANY, description: 'Cases that ceased to' }) went: number;
}

export class WallChange {
  @OneOf(TOLD, { name: 'WallMeasure' }) measure: Told;
  @Uuid() caseId: string;
  @Text({ max: 40 }) number: string;
  @Text({ max: 200 }) title: string;
  @Uuid({ nullable: true }) unitId: string | null;
}

export class Wall {
  @DayField({ description: 'The day of the office the figures are for' }) day: Day;
  @InstantField({ description: 'When they were read' }) at: string;
  @ObjectOf(() => WallRate) closureRate: WallRate;
  @ObjectOf(() => WallRate) dueAndClosedRate: WallRate;
  @Whole({ ...ANY, description: 'Late now, as the closure report counts them' }) overdue: number;
  @ListOf(() => WallRow, { max: 10_000 }) rows: WallRow[];
  @ObjectOf(() => WallRow, { description: 'All rows together' }) total: WallRow;
  @ListOf(() => WallMoved, { max: TOLD.length, description: 'What moved today; measures that did not are left out' })
  today: WallMoved[];
  @ListOf(() => WallChange, { max: MOST_CHANGES, description: 'The newest changes of today' }) changes: WallChange[];
}
