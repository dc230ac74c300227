/** Whom a leader asks about first: by points that can be added up on the page. */
import { askFirst, MOST_ASKED } from '../../src/domain/ask-first.js';

const unit = (unitId: string, counts: object, late = 0) => ({ unitId, counts, late });

it('adds up the points of each reason, the gravest first, and leaves out what counts nothing', () => {
  expect(askFirst([unit('east', { newlyLate: 3, talk: 1, orange: 0 })])).toEqual([
    {
      unitId: 'east',
      points: 7,
      reasons: [
        { what: 'talk', count: 1, points: 4 },
        { what: 'newlyLate', count: 3, points: 3 },
      ],
    },
  ]);
});

it('names five units at most, between equals the one with more late cases, and none without trouble', () => {
  const units = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, at) => unit(id, { red: 1 }, at));
  const asked = askFirst([unit('calm', {}, 9), ...units, unit('worst', { red: 1, promiseBroken: 1 })]);
  expect(asked.map(({ unitId }) => unitId)).toEqual(['worst', 'f', 'e', 'd', 'c']);
  expect(asked).toHaveLength(MOST_ASKED);
});
