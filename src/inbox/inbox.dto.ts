/** What an inbox answers and takes. */
import { LabelsShown } from '../shown/labels-shown.js';
import { TOPICS } from '../notify/topics.js';
import { DayField, Flag, InstantField, ListOf, ObjectOf, OneOf, Text, Uuid, Uuids, Whole } from '../http/fields.js';

export const MOST_LISTED = 100;
const TOPIC_KEYS = Object.keys(TOPICS);

export class InboxQuery {
  @Flag({ optional: true, description: 'Only what was not read yet' }) unread?: boolean;
  @OneOf(TOPIC_KEYS, { optional: true, name: 'Topic' }) topic?: string;
  @Uuid({ optional: true, description: 'Only of this case' }) caseId?: string;
  @Whole({ min: 1, max: MOST_LISTED, optional: true, description: 'Default 50' }) limit?: number;
  @Text({ max: 200, optional: true, description: '`nextCursor` of the page before' }) cursor?: string;
}

/** One thing that a digest or a morning sheet lists. */
export class DigestLine {
  @Uuid() caseId: string;
  @Text({ max: 40, example: 'ZG-2026-000123' }) number: string;
  @ObjectOf(() => LabelsShown, { description: 'What is to be done, or what became of it' }) what: LabelsShown;
  @DayField({ nullable: true, description: 'By when' }) by: string | null;
}

export class InboxItem {
  @Uuid() id: string;
  @Text({ max: 60, description: 'A key of the table of `GET /api/messages/table`', example: 'order.blue' })
  topic: string;
  @Text({ max: 500, description: 'One sentence' }) text: string;
  @Text({ max: 500, description: 'The same in English' }) textEn: string;
  @Text({ max: 200, description: 'One next step' }) next: string;
  @Text({ max: 200 }) nextEn: string;
  @Uuid({ optional: true, description: 'Absent where it is about no case, or one that the reader may no longer see' })
  caseId?: string;
  @Text({ max: 40, optional: true, example: 'ZG-2026-000123' }) caseNumber?: string;
  @Text({ max: 200, optional: true }) caseTitle?: string;
  @Text({ max: 300, description: 'Path on the desk', example: '/cases/0190d6f0-0000-7000-8000-000000000000' })
  href: string;
  @InstantField({ description: 'When it came in' }) at: string;
  @Flag({ description: 'Sent by a person' }) byHand: boolean;
  @InstantField({ nullable: true, description: 'null: unread' }) readAt: string | null;
  @ListOf(() => DigestLine, { max: 50, optional: true, description: 'Of a digest: the first of what waits' })
  lines?: DigestLine[];
}

export class InboxPage {
  @ListOf(() => InboxItem, { max: MOST_LISTED }) items: InboxItem[];
  @Whole({ min: 0, max: 1000, description: 'Unread entries of all topics, counted up to 1000' }) unread: number;
  @Text({ max: 200, nullable: true }) nextCursor: string | null;
}

export class ReadEntries {
  @Uuids({ max: 1000, optional: true, description: 'These' }) ids?: string[];
  @Flag({ optional: true, description: 'Or all' }) all?: boolean;
}

export class InboxCount {
  @Whole({ min: 0, max: 1000, description: 'Unread, counted up to 1000' }) unread: number;
}
