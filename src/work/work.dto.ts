/** What waits for a person, as it is answered. */
import { ApiProperty, PickType } from '@nestjs/swagger';
import { CaseTextShown } from '../shown/case-shown.js';
import { LabelsShown } from '../shown/labels-shown.js';
import { NEARNESS, type Nearness } from '../domain/clock-reading.js';
import { DayField, ListOf, OneOf, Uuid, Whole } from '../http/fields.js';
import { AbsentShown } from '../shown/absent-shown.js';
import { AllowedShown } from '../shown/step-shown.js';
import { WaitShown } from '../shown/wait-shown.js';

const OF_CASE = [
  'id',
  'number',
  'title',
  'version',
  'stage',
  'state',
  'stateLabels',
  'light',
  'leadUnitId',
  'dueOn',
  'clock',
] as const;

export class WorkItem extends PickType(CaseTextShown, OF_CASE) {
  @ApiProperty({ description: 'What it waits for from this person, and by when' }) wait: WaitShown;
  @ApiProperty({ description: 'The one step the case waits for' }) next: AllowedShown;
  @Whole({
    min: 0,
    max: 1000,
    description:
      'How often it was returned for rework since it got its due day, while the unit has yet to hand in again',
  })
  returned: number;
  @DayField({ nullable: true, description: 'Of a visit: the day to which the last attempt put off the next one' })
  nextAttemptOn: string | null;
}

export const TASK_KINDS = [
  ...(['deadLetteredTimers', 'provisionalDays', 'stranded', 'withoutDate'] as const),
  ...(['answersOwed', 'hotlineOwed'] as const),
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** What waits and is no case: for an administrator what keeps cases from being worked on, for the office the answers it owes. */
export class WorkTask {
  @OneOf(TASK_KINDS, { name: 'TaskKind' }) kind: TaskKind;
  @ApiProperty({ type: 'integer', description: 'Cases, timers or opinions concerned' }) count: number;
  @DayField() by: string;
  @OneOf(NEARNESS, { name: 'Nearness' }) is: Nearness;
  @ApiProperty({ description: 'What is to be done' }) labels: LabelsShown;
}

export const MOST_WORK = 200;

export class WorkQuery {
  @Uuid({ optional: true, description: 'What waits for this person, who is absent and for whom one stands in' })
  absentId?: string;
}

export class WorkAnswer {
  @ListOf(() => WorkItem, { max: MOST_WORK, description: 'The earliest day first' }) items: WorkItem[];
  @ApiProperty({ description: 'More wait than are listed' }) more: boolean;
  @ListOf(() => WorkTask, { max: TASK_KINDS.length, description: 'For administrators and clerks' }) tasks: WorkTask[];
  @ListOf(() => AbsentShown, { max: 100, description: 'For whom they stand in now: each has a list of their own' })
  standsInFor: AbsentShown[];
}
