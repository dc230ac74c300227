/** What the closure report is asked and what it answers. */
import { ApiProperty, OmitType, PickType } from '@nestjs/swagger';
import type { Day } from '../domain/day.js';
import { DayField, ListOf, ObjectOf, OneOf, Text, Uuid, Whole } from '../http/fields.js';
import { FILE_FORMATS, type FileFormat } from '../spreadsheet/file-format.js';
import { SPLITS, type Split } from '../domain/words.js';
import { LANGUAGES, type Language } from '../domain/vocabulary/word.js';

const ANY = { min: 0, max: Number.MAX_SAFE_INTEGER } as const;
const HREF = { max: 1000 } as const;
export const TAKEN_OVER = ['include', 'exclude'] as const;

export class ClosureQuery {
  @DayField({ optional: true, description: 'First day of collection' }) from?: Day;
  @DayField({ optional: true, description: 'Last day of collection' }) to?: Day;
  @DayField({ optional: true, description: 'Figures as they stood at the end of this day; today by default' })
  asOf?: Day;
  @OneOf(SPLITS, { optional: true, name: 'ReportSplit', description: 'unit by default' }) by?: Split;
  @Uuid({ optional: true, description: 'Lead unit, with everything below it' }) unitId?: string;
  @OneOf(TAKEN_OVER, {
    optional: true,
    description: 'Whether cases imported as closed from old ledgers count; exclude by default',
  })
  takenOver?: 'include' | 'exclude';
}

/** The question of a report as data. */
export class ClosureReportQuery extends ClosureQuery {
  @OneOf(['all', 'none'], { optional: true, description: 'none: the total alone; all by default' }) rows?:
    | 'all'
    | 'none';
}

/** The question of a trend: `asOf` is its last day. */
export class ClosureTrendQuery extends OmitType(ClosureQuery, ['by'] as const) {}

/** The question of the report, and how its answer is to be written down. */
export class ClosureFileQuery extends ClosureQuery {
  @OneOf(FILE_FORMATS, { optional: true, description: 'xlsx by default' }) format?: FileFormat;
  @OneOf(LANGUAGES, { optional: true, name: 'Language', description: 'zh-CN by default' }) language?: Language;
}

/** A rate with what it is made of. Where visits are counted, the lists hold the cases of those visits. */
export class RateShown {
  @Whole(ANY) numerator: number;
  @Whole(ANY) denominator: number;
  @ApiProperty({
    type: Number,
    nullable: true,
    example: 0.9616,
    description: 'Fraction of four decimals, half up; null over 0',
  })
  rate: number | null;
  @Whole({ ...ANY, description: 'Cases behind the numerator: the total of casesHref' }) numeratorCases: number;
  @Whole({ ...ANY, description: 'Cases behind the denominator: the total of denominatorHref' })
  denominatorCases: number;
  @Text({ ...HREF, description: 'The list of the cases behind the numerator' }) casesHref: string;
  @Text(HREF) denominatorHref: string;
}

export class TrendRateShown extends PickType(RateShown, ['numerator', 'denominator', 'rate'] as const) {}

export class TrendPointShown {
  @DayField() asOf: Day;
  @ObjectOf(() => TrendRateShown) closureRate: TrendRateShown;
  @ObjectOf(() => TrendRateShown) dueAndClosedRate: TrendRateShown;
}

/** The last days of twelve months and the day of the question, the oldest first. */
export class ClosureTrend {
  @ListOf(() => TrendPointShown, { max: 13 }) points: TrendPointShown[];
}

export class CountShown {
  @Whole(ANY) count: number;
  @Whole({ ...ANY, description: 'Cases behind it: the total of casesHref' }) cases: number;
  @Text(HREF) casesHref: string;
}

export class RatesShown {
  @ObjectOf(() => RateShown) closureRate: RateShown;
  @ObjectOf(() => RateShown) dueAndClosedRate: RateShown;
  /** No departure, parking or reopening moves it. */
  @ObjectOf(() => RateShown) strictClosureRate: RateShown;
  /** By the first due day, whatever became of the case. */
  @ObjectOf(() => RateShown) strictOnTimeRate: RateShown;
  /** Assignments signed within a working day. */
  @ObjectOf(() => RateShown) signedInTimeRate: RateShown;
  /** Promises by whose day a fix was handed in, of those whose day has come. */
  @ObjectOf(() => RateShown) promiseKeptRate: RateShown;
  @ObjectOf(() => RateShown) resolvedRate: RateShown;
  @ObjectOf(() => RateShown) satisfaction: RateShown;
  /** By the raiser's own word, given by receipt. */
  @ObjectOf(() => RateShown) ownSatisfaction: RateShown;
  @ObjectOf(() => RateShown) contactRate: RateShown;
  @ObjectOf(() => RateShown) reopenedRate: RateShown;
  @ObjectOf(() => RateShown) returnedRate: RateShown;
  @ObjectOf(() => RateShown) extendedRate: RateShown;
  @ObjectOf(() => RateShown) parkedShare: RateShown;
  @ObjectOf(() => RateShown) unverifiedShare: RateShown;
}

export class CountsShown {
  @ObjectOf(() => CountShown) collected: CountShown;
  @ObjectOf(() => CountShown) adopted: CountShown;
  @ObjectOf(() => CountShown) rejected: CountShown;
  @ObjectOf(() => CountShown) merged: CountShown;
  @ObjectOf(() => CountShown) withdrawn: CountShown;
  @ObjectOf(() => CountShown) resolved: CountShown;
  /** Closed by a leader's signature although the raiser is not satisfied: never resolved. */
  @ObjectOf(() => CountShown) disputed: CountShown;
  @ObjectOf(() => CountShown) unverified: CountShown;
  @ObjectOf(() => CountShown) parked: CountShown;
  @ObjectOf(() => CountShown) overdue: CountShown;
  /** Rejected, merged or withdrawn after assignment when late, or within three working days of the due day. */
  @ObjectOf(() => CountShown) departedLate: CountShown;
}

/** Working days from assignment to the last closing, by nearest rank. */
export class WorkingDaysShown {
  @Whole({ ...ANY, nullable: true }) median: number | null;
  @Whole({ ...ANY, nullable: true }) p90: number | null;
  @Whole(ANY) cases: number;
  @Text(HREF) casesHref: string;
}

/** First response: from assignment to signing. */
export class FirstResponseShown {
  @ApiProperty({
    type: Number,
    nullable: true,
    example: 3.5,
    description: 'Working hours (09:00 to 17:30 of working days) on average of the signed ones, to a tenth; null: none',
  })
  hours: number | null;
  @Whole({ ...ANY, description: 'Assignments that were signed: the total of casesHref' }) cases: number;
  @Text(HREF) casesHref: string;
}

export class NeverNegativeUnit {
  @Uuid() id: string;
  @Text({ max: 200 }) name: string;
  @Whole({ ...ANY, description: 'Answered visits, all of them fixed and none dissatisfied' }) visits: number;
}

/** Signs of gaming: what to look at beside the rates; no proof of anything. */
export class SignsShown {
  @ObjectOf(() => CountShown) closedWithinHour: CountShown;
  @ObjectOf(() => CountShown) closedWithoutEvidence: CountShown;
  @ObjectOf(() => CountShown) extendedOnLastDay: CountShown;
  @ObjectOf(() => CountShown) shortPhoneVisits: CountShown;
  /** Granted after the due day. */
  @ObjectOf(() => CountShown) extendedLate: CountShown;
  /** Parking moves the due day, also where it is over. */
  @ObjectOf(() => CountShown) everParked: CountShown;
  /** Parked while the due day still lay ahead. */
  @ObjectOf(() => CountShown) parkedBeforeDue: CountShown;
  @ObjectOf(() => CountShown) resumedSameDay: CountShown;
  /** A visit found nothing fixed when a due day was over, and gave a fresh one. */
  @ObjectOf(() => CountShown) freshAfterDue: CountShown;
  @ObjectOf(() => CountShown) closedAfterReopening: CountShown;
  /** Declined more than once, or by a unit that was late. */
  @ObjectOf(() => CountShown) declinedAgain: CountShown;
  /** Due by hand later than twice the days of its track, at first or now. */
  @ObjectOf(() => CountShown) dueFarAhead: CountShown;
  /** As among the counts. */
  @ObjectOf(() => CountShown) departedLate: CountShown;
  /** Passed on by a unit with less than a third of its time left. */
  @ObjectOf(() => CountShown) transferredLate: CountShown;
  /** A raiser's own rating is lower than what the visit wrote down. */
  @ObjectOf(() => CountShown) ratedBelowVisit: CountShown;
  /** Transferred after the day on which the unit was to sign for it, unsigned. */
  @ObjectOf(() => CountShown) leftUnsigned: CountShown;
  /** The promised day is over and nothing was handed in by it. */
  @ObjectOf(() => CountShown) promiseBroken: CountShown;
  /** A leader waived an order. */
  @ObjectOf(() => CountShown) leaderWaived: CountShown;
  /** A leader waived an order of the case a second time. */
  @ObjectOf(() => CountShown) waivedAgain: CountShown;
  /** A correction took the key mark off, or gave a category with more days. */
  @ObjectOf(() => CountShown) easedByCorrection: CountShown;
  /** As among the counts. */
  @ObjectOf(() => CountShown) disputed: CountShown;
  /** Came out of another case that was split; counts with that one in the strict rates. */
  @ObjectOf(() => CountShown) splitOff: CountShown;
  /** Taken over as closed from old ledgers: counted here whether the rates count them or not. */
  @ObjectOf(() => CountShown) takenOverClosed: CountShown;
  @ListOf(() => NeverNegativeUnit, { max: 10_000 }) neverNegativeUnits: NeverNegativeUnit[];
}

export class ClosureRow {
  @Text({ max: 200, nullable: true, description: 'Id of what the row stands for, the source, or YYYY-MM; null: none' })
  key: string | null;
  @Text({ max: 400 }) label: string;
  @ObjectOf(() => RatesShown) measures: RatesShown;
  @ObjectOf(() => CountsShown) counts: CountsShown;
  @ObjectOf(() => WorkingDaysShown) workingDays: WorkingDaysShown;
  @ObjectOf(() => FirstResponseShown) firstResponse: FirstResponseShown;
  @ObjectOf(() => SignsShown) signs: SignsShown;
}

export class ClosureReport {
  @DayField() asOf: Day;
  @DayField({ nullable: true }) from: Day | null;
  @DayField({ nullable: true }) to: Day | null;
  @OneOf(SPLITS, { name: 'ReportSplit' }) by: Split;
  @ListOf(() => ClosureRow, { max: 100_000 }) rows: ClosureRow[];
  @ObjectOf(() => ClosureRow) total: ClosureRow;
}
