/** The similarity held against letters to a mailbox of which some were sent twice in other words: invented ones, and in `npm run test:long`
 *  real ones where the public data is beside the repository. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { SearchStore } from '../../src/store/lists/search.store.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { wherePublic } from '../support/public-data.js';
import { inventedTwins, type Letter } from './invented-twins.js';
import { storeCases } from './stored-cases.js';

/** Letters that share at least `least` runs of twelve characters: the same letter sent again. Knows nothing of pairs. */
function twinsIn(letters: Letter[], least: number): Map<number, Set<number>> {
  const holders = new Map<string, number[]>();
  letters.forEach(({ query }, at) => {
    const text = query.replace(/[^\p{L}\p{N}]/gu, '');
    for (const run of new Set(Array.from({ length: Math.max(0, text.length - 11) }, (_, i) => text.slice(i, i + 12)))) {
      const found = holders.get(run);
      if (found === undefined) holders.set(run, [at]);
      else found.push(at);
    }
  });
  const shared = new Map<string, number>();
  for (const found of holders.values()) {
    if (found.length > 5) continue;
    for (const a of found)
      for (const b of found) if (a !== b) shared.set(`${a} ${b}`, (shared.get(`${a} ${b}`) ?? 0) + 1);
  }
  const result = new Map<number, Set<number>>();
  for (const [key, runs] of shared) {
    const [a, b] = key.split(' ').map(Number) as [number, number];
    if (runs >= least) result.set(a, (result.get(a) ?? new Set()).add(b));
  }
  return result;
}

function findsTwins(letters: Letter[], twins: Map<number, Set<number>>): void {
  let test: TestDatabase;
  let search: SearchStore;
  let ids: string[];
  let office: string;
  beforeAll(async () => {
    test = await createTestDatabase();
    ({ ids, office } = await storeCases(
      test.database.pool,
      letters.map(({ title, query }) => ({ title: title || '无题', description: query })),
    ));
    search = new SearchStore(test.database);
  });
  afterAll(() => test?.drop());

  it.each([
    ['the whole letter', (letter: Letter) => `${letter.title} ${letter.query}`, 1],
    ['its first sixty characters', (letter: Letter) => letter.query.slice(0, 60), 0.95],
  ])('find their twin first by %s', async (_, askedOf, least) => {
    const known = [...twins];
    expect(known.length).toBeGreaterThanOrEqual(40);
    const found = await search.similar(
      known.map(([at]) => askedOf(letters[at]!)),
      [office],
      5,
      0,
    );
    const right = known.filter(([at, same], n) => {
      const first = found[n]!.find(({ id }) => id !== ids[at]);
      return first !== undefined && same.has(ids.indexOf(first.id));
    });
    process.stderr.write(`precision at 1, ${_}: ${right.length}/${known.length}\n`);
    expect(right.length / known.length).toBeGreaterThanOrEqual(least);
  });
}

describe('letters of an invented city', () => {
  const { letters, twins } = inventedTwins();
  findsTwins(letters, twins);
});
wherePublic(
  'mayor-mailbox.csv',
  (path) =>
    describe('letters of a city', () => {
      const letters = parse(readFileSync(path), { bom: true, columns: true }) as Letter[];
      findsTwins(letters, twinsIn(letters, 60));
    }),
  { inLong: true },
);
