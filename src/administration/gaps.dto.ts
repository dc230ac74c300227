/** Where nobody can act: cases without anybody for their next step, units without people, roles that can do nothing. */
import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type Role } from '../domain/words.js';
import { WAIT_KINDS, type WaitKind } from '../domain/waits.js';
import { Flag, ListOf, OneOf, Text, Uuid, Whole } from '../http/fields.js';
import { LabelsShown } from '../shown/labels-shown.js';

const MANY = 1_000_000_000;
/** More than this is told as a number. */
export const MOST_GAPS = 200;

export class ReachQuery {
  @OneOf(ROLES, { name: 'Role' }) role: Role;
  @Uuid() unitId: string;
}

export class ReachView {
  @OneOf(ROLES, { name: 'Role' }) role: Role;
  @Uuid() unitId: string;
  @Whole({ min: 0, max: MANY, description: 'Open cases the role sees there' }) sees: number;
  @Whole({ min: 0, max: MANY, description: 'Of those the ones that wait for it now' }) acts: number;
  @Flag({ description: 'False: at this unit the role can never act on a case' }) can: boolean;
  @ApiProperty({ description: 'The sentence that says it' }) labels: LabelsShown;
}

export class StrandedView {
  @Uuid() id: string;
  @Text({ max: 40, description: 'What it is about is not for administrators' }) number: string;
  @OneOf(WAIT_KINDS, { name: 'WaitKind' }) kind: WaitKind;
  @Uuid({ nullable: true, description: 'Where, or above where, somebody with one of the roles is missing' })
  unitId: string | null;
  @ApiProperty({ enum: ROLES, enumName: 'Role', isArray: true }) roles: Role[];
  @Flag({ description: 'People hold the role, but the rules bar all of them from this case' }) barred: boolean;
}

export class EmptyUnitView {
  @Uuid() unitId: string;
  @Whole({ min: 0, max: MANY, description: 'Open cases it leads' }) cases: number;
}

export class IdleRoleView {
  @Uuid() personId: string;
  @Text({ max: 100 }) name: string;
  @OneOf(ROLES, { name: 'Role' }) role: Role;
  @Uuid() unitId: string;
  @ApiProperty({ description: 'Why it can do nothing there' }) labels: LabelsShown;
}

export class SilentView {
  @Uuid() id: string;
  @Text({ max: 40 }) number: string;
  @Text({ max: 100, description: 'Its workflow' }) workflow: string;
  @Whole({ min: 1, max: MANY, description: 'Version of its workflow' }) version: number;
  @ApiProperty({ description: 'Why it has no next date, with the way on' }) labels: LabelsShown;
}

export class SilentCountView {
  @Text({ max: 100 }) workflow: string;
  @Whole({ min: 1, max: MANY }) version: number;
  @Flag({ description: 'Their timers failed; else the ladder of that version ends with a reply or a waiver' })
  failed: boolean;
  @Whole({ min: 0, max: MANY }) cases: number;
}

export class GapsView {
  @Whole({
    min: 0,
    max: MANY,
    description: 'Open cases whose next step, or a decision on which they wait, nobody may take',
  })
  stranded: number;
  @ListOf(() => StrandedView, { max: MOST_GAPS, description: 'Those with the earliest day first' })
  cases: StrandedView[];
  @ListOf(() => SilentCountView, {
    max: 10_000,
    description:
      'Late cases that nothing brings up again, by the version of their workflow: since version 2 only where a timer failed',
  })
  withoutDate: SilentCountView[];
  @ListOf(() => SilentView, { max: MOST_GAPS, description: 'The first of those by their due days' })
  silent: SilentView[];
  @Flag({ description: 'There are more open cases than were looked at' }) partial: boolean;
  @ListOf(() => EmptyUnitView, {
    max: 10_000,
    description: 'Units for which nobody is handler, liaison or leader, there or above; most open cases first',
  })
  units: EmptyUnitView[];
  @ListOf(() => IdleRoleView, { max: 10_000 }) roles: IdleRoleView[];
}
