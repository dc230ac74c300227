/** Who is apart from a case: whatever ties a person to it, in whichever of their roles and at whatever time since the assignment. */
import type { Actor, PastPost, RoleAt } from '../../src/domain/command.js';
import { holdsPostIn, isApart, tiesOf, workedOn, type CaseTies } from '../../src/domain/separation.js';
import { UnitTree } from '../../src/domain/units.js';
import { ROLES, type Role } from '../../src/domain/words.js';
import { ACTOR, at, UNIT, units } from '../support/engine.js';

const ASSIGNED = at('2026-03-02');
const ties: CaseTies = {
  officeUnitId: UNIT.office,
  leadUnitId: UNIT.lead,
  supportingUnitIds: [UNIT.support],
  assignedAt: ASSIGNED,
  workers: [],
};
const person = (more: Partial<Actor>): Actor => ({ ...ACTOR.supervisor, ...more });
const role = (held: Role, unitId: string): RoleAt => ({ role: held, unitId });
const past = (held: PastPost['role'], unitId: string, until: number): PastPost => ({ role: held, unitId, until });

it('leaves the office, other units and the system apart', () => {
  for (const who of ['clerk', 'supervisor', 'visitor', 'leader', 'auditor', 'otherHandler', 'system'] as const)
    expect([who, isApart(ACTOR[who], ties, units)]).toEqual([who, true]);
});

it.each(ROLES)('ties a second role as %s at the lead unit, below it or at a supporting unit', (held) => {
  for (const unitId of [UNIT.lead, UNIT.squad, UNIT.support]) {
    const actor = person({ roles: [...ACTOR.supervisor.roles, role(held, unitId)] });
    expect(holdsPostIn(actor, ties, units)).toBe(true);
  }
  expect(holdsPostIn(person({ roles: [role(held, UNIT.other)] }), ties, units)).toBe(false);
});

it('ties working roles above the unit, which reach it, and not those that oversee it from there', () => {
  const above = (held: Role): boolean => holdsPostIn(person({ roles: [role(held, UNIT.office)] }), ties, units);
  expect(ROLES.filter(above)).toEqual(['liaison', 'handler', 'unitLeader']);
});

it('ties who belongs to the lead unit or a supporting one', () => {
  for (const [unitId, tied] of [
    [UNIT.lead, true],
    [UNIT.squad, true],
    [UNIT.support, true],
    [UNIT.other, false],
  ] as const)
    expect([unitId, holdsPostIn(person({ unitId }), ties, units)]).toEqual([unitId, tied]);
});

it('ties the leader and the liaison that a unit names, whatever roles they hold', () => {
  for (const named of ['leaderId', 'liaisonId'] as const) {
    const tree = new UnitTree(
      units.all().map((unit) => (unit.id === UNIT.support ? { ...unit, [named]: ACTOR.leader.userId } : unit)),
    );
    expect([named, holdsPostIn(ACTOR.leader, ties, tree), holdsPostIn(ACTOR.clerk, ties, tree)]).toEqual([
      named,
      true,
      false,
    ]);
  }
});

it('ties who left after the assignment, and nobody who had left before', () => {
  const left = (held: PastPost['role'], until: number): boolean =>
    holdsPostIn(person({ past: [past(held, UNIT.lead, until)] }), ties, units);
  expect([left('handler', ASSIGNED + 1), left('member', ASSIGNED + 1)]).toEqual([true, true]);
  expect([left('handler', ASSIGNED), left('member', ASSIGNED - 1)]).toEqual([false, false]);
});

it('ties who worked on it, wherever they are now', () => {
  const worked = { ...ties, workers: [ACTOR.supervisor.userId!] };
  expect([workedOn(ACTOR.supervisor, worked), isApart(ACTOR.supervisor, worked, units)]).toEqual([true, false]);
  expect(isApart(ACTOR.system, worked, units)).toBe(true);
});

it('ties nobody by posts while no unit has the case', () => {
  const free: CaseTies = { ...ties, leadUnitId: null, supportingUnitIds: [], assignedAt: null };
  expect(isApart(ACTOR.handler, free, units)).toBe(true);
});

it('lists for a query what ties a person, as the rule asks it case by case', () => {
  const people = [
    ...Object.values(ACTOR),
    person({ past: [past('handler', UNIT.lead, ASSIGNED + 1), past('clerk', UNIT.squad, ASSIGNED)] }),
  ];
  for (const actor of people) {
    const { now, until } = tiesOf(actor, units);
    for (const { id } of units.all()) {
      const led = { ...ties, leadUnitId: id, supportingUnitIds: [] };
      const asListed = now.includes(id) || until.some((tie) => tie.unitId === id && tie.until > ASSIGNED);
      expect([actor.name, id, asListed]).toEqual([actor.name, id, holdsPostIn(actor, led, units)]);
    }
  }
});
