/** The clock of a case as every answer shows it: its state, its day, its working days, and the one sentence that says it. */
import { ApiProperty } from '@nestjs/swagger';
import type { Calendar } from '../domain/calendar.js';
import type { CaseContext } from '../domain/case.js';
import { CLOCK_STATES, clockReading, type ClockState } from '../domain/clock-reading.js';
import { clockWords } from '../domain/clock-words.js';
import type { Day } from '../domain/day.js';
import { LabelsShown } from './labels-shown.js';

export class ClockShown {
  @ApiProperty({ enum: CLOCK_STATES, enumName: 'ClockState' }) state: ClockState;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'The day the state speaks of: due day, day of the visit or of the review',
  })
  day: string | null;
  @ApiProperty({
    type: 'integer',
    description: 'Working days left or late, by the state; late by 0 on days off right after the due day',
  })
  days: number;
  @ApiProperty({ description: 'The due day may still move: it reaches into a year whose calendar is not announced' })
  provisional: boolean;
  @ApiProperty({ description: 'The sentence that says it' }) labels: LabelsShown;
}

/** The clock for a reader on `today`, the office's day. */
export function clockShown(context: CaseContext, calendar: Calendar, today: Day): ClockShown {
  const reading = clockReading(context, calendar, today);
  const { state, day, days, provisional } = reading;
  return { state, day, days, provisional, labels: clockWords(reading, today) };
}
