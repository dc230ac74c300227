/** What a case of version 2 keeps of its course, as it is answered: who held it, what was asked to let it go, what a check needs, where it came from. */
import { ApiProperty, PickType } from '@nestjs/swagger';
import type { HeldBy } from '../domain/holders.js';
import { DEPARTURES, type Departure } from '../domain/words.js';
import { DayField, OneOf, Uuid } from '../http/fields.js';
import { CaseTextShown } from './case-shown.js';
import { LabelsShown } from './labels-shown.js';

export class HeldByShown implements HeldBy {
  @Uuid() unitId: string;
  @DayField() from: string;
  @DayField({ nullable: true, description: 'Null while the unit leads the case' }) to: string | null;
  @DayField({ description: 'The day up to which it had it: `to`, the closing, or the day of reading' }) until: string;
  @ApiProperty({ type: 'integer', description: 'Working days in which the clock ran while the unit had it' })
  used: number;
  @ApiProperty({ type: 'integer', description: 'Working days on hold' }) pausedDays: number;
  @ApiProperty({ type: 'integer', description: 'Of those used, the working days after a due day that was missed' })
  lateDays: number;
  @ApiProperty({ type: [String], format: 'date', description: 'Missed due days that are charged to the unit' })
  charged: string[];
}

export class DepartureAskedShown {
  @OneOf(DEPARTURES, { name: 'Departure' }) kind: Departure;
  @ApiProperty() reason: string;
  @DayField() askedOn: string;
  @ApiProperty({ description: 'Who asked' }) askedByName: string;
  @ApiProperty({ description: 'The reader asked, and so never decides' }) isOwn: boolean;
  @Uuid({ nullable: true, description: 'The case to merge into' }) caseId: string | null;
  @ApiProperty({ type: String, nullable: true }) caseNumber: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Its title' }) caseTitle: string | null;
  @ApiProperty({ description: 'Only a leader may let it go: key, late, or nearly due' }) byLeader: boolean;
  @ApiProperty({ description: 'Who decides, and why they' }) whoLabels: LabelsShown;
}

export class DepartedShown {
  @OneOf(DEPARTURES, { name: 'Departure' }) kind: Departure;
  @DayField() on: string;
  @ApiProperty({ description: 'It went late, and stays in the figures as departed late' }) isLate: boolean;
  @ApiProperty({ type: [String], format: 'uuid', description: 'Units that it is charged to' }) unitIds: string[];
}

export const NEEDS = ['verifiers', 'onSite', 'before', 'after', 'otherPlaces'] as const;

export class NeededShown {
  @OneOf(NEEDS, { name: 'NeededToPass' }) what: (typeof NEEDS)[number];
  @ApiProperty({ description: 'There already' }) done: boolean;
  @ApiProperty() labels: LabelsShown;
}

export class TalkShown {
  @ApiProperty({ type: 'integer', description: 'Counts the due days the case has had' }) period: number;
  @DayField() heldOn: string;
  @DayField() recordedOn: string;
  @DayField() pledgeOn: string;
  @ApiProperty({ type: 'integer', description: 'Line of the history in which its words stand' }) seq: number;
}

export const RELATIONS = ['splitFrom', 'part', 'mannerOf', 'manner', 'merged', 'mergedInto'] as const;
export type Relation = (typeof RELATIONS)[number];

export class LinkedCaseShown extends PickType(CaseTextShown, [
  'id',
  'number',
  'title',
  'stateLabels',
  'leadUnitId',
  'outcome',
] as const) {
  @OneOf(RELATIONS, {
    name: 'Relation',
    description:
      'splitFrom, this case was split from it; part, it was split from this case; mannerOf, this case is a complaint about how it was handled; manner, the other way round; merged, it was merged into this case; mergedInto, this case was merged into it',
  })
  relation: Relation;
}

export class CourseShown {
  @ApiProperty({
    type: () => [HeldByShown],
    description: 'Who led the case since its present assignment, first to last',
  })
  heldBy: HeldByShown[];
  @ApiProperty({
    type: () => DepartureAskedShown,
    nullable: true,
    description: 'A departure that waits for another person',
  })
  departure: DepartureAskedShown | null;
  @ApiProperty({ type: () => DepartedShown, nullable: true, description: 'How it left the rate after it was assigned' })
  departed: DepartedShown | null;
  @ApiProperty({
    type: () => [NeededShown],
    description: 'What it takes to pass the fix, while one is made or checked; empty where the workflow asks nothing',
  })
  needed: NeededShown[];
  @ApiProperty({ type: () => [TalkShown] }) talks: TalkShown[];
  @DayField({ nullable: true, description: 'Since when it lies before the leader again, after the talk' })
  lookAskedOn: string | null;
  @DayField({ nullable: true, description: 'Last day of the public notice' }) noticeUntil: string | null;
  @ApiProperty({ type: [String], format: 'date', description: 'Days on which somebody objected' })
  objections: string[];
  @ApiProperty({
    type: 'integer',
    description: 'Rounds in which a complainant was not satisfied, since it was last reopened',
  })
  unsatisfiedRounds: number;
  @ApiProperty({ type: 'integer', nullable: true, description: 'After so many a leader may close it in dispute' })
  disputableAfter: number | null;
  @ApiProperty({ description: 'Triaged by the supervisors, since the complaint is about how a case was handled' })
  isForSupervisors: boolean;
  @ApiProperty({
    type: () => [LinkedCaseShown],
    description: 'Other cases it is bound to, as far as the reader may see them',
  })
  links: LinkedCaseShown[];
}
