/** Bodies and answers of the calls on what becomes of a meeting's opinions, for the office. */
import { ApiProperty, PickType } from '@nestjs/swagger';
import {
  ANSWER_BASES,
  ANSWER_CLASSES,
  OWED_KINDS,
  PROMISE_STATES,
  type AnswerBasis,
  type AnswerClass,
  type OwedKind,
  type PromiseState,
} from '../../domain/answers.js';
import { DayField, InstantField, ListOf, ObjectOf, OneOf, Text, Uuid, Whole } from '../../http/fields.js';
import { LabelsShown } from '../../shown/labels-shown.js';
import { MeetingShown, OpinionShown } from '../meetings.dto.js';
import { MISSING, type Missing } from './composed.js';

const CLASS = { name: 'AnswerClass' };

/** The office's words for one opinion; what is left out is taken back. */
export class WordingInput {
  @Text({
    max: 4000,
    multiline: true,
    optional: true,
    description:
      'The opinion as the public may read it, without persons; without it the opinion stays off the public page',
  })
  said?: string;
  @Text({
    max: 2000,
    multiline: true,
    optional: true,
    description: 'In the place of the sentence that follows from the record',
  })
  words?: string;
  @OneOf(ANSWER_CLASSES, {
    ...CLASS,
    optional: true,
    description: 'Another class than the record says; wants `words` and `reason`',
  })
  class?: AnswerClass;
  @Text({
    max: 1000,
    multiline: true,
    optional: true,
    description: 'Why the class departs from the record; stays with the answer',
  })
  reason?: string;
  @DayField({ optional: true, description: 'Of a plan without a due day: by when' }) plannedOn?: string;
}

export class WordingShown {
  @ApiProperty({ type: String, nullable: true }) words: string | null;
  @OneOf(ANSWER_CLASSES, { ...CLASS, nullable: true }) class: AnswerClass | null;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @DayField({ nullable: true }) plannedOn: string | null;
}

export class AnswerShown {
  @Whole({ min: 1, max: 100_000, description: 'Which answer to the opinion, from 1' }) seq: number;
  @OneOf(ANSWER_CLASSES, CLASS) class: AnswerClass;
  @OneOf(ANSWER_CLASSES, { ...CLASS, description: 'What the record said then' }) factsClass: AnswerClass;
  @ApiProperty({ type: String, nullable: true, description: 'Why the class departs from the record' }) reason:
    | string
    | null;
  @ApiProperty() sentence: LabelsShown;
  @ApiProperty({ type: String, nullable: true, description: 'The opinion as it was released for the public' })
  said: string | null;
  @DayField({ nullable: true }) solvedOn: string | null;
  @DayField({ nullable: true }) dueOn: string | null;
  @InstantField() releasedAt: string;
  @ApiProperty({ type: String, nullable: true }) releasedByName: string | null;
}

const OF_OPINION = ['seq', 'participantId', 'text', 'outcome', 'caseId', 'caseNumber'] as const;

export class ResultLineShown extends PickType(OpinionShown, OF_OPINION) {
  @ApiProperty({ format: 'uuid' }) opinionId: string;
  @OneOf(ANSWER_BASES, { name: 'AnswerBasis', description: 'What the answer rests on' }) basis: AnswerBasis;
  @OneOf(ANSWER_CLASSES, { ...CLASS, nullable: true, description: 'What the record says; null while untriaged' })
  factsClass: AnswerClass | null;
  @OneOf(ANSWER_CLASSES, { ...CLASS, nullable: true, description: 'As it would be released' })
  class: AnswerClass | null;
  @ApiProperty() sentence: LabelsShown;
  @DayField({ nullable: true }) dueOn: string | null;
  @DayField({ nullable: true }) solvedOn: string | null;
  @ApiProperty({ type: String, nullable: true }) unit: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The opinion as the public may read it' }) said:
    | string
    | null;
  @ObjectOf(() => WordingShown, { nullable: true, description: 'The words of the office that are in force' })
  wording: WordingShown | null;
  @OneOf(MISSING, { name: 'AnswerMissing', nullable: true, description: 'What keeps it from being released' })
  missing: Missing | null;
  @ApiProperty({ description: 'The last answer says what is so now' }) isReleased: boolean;
  @OneOf(OWED_KINDS, { name: 'OwedKind', nullable: true }) owed: OwedKind | null;
  @ListOf(() => AnswerShown, { max: 1000, description: 'Every answer that was released, the first one first' })
  answers: AnswerShown[];
}

export class ResultLinkShown {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null: the public page of the meeting' })
  participantId: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '/m/7K2QX…',
    description: 'Null where the name is hidden from the reader',
  })
  path: string | null;
  @InstantField() madeAt: string;
}

export class ResultCounts {
  @ApiProperty({ type: 'integer' }) solved: number;
  @ApiProperty({ type: 'integer', description: 'Of those solved: answered at the meeting, without a case' })
  answered: number;
  @ApiProperty({ type: 'integer', description: 'Of those solved: nobody could be visited' }) unverified: number;
  @ApiProperty({ type: 'integer' }) planned: number;
  @ApiProperty({ type: 'integer' }) notPossible: number;
  @ApiProperty({ type: 'integer' }) untriaged: number;
  @ApiProperty({ type: 'integer', description: 'Answers that say something else than the record' }) departing: number;
}

const OF_MEETING = ['id', 'title', 'kind', 'heldOn', 'place', 'hostUnitId', 'officeUnitId', 'participants'] as const;

export class ResultsShown extends PickType(MeetingShown, OF_MEETING) {
  @ListOf(() => ResultLineShown, { max: 100_000 }) lines: ResultLineShown[];
  @ApiProperty() counts: ResultCounts;
  @ListOf(() => ResultLinkShown, { max: 100_000, description: 'Addresses in force' }) links: ResultLinkShown[];
}

export class Released {
  @Whole({ min: 0, max: 100_000, description: 'Answers that are new; 0 where all say what was said before' })
  released: number;
}

export class LinkInput {
  @Uuid({ optional: true, description: 'The participant whose address is made; of all who spoke where none is named' })
  participantId?: string;
}

export class OwedShown {
  @ApiProperty({ format: 'uuid' }) meetingId: string;
  @ApiProperty() meetingTitle: string;
  @DayField() heldOn: string;
  @ApiProperty({ format: 'uuid' }) opinionId: string;
  @ApiProperty({ type: 'integer', description: 'Number within the meeting' }) seq: number;
  @ApiProperty({ type: String, nullable: true }) caseNumber: string | null;
  @OneOf(OWED_KINDS, { name: 'OwedKind' }) kind: OwedKind;
  @OneOf(ANSWER_CLASSES, { ...CLASS, description: 'What the person was told' }) told: AnswerClass;
  @DayField({ nullable: true, description: 'The day the person was told' }) toldDay: string | null;
  @OneOf(ANSWER_CLASSES, { ...CLASS, description: 'What is so now' }) class: AnswerClass;
  @DayField({ description: 'By when the office should answer' }) by: string;
}

export class OwedList {
  @ListOf(() => OwedShown, { max: 500 }) items: OwedShown[];
}

export class MeetingPromiseShown extends PickType(OpinionShown, ['seq', 'text', 'caseId', 'caseNumber'] as const) {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'As it was released for the public; only this stands on paper',
  })
  said: string | null;
  @OneOf(PROMISE_STATES, { name: 'PromiseState' }) state: PromiseState;
  @DayField({ description: 'The first day that was named' }) promisedOn: string;
  @DayField({ nullable: true }) solvedOn: string | null;
  @DayField({ nullable: true, description: 'The day that is named now' }) dueOn: string | null;
  @ApiProperty({ type: String, nullable: true }) unit: string | null;
}

export class EarlierMeeting extends PickType(MeetingShown, ['id', 'title', 'heldOn'] as const) {
  @ApiProperty({ type: 'integer' }) opinions: number;
  @ApiProperty({ type: 'integer', description: 'Opinions on which nobody has decided' }) untriaged: number;
  @ApiProperty({ type: 'integer', description: 'Opinions whose participants were never told anything' }) untold: number;
  @ListOf(() => MeetingPromiseShown, { max: 100_000 }) promises: MeetingPromiseShown[];
}

export class AgendaShown extends PickType(MeetingShown, [
  'id',
  'title',
  'kind',
  'heldOn',
  'place',
  'hostUnitId',
] as const) {
  @ListOf(() => EarlierMeeting, {
    max: 3,
    description: 'The meetings before it of the same host and kind, the last one first',
  })
  earlier: EarlierMeeting[];
}
