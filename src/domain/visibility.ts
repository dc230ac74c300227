/** Who may see which case: the office, supervisors, visitors and leaders see their subtree; a unit sees its own and those it supports. */
import type { Actor } from './command.js';
import { Refused } from './errors.js';
import type { Role } from './words.js';
import type { UnitTree } from './units.js';

/** Roles that see every case whose office or lead unit lies within their unit. */
export const OVERSEEING: readonly [Role, ...Role[]] = ['clerk', 'supervisor', 'visitor', 'leader', 'auditor'];
/** Roles that see the cases their unit leads or supports. */
export const WORKING: readonly Role[] = ['handler', 'liaison', 'unitLeader'];

export interface CaseUnits {
  officeUnitId: string | null;
  leadUnitId: string | null;
  supportingUnitIds: readonly string[];
}

/** True when one of the actor's roles of the given kinds is held at a unit that contains `unitId`. */
export function holds(actor: Actor, roles: readonly Role[], unitId: string | null, units: UnitTree): boolean {
  return actor.roles.some(
    (held) => roles.includes(held.role) && unitId !== null && units.isWithin(unitId, held.unitId),
  );
}

/** True when the actor may read the case. */
export function maySee(actor: Actor, of: CaseUnits, units: UnitTree): boolean {
  if (holds(actor, OVERSEEING, of.officeUnitId, units) || holds(actor, OVERSEEING, of.leadUnitId, units)) return true;
  return [of.leadUnitId, ...of.supportingUnitIds].some((unit) => holds(actor, WORKING, unit, units));
}

/** The same rule as two lists of unit ids for a query: office or lead unit in `overseen`, or lead or supporting unit in `worked`. */
export function visibleUnits(actor: Actor, units: UnitTree): { overseen: string[]; worked: string[] } {
  const below = (roles: readonly Role[]): string[] => [
    ...new Set(actor.roles.filter((held) => roles.includes(held.role)).flatMap((held) => units.subtree(held.unitId))),
  ];
  return { overseen: below(OVERSEEING), worked: below(WORKING) };
}

/** True where the person may ask for figures and lists by meeting: they oversee cases, and act for no unit. Whoever acts for a unit would
 *  learn from them at which meeting its own cases were raised. */
export function mayAskByMeeting(actor: Actor): boolean {
  const held = (roles: readonly Role[]): boolean => actor.roles.some(({ role }) => roles.includes(role));
  return held(OVERSEEING) && !held(WORKING);
}

/** Refuses (403) whoever may not ask by meeting. */
export function requireByMeeting(actor: Actor): void {
  if (mayAskByMeeting(actor)) return;
  throw new Refused(
    403,
    'meeting.sealed',
    '按座谈会统计和筛选只向整改办、督导组、领导小组等开放，承办单位人员不能使用',
    'Figures and lists by meeting are for the office and those who oversee, not for people who act for a unit',
    { who: [...OVERSEEING] },
  );
}
