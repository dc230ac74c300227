/** What a case counts for in reports: facts with the day from which each holds. */
import type { Calendar } from './calendar.js';
import type { CaseState } from './case.js';
import { addDays, earliest, type Day } from './day.js';
import { COURSE_MEASURES, sayCourseFacts } from './course-facts.js';
import { chargedWith, type Charge } from './holders.js';
import { isImportedClosed } from './imported.js';
import { missedDue, sayNewDaySigns } from './new-days.js';
import { RATING_MEASURES, sayRatings } from './rating-facts.js';
import { saySigning } from './signing-facts.js';
import { sayStrictFacts, STRICT_MEASURES } from './strict-facts.js';

export const MEASURES = [
  'collected',
  'rejected',
  'merged',
  'withdrawn',
  'resolved',
  'disputed',
  'unverified',
  'due',
  'dueAndClosed',
  'parked',
  'overdue',
  'returned',
  'extended',
  'reopened',
  'visitDue',
  'visitAnswered',
  'visitFixed',
  'visitRated',
  'visitSatisfied',
  'shortPhoneVisits',
  'closingDays',
  'closedWithinHour',
  'closedWithoutEvidence',
  'extendedOnLastDay',
  'extendedLate',
  'everParked',
  'resumedSameDay',
  'freshAfterDue',
  'closedAfterReopening',
  'declinedAgain',
  'dueFarAhead',
  'takenOverClosed',
  'parkedBeforeDue',
  ...STRICT_MEASURES,
  ...COURSE_MEASURES,
  'signDue',
  'signedInTime',
  'signed',
  ...RATING_MEASURES,
] as const;
export type Measure = (typeof MEASURES)[number];

/** The dimensions a figure may be split by. */
export interface Dimensions {
  unitId: string | null;
  /** The office that owns the case: it sees the case before any unit leads it. */
  officeUnitId: string | null;
  categoryId: string | null;
  source: string;
  track: string;
  meetingId: string | null;
  collectedOn: Day;
  takenOver: boolean;
}

/** `bucket` tells several of one measure apart. For visits it numbers those of one case and measure, 1, 2, …, so that the
 *  sum over bucket 1 counts cases and the sum over all buckets visits; for closingDays it is the working days, for signed the working minutes. */
export interface Fact {
  measure: Measure;
  bucket: number;
  from: Day;
  /** Where it is charged to another unit than the one that leads the case now. */
  charge?: Charge;
}

export interface Delta extends Dimensions {
  caseId: string;
  day: Day;
  measure: Measure;
  bucket: number;
  delta: 1 | -1;
  /** Units to which the same is charged already: a total that covers one of them leaves this out. */
  beside: readonly string[];
}

/** Measures whose bucket is a number of working days or minutes: it stays as it was counted, also when a year's calendar is loaded later. */
export const COUNTED_ONCE: readonly Measure[] = ['closingDays', 'signed'];

/** The dimensions under which a case is counted. */
export function dimensions(state: CaseState): Dimensions {
  const { context, facts } = state;
  return {
    unitId: context.leadUnitId,
    officeUnitId: context.officeUnitId,
    categoryId: context.categoryId,
    source: facts.source,
    track: facts.track,
    meetingId: facts.meetingId,
    collectedOn: facts.collectedOn,
    takenOver: isImportedClosed(context),
  };
}

/** A count that stands beside every rate, also where imported cases are left out of those. */
const BESIDE: ReadonlySet<Measure> = new Set<Measure>(['takenOverClosed']);

/** The dimensions under which a fact of a case is counted. */
export function dimensionsOf({ measure, charge }: Pick<Fact, 'measure' | 'charge'>, dims: Dimensions): Dimensions {
  if (charge !== undefined) return { ...dims, unitId: charge.unitId };
  return BESIDE.has(measure) ? { ...dims, takenOver: false } : dims;
}

/** Every fact of a case, or all but those of its signing. A due day that lies ahead is a fact from that day on, so a report needs no clock of its own. */
export function caseFacts(state: CaseState, calendar: Calendar, signing = true): Fact[] {
  const { context } = state;
  const facts: Fact[] = [{ measure: 'collected', bucket: 0, from: state.facts.collectedOn }];
  const say = (measure: Measure, from: Day | null | undefined, bucket = 0): void => {
    if (from != null) facts.push({ measure, bucket, from });
  };
  const sayCharged = (
    measure: Measure,
    from: Day | null | undefined,
    charges?: readonly Charge[],
    bucket = 0,
  ): void => {
    if (charges === undefined) say(measure, from, bucket);
    else if (from != null) for (const charge of charges) facts.push({ measure, bucket, from, charge });
  };
  const { outcome, closedOn, dueOn } = context;
  sayStrictFacts(state, calendar, sayCharged);
  sayCourseFacts(state, calendar, sayCharged);
  if (signing) saySigning(state, calendar, say);
  // A disputed closing 争议销号 stays adopted and is never resolved.
  if (outcome !== null) say(outcome, closedOn);
  const adopted = outcome === null || outcome === 'resolved' || outcome === 'unverified' || outcome === 'disputed';
  if (!adopted) return facts;
  const pause = context.mode === 'paused' ? context.pauses.at(-1) : undefined;
  // A due day that was missed stays missed, whatever became of it: by the account of the unit, or since the case was not closed by then.
  const missedOn = missedDue(state);
  // Parked in time, nothing is due; parked when the day had come, it stays due: parking washes no lateness off.
  const isDue = pause === undefined || (dueOn !== null && dueOn <= pause.from);
  const fellDueOn = earliest(missedOn, isDue ? dueOn : null);
  const charges = fellDueOn === null ? undefined : chargedWith(context, calendar, fellDueOn);
  sayCharged('due', fellDueOn, charges);
  const isInTime = closedOn !== null && dueOn !== null && closedOn <= dueOn && missedOn === null;
  if (outcome === 'resolved' && isInTime) sayCharged('dueAndClosed', dueOn, charges);
  say('parked', pause?.from);
  const isLate = context.mode === 'running' || (context.mode === 'held' && context.submittedInTime === false);
  if (outcome === null && isLate && dueOn !== null) say('overdue', addDays(dueOn, 1));
  say('returned', context.lastReturnOn);
  say('extended', context.extensions[0]?.grantedOn);
  say('reopened', context.reopenedOn);
  const seen = new Map<Measure, number>();
  const sayNext = (measure: Measure, from: Day | null): void => {
    const bucket = (seen.get(measure) ?? 0) + 1;
    seen.set(measure, bucket);
    say(measure, from, bucket);
  };
  // Supervisors who look on site at what nobody outside raised visit nobody.
  const visits = context.raisedOutside ? context.rounds : [];
  for (const { answeredOn, dueOn: visitDueOn, outcome: found, satisfaction } of visits) {
    sayNext('visitDue', answeredOn !== null && answeredOn < visitDueOn ? answeredOn : visitDueOn);
    if (answeredOn === null) continue;
    sayNext('visitAnswered', answeredOn);
    if (found === 'fixed' || found === 'mannerComplaint') sayNext('visitFixed', answeredOn);
    if (satisfaction !== null) sayNext('visitRated', answeredOn);
    if (satisfaction !== null && satisfaction !== 'dissatisfied') sayNext('visitSatisfied', answeredOn);
  }
  sayRatings(state, sayNext, say);
  const lastDay = context.extensions.find((extension) => extension.grantedOn === extension.from);
  say('extendedOnLastDay', lastDay?.grantedOn);
  sayNewDaySigns(state, calendar, say);
  if (isImportedClosed(context)) say('takenOverClosed', closedOn);
  if (closedOn !== null && context.startedOn !== null) {
    say('closingDays', closedOn, Math.max(0, calendar.workingDaysBetween(context.startedOn, closedOn)));
  }
  if (closedOn !== null && !isImportedClosed(context)) {
    if (context.closedAt! - (context.assignedAt ?? 0) < 3_600_000) say('closedWithinHour', closedOn);
    if (!context.hasEvidence) say('closedWithoutEvidence', closedOn);
  }
  return facts;
}
