/** Units for which somebody keeps what they share, views and standard texts: the rule of the service (domain/serves.ts), which has the last word. */
import type { Role, Unit, User } from '../api/types.js';

const OF_UNITS: readonly Role[] = ['unitLeader', 'liaison'];
const OF_OFFICES: readonly Role[] = ['clerk', 'supervisor', 'leader'];

/** The units with which somebody of these roles may share, or whose texts they keep, in the order of the list. */
export function unitsServed(roles: User['roles'], units: readonly Unit[]): Unit[] {
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]));
  const served = new Set(
    roles.flatMap(({ role, unitId }) =>
      OF_OFFICES.includes(role) ? [parents.get(unitId) ?? unitId] : OF_UNITS.includes(role) ? [unitId] : [],
    ),
  );
  const isServed = (id: string | null | undefined): boolean =>
    id != null && (served.has(id) || isServed(parents.get(id)));
  return units.filter(({ id }) => isServed(id));
}
