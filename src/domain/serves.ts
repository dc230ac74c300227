/** For which units somebody keeps what a unit shares: views of lists, standard texts. It opens no case to anybody. */
import type { Actor } from './command.js';
import type { UnitTree } from './units.js';
import type { Role } from './words.js';

/** An office works for the unit it belongs to, so its people keep what all units of that one share. */
const OF_OFFICES: readonly Role[] = ['clerk', 'supervisor', 'leader', 'administrator'];
const OF_UNITS: readonly Role[] = ['unitLeader', 'liaison'];

/** Who shares with the units that they serve. */
export const SHARING: readonly Role[] = ['clerk', 'supervisor', 'leader', ...OF_UNITS];

/** Ids of the units whose shared things reach the actor: those where they hold a role, and all above. */
export function sharedWith(actor: Actor, units: UnitTree): string[] {
  return [...new Set(actor.roles.flatMap((held) => units.above(held.unitId).map(({ id }) => id)))];
}

/** True where the unit is the actor's, as its leader or liaison, or stands below it; or below the unit that the actor's office serves.
 *  `roles`: those that count. */
export function serves(
  actor: Actor,
  unitId: string,
  units: UnitTree,
  roles: readonly Role[] = [...OF_OFFICES, ...OF_UNITS],
): boolean {
  return actor.roles
    .filter(({ role }) => roles.includes(role))
    .some(({ role, unitId: held }) => {
      const served = OF_OFFICES.includes(role) ? (units.get(held)?.parentId ?? held) : held;
      return [...OF_OFFICES, ...OF_UNITS].includes(role) && units.isWithin(unitId, served);
    });
}
