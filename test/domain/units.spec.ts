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

describe('the tree as it was', () => {
  const now = [unit('bureau', null), unit('east', 'bureau'), unit('west', 'bureau'), unit('squad', 'west')];
  const past = [
    { unitId: 'squad', until: 100, parentId: 'east', name: '老队' },
    { unitId: 'east', until: 150, parentId: 'bureau', name: '东所' },
    { unitId: 'squad', until: 200, parentId: 'bureau', name: '中队' },
  ];
  const tree = new UnitTree(now, past);

  it.each([
    [99, 'east', '老队', '东所'],
    [100, 'east', '老队', '东所'],
    [101, 'bureau', '中队', '东所'],
    [151, 'bureau', '中队', 'east'],
    [200, 'bureau', '中队', 'east'],
    [201, 'west', 'squad', 'east'],
  ])('just before %i: the squad below %s is called %s, the east %s', (at, parentId, name, east) => {
    const then = tree.before(at);
    expect(then.get('squad')).toMatchObject({ parentId, name });
    expect(then.get('east')!.name).toBe(east);
    expect(then.subtree('east').includes('squad')).toBe(parentId === 'east');
  });

  it('is the same tree for every instant after the last change, and the present one stays as it is', () => {
    expect(tree.before(10_000)).toBe(tree);
    expect(tree.get('squad')).toMatchObject({ parentId: 'west', name: 'squad' });
  });

  it('makes up no unit that is unknown today', () => {
    const other = new UnitTree(now, [{ unitId: 'gone', until: 100, parentId: null, name: '无' }]);
    expect(
      other
        .before(1)
        .all()
        .map(({ id }) => id),
    ).toEqual(['bureau', 'east', 'west', 'squad']);
  });
});
