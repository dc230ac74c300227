/** Which parts of the policy the names of a workflow file rest on: a file of version 1 names none of them and has none of the parts. */
import type { Policy } from '../domain/policy.js';

type Part = Extract<
  keyof Policy,
  'promises' | 'waivers' | 'looks' | 'departures' | 'disputes' | 'verification' | 'notice' | 'reminders'
>;

/** By the name of a rule, a change, an effect or a delay. */
const NEEDS: Readonly<Record<string, readonly Part[]>> = {
  promiseIsNear: ['promises'],
  waiverIsNear: ['waivers'],
  untilLeaderLooks: ['looks'],
  mayGrantDeparture: ['departures'],
  depart: ['departures'],
  askForDeparture: ['departures'],
  isDisputed: ['disputes'],
  needsAnotherCheck: ['verification'],
  checkedOnSite: ['verification'],
  showsBefore: ['verification'],
  showsAfter: ['verification'],
  untilCheckIsLate: ['verification', 'reminders'],
  needsNotice: ['notice'],
  giveNotice: ['notice'],
  untilVisitIsLate: ['reminders'],
  untilSignatureIsLate: ['reminders'],
  untilObjectionIsLate: ['reminders'],
  untilReviewIsLate: ['reminders'],
};

/** The parts that the names rest on, each with the first name that asks for it. */
export function partsNeeded(names: Iterable<string>): Map<Part, string> {
  const needed = new Map<Part, string>();
  for (const name of names) for (const part of NEEDS[name] ?? []) if (!needed.has(part)) needed.set(part, name);
  return needed;
}

/** True for a workflow of whose cases none leaves by one person once it was assigned: since version 2 of those that are shipped. What came before it is no
 *  base of an office's own version, and is not what is left when others are withdrawn (docs/decisions/107). */
export const takesTwo = ({ policy }: { policy: Pick<Policy, 'departures'> }): boolean =>
  policy.departures !== undefined;
