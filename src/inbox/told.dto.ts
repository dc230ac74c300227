/** Who was told what of a case, and what was told to nobody and why. */
import { InstantField, ListOf, ObjectOf, Text } from '../http/fields.js';
import { LabelsShown } from '../shown/labels-shown.js';

export const MOST_TOLD = 200;

export class ToldShown {
  @InstantField({ description: 'When it came in, or was dropped' }) at: string;
  @Text({ max: 60, example: 'order.blue' }) topic: string;
  @ObjectOf(() => LabelsShown, { description: 'What the topic is called' }) name: LabelsShown;
  @Text({ max: 100, nullable: true, description: 'Name of the person; null where it was told to nobody' })
  to: string | null;
  @InstantField({ nullable: true, description: 'When they read it; null: not yet, or told to nobody' })
  readAt: string | null;
  @ObjectOf(() => LabelsShown, { nullable: true, description: 'Why it was told to nobody; null: it was told' })
  dropped: LabelsShown | null;
}

export class ToldOfCase {
  @ListOf(() => ToldShown, { max: MOST_TOLD, description: 'The latest first' }) items: ToldShown[];
}
