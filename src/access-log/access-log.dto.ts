/** What is asked and told about accesses to encrypted names; names that are encrypted are never in it. */
import { ACCESS_PURPOSES, type AccessPurpose } from '../domain/access-reason.js';
import { DayField, InstantField, ListOf, OneOf, Text, Uuid, Whole } from '../http/fields.js';

const MANY = { min: 0, max: 1_000_000_000 } as const;
const TITLE = { max: 4000, nullable: true } as const;

export class AccessLogQuery {
  @Uuid({ optional: true, description: 'Who looked' }) personId?: string;
  @Uuid({ optional: true, description: 'The case that was looked at; the office has to name one' }) caseId?: string;
  @DayField({ optional: true }) from?: string;
  @DayField({ optional: true }) to?: string;
  @Whole({ min: 1, max: 200, optional: true, description: '50 by default' }) limit?: number;
  @Text({ max: 200, optional: true, description: 'nextCursor of the page before' }) cursor?: string;
}

export class AccessLogEntryShown {
  @Uuid() id: string;
  @InstantField() at: string;
  @OneOf(ACCESS_PURPOSES, { name: 'AccessPurpose' }) purpose: AccessPurpose;
  @Text({ max: 500 }) reason: string;
  @Uuid() personId: string;
  @Text({ max: 100 }) personName: string;
  @Uuid({ description: 'The unit of who looked' }) unitId: string;
  @Uuid({ nullable: true }) caseId: string | null;
  @Text({ max: 40, nullable: true }) caseNumber: string | null;
  @Text(TITLE) caseTitle: string | null;
  @Uuid({ nullable: true, description: 'Of the participant who was looked at; null: the raiser of the case' })
  meetingId: string | null;
  @Text(TITLE) meetingTitle: string | null;
  @Whole({
    ...MANY,
    nullable: true,
    description:
      'Which raiser of the case was looked at, from 1; null where it was looked at as a whole or nobody who raised it',
  })
  raiserPosition: number | null;
}

export class AccessLogPage {
  @ListOf(() => AccessLogEntryShown, { max: 200 }) items: AccessLogEntryShown[];
  @Text({ max: 200, nullable: true }) nextCursor: string | null;
}

/** A day on which somebody came near the limit of accesses, or over it. */
export class AccessAlarmShown {
  @Uuid() personId: string;
  @Text({ max: 100 }) personName: string;
  @Uuid() unitId: string;
  @DayField() day: string;
  @Whole({ ...MANY, description: 'Different persons looked at on this day' }) looked: number;
  @Whole({ ...MANY, description: 'Accesses refused on this day' }) refused: number;
  @InstantField({ nullable: true, description: 'When four fifths of the limit were reached' }) nearAt: string | null;
  @InstantField({ nullable: true, description: 'When the first access was refused' }) overAt: string | null;
}

export class AccessAlarms {
  @Whole({ min: 1, max: 10_000, description: 'Different persons one may look at on a day' }) limit: number;
  @ListOf(() => AccessAlarmShown, { max: 200 }) items: AccessAlarmShown[];
}
