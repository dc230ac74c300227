/** The first page of a leader: what waits for them, what came since they last looked, where the rate moved, and whom to ask. */
import { ApiProperty } from '@nestjs/swagger';
import { ASK_REASONS, MOST_ASKED, type AskReason } from '../domain/ask-first.js';
import type { RateName } from '../domain/report.js';
import { LIGHTS, type Light } from '../domain/words.js';
import { DayField, Flag, InstantField, ListOf, ObjectOf, OneOf, Text, Uuid, Whole } from '../http/fields.js';
import { LabelsShown } from '../shown/labels-shown.js';
import { WaitShown } from '../shown/wait-shown.js';
import { CHANGES, ChangeShown } from './since.dto.js';

const ANY = { min: 0, max: Number.MAX_SAFE_INTEGER } as const;
const HREF = { max: 1000, description: 'The list of exactly these cases' } as const;

/** The rates that a leader looks at first. */
export const BRIEFED_RATES = [
  'closureRate',
  'strictClosureRate',
  'dueAndClosedRate',
] as const satisfies readonly RateName[];
/** Cases that wait for the person and are told by name. */
export const MOST_TOLD = 6;
/** Units whose rate fell, and as many whose rate rose. */
export const MOST_MOVED = 3;

export class WaitingCaseShown {
  @Uuid() id: string;
  @Text({ max: 40 }) number: string;
  @Text({ max: 200 }) title: string;
  @Uuid({ nullable: true }) leadUnitId: string | null;
  @OneOf(LIGHTS, { name: 'Light', nullable: true }) light: Light | null;
  @ObjectOf(() => WaitShown) wait: WaitShown;
  @Text({ max: 100, description: 'The one step the case waits for' }) next: string;
  @ObjectOf(() => LabelsShown, { description: 'What that step is called' }) nextLabels: LabelsShown;
}

export class WaitingForYou {
  @Whole({ ...ANY, description: 'As under My work' }) count: number;
  @Flag({ description: 'More wait than were counted' }) more: boolean;
  @Whole({ ...ANY, description: 'Of these past their day' }) late: number;
  @ListOf(() => WaitingCaseShown, { max: MOST_TOLD, description: 'The earliest day first' }) items: WaitingCaseShown[];
}

export class CameShown {
  @Whole(ANY) count: number;
  @Text(HREF) casesHref: string;
}

export class ShareShown {
  @Whole(ANY) numerator: number;
  @Whole(ANY) denominator: number;
  @ApiProperty({ type: Number, nullable: true, description: 'Fraction of four decimals; null over 0' })
  rate: number | null;
}

export class BriefedRate {
  @OneOf(BRIEFED_RATES, { name: 'BriefedRateName' }) measure: (typeof BRIEFED_RATES)[number];
  @ObjectOf(() => LabelsShown) name: LabelsShown;
  @ObjectOf(() => ShareShown, { description: 'On the evening before `from`' }) before: ShareShown;
  @ObjectOf(() => ShareShown) now: ShareShown;
  @Text({ ...HREF, description: 'The cases behind the numerator' }) casesHref: string;
  @Text({ ...HREF, description: 'The cases behind the denominator' }) denominatorHref: string;
}

export class MovedUnit {
  @Uuid() unitId: string;
  @Text({ max: 200 }) name: string;
  @ObjectOf(() => ShareShown, { description: 'Its closure rate on the evening before `from`' }) before: ShareShown;
  @ObjectOf(() => ShareShown) now: ShareShown;
}

export class AskReasonShown {
  @OneOf(ASK_REASONS, { name: 'AskReason' }) what: AskReason;
  @Whole(ANY) count: number;
  @Whole(ANY) points: number;
  @Text(HREF) casesHref: string;
}

export class UnitToAsk {
  @Uuid() unitId: string;
  @Text({ max: 200 }) name: string;
  @Whole(ANY) points: number;
  @ListOf(() => AskReasonShown, { max: ASK_REASONS.length, description: 'The gravest first' })
  reasons: AskReasonShown[];
}

export class Briefing {
  @InstantField({ nullable: true, description: 'The last look, on whichever computer; null: this is the first' })
  lookedAt: string | null;
  @DayField({ description: 'First day whose changes are told' }) from: string;
  @InstantField({ description: 'The moment of this answer: POST it to /api/me/since once it was read' }) at: string;
  @ObjectOf(() => WaitingForYou) waiting: WaitingForYou;
  @ObjectOf(() => CameShown, { description: 'All that is late now' }) overdue: CameShown;
  @ObjectOf(() => CameShown, { description: 'Late since `from`' }) newlyLate: CameShown;
  @ObjectOf(() => CameShown, { description: 'Cases with a promise whose day came since `from`' }) promised: CameShown;
  @ObjectOf(() => CameShown, { description: 'Of these the ones whose promise was not kept' }) broken: CameShown;
  @ListOf(() => BriefedRate, { max: BRIEFED_RATES.length }) rates: BriefedRate[];
  @ListOf(() => MovedUnit, { max: MOST_MOVED, description: 'Whose closure rate fell furthest' }) fell: MovedUnit[];
  @ListOf(() => MovedUnit, { max: MOST_MOVED, description: 'Whose closure rate rose furthest' }) rose: MovedUnit[];
  @ListOf(() => UnitToAsk, { max: MOST_ASKED, description: 'The most points first' }) ask: UnitToAsk[];
  @ListOf(() => ChangeShown, { max: CHANGES.length, description: 'Figures that differ' }) changes: ChangeShown[];
}
