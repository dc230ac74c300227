/** The clock account of a case as it is answered: where its working days went. */
import { ApiProperty } from '@nestjs/swagger';
import type { ClockAccount } from '../domain/account.js';
import type { Breach, Extension, Pause } from '../domain/case.js';
import { DayField } from '../http/fields.js';

export class PauseShown implements Pause {
  @DayField() from: string;
  @DayField({ nullable: true, description: 'Null while parked' }) to: string | null;
  @ApiProperty() reason: string;
  @ApiProperty({ type: 'integer', description: 'Working days left when the clock stopped' }) remaining: number;
}

export class ExtensionShown implements Extension {
  @ApiProperty({ type: 'integer', description: 'Working days' }) days: number;
  @ApiProperty() reason: string;
  @DayField() askedOn: string;
  @ApiProperty({ type: String, nullable: true }) askedBy: string | null;
  @DayField({ optional: true }) grantedOn?: string;
  @ApiProperty({ required: false, type: String, nullable: true }) grantedBy?: string | null;
  @DayField({ optional: true, description: 'The due day before it' }) from?: string;
  @DayField({ optional: true, description: 'The due day after it' }) to?: string;
}

export class BreachShown implements Breach {
  @ApiProperty({ type: 'integer', description: 'Counts the due days the case has had' }) period: number;
  @DayField() dueOn: string;
  @DayField() until: string;
  @ApiProperty({ type: 'integer', description: 'Working days late' }) days: number;
}

export class AccountShown implements ClockAccount {
  @ApiProperty({ type: 'integer', nullable: true, description: 'Working days given at assignment' }) budget:
    | number
    | null;
  @DayField({ nullable: true }) startedOn: string | null;
  @DayField({ nullable: true }) dueOn: string | null;
  @ApiProperty() dueProvisional: boolean;
  @ApiProperty({ type: 'integer', description: 'Working days since assignment, pauses left out' }) used: number;
  @ApiProperty({ type: 'integer', description: 'Working days left' }) remaining: number;
  @ApiProperty({ type: () => [PauseShown] }) paused: PauseShown[];
  @ApiProperty({ type: 'integer', description: 'Working days' }) pausedDays: number;
  @ApiProperty({ type: () => [ExtensionShown] }) extensions: ExtensionShown[];
  @ApiProperty({ type: 'integer', description: 'Working days' }) extendedDays: number;
  @ApiProperty({ type: 'integer', description: 'Working days late at this moment' }) workingDaysLate: number;
  @ApiProperty({ type: () => [BreachShown], description: 'Late periods that are over' }) breaches: BreachShown[];
  @ApiProperty({ type: 'integer', description: 'All working days late, past and present' })
  workingDaysLateInAll: number;
}
