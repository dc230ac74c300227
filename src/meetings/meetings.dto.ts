/** Bodies and answers of the calls on meetings and what was said there. */
import { ApiProperty } from '@nestjs/swagger';
import {
  LIGHTS,
  type Light,
  MEETING_KINDS,
  STAGES,
  CAPACITIES,
  TRIAGES,
  type MeetingKind,
  type Stage,
  type Capacity,
  type Triage,
} from '../domain/words.js';
import { DayField, ListOf, OneOf, Text, Uuid, Whole } from '../http/fields.js';
import { SimilarCaseShown } from './similar.dto.js';

export class ParticipantInput {
  @Text({ max: 100, description: 'Sealed at rest' }) name: string;
  @OneOf(CAPACITIES, { name: 'Capacity' }) standing: Capacity;
  @Text({ max: 200, optional: true, description: 'A way to reach the person; encrypted at rest and never shown here' })
  contact?: string;
}

export class ParticipantAddition extends ParticipantInput {
  @Uuid({ optional: true, description: 'Made by the client, so that a retry adds nobody twice' }) id?: string;
}

export class MeetingInput {
  @Uuid({ optional: true, description: 'Made by the client, so that a retry makes nothing twice' }) id?: string;
  @Text({ max: 200 }) title: string;
  @OneOf(MEETING_KINDS, { name: 'MeetingKind' }) kind: MeetingKind;
  @DayField() heldOn: string;
  @Text({ max: 200 }) place: string;
  @Uuid() hostUnitId: string;
  @ListOf(() => ParticipantInput, { max: 500 }) participants: ParticipantInput[];
}

export class MeetingsQuery {
  @Whole({ min: 1, max: 200, optional: true, description: '50 where not given' }) limit?: number;
  @Text({ max: 200, optional: true, description: '`nextCursor` of the page before' }) cursor?: string;
}

export class OpinionInput {
  @Uuid({ optional: true, description: 'Made by the client, so that a retry logs nothing twice' }) id?: string;
  @Uuid({ optional: true, nullable: true }) participantId?: string | null;
  @Text({ max: 4000, multiline: true }) text: string;
  @Uuid({ optional: true, nullable: true }) categoryId?: string | null;
}

export class ParticipantShown {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Sealed at rest. Null where the reader has to do with a case that this person raised',
  })
  name: string | null;
  @ApiProperty({ enum: CAPACITIES, enumName: 'Capacity' }) standing: Capacity;
  @ApiProperty({ description: 'A contact is on record, sealed' }) hasContact: boolean;
}

export class OpinionShown {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) meetingId: string;
  @ApiProperty({ type: 'integer', description: 'Number within the meeting, from 1' }) seq: number;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) participantId: string | null;
  @ApiProperty() text: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) categoryId: string | null;
  @ApiProperty({ enum: TRIAGES, enumName: 'Triage', nullable: true, description: 'Null until triaged' })
  outcome: Triage | null;
  @ApiProperty({ type: String, nullable: true, description: 'The reply given, or the reason for declining' })
  answer: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) triagedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) triagedByName: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The case it led to' })
  caseId: string | null;
  @ApiProperty({ type: String, nullable: true }) caseNumber: string | null;
  @OneOf(STAGES, { name: 'Stage', nullable: true }) caseStage: Stage | null;
}

export class MeetingOpinionShown extends OpinionShown {
  @OneOf(LIGHTS, { name: 'Light', nullable: true, description: 'Of the case now; null where none burns' })
  caseLight: Light | null;
}

export class MeetingLineShown {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() title: string;
  @ApiProperty({ enum: MEETING_KINDS, enumName: 'MeetingKind' }) kind: MeetingKind;
  @ApiProperty({ format: 'date' }) heldOn: string;
  @ApiProperty() place: string;
  @ApiProperty({ format: 'uuid' }) hostUnitId: string;
  @ApiProperty({ format: 'uuid' }) officeUnitId: string;
  @ApiProperty({ type: 'integer' }) participants: number;
  @ApiProperty({ type: 'integer' }) opinions: number;
  @ApiProperty({ type: 'integer', description: 'Opinions still to be triaged' }) untriaged: number;
}

export class MeetingsPage {
  @ApiProperty({ type: [MeetingLineShown] }) items: MeetingLineShown[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class MeetingShown {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() title: string;
  @ApiProperty({ enum: MEETING_KINDS, enumName: 'MeetingKind' }) kind: MeetingKind;
  @ApiProperty({ format: 'date' }) heldOn: string;
  @ApiProperty() place: string;
  @ApiProperty({ format: 'uuid' }) hostUnitId: string;
  @ApiProperty({ format: 'uuid' }) officeUnitId: string;
  @ApiProperty({ type: [ParticipantShown] }) participants: ParticipantShown[];
  @ApiProperty({ type: [MeetingOpinionShown] }) opinions: MeetingOpinionShown[];
}

export class LoggedOpinion {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: [SimilarCaseShown], description: 'Open cases that speak of the same matter, most alike first' })
  similar: SimilarCaseShown[];
}
