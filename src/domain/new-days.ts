/** New due days, and what they must not wash off: the due day that was missed, and the signs of how a case came to its later ones. */
import type { Calendar } from './calendar.js';
import type { CaseContext, CaseState } from './case.js';
import { earliest, type Day } from './day.js';
import type { Track } from './words.js';

/** What of a case says whether its due day was kept. */
export type DueDay = Pick<CaseContext, 'dueOn' | 'mode' | 'closedOn'>;

/**
 * The due day that a step overran which set the next one, or undefined. The unit need not have been late: a fix handed in on the
 * due day and found wanting a week later leaves no breach in its account, yet on its due day the case was not closed. What counts of a
 * closed case that is reopened is the day it was closed on; a parked case had no due day to overrun.
 */
export function overrunBy(before: DueDay, next: Day | null, at: number, calendar: Calendar): Day | undefined {
  const { dueOn, mode, closedOn } = before;
  if (dueOn === null || next === dueOn || mode === 'paused') return undefined;
  return (closedOn ?? calendar.dayOf(at)) > dueOn ? dueOn : undefined;
}

/** The first due day that the case missed, whatever became of it: by the account of its unit, or since it was not closed by then. */
export function missedDue({ context, overrunOn }: CaseState): Day | null {
  if (context.breaches.length === 0 && overrunOn === undefined) return null;
  return earliest(context.breaches[0]?.dueOn, overrunOn);
}

/** Working days from assignment beyond which a due day is set far ahead: twice what the track usually gets, more than any extension adds. */
export const FAR_AHEAD: Record<Track, number> = { immediate: 6, standard: 30, staged: 120 };

/** Signs of gaming that are about due days. */
export const NEW_DAY_SIGNS = [
  'extendedLate',
  'everParked',
  'parkedBeforeDue',
  'resumedSameDay',
  'freshAfterDue',
  'closedAfterReopening',
  'declinedAgain',
  'dueFarAhead',
] as const;
export type NewDaySign = (typeof NEW_DAY_SIGNS)[number];

/** Says each sign that an adopted case shows, with the day from which it does; one that has no day of its own holds from the first, since
 *  deltas never reach back before the day of their event. */
export function sayNewDaySigns(
  state: CaseState,
  calendar: Calendar,
  say: (sign: NewDaySign, from: Day | null | undefined) => void,
): void {
  const { context, facts } = state;
  const { extensions, pauses, rounds, closedOn, declines, breaches, startedOn, budget } = context;
  for (const { grantedOn, from } of extensions) {
    if (grantedOn === undefined || from === undefined || grantedOn <= from) continue;
    say('extendedLate', grantedOn);
    break;
  }
  say('everParked', pauses[0]?.from);
  say('parkedBeforeDue', pauses.find(({ remaining }) => remaining > 0)?.from);
  if (pauses.length > 0) say('resumedSameDay', pauses.find(({ from, to }) => from === to)?.to);
  const missedOn = missedDue(state);
  if (missedOn !== null) {
    const unsolved = rounds.find(({ outcome, answeredOn }) => outcome === 'notFixed' && (answeredOn ?? '') > missedOn);
    say('freshAfterDue', unsolved?.answeredOn);
  }
  if (context.relapses > 0) say('closedAfterReopening', closedOn);
  // A breach older than the present assignment is of a unit that declined when it was late.
  const isLate = (): boolean => breaches.some(({ dueOn }) => startedOn === null || dueOn < startedOn);
  if (declines > 1 || (declines > 0 && isLate())) say('declinedAgain', facts.collectedOn);
  const far = FAR_AHEAD[facts.track];
  const given = firstGiven(state, calendar);
  if (given !== null && given.days > far) say('dueFarAhead', given.from);
  else if (budget !== null && budget > far) say('dueFarAhead', startedOn);
}

/** The working days that the first assignment gave, extensions left out, where the case keeps who was given it: the strict rates wait for that day
 *  whatever a later assignment says. Null where that is not known. */
function firstGiven({ context, firstDueOn }: CaseState, calendar: Calendar): { from: Day; days: number } | null {
  const from = context.holders?.[0]?.from;
  if (from === undefined || firstDueOn === undefined || context.takenOver) return null;
  const day = context.extensions.reduceRight(
    (due, extension) =>
      extension.to === due && (extension.grantedOn ?? due) < extension.from! ? extension.from! : due,
    firstDueOn,
  );
  return { from, days: Math.max(0, calendar.workingDaysBetween(from, day)) };
}
