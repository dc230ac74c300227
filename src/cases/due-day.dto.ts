/** What is asked and answered about a due day that is not set yet. */
import { ApiProperty } from '@nestjs/swagger';
import { ErrorBody } from '../http/error-body.js';
import { DayField, Text, Uuid } from '../http/fields.js';

export class DueDayQuery {
  @Uuid() categoryId: string;
  @Text({ max: 60, optional: true, description: 'Name of a workflow; rectification where none is given' })
  workflow?: string;
  @DayField({ optional: true, description: 'Day of the assignment; today where none is given' }) from?: string;
}

export class DueDayShown {
  @ApiProperty({ format: 'date' }) dueOn: string;
  @ApiProperty({ description: 'Reaches into a year whose days off have not been announced' }) provisional: boolean;
  @ApiProperty({ type: 'integer', description: 'Working days from the assignment' }) days: number;
}

/** `{type, ...payload}` as the command would be sent. */
export class DueAfterInput {
  @ApiProperty({ enum: ['ASSIGN', 'GRANT_EXTENSION', 'RESUME', 'REOPEN'] }) type: string;
}

export class DueAfterShown {
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'The due day now' }) dueOn: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'The due day after the command' })
  after: string | null;
  @ApiProperty() provisional: boolean;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Working days from today to the day after it' })
  days: number | null;
  @ApiProperty({ type: () => ErrorBody, nullable: true, description: 'Why the command would be refused' })
  refused: ErrorBody | null;
}
