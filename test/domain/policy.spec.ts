/** How many working days a category gets. */
import { workingDaysFor, type Category } from '../../src/domain/policy.js';
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

describe('the working days of a category', () => {
  it.each([
    ['its own number', 'inner', 5],
    ['the default', 'plain', 15],
    ['the default, where there is no such category', 'unheardOf', 15],
    ['the default, where a category was made its own parent', 'loop', 15],
  ])('are %s', (_what, id, days) => expect(workingDaysFor(policy, categories, id)).toBe(days));

  it('are those of the category above where it has none of its own', () => {
    const above = { ...policy, workingDays: { default: 15, byCategory: { 'code-top': 10 } } };
    expect(workingDaysFor(above, categories, 'inner')).toBe(10);
  });
});
