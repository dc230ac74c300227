/** How many working days a category gets. */
import { workingDaysOf, type Category, type CategoryDays } from '../../src/domain/policy.js';
import { rectification } from '../support/engine.js';

const category = (id: string, parentId: string | null): [string, Category] => [
  id,
  { id, code: `code-${id}`, parentId },
];
const categories = new Map([
  category('top', null),
  category('inner', 'top'),
  category('plain', null),
  category('loop', 'loop'),
]);
const policy = {
  ...rectification.policy,
  workingDays: { default: 15, byCategory: { 'code-top': 10, 'code-inner': 5 } },
};

const NOW = { track: 'standard', at: 1000 } as const;
const set = (id: string, days: CategoryDays[]): Map<string, Category> =>
  new Map([...categories, [id, { ...categories.get(id)!, days }]]);

describe('the working days of a category', () => {
  it.each([
    ['its own number', 'inner', 5],
    ['the default', 'plain', 15],
    ['the default, where there is no such category', 'unheardOf', 15],
    ['the default, where a category was made its own parent', 'loop', 15],
  ])('are %s', (_what, id, days) => expect(workingDaysOf(policy, categories, id, NOW).days).toBe(days));

  it('are those of the category above where it has none of its own', () => {
    const above = { ...policy, workingDays: { default: 15, byCategory: { 'code-top': 10 } } };
    expect(workingDaysOf(above, categories, 'inner', NOW)).toEqual({ days: 10, source: 'file', categoryId: 'top' });
  });

  it('are those the office set for it, before those of the file', () => {
    const known = set('inner', [{ track: 'standard', since: 500, days: 7 }]);
    expect(workingDaysOf(policy, known, 'inner', NOW)).toEqual({ days: 7, source: 'category', categoryId: 'inner' });
  });

  it('are its own of the file before those the office set for the category above', () => {
    const known = set('top', [{ track: 'standard', since: 500, days: 7 }]);
    expect(workingDaysOf(policy, known, 'inner', NOW)).toEqual({ days: 5, source: 'file', categoryId: 'inner' });
    expect(workingDaysOf(policy, known, 'top', NOW)).toEqual({ days: 7, source: 'category', categoryId: 'top' });
  });

  it('are those of the moment, whatever was set later, and of the track', () => {
    const known = set('plain', [
      { track: 'standard', since: 500, days: 7 },
      { track: 'immediate', since: 600, days: 2 },
      { track: 'standard', since: 2000, days: 20 },
      { track: 'standard', since: 3000, days: null },
    ]);
    const on = (track: 'standard' | 'immediate', at: number): number =>
      workingDaysOf(policy, known, 'plain', { track, at }).days;
    expect([on('standard', 499), on('standard', 500), on('standard', 1999)]).toEqual([15, 7, 7]);
    expect([on('standard', 2000), on('standard', 3000)]).toEqual([20, 15]);
    expect([on('immediate', 599), on('immediate', 3000)]).toEqual([15, 2]);
  });
});
