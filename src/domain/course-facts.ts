/** What a case counts for since version 2 of the workflows: promises, waivers, transfers, parts; facts that no later course of the case takes back. */
import type { Calendar } from './calendar.js';
import type { CaseState } from './case.js';
import type { Holder } from './case-since-2.js';
import { addDays, type Day } from './day.js';
import { isPart } from './fates.js';
import { chargedWith, chargesOf, holderOn, passedOnLate, type Charge } from './holders.js';

export const COURSE_MEASURES = [
  'promiseDue',
  'promiseKept',
  'promiseDueCases',
  'promiseKeptCases',
  'promiseBroken',
  'leaderWaived',
  'waivedAgain',
  'transferredLate',
  'leftUnsigned',
  'easedByCorrection',
  'splitOff',
] as const;
export type CourseMeasure = (typeof COURSE_MEASURES)[number];

type Say = (measure: CourseMeasure, from: Day, charges?: readonly Charge[], bucket?: number) => void;
type OfUnit = { unitId: string; from: Day };

/** Says each such fact with the day from which it holds, charged to the unit that held the case on that day. */
export function sayCourseFacts(state: CaseState, calendar: Calendar, say: Say): void {
  const { context, facts } = state;
  const { promises, waivers, holders, orders } = context;
  if (promises !== undefined) sayPromises(state, calendar, say);
  if (waivers !== undefined) {
    sayOnce(
      'leaderWaived',
      waivers.flatMap(({ on }) => held(state, on)),
      say,
    );
  } else if (orders.some(({ status }) => status === 'waived')) {
    // Version 1 keeps no day of a waiver: it holds from the first, since deltas never reach back before the day of their event.
    say('leaderWaived', facts.collectedOn);
  }
  sayWaivedAgain(state, say);
  if (holders !== undefined) {
    const passedOn = (which: (holder: Holder) => boolean): OfUnit[] =>
      holders.flatMap((holder) =>
        which(holder) && holder.to !== null ? [{ unitId: holder.unitId, from: holder.to }] : [],
      );
    sayOnce('transferredLate', passedOn(passedOnLate), say);
    sayOnce(
      'leftUnsigned',
      passedOn(({ unsigned }) => unsigned === true),
      say,
    );
  }
  const eased = context.eased?.[0];
  if (eased !== undefined) say('easedByCorrection', eased.on);
  if (isPart(context)) say('splitOff', facts.collectedOn);
}

/** Once for each unit it is charged to, so that the sum over a unit counts cases. */
function sayOnce(measure: CourseMeasure, found: readonly OfUnit[], say: Say): void {
  for (const { from, ...charge } of chargesOf(found)) say(measure, from, [charge]);
}

/** A second waiver, whichever version knew of the first. */
function sayWaivedAgain(state: CaseState, say: Say): void {
  const { waivers = [], orders } = state.context;
  const isDated = ({ period, rung }: { period: number; rung: string }): boolean =>
    waivers.some((waiver) => waiver.period === period && waiver.rung === rung);
  const undated = orders.filter((order) => order.status === 'waived' && !isDated(order)).length;
  if (undated > 1) return say('waivedAgain', state.facts.collectedOn);
  const again = waivers.slice(undated === 0 ? 1 : 0).flatMap(({ on }) => held(state, on));
  sayOnce('waivedAgain', again, say);
}

const held = ({ context }: CaseState, on: Day): OfUnit[] => {
  const unitId = holderOn(context, on);
  return unitId === null ? [] : [{ unitId, from: on }];
};

/**
 * Promise kept 承诺兑现率: promises whose day has come, and those of them by whose day a fix was handed in; broken from the day after. A promise whose day lay
 * ahead when the case closed is void unless it had been kept. Neither parking nor a transfer takes a promise back.
 */
function sayPromises({ context }: CaseState, calendar: Calendar, say: Say): void {
  const { promises = [], closedOn } = context;
  const found: Record<'due' | 'kept' | 'broken', OfUnit[]> = { due: [], kept: [], broken: [] };
  promises.forEach(({ promisedOn, keptOn }, at) => {
    if (keptOn === null && closedOn !== null && closedOn < promisedOn) return;
    const unitId = holderOn(context, promisedOn);
    const charges = chargedWith(context, calendar, promisedOn) ?? (unitId === null ? [] : [{ unitId, beside: [] }]);
    const add = (of: OfUnit[], from: Day): unknown =>
      of.push(...charges.map((charge) => ({ unitId: charge.unitId, from })));
    say('promiseDue', promisedOn, charges, at + 1);
    add(found.due, promisedOn);
    if (keptOn === null) return void add(found.broken, addDays(promisedOn, 1));
    say('promiseKept', promisedOn, charges, at + 1);
    add(found.kept, promisedOn);
  });
  sayOnce('promiseDueCases', found.due, say);
  sayOnce('promiseKeptCases', found.kept, say);
  sayOnce('promiseBroken', found.broken, say);
}
