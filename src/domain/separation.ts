/** Separation of duties: whoever had a hand in a case, or a post in its units while it ran, does not judge it. */
import type { Actor, Post } from './command.js';
import { boundWith } from './deputies.js';
import { holds, OVERSEEING, WORKING, type CaseUnits } from './visibility.js';
import type { UnitTree } from './units.js';

/** What ties people to a case. */
export interface CaseTies extends CaseUnits {
  /** When the present lead unit was given the case, epoch milliseconds; posts that had ended by then tie nobody. */
  assignedAt: number | null;
  /** Ids of the people who worked on it for a unit. */
  workers: readonly string[];
  /** Units that led or supported it before it was transferred or corrected: they had a hand in it. */
  formerUnitIds?: readonly string[];
}

/** True where the person accepted, reported, submitted, answered or asked for the case on behalf of a unit, or somebody did for whom they are deputy now. */
export function workedOn(actor: Actor, { workers }: CaseTies): boolean {
  return boundWith(actor).some(({ userId }) => userId !== null && workers.includes(userId));
}

/** True where the person, or somebody for whom they are deputy now, belongs to the lead unit or a supporting one, is named as its leader or liaison, or holds any role there or
 *  below, or a working role above that reaches it: now, or (the naming apart) at any time since the case was assigned. */
export function holdsPostIn(actor: Actor, of: CaseTies, units: UnitTree): boolean {
  return boundWith(actor).some((one) => holdsOwnPostIn(one, of, units));
}

function holdsOwnPostIn(actor: Actor, of: CaseTies, units: UnitTree): boolean {
  const since = of.assignedAt ?? Number.POSITIVE_INFINITY;
  const home: Post[] = actor.unitId === null ? [] : [{ role: 'member', unitId: actor.unitId }];
  const posts: Post[] = [...home, ...actor.roles, ...(actor.past ?? []).filter(({ until }) => until > since)];
  return [of.leadUnitId, ...of.supportingUnitIds, ...(of.formerUnitIds ?? [])].some(
    (unit) => unit !== null && (isNamedAt(actor, unit, units) || posts.some((post) => reaches(post, unit, units))),
  );
}

/** True where nothing ties the person to the case, so that they may check, visit or decide it. The system is tied to nothing. */
export function isApart(actor: Actor, of: CaseTies, units: UnitTree): boolean {
  return !workedOn(actor, of) && !holdsPostIn(actor, of, units);
}

/** What ties somebody to cases, as a query asks it: `isApart` for every case at once. */
export interface Ties {
  userId: string | null;
  /** Units that tie them now to each case these lead or support. */
  now: readonly string[];
  /** Units that tied them until an instant, epoch milliseconds: to each case that was assigned before it. */
  until: readonly { unitId: string; until: number }[];
}

/** All that ties the person to cases by posts and names. */
export function tiesOf(actor: Actor, units: UnitTree): Ties {
  const ids = units.all().map(({ id }) => id);
  const led = (unitId: string): CaseTies => ({ ...NOBODYS, leadUnitId: unitId });
  return {
    userId: actor.userId,
    now: ids.filter((id) => holdsPostIn(actor, led(id), units)),
    until: boundWith(actor)
      .flatMap(({ past = [] }) => past)
      .flatMap((post) => ids.filter((id) => reaches(post, id, units)).map((unitId) => ({ unitId, until: post.until }))),
  };
}

const NOBODYS: CaseTies = {
  officeUnitId: null,
  leadUnitId: null,
  supportingUnitIds: [],
  assignedAt: null,
  workers: [],
};

function reaches({ role, unitId }: Post, unit: string, units: UnitTree): boolean {
  return units.isWithin(unitId, unit) || (works(role) && units.isWithin(unit, unitId));
}

function isNamedAt({ userId }: Actor, unitId: string, units: UnitTree): boolean {
  const unit = units.get(unitId);
  return userId !== null && (unit?.leaderId === userId || unit?.liaisonId === userId);
}

/** True where the person oversees the case and nothing ties them to it. Only they learn at which meeting it was raised: to the units it
 *  is about, a meeting with few people says who spoke. */
export function mayKnowOrigin(actor: Actor, of: CaseTies, units: UnitTree): boolean {
  const oversees = [of.officeUnitId, of.leadUnitId].some((unit) => holds(actor, OVERSEEING, unit, units));
  return oversees && isApart(actor, of, units);
}

const works = (role: Post['role']): boolean => WORKING.some((working) => working === role);
