/** The state of the timers as an administrator sees it. */
import { InstantField, ListOf, Text, Uuid, Whole } from '../http/fields.js';

const MANY = 1_000_000_000;

/** More than this is a flood, whose first are enough to see the cause. */
export const MOST_DEAD_LETTERED = 500;

export class DeadLetteredTimerView {
  @Uuid() caseId: string;
  @Text({ max: 60, description: 'Number of the case' }) number: string;
  @Text({ max: 400, description: 'Which timer of the workflow' }) timerId: string;
  @InstantField() dueAt: string;
  @InstantField({ description: 'When firing it failed' }) deadLetteredAt: string;
  @Text({ max: 100_000, multiline: true, description: 'What firing it said' }) error: string;
}

export class TimersView {
  @Whole({ min: 0, max: MANY, description: 'Timers that are due and have not fired, counted up to 100,000' })
  backlog: number;
  @Whole({ min: 0, max: MANY, description: 'Seconds the oldest of them has been due' }) lagSeconds: number;
  @Whole({ min: 0, max: MANY, description: 'All dead-lettered timers' }) deadLettered: number;
  @ListOf(() => DeadLetteredTimerView, { max: MOST_DEAD_LETTERED, description: 'The oldest first' })
  items: DeadLetteredTimerView[];
}
