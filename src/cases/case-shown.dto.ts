/** What is shown of a case: its core, what stands around it, its events, and what may be done. */
import { ApiProperty } from '@nestjs/swagger';
import { SOURCES, STANDINGS, type Standing } from '../domain/words.js';
import { ClockShown } from '../shown/clock-shown.js';
import { LabelsShown } from '../shown/labels-shown.js';
import { AllowedShown } from '../shown/step-shown.js';

export class WorkflowShown {
  @ApiProperty() name: string;
  @ApiProperty({ type: 'integer' }) version: number;
  @ApiProperty() labels: LabelsShown;
}

export class PauseShown {
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) to: string | null;
  @ApiProperty() reason: string;
  @ApiProperty({ type: 'integer' }) remaining: number;
}

export class ExtensionShown {
  @ApiProperty({ type: 'integer' }) days: number;
  @ApiProperty() reason: string;
  @ApiProperty({ format: 'date' }) askedOn: string;
  @ApiProperty({ type: String, nullable: true }) askedBy: string | null;
  @ApiProperty({ required: false, format: 'date' }) grantedOn?: string;
  @ApiProperty({ required: false, type: String, nullable: true }) grantedBy?: string | null;
  @ApiProperty({ required: false, format: 'date' }) from?: string;
  @ApiProperty({ required: false, format: 'date' }) to?: string;
}

export class BreachShown {
  @ApiProperty({ type: 'integer' }) period: number;
  @ApiProperty({ format: 'date' }) dueOn: string;
  @ApiProperty({ format: 'date' }) until: string;
  @ApiProperty({ type: 'integer', description: 'Working days late' }) days: number;
}

export class AccountShown {
  @ApiProperty({ type: 'integer', nullable: true, description: 'Working days given at assignment' }) budget:
    number | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) startedOn: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) dueOn: string | null;
  @ApiProperty() dueProvisional: boolean;
  @ApiProperty({ type: 'integer' }) used: number;
  @ApiProperty({ type: 'integer' }) remaining: number;
  @ApiProperty({ type: () => [PauseShown] }) paused: PauseShown[];
  @ApiProperty({ type: 'integer' }) pausedDays: number;
  @ApiProperty({ type: () => [ExtensionShown] }) extensions: ExtensionShown[];
  @ApiProperty({ type: 'integer' }) extendedDays: number;
  @ApiProperty({ type: 'integer', description: 'Working days late at this moment' }) lateNow: number;
  @ApiProperty({ type: () => [BreachShown] }) breaches: BreachShown[];
  @ApiProperty({ type: 'integer' }) lateTotal: number;
}

export class MilestoneShown {
  @ApiProperty() name: string;
  @ApiProperty({ format: 'date' }) dueOn: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) doneOn: string | null;
}

export class CaseCoreShown {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'ZG-2026-000123' }) number: string;
  @ApiProperty({ type: 'integer' }) version: number;
  @ApiProperty({ enum: ['collected', 'assigned', 'deadline', 'followUpVisit', 'closed'] }) stage: string;
  @ApiProperty({ description: 'Place within the stage', example: 'rectifying' }) state: string;
  @ApiProperty() stateLabels: LabelsShown;
  @ApiProperty({ type: 'object', additionalProperties: true }) stateValue: object;
  @ApiProperty() workflow: WorkflowShown;
  @ApiProperty({ enum: ['green', 'yellow', 'blue', 'orange', 'red', 'talk'], nullable: true }) light: string | null;
  @ApiProperty({ enum: SOURCES }) source: string;
  @ApiProperty() track: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) leadUnitId: string | null;
  @ApiProperty({ type: [String] }) supportingUnitIds: string[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) officeUnitId: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) categoryId: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) meetingId: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) planId: string | null;
  @ApiProperty() isKey: boolean;
  @ApiProperty() raisedOutside: boolean;
  @ApiProperty() takenOver: boolean;
  @ApiProperty({ format: 'date' }) collectedOn: string;
  @ApiProperty({ format: 'date-time' }) collectedAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) assignedAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) acceptedAt: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) dueOn: string | null;
  @ApiProperty() dueProvisional: boolean;
  @ApiProperty({ description: 'For the moment of reading' }) clock: ClockShown;
  @ApiProperty() account: AccountShown;
  @ApiProperty({ type: () => [MilestoneShown], nullable: true }) milestones: MilestoneShown[] | null;
  @ApiProperty({ type: () => ExtensionShown, nullable: true }) extension: ExtensionShown | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) reviewOn: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) visitDueOn: string | null;
  @ApiProperty({ type: [String], description: 'Days on which the raiser could not be reached in this round' })
  attempts: string[];
  @ApiProperty({ type: 'integer' }) declines: number;
  @ApiProperty({ type: 'integer' }) returns: number;
  @ApiProperty({ type: 'integer' }) relapses: number;
  @ApiProperty({ type: String, nullable: true }) outcome: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) closedOn: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) mergedInto: string | null;
}

export class EventActorShown {
  @ApiProperty({ type: String, nullable: true }) userId: string | null;
  @ApiProperty() name: string;
  @ApiProperty({ type: String, nullable: true }) unitId: string | null;
  @ApiProperty({ description: 'The door it came through: web, token, import, timer, system' }) via: string;
}

export class EventShown {
  @ApiProperty({ type: 'integer' }) seq: number;
  @ApiProperty() type: string;
  @ApiProperty() labels: LabelsShown;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty() actor: EventActorShown;
  @ApiProperty({ type: String, nullable: true }) commandId: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true }) payload: object;
  @ApiProperty({ type: 'object', additionalProperties: true }) before: object;
  @ApiProperty({ type: 'object', additionalProperties: true }) after: object;
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } }) effects: object[];
}

export class SaidShown {
  @ApiProperty({ description: 'The field it tells of' }) field: string;
  @ApiProperty() labels: LabelsShown;
  @ApiProperty() text: LabelsShown;
  @ApiProperty({ description: 'Written by a person in their own words' }) prose: boolean;
  @ApiProperty({ required: false, format: 'uuid', description: 'The case it names' }) caseId?: string;
}

export class HistoryEventShown extends EventShown {
  @ApiProperty({ type: () => [SaidShown], description: 'What was decided, and the days that followed from it' })
  said: SaidShown[];
  @ApiProperty({ format: 'date-time', description: 'When the line was written' }) recordedAt: string;
  @ApiProperty({ description: 'SHA-256 over this line and the hash before it, hex' }) hash: string;
}

export class OrderActShown {
  @ApiProperty() act: string;
  @ApiProperty({ format: 'date-time', type: String }) at: Date;
  @ApiProperty({ type: String, nullable: true }) byName: string | null;
  @ApiProperty() text: string;
}

export class CaseOrderShown {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: 'integer' }) period: number;
  @ApiProperty() rung: string;
  @ApiProperty() status: string;
  @ApiProperty({ format: 'date-time', type: String }) issuedAt: Date;
  @ApiProperty({ type: String, format: 'date', nullable: true }) replyDueOn: string | null;
  @ApiProperty({ type: String, nullable: true }) unitId: string | null;
  @ApiProperty() toRole: string;
  @ApiProperty({ type: String, nullable: true }) copyRole: string | null;
  @ApiProperty({ type: () => [OrderActShown] }) acts: OrderActShown[];
}

export class CaseVisitShown {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: 'integer' }) round: number;
  @ApiProperty({ format: 'date-time', type: String }) at: Date;
  @ApiProperty({ type: String, nullable: true }) byName: string | null;
  @ApiProperty() method: string;
  @ApiProperty() outcome: string;
  @ApiProperty({ type: String, nullable: true }) satisfaction: string | null;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    nullable: true,
    description: 'Service ratings, 1 to 5',
  })
  ratings: Record<string, number> | null;
  @ApiProperty({ type: 'integer', nullable: true }) durationSeconds: number | null;
  @ApiProperty() note: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) nextAttemptOn: string | null;
}

export class CaseAttachmentShown {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty() mediaType: string;
  @ApiProperty({ type: 'integer', description: 'Bytes' }) size: number;
  @ApiProperty({ format: 'date-time', type: String }) at: Date;
  @ApiProperty({ type: String, nullable: true }) byName: string | null;
}

export class CaseOpinionShown {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() text: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Never told to the units of the case' })
  meetingId: string | null;
  @ApiProperty({ type: String, nullable: true }) meetingTitle: string | null;
  @ApiProperty({
    enum: STANDINGS,
    enumName: 'Standing',
    nullable: true,
    description: 'Of whoever spoke; told to the units of the case only where at least three at the meeting shared it',
  })
  standing: Standing | null;
  @ApiProperty() outcome: string;
}

export class CaseArchiveShown {
  @ApiProperty({ format: 'date-time', type: String }) archivedAt: Date;
  @ApiProperty({ type: 'integer', description: 'Lines of history in the file' }) lines: number;
  @ApiProperty({ description: 'Name of the archive file' }) file: string;
}

export class CaseShown extends CaseCoreShown {
  @ApiProperty() title: string;
  @ApiProperty() description: string;
  @ApiProperty({ type: () => [CaseOrderShown] }) orders: CaseOrderShown[];
  @ApiProperty({ type: () => [CaseVisitShown] }) visits: CaseVisitShown[];
  @ApiProperty({ type: () => [CaseAttachmentShown] }) attachments: CaseAttachmentShown[];
  @ApiProperty({ type: () => [CaseOpinionShown] }) opinions: CaseOpinionShown[];
  @ApiProperty({
    type: () => CaseArchiveShown,
    nullable: true,
    description: 'Where the history was archived: nothing is allowed until it is brought back',
  })
  archive: CaseArchiveShown | null;
  @ApiProperty({ type: () => [AllowedShown] }) allowed: AllowedShown[];
}
