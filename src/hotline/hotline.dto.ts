/** Bodies and answers of the calls around hotline platforms. */
import { ApiProperty } from '@nestjs/swagger';
import { DELIVERY_STATES, HOTLINE_ANSWER_KINDS, type DeliveryState, type HotlineAnswerKind } from '../domain/words.js';
import { DayField, Flag, InstantField, ListOf, ObjectOf, OneOf, Text, Uuid, Whole } from '../http/fields.js';
import { type HotlineField, PATH } from './mapping.js';

export class HotlineCaller {
  @Text({ max: 100, optional: true }) name?: string;
  @Text({ max: 200, optional: true, description: 'Telephone or address; encrypted at rest' }) contact?: string;
  @Flag({ optional: true }) anonymous?: boolean;
}

/** One call as a platform sends it, or as its own body is read by the mapping. */
export class HotlineReport {
  @Text({
    max: 100,
    description: 'The platform’s number: the same again is the same case',
    example: 'RX20260302000123',
  })
  number: string;
  @Text({ max: 200, optional: true, description: 'Without it the beginning of the text' }) title?: string;
  @Text({ max: 20_000, multiline: true }) text: string;
  @Text({ max: 200, optional: true, description: 'Taken where it is the name of a category of ours, else shown' })
  category?: string;
  @Text({ max: 60, optional: true, description: 'When it was said, as the platform writes it', example: '2026-03-02 09:12:00' }) // prettier-ignore
  raisedAt?: string;
  @DayField({ optional: true, description: 'Shown to the office, which gives the case its day when it assigns it' })
  dueOn?: string;
  @ObjectOf(() => HotlineCaller, { optional: true, description: 'Left out: anonymous' }) caller?: HotlineCaller;
  @Text({ max: 200, optional: true, description: 'Whom the platform thinks responsible; shown to the office' })
  unit?: string;
}

export class HotlineReceived {
  @ApiProperty({ example: 'RX20260302000123' }) number: string;
  @ApiProperty({ description: 'Our number of the case', example: 'ZG-2026-000123' }) ourNumber: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Where the caller sees where it stands; null once withdrawn',
  })
  receipt: string | null;
  @ApiProperty({ description: 'It was received before; nothing was done again' }) repeated: boolean;
}

const IN_BODY = { max: 400, pattern: PATH, optional: true };

/** Where each of our fields stands in the platform's body. */
export class HotlineMapping implements Partial<Record<HotlineField, string>> {
  @Text({ ...IN_BODY, example: 'order.orderNo' }) number?: string;
  @Text(IN_BODY) title?: string;
  @Text({ ...IN_BODY, example: 'order.content' }) text?: string;
  @Text(IN_BODY) category?: string;
  @Text(IN_BODY) raisedAt?: string;
  @Text(IN_BODY) dueOn?: string;
  @Text(IN_BODY) unit?: string;
  @Text(IN_BODY) callerName?: string;
  @Text(IN_BODY) callerContact?: string;
  @Text(IN_BODY) callerAnonymous?: string;
}

class PlatformFields {
  @Text({ max: 100, example: '市 12345 平台' }) name: string;
  @Uuid({ description: 'The office whose clerks have in triage what comes' }) officeUnitId: string;
  @Uuid({ description: 'Of a call whose own category is none of ours' }) categoryId: string;
  @Uuid({ nullable: true, description: 'The webhook by which answers go; it has to hear of hotline.answer' })
  webhookId: string | null;
  @ObjectOf(() => HotlineMapping, {
    description: 'Dot paths in the platform’s body, by our field; without one our own',
  })
  mapping: HotlineMapping;
  @Whole({ min: 1, max: 60, description: 'Working days in which an interim answer is owed, and after closing the final one' }) // prettier-ignore
  answerDays: number;
  @Flag({ description: 'False: what it sends is refused' }) active: boolean;
}
export class PlatformInput extends PlatformFields {}

const CODE = {
  max: 40,
  pattern: /^[a-z0-9][a-z0-9-]*$/,
  description: 'Its name in the address',
  example: 'city-12345',
};

export class NewPlatformInput extends PlatformFields {
  @Text(CODE) code: string;
}

export class PlatformView extends PlatformFields {
  @Uuid() id: string;
  @Text(CODE) code: string;
  @ApiProperty({ description: 'Where it sends', example: '/api/hotline/city-12345' }) path: string;
  @InstantField() createdAt: string;
  @InstantField({ nullable: true, description: 'Until then the former secret is taken as well' })
  formerUntil: string | null;
}

export class PlatformWithSecret extends PlatformView {
  @Text({ max: 200, description: 'Shown this once', example: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' }) secret: string;
}

export class NewHotlineAnswer {
  @Uuid({ optional: true, description: 'Made by the client, so that a retry answers nothing twice' }) id?: string;
  @OneOf(HOTLINE_ANSWER_KINDS, { name: 'HotlineAnswerKind' }) kind: HotlineAnswerKind;
  @Text({ max: 4000, multiline: true, description: 'Without the name or contact of anybody who raised it' })
  text: string;
}

export class HotlineAnswerShown {
  @Uuid() id: string;
  @OneOf(HOTLINE_ANSWER_KINDS, { name: 'HotlineAnswerKind' }) kind: HotlineAnswerKind;
  @Text({ max: 4000, multiline: true }) text: string;
  @InstantField() at: string;
  @ApiProperty() byName: string;
  @OneOf(DELIVERY_STATES, { name: 'DeliveryState', nullable: true, description: 'How it went out' })
  state: DeliveryState | null;
}

/** What came with the case from a platform, and what it was answered. */
export class HotlineOfCase {
  @ApiProperty() platform: string;
  @ApiProperty() number: string;
  @ApiProperty({ type: String, nullable: true }) category: string | null;
  @ApiProperty({ type: String, nullable: true }) unit: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'As the platform wrote it' }) raisedAt: string | null;
  @DayField({ nullable: true, description: 'The day the platform asks for; not the due day of the case' })
  dueOn: string | null;
  @InstantField() receivedAt: string;
  @ApiProperty({ description: 'There is a way for answers to go' }) canAnswer: boolean;
  @OneOf(HOTLINE_ANSWER_KINDS, { name: 'HotlineAnswerKind', nullable: true, description: 'Which answer could be given now' }) // prettier-ignore
  next: HotlineAnswerKind | null;
  @ListOf(() => HotlineAnswerShown, { max: 1000, description: 'The first one first' }) answers: HotlineAnswerShown[];
}

export class HotlineOfCaseOrNone {
  @ObjectOf(() => HotlineOfCase, { nullable: true, description: 'Null: the case came from no platform' })
  hotline: HotlineOfCase | null;
}

export class HotlineOwedShown {
  @ApiProperty({ format: 'uuid' }) caseId: string;
  @ApiProperty() caseNumber: string;
  @ApiProperty() platform: string;
  @ApiProperty() number: string;
  @OneOf(HOTLINE_ANSWER_KINDS, { name: 'HotlineAnswerKind' }) kind: HotlineAnswerKind;
  @DayField({ description: 'By when the office should answer' }) by: string;
}

export class HotlineOwedList {
  @ListOf(() => HotlineOwedShown, { max: 500, description: 'The earliest day first' }) items: HotlineOwedShown[];
}
