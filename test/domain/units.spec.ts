/** The tree of units: who stands above whom. */
import { UnitTree } from '../../src/domain/units.js';

const unit = (id: string, parentId: string | null) => ({ id, name: id, parentId, leaderId: null, liaisonId: null });
const tree = new UnitTree([
  unit('bureau', null),
  unit('east', 'bureau'),
  unit('squad', 'east'),
  unit('west', 'bureau'),
]);

describe('the tree of units', () => {
  it('knows a unit to stand within itself and everything above it', () => {
    expect(['squad', 'east', 'bureau', 'west'].map((above) => tree.isWithin('squad', above))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(tree.isWithin('bureau', 'east')).toBe(false);
  });

  it('holds nobody within nothing', () => {
    expect(tree.isWithin(null, 'bureau')).toBe(false);
    expect(tree.isWithin('squad', null)).toBe(false);
    expect(tree.isWithin('unheardOf', 'bureau')).toBe(false);
  });

  it('gives a subtree with its head, and nothing for a unit that does not exist', () => {
    expect(tree.subtree('east').sort()).toEqual(['east', 'squad']);
    expect(tree.subtree('bureau')).toHaveLength(4);
    expect(tree.subtree('unheardOf')).toEqual([]);
  });

  it('survives units that were made each other’s parents', () => {
    const ring = new UnitTree([unit('a', 'b'), unit('b', 'a')]);
    expect(ring.isWithin('a', 'b')).toBe(true);
    expect(ring.isWithin('a', 'c')).toBe(false);
  });
});
