/** Who may see which case, and that the rule and its form for queries say the same. */
import { maySee, visibleUnits, type CaseUnits } from '../../src/domain/visibility.js';
import { ROLES } from '../../src/domain/words.js';
import { ACTOR, UNIT, units, type ActorKind } from '../support/engine.js';

const led: CaseUnits = { officeUnitId: UNIT.office, leadUnitId: UNIT.lead, supportingUnitIds: [UNIT.support] };

describe('a case', () => {
  it('is seen by the office, supervisors, visitors, leaders, auditors, and the units that lead or support it', () => {
    const seen = (Object.keys(ACTOR) as ActorKind[]).filter((who) => maySee(ACTOR[who], led, units));
    expect((Object.keys(ACTOR) as ActorKind[]).filter((who) => !seen.includes(who))).toEqual([
      'otherHandler',
      'administrator',
      'system',
    ]);
  });

  it('is seen from a unit above the one that leads it, and not from one below', () => {
    const at = (unitId: string) => ({ ...ACTOR.handler, roles: [{ role: 'handler' as const, unitId }] });
    const ofEast: CaseUnits = { officeUnitId: null, leadUnitId: UNIT.lead, supportingUnitIds: [] };
    expect(maySee(at(UNIT.office), ofEast, units)).toBe(true);
    expect(maySee(at(UNIT.squad), ofEast, units)).toBe(false);
    expect(maySee(at(UNIT.squad), { ...ofEast, leadUnitId: UNIT.squad }, units)).toBe(true);
  });

  it('that is not assigned yet is seen by its office only', () => {
    const fresh: CaseUnits = { officeUnitId: UNIT.office, leadUnitId: null, supportingUnitIds: [] };
    expect(maySee(ACTOR.clerk, fresh, units)).toBe(true);
    expect(maySee(ACTOR.handler, fresh, units)).toBe(false);
  });

  it('is found by a query exactly where the rule lets it be seen: every role at every unit', () => {
    const places = [null, ...Object.values(UNIT)];
    for (const role of ROLES) {
      for (const unitId of Object.values(UNIT)) {
        const actor = { ...ACTOR.handler, roles: [{ role, unitId }] };
        const { overseen, worked } = visibleUnits(actor, units);
        for (const officeUnitId of places) {
          for (const leadUnitId of places) {
            const of: CaseUnits = { officeUnitId, leadUnitId, supportingUnitIds: [UNIT.support] };
            const found =
              [officeUnitId, leadUnitId].some((unit) => unit !== null && overseen.includes(unit)) ||
              [leadUnitId, UNIT.support].some((unit) => unit !== null && worked.includes(unit));
            expect([role, unitId, officeUnitId, leadUnitId, found]).toEqual([
              role,
              unitId,
              officeUnitId,
              leadUnitId,
              maySee(actor, of, units),
            ]);
          }
        }
      }
    }
  });
});
