/** The shape of a case: every answer that tells of one is this class or picks its fields from it. */
import { ApiProperty } from '@nestjs/swagger';
import type { Milestone, StateValue } from '../domain/case.js';
import {
  LIGHTS,
  OUTCOMES,
  SOURCES,
  STAGES,
  TRACKS,
  type Light,
  type Outcome,
  type Source,
  type Stage,
  type Track,
} from '../domain/words.js';
import { DayField, Flag, InstantField, OneOf, Uuid } from '../http/fields.js';
import { AccountShown, ExtensionShown } from './account-shown.js';
import { ClockShown } from './clock-shown.js';
import { LabelsShown } from './labels-shown.js';

export class WorkflowShown {
  @ApiProperty() name: string;
  @ApiProperty({ type: 'integer' }) version: number;
  @ApiProperty() labels: LabelsShown;
  @Flag({ description: 'Only a newer release knows it: the case is shown, and nothing is allowed here' })
  isNewer: boolean;
}

export class MilestoneShown implements Milestone {
  @ApiProperty() name: string;
  @DayField() dueOn: string;
  @DayField({ nullable: true }) doneOn: string | null;
}

/** What follows from the case's own record, at the moment of reading. */
export class CaseCoreShown {
  @Uuid() id: string;
  @ApiProperty({ example: 'ZG-2026-000123' }) number: string;
  @ApiProperty({ type: 'integer', description: 'Number of lines in its history' }) version: number;
  @OneOf(STAGES, { name: 'Stage' }) stage: Stage;
  @ApiProperty({ description: 'The state within the stage', example: 'rectifying' }) state: string;
  @ApiProperty({ description: 'What the workflow calls that state' }) stateLabels: LabelsShown;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'The whole state of its machine, clock region included, for the diagram',
  })
  stateValue: StateValue;
  @ApiProperty() workflow: WorkflowShown;
  @OneOf(LIGHTS, {
    name: 'Light',
    nullable: true,
    description: 'Null where the clock does not run: closed, parked, waiting for a visit, not yet assigned',
  })
  light: Light | null;
  @OneOf(SOURCES, { name: 'Source' }) source: Source;
  @OneOf(TRACKS, { name: 'Track' }) track: Track;
  @Uuid({ nullable: true }) leadUnitId: string | null;
  @ApiProperty({ type: String, format: 'uuid', isArray: true }) supportingUnitIds: string[];
  @Uuid({ nullable: true, description: 'The unit whose office owns the case' }) officeUnitId: string | null;
  @Uuid({ nullable: true }) categoryId: string | null;
  @Uuid({ nullable: true, description: 'Never told to the units of the case' }) meetingId: string | null;
  @Uuid({ nullable: true }) planId: string | null;
  @ApiProperty({ description: 'Closes only with a leader’s signature' }) isKey: boolean;
  @ApiProperty({ description: 'Closes after a visit to whoever raised it; else it is looked at on site' })
  raisedOutside: boolean;
  @ApiProperty({ description: 'Was closed already in a ledger of before' }) takenOver: boolean;
  @DayField() collectedOn: string;
  @InstantField() collectedAt: string;
  @InstantField({ nullable: true }) assignedAt: string | null;
  @InstantField({ nullable: true }) acceptedAt: string | null;
  @DayField({ nullable: true }) dueOn: string | null;
  @ApiProperty({ description: 'The due day reaches into a year whose calendar is not announced' })
  dueProvisional: boolean;
  @ApiProperty({ description: 'For the moment of reading' }) clock: ClockShown;
  @ApiProperty() account: AccountShown;
  @ApiProperty({ type: () => [MilestoneShown], nullable: true }) milestones: MilestoneShown[] | null;
  @ApiProperty({ type: () => ExtensionShown, nullable: true, description: 'Asked for and not yet decided' })
  extension: ExtensionShown | null;
  @DayField({ nullable: true }) reviewOn: string | null;
  @DayField({ nullable: true }) visitDueOn: string | null;
  @ApiProperty({
    type: String,
    format: 'date',
    isArray: true,
    description: 'Days on which the raiser could not be reached in this round',
  })
  attempts: string[];
  @ApiProperty({ type: 'integer' }) declines: number;
  @ApiProperty({ type: 'integer' }) returns: number;
  @ApiProperty({ type: 'integer' }) relapses: number;
  @OneOf(OUTCOMES, { name: 'Outcome', nullable: true }) outcome: Outcome | null;
  @DayField({ nullable: true }) closedOn: string | null;
  @Uuid({ nullable: true }) mergedInto: string | null;
}

/** The case with its text. */
export class CaseTextShown extends CaseCoreShown {
  @ApiProperty() title: string;
  @ApiProperty() description: string;
}
