/** What the office sees of the receipts of a case, and the slips that are printed. */
import { ApiProperty } from '@nestjs/swagger';
import { SERVICE_ASPECTS, type ServiceAspect } from '../domain/heard.js';
import { SATISFACTIONS, type Satisfaction } from '../domain/words.js';
import { DayField, InstantField, ListOf, OneOf, Text, Uuid, Whole } from '../http/fields.js';
import { WORD_KINDS } from './receipts.dto.js';

export class ReceiptOfCase {
  @Uuid() raiserId: string;
  @Whole({ min: 1, max: 10_000, description: 'Place among the raisers of the case' }) position: number;
  @ApiProperty({ description: 'False: withdrawn, and none issued since' }) isIssued: boolean;
  @InstantField({ nullable: true, description: 'When a slip was printed last' }) printedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) printedByName: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'What this raiser said, as it was released to them' })
  said: string | null;
}

export class RatingByReceipt {
  @Uuid() raiserId: string;
  @Whole({ min: 0, max: 1000, description: 'Place of the round of visits it is about' }) round: number;
  @DayField() on: string;
  @OneOf(SATISFACTIONS, { name: 'Satisfaction' }) overall: Satisfaction;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' }, description: SERVICE_ASPECTS.join(', ') })
  aspects: Partial<Record<ServiceAspect, number>>;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ description: 'Lower than what the visit of that round wrote down' }) belowVisit: boolean;
}

export class WordByReceipt {
  @Uuid() raiserId: string;
  @OneOf(WORD_KINDS, { name: 'RaiserWordKind' }) kind: (typeof WORD_KINDS)[number];
  @DayField() on: string;
  @ApiProperty() text: string;
  @ApiProperty({ type: String, nullable: true }) answer: string | null;
  @DayField({ nullable: true }) answeredOn: string | null;
  @ApiProperty({ description: 'Waits for an answer or a decision' }) isOpen: boolean;
}

export class ReceiptsOfCase {
  @ListOf(() => ReceiptOfCase, { max: 10_000 }) receipts: ReceiptOfCase[];
  @ApiProperty({ type: String, nullable: true, description: 'What was done, as released' }) text: string | null;
  @ApiProperty({ type: [String], description: 'Files that were released' }) photos: string[];
  @ListOf(() => RatingByReceipt, { max: 10_000, description: 'Raisers’ own words, beside the visits' })
  ratings: RatingByReceipt[];
  @ListOf(() => WordByReceipt, { max: 10_000 }) words: WordByReceipt[];
  @ApiProperty({ description: 'This person may print, withdraw and issue receipts of the case' }) mayPrint: boolean;
}

export class Slip {
  @Uuid() raiserId: string;
  @ApiProperty({ example: 'ZG-2026-000123' }) number: string;
  @ApiProperty({
    description: 'For the raiser: with it they see where it stands, rate the result and say that it is not solved',
  })
  receiptCode: string;
  @ApiProperty({ description: 'Address of the raiser’s page' }) url: string;
  @ApiProperty({ description: 'The address as a QR code, SVG' }) qr: string;
  @DayField({ description: 'When it was raised' }) raisedOn: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Who spoke at the meeting; for the desk, not for the slip',
  })
  participantId: string | null;
}

export class Slips {
  @ApiProperty({ description: 'The body that issues them' }) office: string;
  @ApiProperty({ description: 'Address under which a code is typed' }) address: string;
  @ListOf(() => Slip, { max: 2000 }) slips: Slip[];
}

export class PrintInput {
  @Uuid({ optional: true, description: 'One raiser of the case; all where it is left out' }) raiserId?: string;
}

export class ReceiptReason {
  @Text({ max: 500, description: 'Why, in words; it stands in the access log' }) reason: string;
}
