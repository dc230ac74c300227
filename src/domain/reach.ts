/** What a role held at a unit reaches: the open cases it sees, those it could act on now, and whether it can do anything at all there. */
import { OVERSEEING, WORKING } from './visibility.js';
import { WAITS, type MainWait } from './waits.js';
import type { UnitTree } from './units.js';
import type { Role } from './words.js';

/** Open cases that are alike for the question who may act on them, counted. */
export interface WaitingGroup {
  kind: MainWait;
  officeUnitId: string | null;
  leadUnitId: string | null;
  n: number;
}

export interface Reach {
  /** Open cases that are seen by this role. */
  sees: number;
  /** Of those the ones that wait for this role now. */
  acts: number;
  /** Offices in reach, for roles that act on what an office owns. */
  offices: number;
  /** Units in reach. */
  units: number;
  /** False where no case can ever come to wait for the role at this unit: no office lies there or below. */
  can: boolean;
}

/** Roles that act on cases of the offices in their reach. */
const OF_OFFICE: readonly Role[] = ['supervisor', 'visitor', 'leader'];

/** The reach of `role` at `unitId`. `offices` are the units that own cases or where a clerk sits; a clerk makes a unit one. */
export function roleReach(
  role: Role,
  unitId: string,
  groups: readonly WaitingGroup[],
  offices: ReadonlySet<string>,
  units: UnitTree,
): Reach {
  const below = new Set(units.subtree(unitId));
  const isIn = (unit: string | null): boolean => unit !== null && below.has(unit);
  const oversees = OVERSEEING.includes(role);
  const works = WORKING.includes(role);
  const count = (fits: (group: WaitingGroup) => boolean): number =>
    groups.reduce((sum, group) => sum + (fits(group) ? group.n : 0), 0);
  const reached = [...offices].filter((office) => below.has(office)).length;
  return {
    sees: count(
      ({ officeUnitId, leadUnitId }) => (oversees && isIn(officeUnitId)) || ((oversees || works) && isIn(leadUnitId)),
    ),
    acts: count(
      ({ kind, officeUnitId, leadUnitId }) =>
        WAITS[kind].roles.includes(role) && isIn(works ? leadUnitId : officeUnitId),
    ),
    offices: reached,
    units: below.size,
    can: below.size > 0 && (!OF_OFFICE.includes(role) || reached > 0),
  };
}
