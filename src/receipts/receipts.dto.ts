/** What a raiser reads and says by the code of a receipt: plain words in both languages, nothing of any person. */
import { ApiProperty } from '@nestjs/swagger';
import { SERVICE_ASPECTS, type ServiceAspect } from '../domain/heard.js';
import { SATISFACTIONS, type Satisfaction } from '../domain/words.js';
import { RAISER_TEXT } from '../engine/receipt-commands.js';
import { DayField, ListOf, ObjectOf, OneOf, Text, Whole } from '../http/fields.js';
import { LabelsShown } from '../shown/labels-shown.js';

export const STEP_KEYS = ['raised', 'assigned', 'fixed', 'checked', 'visited', 'closed'] as const;
export type StepKey = (typeof STEP_KEYS)[number];

export class ReceiptStep {
  @OneOf(STEP_KEYS, { name: 'ReceiptStepKey' }) key: StepKey;
  @DayField({ nullable: true, description: 'Null: not yet' }) on: string | null;
  @ApiProperty() labels: LabelsShown;
}

export class ReceiptNext {
  @DayField({ nullable: true, description: 'By when it may be expected' }) by: string | null;
  @ApiProperty({ description: 'Where it stands, and what comes next' }) labels: LabelsShown;
}

export class ReceiptAnswer {
  @ApiProperty({ description: 'As the office released it' }) text: string;
}

export class ReceiptPhoto {
  @ApiProperty({ format: 'uuid' }) id: string;
}

export class RatingShown {
  @OneOf(SATISFACTIONS, { name: 'Satisfaction' }) overall: Satisfaction;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  aspects: Partial<Record<ServiceAspect, number>>;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @DayField() on: string;
  @DayField({ description: 'Last day on which it may be changed' }) until: string;
}

export const WORD_KINDS = ['unsolved', 'question'] as const;

export class WordShown {
  @OneOf(WORD_KINDS, { name: 'RaiserWordKind' }) kind: (typeof WORD_KINDS)[number];
  @DayField() on: string;
  @ApiProperty() text: string;
  @ApiProperty({ type: String, nullable: true, description: 'What the office or the supervisors said to it' })
  answer: string | null;
  @DayField({ nullable: true }) answeredOn: string | null;
  @ApiProperty({ description: 'The case was reopened since' }) reopened: boolean;
}

export class ReceiptShown {
  @ApiProperty({ example: 'ZG-2026-000123' }) number: string;
  @ApiProperty({ type: String, nullable: true, description: 'The number it had before it was merged into this one' })
  mergedFrom: string | null;
  @ApiProperty({ type: () => LabelsShown, nullable: true }) category: LabelsShown | null;
  @ApiProperty({ type: String, nullable: true, description: 'What this raiser said, where the office released it' })
  said: string | null;
  @ApiProperty({ description: 'Stage of the case' }) stage: string;
  @ApiProperty({ type: String, nullable: true, description: 'How it ended' }) outcome: string | null;
  @ListOf(() => ReceiptStep, { max: STEP_KEYS.length }) steps: ReceiptStep[];
  @ApiProperty() next: ReceiptNext;
  @ApiProperty({ type: ReceiptAnswer, required: false }) answer?: ReceiptAnswer;
  @ListOf(() => ReceiptPhoto, { max: 50, description: 'Served by GET /api/receipts/:code/photos/:id' })
  photos: ReceiptPhoto[];
  @ApiProperty({ type: RatingShown, nullable: true, description: 'This raiser’s word on the present round' })
  rating: RatingShown | null;
  @ListOf(() => WordShown, { max: 1000, description: 'What this raiser said, oldest first' }) words: WordShown[];
  @ApiProperty() mayRate: boolean;
  @ApiProperty() mayObject: boolean;
  @DayField({ nullable: true, description: 'Last day to object or to say that it is not solved' })
  objectUntil: string | null;
  @ApiProperty() mayAsk: boolean;
  @ApiProperty({ description: 'Its records are archived: it is read, and nothing can be said here' })
  isArchived: boolean;
}

export class ReceiptTaken {
  @ApiProperty({ example: 'ZG-2026-000123' }) number: string;
}

export class NewObjection {
  @Text({ max: RAISER_TEXT, multiline: true, description: 'Read by the office and the units of the case' })
  text: string;
  @Text({ max: 40, optional: true, description: 'Number of the case, where the code belongs to several' })
  number?: string;
}

export class NewQuestion {
  @Text({ max: RAISER_TEXT, multiline: true, description: 'Answered by the office' }) text: string;
}

export class AspectsGiven implements Partial<Record<ServiceAspect, number>> {
  @Whole({ min: 1, max: 5, optional: true }) environment?: number;
  @Whole({ min: 1, max: 5, optional: true }) image?: number;
  @Whole({ min: 1, max: 5, optional: true }) attitude?: number;
  @Whole({ min: 1, max: 5, optional: true }) effect?: number;
  @Whole({ min: 1, max: 5, optional: true }) result?: number;
  @Whole({ min: 1, max: 5, optional: true }) speed?: number;
}

export class NewRating {
  @OneOf(SATISFACTIONS, { name: 'Satisfaction' }) overall: Satisfaction;
  @ObjectOf(() => AspectsGiven, { optional: true, description: `${SERVICE_ASPECTS.join(', ')}; each 1 to 5` })
  aspects?: AspectsGiven;
  @Text({ max: RAISER_TEXT, multiline: true, optional: true }) note?: string;
}
