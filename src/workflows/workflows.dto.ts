/** What is asked and answered about moving to another version, trying a draft, and saving a version of one's own. */
import { ROLES, ESCALATION_LEVELS, type Role, type EscalationLevel } from '../domain/words.js';
import {
  DayField,
  Flag,
  InstantField,
  JsonObject,
  ListOf,
  ObjectOf,
  OneOf,
  Text,
  Uuid,
  Whole,
} from '../http/fields.js';
import { LabelsShown } from '../shown/labels-shown.js';

const VERSION = { min: 1, max: 1_000_000 } as const;
const COUNT = { min: 0, max: 1_000_000_000 } as const;
const NAME = { max: 60 } as const;
const WORDS = { max: 1000 } as const;
/** Cases that one call moves at most; the rest is for the next one. */
export const MOST_MOVED = 1000;
/** Differing cases that an answer lists. */
export const MOST_LISTED = 200;

export class MigrationOrder {
  @Whole({ ...VERSION, description: 'The version the cases are on' }) from: number;
  @Whole({ ...VERSION, description: 'The version they go to, which says how' }) to: number;
  @Flag({ optional: true, description: 'True: says what would happen, and writes nothing' }) dryRun?: boolean;
  @Uuid({ optional: true, description: '`next` of the call before, to go on after it' }) after?: string;
}

export class MovedShown {
  @Text(NAME) from: string;
  @ObjectOf(() => LabelsShown) fromLabels: LabelsShown;
  @Text(NAME) to: string;
  @ObjectOf(() => LabelsShown) toLabels: LabelsShown;
  @Whole(COUNT) cases: number;
}

export class StayingShown {
  @Uuid() caseId: string;
  @Text({ max: 40 }) number: string;
  @Text({ ...NAME, description: 'The state it is in' }) state: string;
  @ObjectOf(() => LabelsShown) stateLabels: LabelsShown;
  @Text(NAME) code: string;
  @Text(WORDS) message: string;
  @Text(WORDS) messageZh: string;
}

export class CaseFaultShown {
  @Text({ max: 40 }) number: string;
  @Text(NAME) fault: string;
  @Text(WORDS) message: string;
  @Text(WORDS) messageZh: string;
}

export class MigrationShown {
  @Whole({ ...COUNT, description: 'Open cases this call looked at' }) looked: number;
  @ListOf(() => MovedShown, { max: 1000, description: 'How many went, or would go, from which state to which' })
  moved: MovedShown[];
  @ListOf(() => StayingShown, { max: MOST_MOVED, description: 'Cases that stay, each with the reason' })
  staying: StayingShown[];
  @ListOf(() => CaseFaultShown, {
    max: 100_000,
    description: 'What does not hold of the cases that were moved: timers, columns, history; none where all is right',
  })
  faults: CaseFaultShown[];
  @Uuid({ nullable: true, description: 'Where cases are left: call again with it as `after`' }) next: string | null;
}

export class SimulationOrder {
  @JsonObject({ description: 'A whole workflow file, or `{name, version?, policy}`: these numbers on that version' })
  file: object;
  @DayField({ optional: true, description: 'First day; without it a year before the last' }) from?: string;
  @DayField({ optional: true, description: 'Last day; without it yesterday' }) to?: string;
}

export class ComparedShown {
  @Whole({ ...COUNT, description: 'As it was' }) real: number;
  @Whole({ ...COUNT, description: 'As it would have been' }) draft: number;
}

export class RungCompared extends ComparedShown {
  @OneOf(ESCALATION_LEVELS, { name: 'EscalationLevel' }) rung: EscalationLevel;
}

export class AskedCompared extends ComparedShown {
  @OneOf(ROLES, { name: 'Role' }) role: Role;
}

export class UnitAskedCompared extends AskedCompared {
  @Uuid({ nullable: true }) unitId: string | null;
}

export class RefusedStepShown {
  @Text({ ...NAME, description: 'The command' }) type: string;
  @ObjectOf(() => LabelsShown) labels: LabelsShown;
  @Text(NAME) code: string;
  @Text(WORDS) message: string;
  @Text(WORDS) messageZh: string;
}

export class RefusedCountShown extends RefusedStepShown {
  @Whole(COUNT) cases: number;
  @Whole({ ...COUNT, description: 'In how many of these the case closed by it' }) closings: number;
}

export class DifferenceShown extends RefusedStepShown {
  @InstantField() at: string;
  @Flag({ description: 'The case really closed by it' }) closes: boolean;
}

export class DifferingCaseShown {
  @Uuid() caseId: string;
  @Text({ max: 40 }) number: string;
  @DayField({ nullable: true, description: 'The last due day it had' }) dueOn: string | null;
  @DayField({ nullable: true, description: 'The last due day it would have had' }) draftDueOn: string | null;
  @ObjectOf(() => ComparedShown, { description: 'Due days missed' }) late: ComparedShown;
  @Text({ max: 400, min: 0, description: 'Rungs climbed, in order, joined by commas' }) rungs: string;
  @Text({ max: 400, min: 0 }) draftRungs: string;
  @ListOf(() => DifferenceShown, {
    max: 1000,
    description: 'Steps that would be refused or lead elsewhere; after one that moves the case nobody can know more',
  })
  differences: DifferenceShown[];
  @ListOf(() => UnitAskedCompared, { max: 1000, description: 'Who would be asked more or less often' })
  asked: UnitAskedCompared[];
}

export class FailedCaseShown {
  @Text({ max: 40 }) number: string;
  @Text(WORDS) error: string;
}

export class SimulationShown {
  @DayField() from: string;
  @DayField() to: string;
  @Whole({ ...COUNT, description: 'Cases of the workflow that were open in that time' }) of: number;
  @Whole({ ...COUNT, description: 'How many were played; fewer than `of` where there are too many for one answer' })
  played: number;
  @Whole({ ...COUNT, description: 'Cases whose history is archived' }) unread: number;
  @Whole({ ...COUNT, description: 'Cases compared by the present calendar, which was changed since' })
  recounted: number;
  @ListOf(() => FailedCaseShown, { max: 1000, description: 'Cases on which the draft itself fails' })
  failed: FailedCaseShown[];
  @Whole(COUNT) differing: number;
  @ObjectOf(() => ComparedShown, { description: 'Due days missed' }) late: ComparedShown;
  @ListOf(() => RungCompared, { max: 10 }) rungs: RungCompared[];
  @Whole(COUNT) closingsRefused: number;
  @ListOf(() => RefusedCountShown, { max: 1000 }) refused: RefusedCountShown[];
  @ListOf(() => AskedCompared, { max: 20, description: 'Orders and reminders by whom they go to' })
  asked: AskedCompared[];
  @ListOf(() => DifferingCaseShown, { max: MOST_LISTED }) cases: DifferingCaseShown[];
}

export class Withdrawn {
  @Text({ max: 400, description: 'Why new cases shall not get it; kept with the version' }) reason: string;
}

export class OwnVersion {
  @Whole({ ...VERSION, description: 'The version whose numbers are changed' }) base: number;
  @JsonObject({ description: 'The whole policy as it is to be' }) policy: object;
  @Text({ max: 400, description: 'Why; kept with the version' }) note: string;
}
