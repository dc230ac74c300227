/** A case as it is shown: what stands around it, its events, and what may be done. */
import { ApiProperty } from '@nestjs/swagger';
import type { Changed } from '../domain/case.js';
import {
  SATISFACTIONS,
  CAPACITIES,
  TRIAGES,
  VISIT_METHODS,
  VISIT_OUTCOMES,
  type Satisfaction,
  type Capacity,
  type Triage,
  type VisitMethod,
  type VisitOutcome,
} from '../domain/words.js';
import type { EventRecord } from '../engine/decide.js';
import { DayField, InstantField, ListOf, OneOf, Uuid } from '../http/fields.js';
import { AbsentShown } from '../shown/absent-shown.js';
import { CaseTextShown } from '../shown/case-shown.js';
import { CourseShown } from '../shown/course-shown.js';
import { LabelsShown } from '../shown/labels-shown.js';
import { NextDateShown } from '../shown/next-date-shown.js';
import { OrderShown } from '../shown/order-shown.js';
import { AllowedShown } from '../shown/step-shown.js';

export class CaseQuery {
  @Uuid({ optional: true, description: 'What may be done in the name of this person, who is absent, and in no other' })
  absentId?: string;
}

export class EventActorShown {
  @ApiProperty({ type: String, nullable: true }) userId: string | null;
  @ApiProperty() name: string;
  @ApiProperty({ type: String, nullable: true }) unitId: string | null;
  @ApiProperty({
    description:
      'The door it came through: web, token, import, timer, system; deputy where it was in the name of somebody absent',
  })
  via: string;
}

export class InNameOfShown {
  @Uuid() userId: string;
  @ApiProperty() name: string;
}

export class EventShown {
  @ApiProperty({ type: 'integer' }) seq: number;
  @ApiProperty() type: string;
  @ApiProperty() labels: LabelsShown;
  @InstantField() at: string;
  @ApiProperty() actor: EventActorShown;
  @ApiProperty({ type: String, nullable: true }) commandId: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true }) payload: Record<string, unknown>;
  @ApiProperty({ type: 'object', additionalProperties: true }) before: Changed;
  @ApiProperty({ type: 'object', additionalProperties: true }) after: Changed;
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  effects: EventRecord['effects'];
  @ApiProperty({
    required: false,
    description: 'Who was absent, where a deputy acted in their name; `actor.name` says both',
  })
  inNameOf?: InNameOfShown;
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

export class CaseVisitShown {
  @Uuid() id: string;
  @ApiProperty({ type: 'integer' }) round: number;
  @InstantField() at: string;
  @ApiProperty({ type: String, nullable: true }) byName: string | null;
  @OneOf(VISIT_METHODS, { name: 'VisitMethod' }) method: VisitMethod;
  @OneOf(VISIT_OUTCOMES, { name: 'VisitOutcome' }) outcome: VisitOutcome;
  @OneOf(SATISFACTIONS, { name: 'Satisfaction', nullable: true }) satisfaction: Satisfaction | null;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    nullable: true,
    description: 'Service ratings, 1 to 5',
  })
  ratings: Record<string, number> | null;
  @ApiProperty({ type: 'integer', nullable: true }) durationSeconds: number | null;
  @ApiProperty() note: string;
  @DayField({ nullable: true }) nextAttemptOn: string | null;
  @Uuid({ nullable: true, description: 'Whom it was paid to, where the case has several raisers' })
  raiserId: string | null;
}

/** How the last round of visits stands with one of those who raised the case; who it is stays encrypted. */
export class RaiserStandingShown {
  @Uuid() id: string;
  @ApiProperty({ type: 'integer', description: 'Counted from 1, in the order in which they came' }) position: number;
  @ApiProperty({ type: String, format: 'date', isArray: true, description: 'Days on which they could not be reached' })
  attempts: string[];
  @DayField({ nullable: true, description: 'When they were reached' }) answeredOn: string | null;
  @OneOf(VISIT_OUTCOMES, { name: 'VisitOutcome', nullable: true }) outcome: VisitOutcome | null;
  @OneOf(SATISFACTIONS, { name: 'Satisfaction', nullable: true }) satisfaction: Satisfaction | null;
}

export class CaseAttachmentShown {
  @Uuid() id: string;
  @ApiProperty() name: string;
  @ApiProperty() mediaType: string;
  @ApiProperty({ type: 'integer', description: 'Bytes' }) size: number;
  @InstantField() at: string;
  @ApiProperty({ type: String, nullable: true }) byName: string | null;
}

export class CaseOpinionShown {
  @Uuid() id: string;
  @ApiProperty() text: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Never told to the units of the case' })
  meetingId: string | null;
  @ApiProperty({ type: String, nullable: true }) meetingTitle: string | null;
  @ApiProperty({
    enum: CAPACITIES,
    enumName: 'Capacity',
    nullable: true,
    description: 'Of whoever spoke; told to the units of the case only where at least three at the meeting shared it',
  })
  standing: Capacity | null;
  @OneOf(TRIAGES, { name: 'Triage' }) outcome: Triage;
}

export class CaseArchiveShown {
  @InstantField() archivedAt: string;
  @ApiProperty({ type: 'integer', description: 'Lines of history in the file' }) lines: number;
  @ApiProperty({ description: 'Name of the archive file' }) file: string;
}

export class ObjectorShown {
  @Uuid() id: string;
  @InstantField() at: string;
  @ApiProperty({ description: 'Who took it down' }) takenDownBy: string;
}

export class CaseShown extends CaseTextShown {
  @ApiProperty({
    type: () => NextDateShown,
    nullable: true,
    description:
      'What comes next if nobody acts, when, why, and whose move it is; null where nothing comes of itself, never for a late case',
  })
  nextDate: NextDateShown | null;
  @ApiProperty({ type: () => [OrderShown] }) orders: OrderShown[];
  @ApiProperty({ type: () => [CaseVisitShown] }) visits: CaseVisitShown[];
  @ApiProperty({
    type: () => [RaiserStandingShown],
    description: 'Everybody who raised it; none where nobody outside did',
  })
  raisers: RaiserStandingShown[];
  @ApiProperty({
    type: () => [ObjectorShown],
    description:
      'Who objected by name to the public notice and is kept at the case: the office opens them like raisers',
  })
  objectors: ObjectorShown[];
  @ApiProperty({ type: () => [CaseAttachmentShown] }) attachments: CaseAttachmentShown[];
  @ApiProperty({ type: () => [CaseOpinionShown] }) opinions: CaseOpinionShown[];
  @ApiProperty({ description: 'Who held it, departures, checks, talks, notice, and the cases it is bound to' })
  course: CourseShown;
  @ApiProperty({
    type: () => CaseArchiveShown,
    nullable: true,
    description: 'Where the history was archived: nothing is allowed until it is brought back',
  })
  archive: CaseArchiveShown | null;
  @ApiProperty({ type: () => [AllowedShown] }) allowed: AllowedShown[];
  @ListOf(() => AbsentShown, {
    max: 100,
    description: 'For whom the reader stands in now, where their duties reach it',
  })
  standsInFor: AbsentShown[];
  @ApiProperty({
    type: String,
    nullable: true,
    description:
      'Of the allowed ones the step that the case waits for from this person, as under My work; null where it waits for others',
  })
  next: string | null;
}
