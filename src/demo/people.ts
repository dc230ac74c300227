/** Opens the invented bureau's units and accounts in an empty database. */
import type { Actor } from '../domain/command.js';
import type { Role } from '../domain/words.js';
import type { PeopleStore } from '../store/people/people.store.js';
import type { UnitStore } from '../store/reference-data/reference-units.store.js';
import type { Chance } from './chance.js';
import { GIVEN, STAFF, SURNAMES, UNITS, type InventedPerson } from './invented.js';

/** The people who act, found by what they are. */
export class Cast {
  private readonly actors: Actor[] = [];

  add(actor: Actor): void {
    this.actors.push(actor);
  }

  /** Somebody with the role; of the given unit where the role is a unit's own, and not the person `not`. */
  find(role: Role, unitId: string | null, chance: Chance, not: string | null = null): Actor {
    const fits = this.actors.filter(
      ({ userId, roles }) =>
        (not === null || userId !== not) &&
        roles.some((held) => held.role === role && (!OF_UNIT.includes(role) || held.unitId === unitId)),
    );
    if (fits.length === 0) throw new Error(`nobody is ${role} at ${String(unitId)}`);
    return chance.pick(fits);
  }
}

const OF_UNIT: readonly Role[] = ['handler', 'liaison', 'unitLeader'];

export interface OpenedOffice {
  cast: Cast;
  unitIds: ReadonlyMap<string, string>;
  accounts: { username: string; name: string; role: Role; unit: string }[];
}

/** Units, and people with one password that nobody has to replace, since they are invented; usernames of unit staff are the unit's key and the role. */
export async function openUnitsAndPeople(
  units: UnitStore,
  people: PeopleStore,
  passwordHash: string,
  chance: Chance,
  at: number,
): Promise<OpenedOffice> {
  const present = await units.list();
  const root = present.find((unit) => unit.parentId === null)!;
  const office = present.find((unit) => unit.parentId === root.id)!;
  // Before the year that is invented: its reports know no other name.
  await units.change(root.id, { name: '临江市公安局' }, 0);
  const unitIds = new Map([
    ['root', root.id],
    ['office', office.id],
  ]);
  for (const [sort, { key, name, parent }] of UNITS.entries()) {
    const made = await units.add({ name, parentId: unitIds.get(parent ?? 'root')!, sort: sort + 10 });
    unitIds.set(key, made.id);
  }
  const cast = new Cast();
  const accounts: OpenedOffice['accounts'] = [];
  const open = async ({ username, name, role, unit, at: heldAt }: InventedPerson): Promise<string> => {
    const [unitId, roleUnit] = [unitIds.get(unit)!, unitIds.get(heldAt)!];
    const roles = [{ role, unitId: roleUnit }];
    const { id } = await people.add({ username, name, unitId, roles }, passwordHash, at, true);
    cast.add({ userId: id, name, unitId, roles, via: 'demo' });
    accounts.push({ username, name, role, unit: UNITS.find(({ key }) => key === unit)?.name ?? '局机关' });
    return id;
  };
  for (const person of STAFF) await open(person);
  for (const { key, works } of UNITS) {
    if (works !== true) continue;
    const staff = async (role: Role): Promise<string> =>
      open({ username: `${key}-${role}`, name: chance.pick(SURNAMES) + chance.pick(GIVEN), role, unit: key, at: key });
    const leaderId = await staff('unitLeader');
    const liaisonId = await staff('liaison');
    await staff('handler');
    await units.change(unitIds.get(key)!, { leaderId, liaisonId }, at);
  }
  return { cast, unitIds, accounts };
}
