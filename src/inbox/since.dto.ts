/** What changed since somebody last looked. */
import type { COUNTS } from '../domain/report.js';
import { DayField, InstantField, ListOf, ObjectOf, OneOf, Text, Whole } from '../http/fields.js';
import { LabelsShown } from '../shown/labels-shown.js';

/** Figures of the closure report that tell a leader what happened. */
export const CHANGES = [
  'overdue',
  'resolved',
  'disputed',
  'unverified',
  'parked',
  'collected',
  'rejected',
  'merged',
  'withdrawn',
  'departedLate',
] as const satisfies readonly (typeof COUNTS)[number][];
export type Change = (typeof CHANGES)[number];

const ANY = { min: 0, max: Number.MAX_SAFE_INTEGER } as const;

export class ChangeShown {
  @OneOf(CHANGES, { name: 'Change' }) measure: Change;
  @ObjectOf(() => LabelsShown) name: LabelsShown;
  @Whole({ ...ANY, description: 'On the evening before `from`' }) before: number;
  @Whole({ ...ANY, description: 'Now' }) after: number;
  @Text({ max: 1000, description: 'The list of the cases that count now' }) casesHref: string;
}

export class SinceShown {
  @InstantField({ nullable: true, description: 'The last look, on whichever computer; null: this is the first' })
  lookedAt: string | null;
  @DayField({ description: 'First day whose changes are told' }) from: string;
  @InstantField({ description: 'The moment of this answer: send it back once it was shown' }) at: string;
  @ListOf(() => ChangeShown, { max: CHANGES.length, description: 'Figures that differ; none where nothing changed' })
  changes: ChangeShown[];
}

export class Looked {
  @InstantField({ description: '`at` of the answer that was shown' }) at: string;
}
