/** Search and similarity among 20,000 cases, in `npm run test:long` among 50,000: the texts are reached through their indexes, whatever the word. */
import { candidateValues, CANDIDATES, SearchStore } from '../../src/store/lists/search.store.js';
import { textCondition } from '../../src/store/lists/text-search.js';
import { tellingPairs } from '../../src/store/lists/text-similarity.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { atLength } from '../support/length.js';
import { storeCases } from './stored-cases.js';

const PLACES =
  '东街 西街 南湖 北门 河滨 新华 和平 解放 人民 建设 文化 工农 青年 光明 胜利 向阳 金水 银山 玉泉 龙泉'.split(' ');
const KINDS = '小区 社区 市场 广场 学校 医院 车站 公园 路口 大桥 村口 巷子'.split(' ');
const TROUBLES =
  '路灯不亮 乱停车辆 噪音扰民 占道经营 井盖破损 积水严重 违章建筑 垃圾成堆 烧烤油烟 犬只伤人 停水停电 信号太差 电动车被盗 诈骗电话 出租车拒载 公交太少'.split(
    ' ',
  );
const WORDS =
  '请尽快安排 多次反映无果 已有半年之久 影响居民出行 存在安全隐患 盼望早日解决 老人孩子害怕 夜里无法休息'.split(' ');

const TEXTS = atLength(50_000, 20_000);
/** Of the one that speaks of something nobody else speaks of. */
const RARE = TEXTS - 8_766;

let test: TestDatabase;
let search: SearchStore;
let office: string;
let ids: string[];
beforeAll(async () => {
  test = await createTestDatabase();
  let seed = 20260302;
  const draw = (from: readonly string[]): string => {
    seed = (seed * 48_271) % 2_147_483_647;
    return from[seed % from.length]!;
  };
  const texts = Array.from({ length: TEXTS }, (_, n) => ({
    title: `${draw(PLACES)}${draw(KINDS)}${draw(TROUBLES)}`,
    description: `${draw(PLACES)}${draw(KINDS)}${draw(TROUBLES)}，${draw(WORDS)}${n === RARE ? '，罂粟花盛开' : ''}`,
    closed: n % 5 !== 0 && n !== RARE,
  }));
  ({ office, ids } = await storeCases(test.database.pool, texts));
  search = new SearchStore(test.database);
}, 240_000);
afterAll(() => test.drop());

async function planOf(sql: string, values: unknown[]): Promise<string> {
  const { rows } = await test.database.pool.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${sql}`, values);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

it.each([1, 30, 500])('finds candidates for %d texts at once without reading all texts', async (count) => {
  const texts = Array.from({ length: count }, (_, n) =>
    tellingPairs(`${PLACES[n % 20]}${KINDS[n % 12]}的路灯第${n}盏坏了`),
  );
  const plan = await planOf(CANDIDATES, candidateValues(texts, [office], await search.sampled(), 0));
  expect(plan).toContain('Bitmap Index Scan on case_text_pairs');
  expect(plan).not.toMatch(/Seq Scan on (case_text|rectification_case)/);
});

it('finds the one open case among thousands that speaks of it', async () => {
  const [found] = await search.similar(['院子里种了罂粟'], [office], 5, 0);
  expect(found!.map(({ id }) => id)).toEqual([ids[RARE]]);
});

describe.each([
  ['罂粟', 'rare', 'case_text_pairs'],
  ['罂粟花', 'rare', 'case_text_trigrams'],
  ['路灯', 'common', 'case_text_pkey'],
  ['路灯不', 'common', 'case_text_pkey'],
])('a list narrowed by %s, a %s word,', (word, kind, index) => {
  it(`goes through ${index} and gives what a plain look finds`, async () => {
    const { share } = await search.frequencyOf(word);
    expect(share >= 0.02).toBe(kind === 'common');
    const list = (condition: string): string =>
      `SELECT c.number FROM rectification_case c JOIN case_text t ON t.case_id = c.id WHERE ${condition} ORDER BY c.collected_on, c.id LIMIT 51`;
    const { sql, values } = textCondition(word, 1, { alongTheList: kind === 'common' });
    const plan = await planOf(list(sql), values);
    expect(plan).toContain(index);
    expect(plan).not.toContain('Seq Scan on case_text');
    const [found, plain] = await Promise.all([
      test.database.pool.query(list(sql), values),
      test.database.pool.query(list(`t.title || ' ' || t.description LIKE '%' || $1 || '%'`), [word]),
    ]);
    expect(found.rows).toEqual(plain.rows);
    // To count, the index is asked in any case: right too, if slower for a common word.
    const counted = textCondition(word, 1);
    const { rows } = await test.database.pool.query<{ n: number }>(
      `SELECT count(*) AS n FROM case_text t WHERE ${counted.sql}`,
      counted.values,
    );
    const { rows: all } = await test.database.pool.query<{ n: number }>(
      `SELECT count(*) AS n FROM case_text t WHERE t.title || ' ' || t.description LIKE '%' || $1 || '%'`,
      [word],
    );
    expect(rows).toEqual(all);
  });
});
