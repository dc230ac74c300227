/** What is read under a private address of results, or on the public page of a meeting. */
import { ApiProperty } from '@nestjs/swagger';
import { ANSWER_CLASSES, type AnswerClass } from '../../domain/answers.js';
import { CAPACITIES, MEETING_KINDS, type Capacity, type MeetingKind } from '../../domain/words.js';
import { DayField, ListOf, OneOf, Whole } from '../../http/fields.js';
import { LabelsShown } from '../../shown/labels-shown.js';

const CLASS = { name: 'AnswerClass' };

export class EarlierAnswer {
  @OneOf(ANSWER_CLASSES, CLASS) class: AnswerClass;
  @ApiProperty() sentence: LabelsShown;
  @DayField({ description: 'When it was told' }) toldOn: string;
}

export class PublicResultLine {
  @ApiProperty({ type: 'integer', description: 'Number within the meeting' }) seq: number;
  @ApiProperty({
    description: 'What was said: in one’s own words on one’s own page, in the released wording in public',
  })
  said: string;
  @OneOf(ANSWER_CLASSES, CLASS) class: AnswerClass;
  @ApiProperty({ type: () => LabelsShown, nullable: true, description: 'Null in public' }) sentence: LabelsShown | null;
  @ApiProperty({ type: String, nullable: true }) unit: string | null;
  @DayField({ nullable: true }) solvedOn: string | null;
  @DayField({ nullable: true }) dueOn: string | null;
  @DayField({ description: 'When it was told' }) toldOn: string;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '/r/7K2Q-…',
    description: 'Path of one’s own receipt for the case',
  })
  receipt: string | null;
  @ListOf(() => EarlierAnswer, { max: 1000, description: 'What was told before; none in public' })
  earlier: EarlierAnswer[];
}

export class ResultPageShown {
  @ApiProperty({ description: 'The body that answers' }) office: string;
  @ApiProperty() title: string;
  @OneOf(MEETING_KINDS, { name: 'MeetingKind' }) kind: MeetingKind;
  @DayField() heldOn: string;
  @ApiProperty({ type: String, nullable: true }) host: string | null;
  @ApiProperty({ description: 'The page of a meeting for anybody, without persons' }) isPublic: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'One’s own name; null in public' }) name: string | null;
  @OneOf(CAPACITIES, { name: 'Capacity', nullable: true }) standing: Capacity | null;
  @ListOf(() => PublicResultLine, { max: 100_000 }) lines: PublicResultLine[];
  @Whole({
    min: 0,
    max: 100_000,
    description: 'Opinions that are not shown: not answered yet, or not released for the public',
  })
  others: number;
}
