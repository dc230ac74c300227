/** Which open cases are offered beside a text: the same matter in other words is found, the same words on another matter are not first. */
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { SearchStore } from '../../src/store/lists/search.store.js';
import { storeCases } from './stored-cases.js';

let test: TestDatabase;
let search: SearchStore;
let office: string;
const NOW = Date.parse('2026-03-02T10:00:00+08:00');
beforeAll(async () => {
  test = await createTestDatabase();
  ({ office } = await storeCases(test.database.pool, [
    ...CASES.map(([title, description]) => ({ title, description })),
    { title: '南湖公园路灯不亮', description: '南湖公园东门的路灯全部不亮，已修好。', closed: true },
  ]));
  search = new SearchStore(test.database);
});
afterAll(() => test.drop());

const CASES: [string, string][] = [
  ['东风砖厂路灯不亮', '东街社区东风砖厂门口的马路，路灯全部不亮，老人晚上出行不安全。'],
  ['安和花园停车难', '安和花园小区没有停车位，业主把车停在消防通道上，消防车进不来。'],
  ['实验小学门口堵车', '实验小学放学时段接送车辆乱停，交通严重堵塞，家长意见很大。'],
  ['西河广场舞噪音', '西河广场每晚有人跳广场舞，音响声音太大，孩子没法写作业。'],
  ['办理居住证等太久', '在城南派出所办理居住证，窗口只有一个民警，排队两个小时。'],
  ['电动车被盗', '翠苑小区地下车库电动车多次被盗，报警后没有结果，监控也坏了。'],
  ['养犬不拴绳', '翠苑小区有人遛狗不拴绳，烈性犬吓到孩子，物业不管。'],
  ['夜市油烟扰民', '北门夜市烧烤摊油烟大，凌晨两点还在营业，居民无法休息。'],
  ['电信诈骗宣传不够', '老年人经常接到冒充公检法的诈骗电话，社区反诈宣传太少。'],
  ['出租车拒载', '火车站出租车拒载、不打表，外地旅客被宰客，没有人管理。'],
];
const best = async (text: string): Promise<string | undefined> =>
  (await search.similar([text], [office], 5, NOW))[0]![0]?.title;

describe('the same matter in other words', () => {
  it.each([
    ['我们东街那边砖厂附近的路灯坏了好久，黑灯瞎火的', '东风砖厂路灯不亮'],
    ['安和花园消防通道被占，车位不够', '安和花园停车难'],
    ['孩子在实验小学上学，放学的时候门口堵得水泄不通', '实验小学门口堵车'],
    ['建议管一管西河广场跳舞的音响', '西河广场舞噪音'],
    ['城南派出所办居住证要排很长的队', '办理居住证等太久'],
    ['北门烧烤凌晨还不收摊，油烟味很重', '夜市油烟扰民'],
    ['希望多给老年人做反诈宣传', '电信诈骗宣传不够'],
    ['在火车站打车不打表还拒载', '出租车拒载'],
  ])('%s', async (said, title) => expect(await best(said)).toBe(title));
});

describe('another matter in the same words', () => {
  it('tells two complaints about one estate apart', async () => {
    expect(await best('翠苑小区又丢了一辆电动车')).toBe('电动车被盗');
    expect(await best('翠苑小区遛狗的人不拴绳')).toBe('养犬不拴绳');
  });

  it.each([
    '尊敬的领导您好，我们希望有关部门尽快解决这个问题，谢谢',
    '建议加强管理，及时处理群众反映的情况',
    '请问什么时候可以办理退休手续',
  ])('offers nothing for phrases that everybody uses: %s', async (said) => {
    expect((await search.similar([said], [office], 5, NOW))[0]).toEqual([]);
  });
});

it('answers many texts at once as it answers each alone', async () => {
  const texts = ['东街的路灯坏了', '', '？', '灯', '城南派出所居住证', 'a%_\\'];
  const together = await search.similar(texts, [office], 3, NOW);
  for (const [at, text] of texts.entries()) {
    expect(together[at]).toEqual((await search.similar([text], [office], 3, NOW))[0]);
  }
  expect(together.map((found) => found.length > 0)).toEqual([true, false, false, false, true, false]);
});

it('offers open cases of the own offices only', async () => {
  expect((await search.similar(['南湖公园路灯不亮'], [office], 5, NOW))[0]!.map(({ title }) => title)).toEqual([
    '东风砖厂路灯不亮',
  ]);
  expect(await search.similar(['东街的路灯坏了'], ['00000000-0000-4000-8000-000000000099'], 5, NOW)).toEqual([[]]);
});

it('offers closed cases only where they are asked for', async () => {
  const said = '南湖公园东门的路灯不亮';
  const titles = async (closed: boolean): Promise<string[]> =>
    (await search.similar([said], [office], 5, NOW, closed))[0]!.map(({ title }) => title);
  expect(await titles(false)).not.toContain('南湖公园路灯不亮');
  expect((await titles(true))[0]).toBe('南湖公园路灯不亮');
});
