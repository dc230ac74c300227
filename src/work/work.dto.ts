/** What waits for a person, as it is answered. */
import { ApiProperty } from '@nestjs/swagger';
import { ClockShown } from '../shown/clock-shown.js';
import { LabelsShown } from '../shown/labels-shown.js';
import { NEARNESS, type Nearness } from '../domain/clock-reading.js';
import { ListOf } from '../http/fields.js';
import { AllowedShown } from '../shown/step-shown.js';
import { WaitShown } from '../shown/wait-shown.js';

export class WorkItem {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() number: string;
  @ApiProperty() title: string;
  @ApiProperty({ type: 'integer' }) version: number;
  @ApiProperty() stage: string;
  @ApiProperty() state: string;
  @ApiProperty() stateLabels: LabelsShown;
  @ApiProperty({ enum: ['green', 'yellow', 'blue', 'orange', 'red', 'talk'], nullable: true }) light: string | null;
  @ApiProperty({ type: String, nullable: true }) leadUnitId: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) dueOn: string | null;
  @ApiProperty({ description: 'The clock of the case' }) clock: ClockShown;
  @ApiProperty({ description: 'What it waits for from this person, and by when' }) wait: WaitShown;
  @ApiProperty({ description: 'The one step the case waits for' }) next: AllowedShown;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Of a visit: the day to which the last attempt put off the next one',
  })
  nextAttemptOn: string | null;
}

export const TASK_KINDS = ['parkedTimers', 'provisionalDays', 'stranded'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** What waits for an administrator: no case, but what keeps cases from being worked on. */
export class WorkTask {
  @ApiProperty({ enum: TASK_KINDS, enumName: 'TaskKind' }) kind: TaskKind;
  @ApiProperty({ type: 'integer', description: 'Cases or timers concerned' }) count: number;
  @ApiProperty({ format: 'date' }) by: string;
  @ApiProperty({ enum: NEARNESS, enumName: 'Nearness' }) is: Nearness;
  @ApiProperty({ description: 'What is to be done' }) labels: LabelsShown;
}

export const MOST_WORK = 200;

export class WorkAnswer {
  @ListOf(() => WorkItem, { max: MOST_WORK, description: 'The earliest day first' }) items: WorkItem[];
  @ApiProperty({ description: 'More wait than are listed' }) more: boolean;
  @ListOf(() => WorkTask, { max: TASK_KINDS.length, description: 'For administrators only' }) tasks: WorkTask[];
}
