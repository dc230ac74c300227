/** What a case waits for, as answers show it: the deed, its day, and the one sentence that says it. */
import { ApiProperty } from '@nestjs/swagger';
import type { Calendar } from '../domain/calendar.js';
import type { CaseContext } from '../domain/case.js';
import { clockReading, NEARNESS, nearness, type Nearness } from '../domain/clock-reading.js';
import { actByWords, clockWords, noticeWords } from '../domain/clock-words.js';
import type { Day } from '../domain/day.js';
import { WAIT_KINDS, WAITS, type Wait, type WaitKind } from '../domain/waits.js';
import { LabelsShown } from './labels-shown.js';

export class WaitShown {
  @ApiProperty({ enum: WAIT_KINDS, enumName: 'WaitKind' }) kind: WaitKind;
  @ApiProperty({ format: 'date', description: 'The day by which this should be done' }) by: string;
  @ApiProperty({ enum: NEARNESS, enumName: 'Nearness', description: 'How that day stands to the day of reading' })
  is: Nearness;
  @ApiProperty({ type: 'integer', description: 'Working days left, or late' }) days: number;
  @ApiProperty({ description: 'The sentence that says it' }) labels: LabelsShown;
}

/** Of these the clock of the case speaks: they are said in its sentence, so that no list says another than the case does. */
const SAID_BY_CLOCK: readonly WaitKind[] = ['work', 'visit', 'look', 'review'];

/** The wait for a reader on `today`: in the sentence of the clock where that speaks of it, else with the deed named. */
export function waitShown({ kind, by }: Wait, context: CaseContext, calendar: Calendar, today: Day): WaitShown {
  const { is, days } = nearness(calendar, today, by);
  const labels = SAID_BY_CLOCK.includes(kind)
    ? clockWords(clockReading(context, calendar, today), today)
    : kind === 'notice'
      ? noticeWords(by, today)
      : actByWords(is, days, by, today, WAITS[kind].what);
  return { kind, by, is, days, labels };
}
