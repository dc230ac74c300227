/** What a case counts for in reports: facts with the day from which each holds, and the deltas between two standings. */
import type { Calendar } from './calendar.js';
import type { CaseState } from './case.js';
import { addDays, type Day } from './day.js';

export const MEASURES = [
  'collected',
  'rejected',
  'merged',
  'withdrawn',
  'resolved',
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
  'closingDays',
  'closedWithinHour',
  'closedWithoutEvidence',
  'extendedOnLastDay',
] as const;
export type Measure = (typeof MEASURES)[number];

/** The dimensions a figure may be split by. */
export interface Dimensions {
  unitId: string | null;
  categoryId: string | null;
  source: string;
  track: string;
  meetingId: string | null;
  collectedOn: Day;
  takenOver: boolean;
}

/** `bucket` tells several of one measure apart: the round of a visit, the working days to closing. */
export interface Fact {
  measure: Measure;
  bucket: number;
  from: Day;
}

export interface Delta extends Dimensions {
  caseId: string;
  day: Day;
  measure: Measure;
  bucket: number;
  delta: 1 | -1;
}

/** The dimensions under which a case is counted. */
export function dimensions(state: CaseState): Dimensions {
  const { context, facts } = state;
  return {
    unitId: context.leadUnitId,
    categoryId: context.categoryId,
    source: facts.source,
    track: facts.track,
    meetingId: facts.meetingId,
    collectedOn: facts.collectedOn,
    takenOver: context.takenOver,
  };
}

/** Every fact of a case. A due day that lies ahead is a fact from that day on, so a report needs no clock of its own. */
export function standing(state: CaseState, calendar: Calendar): Fact[] {
  const { context } = state;
  const facts: Fact[] = [{ measure: 'collected', bucket: 0, from: state.facts.collectedOn }];
  const say = (measure: Measure, from: Day | null | undefined, bucket = 0): void => {
    if (from != null) facts.push({ measure, bucket, from });
  };
  const { outcome, closedOn, dueOn } = context;
  if (outcome !== null) say(outcome, closedOn);
  const adopted = outcome === null || outcome === 'resolved' || outcome === 'unverified';
  if (!adopted) return facts;
  say('due', dueOn);
  if (outcome === 'resolved' && closedOn !== null && dueOn !== null && closedOn <= dueOn) say('dueAndClosed', dueOn);
  if (context.mode === 'paused') say('parked', context.pauses.at(-1)?.from);
  const lateNow = context.mode === 'running' || (context.mode === 'held' && context.submittedInTime === false);
  if (outcome === null && lateNow && dueOn !== null) say('overdue', addDays(dueOn, 1));
  say('returned', context.lastReturnOn);
  say('extended', context.extensions[0]?.grantedOn);
  say('reopened', context.reopenedOn);
  context.rounds.forEach((round, at) => {
    const answered = round.answeredOn;
    say('visitDue', answered !== null && answered < round.dueOn ? answered : round.dueOn, at + 1);
    say('visitAnswered', answered, at + 1);
    if (round.outcome === 'fixed' || round.outcome === 'mannerComplaint') say('visitFixed', answered, at + 1);
    if (round.satisfaction !== null) say('visitRated', answered, at + 1);
    if (round.satisfaction !== null && round.satisfaction !== 'dissatisfied') say('visitSatisfied', answered, at + 1);
  });
  const lastDay = context.extensions.find((extension) => extension.grantedOn === extension.from);
  say('extendedOnLastDay', lastDay?.grantedOn);
  if (closedOn !== null && context.startedOn !== null) {
    say('closingDays', closedOn, Math.max(0, calendar.workingDaysBetween(context.startedOn, closedOn)));
  }
  if (closedOn !== null && !context.takenOver) {
    if (context.closedAt! - (context.assignedAt ?? 0) < 3_600_000) say('closedWithinHour', closedOn);
    if (!context.hasEvidence) say('closedWithoutEvidence', closedOn);
  }
  return facts;
}

/** The deltas that lead from one standing to the next. A fact never reaches back before `today`, so what a report gave
 *  for a past day it gives for ever; one that lies ahead is taken back on its own day. */
export function deltas(before: CaseState | null, after: CaseState, calendar: Calendar, today: Day): Delta[] {
  const was = keyed(before, calendar);
  const is = keyed(after, calendar);
  const found: Delta[] = [];
  const later = (from: Day): Day => (from > today ? from : today);
  for (const [key, { fact, dims }] of was) {
    if (!is.has(key)) found.push(delta(after.id, fact, dims, later(fact.from), -1));
  }
  for (const [key, { fact, dims }] of is) {
    if (!was.has(key)) found.push(delta(after.id, fact, dims, later(fact.from), 1));
  }
  return found;
}

type Keyed = Map<string, { fact: Fact; dims: Dimensions }>;

function keyed(state: CaseState | null, calendar: Calendar): Keyed {
  if (state === null) return new Map();
  const dims = dimensions(state);
  const under = Object.values(dims).join('|');
  return new Map(
    standing(state, calendar).map((fact) => [`${fact.measure}|${fact.bucket}|${fact.from}|${under}`, { fact, dims }]),
  );
}

function delta(caseId: string, { measure, bucket }: Fact, dims: Dimensions, day: Day, by: 1 | -1): Delta {
  return { caseId, day, measure, bucket, delta: by, ...dims };
}
