/** Bodies and answers of triage: what becomes of an opinion. */
import { ApiProperty } from '@nestjs/swagger';
import { ErrorBody } from '../http/error-body.js';
import { DayField, Flag, ListOf, OneOf, Text, Uuid, Uuids } from '../http/fields.js';
import { OpinionShown } from './meetings.dto.js';

export class MilestoneInput {
  @Text({ max: 200 }) name: string;
  @DayField() dueOn: string;
}

const RETRY = 'Made by the client; the same id again answers the same';

export class AdoptInput {
  @Uuid({ optional: true, description: `${RETRY}. It becomes the id of the case` }) id?: string;
  @Text({ max: 200, optional: true, description: 'The first clause of the opinion where not given' }) title?: string;
  @Uuid() leadUnitId: string;
  @Uuids({ max: 50, optional: true }) supportingUnitIds?: string[];
  @Uuid() categoryId: string;
  @Text({ max: 60, optional: true, description: 'Name of a workflow; rectification where none is given' })
  workflow?: string;
  @DayField({ optional: true, description: 'From the workflow and the category where not given' }) dueOn?: string;
  @Flag({ optional: true }) isKey?: boolean;
  @ListOf(() => MilestoneInput, { min: 1, max: 20, optional: true, description: 'For staged cases' })
  milestones?: MilestoneInput[];
}

export class MergeInput {
  @Uuid({ optional: true, description: RETRY }) id?: string;
  @Uuid() caseId: string;
}

export class AnswerInput {
  @Uuid({ optional: true, description: 'With an id, the same answer again is answered the same' }) id?: string;
  @Text({ max: 4000, multiline: true }) reply: string;
}

export class DeclineInput {
  @Uuid({ optional: true, description: 'With an id, the same refusal again is answered the same' }) id?: string;
  @Text({ max: 4000, multiline: true }) reason: string;
}

export const TRIAGE_ACTIONS = ['adopt', 'merge', 'answer', 'decline'] as const;
export type TriageAction = (typeof TRIAGE_ACTIONS)[number];

/** One of many: the fields of its action, checked when its turn comes, so that one bad line does not stop the others. */
export class TriageLine {
  @Uuid() opinionId: string;
  @OneOf(TRIAGE_ACTIONS, { name: 'TriageAction' }) action: TriageAction;
}

/** For OpenAPI: every field a line may have. */
export class TriageLineInput extends TriageLine {
  @ApiProperty({ required: false, format: 'uuid', description: RETRY }) id?: string;
  @ApiProperty({ required: false, format: 'uuid', description: 'merge: the case to join' }) caseId?: string;
  @ApiProperty({ required: false, description: 'answer: the reply given' }) reply?: string;
  @ApiProperty({ required: false, description: 'decline: why' }) reason?: string;
  @ApiProperty({ required: false, description: 'adopt' }) title?: string;
  @ApiProperty({ required: false, format: 'uuid', description: 'adopt' }) leadUnitId?: string;
  @ApiProperty({ required: false, type: [String], description: 'adopt' }) supportingUnitIds?: string[];
  @ApiProperty({ required: false, format: 'uuid', description: 'adopt' }) categoryId?: string;
  @ApiProperty({ required: false, description: 'adopt' }) workflow?: string;
  @ApiProperty({ required: false, format: 'date', description: 'adopt' }) dueOn?: string;
  @ApiProperty({ required: false, description: 'adopt' }) isKey?: boolean;
  @ApiProperty({ required: false, type: [MilestoneInput], description: 'adopt' }) milestones?: MilestoneInput[];
}

export class TriageShown extends OpinionShown {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'For the raiser: with it they see where it stands, rate the result and say that it is not solved',
  })
  receiptCode: string | null;
}

export class TriageResult {
  @ApiProperty({ format: 'uuid' }) opinionId: string;
  @ApiProperty() ok: boolean;
  @ApiProperty({ required: false }) answer?: TriageShown;
  @ApiProperty({ required: false }) error?: ErrorBody;
}
