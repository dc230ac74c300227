/** What a search for a text finds: each character as itself, in words of any length. */
import { textCondition } from '../../src/store/lists/text-search.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { storeCases } from './stored-cases.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  await storeCases(
    test.database.pool,
    TITLES.map((title) => ({ title, description: '' })),
  );
});
afterAll(() => test.drop());

const TITLES = [
  '路灯不亮',
  '满意率 100% 是真的吗',
  '满意率 1000 人',
  'a_b 与 a\\b',
  'aXb',
  '东街，坏了',
  'KTV 噪音',
  '𠮷野家门前积水',
  '？？？为什么',
];

async function found(q: string, alongTheList: boolean): Promise<string[]> {
  const { sql, values } = textCondition(q, 2, { alongTheList });
  const { rows } = await test.database.pool.query<{ title: string }>(
    `SELECT t.title FROM case_text t JOIN rectification_case c ON c.id = t.case_id WHERE c.stage = $1 AND ${sql} ORDER BY c.number`,
    ['deadline', ...values],
  );
  return rows.map(({ title }) => title);
}

describe.each([
  ['a rare word', false],
  ['a common one', true],
])('sought as %s', (_, alongTheList) => {
  it.each<[string, string[]]>([
    ['灯', ['路灯不亮']],
    ['路灯', ['路灯不亮']],
    ['路灯不', ['路灯不亮']],
    ['  路灯不亮 ', ['路灯不亮']],
    ['0%', ['满意率 100% 是真的吗']],
    ['100%', ['满意率 100% 是真的吗']],
    ['a_b', ['a_b 与 a\\b']],
    ['A_', ['a_b 与 a\\b']],
    ['a\\b', ['a_b 与 a\\b']],
    ['街，坏', ['东街，坏了']],
    ['ktv', ['KTV 噪音']],
    ['Kt', ['KTV 噪音']],
    ['𠮷野', ['𠮷野家门前积水']],
    ['𠮷', ['𠮷野家门前积水']],
    ['？？？', ['？？？为什么']],
    ['zg-2026-000001', ['路灯不亮']],
    ['ZG-2026-000099', []],
    ["'; DROP TABLE case_text; --", []],
    ['路\u0000灯', []],
    [' ', TITLES],
  ])('%s', async (q, titles) => expect(await found(q, alongTheList)).toEqual(titles));
});
