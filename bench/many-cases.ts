/** A city's cases in bulk: units, categories, two years of cases with texts, deltas and the rollup made of them. */
import type { Pool } from 'pg';
import type { Actor } from '../src/domain/command.js';
import { sparseContext } from '../src/domain/case.js';
import type { Database } from '../src/store/database.js';
import { foldReport } from '../src/store/report-fold.js';
import { ReferenceStore } from '../src/store/reference.store.js';
import { seedBureau } from '../src/store/reference-seed.js';
import { openBureau } from '../test/support/bureau.js';
import { ACTOR, Drive, at, rectification, UNIT } from '../test/support/engine.js';
import { copyId } from './copies.js';

/** The day of reading; the cases were collected in the 24 months before. */
export const TODAY = '2026-04-02';
export const NOW = at(TODAY);
/** Sees every case. */
export const READER: Actor = ACTOR.leader;

/** Words of the texts: each trouble stands in about every eighth text, 罂粟花 in twenty texts of all. */
export const WORDS = { rare2: '罂粟', rare3: '罂粟花', common2: '路灯', common3: '路灯不亮' } as const;
const PLACES = '东街 西街 南湖 北门 河滨 新华 和平 解放 人民 建设 文化 工农 青年 光明 胜利 向阳 金水 银山 玉泉 龙泉';
const KINDS = '小区 社区 市场 广场 学校 医院 车站 公园 路口 大桥 村口 巷子';
const TROUBLES =
  '路灯不亮 乱停车辆 噪音扰民 占道经营 井盖破损 积水严重 违章建筑 垃圾成堆 烧烤油烟 犬只伤人 停水停电 信号太差 电动车被盗 诈骗电话 出租车拒载 公交太少';
const WISHES =
  '请尽快安排人员到现场查看 多次向社区反映没有结果 已有半年之久 严重影响居民出行 存在安全隐患 盼望早日解决 老人孩子都很害怕 夜里无法休息';

/** Fills a fresh database with so many cases: 40 units, 12 categories, 24 months, more in large units than in small ones;
 *  of the older ones some 2 % are still open and late. Foreign keys are not looked at while loading. */
export async function storeManyCases(database: Database, cases: number): Promise<ReferenceStore> {
  await openBureau(database);
  const { pool } = database;
  const references = await ReferenceStore.open(database, 'Asia/Shanghai');
  await seedBureau(references, database, () => Promise.resolve('-'), NOW);
  await pool.query(
    `INSERT INTO unit (id, name, parent_id)
     SELECT ${UNIT_ID}, '第' || n || '所', CASE WHEN n <= 5 THEN $1::uuid ELSE ${UNIT_ID.replace('n::text', '(1 + n % 5)::text')} END
     FROM generate_series(1, 40) n`,
    [UNIT.office],
  );
  await pool.query(
    `INSERT INTO category (id, code, name_zh, name_en) SELECT ${CATEGORY_ID}, 'c' || n, '类别' || n, 'Category ' || n FROM generate_series(1, 12) n`,
  );
  const client = await pool.connect();
  const indexes = await client.query<{ name: string; text: string }>(
    `SELECT indexname AS name, indexdef AS text FROM pg_indexes WHERE indexname IN ('case_text_pairs', 'case_text_trigrams')`,
  );
  for (const { name } of indexes.rows) await client.query(`DROP INDEX ${name}`);
  await client.query('SET session_replication_role = replica');
  await client.query(`SET work_mem = '64MB'`);
  await client.query(`SET maintenance_work_mem = '512MB'`);
  await client.query('SELECT setseed(0.5)');
  await client.query(CASES_AS_DRAWN, [cases, TODAY]);
  const drive = new Drive(rectification, at('2026-03-02'))
    .send('ASSIGN', ACTOR.clerk, at('2026-03-02'))
    .send('ACCEPT', ACTOR.handler, at('2026-03-02'));
  const { state } = drive;
  await client.query(STORE_CASES, [
    rectification.hash,
    JSON.stringify(state.value),
    JSON.stringify(sparseContext(state.context)),
    UNIT.office,
  ]);
  await client.query(STORE_TEXTS, [cases, ...[PLACES, KINDS, TROUBLES, WISHES].map((words) => words.split(' '))]);
  for (const { text } of indexes.rows) await client.query(text);
  await client.query(STORE_DELTAS, [UNIT.office]);
  await client.query(STORE_SHORT_VISITS);
  await client.query(STORE_PROPOSED);
  await client.query('RESET session_replication_role');
  client.release(true);
  for (const table of ['rectification_case', 'case_text', 'report_delta', 'supervision_order', 'visit']) {
    await pool.query(`VACUUM ANALYZE ${table}`);
  }
  await foldReport(pool, TODAY);
  for (const table of ['report_delta', 'report_rollup', 'report_rollup_days']) {
    await pool.query(`VACUUM ANALYZE ${table}`);
  }
  await references.refresh();
  return references;
}

/** A unit with seven others below it. */
export async function largestSubtree(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(`SELECT ${UNIT_ID} AS id FROM (VALUES (1)) v (n)`);
  return rows[0]!.id;
}

const UNIT_ID = `md5('unit' || n::text)::uuid`;
const CATEGORY_ID = `md5('category' || n::text)::uuid`;

/** What each case is, as a table of the session: r1 … r3 are dice, `unit` favours low numbers. */
const CASES_AS_DRAWN = `CREATE TEMPORARY TABLE drawn AS
  SELECT n, ${copyId('n')} AS id, day, md5('unit' || (1 + floor(40 * power(r1, 1.5)))::int::text)::uuid AS unit_id,
    md5('category' || (1 + n % 12)::text)::uuid AS category_id,
    (ARRAY['meeting', 'hotline', 'visit', 'chatGroup', 'selfCheck'])[1 + n % 5] AS source,
    day + 21 AS due_on, CASE WHEN closing <= $2::date AND r3 < 0.98 THEN closing END AS closed_on, r2, r3
  FROM (SELECT n, day, r1, r2, r3, day + 2 + floor(24 * r2)::int AS closing
    FROM (SELECT n, date '2024-04-01' + (n::bigint * 731 / $1::int)::int AS day, random() AS r1, random() AS r2, random() AS r3
      FROM generate_series(0, $1::int - 1) n) a) b`;

const STORE_CASES = `INSERT INTO rectification_case (id, number, workflow_name, workflow_version, workflow_hash, version, stage, place,
    state, context, last_at, head, source, track, category_id, office_unit_id, lead_unit_id, is_key, raised_outside,
    extension_pending, taken_over, collected_at, collected_on, clock_mode, due_on, due_provisional, outcome, closed_on,
    yellow_at, late_at, orange_at, red_at, talk_at)
  SELECT id, 'ZG-' || extract(year FROM day) || '-' || lpad((n + 1)::text, 7, '0'), 'rectification', 1, $1, 4,
    CASE WHEN closed_on IS NULL THEN 'deadline' ELSE 'closed' END, CASE WHEN closed_on IS NULL THEN 'rectifying' ELSE 'closed' END,
    $2::json, $3::json, day, sha256(n::text::bytea), source, 'standard', category_id, $4, unit_id, n % 50 = 0, true, false, false, day, day,
    CASE WHEN closed_on IS NULL THEN 'running' ELSE 'stopped' END, due_on, false, CASE WHEN closed_on IS NOT NULL THEN 'resolved' END,
    closed_on, due_on - interval '3 days 8 hours', due_on + interval '16 hours', due_on + interval '4 days', due_on + interval '9 days',
    due_on + interval '13 days'
  FROM drawn ORDER BY n`;

const STORE_TEXTS = `INSERT INTO case_text (case_id, title, description)
  SELECT id, word($2, 1) || word($3, 2) || word($4, 3),
    word($2, 4) || word($3, 5) || '附近' || word($4, 6) || '，' || word($5, 7) || '，' || word($5, 8) || '，' || word($2, 9) || word($3, 10)
      || '的居民' || word($5, 11) || CASE WHEN n % greatest(1, $1::int / 20) = 7 THEN '，院里种了罂粟花' ELSE '' END
  FROM drawn ORDER BY n`.replace(
  /word\((\$\d), (\d+)\)/g,
  (_, words: string, salt: string) =>
    `(${words}::text[])[1 + abs(hashint8(n * 31 + ${salt}) % cardinality(${words}::text[]))]`,
);

/** The facts of each case under their days, as the domain would say them (src/domain/standing.ts). */
const STORE_DELTAS = `INSERT INTO report_delta (day, measure, bucket, delta, case_id, unit_id, office_unit_id, category_id, source, track,
    meeting_id, collected_on, taken_over)
  SELECT f.day, f.measure, f.bucket, f.delta, c.id, c.unit_id, $1, c.category_id, c.source, 'standard', NULL, c.day, false
  FROM drawn c CROSS JOIN LATERAL (VALUES
    ('collected', 0, 1, c.day, true), ('due', 0, 1, c.due_on, true),
    ('overdue', 0, 1, c.due_on + 1, c.closed_on IS NULL OR c.closed_on > c.due_on), ('overdue', 0, -1, c.closed_on, c.closed_on > c.due_on),
    ('resolved', 0, 1, c.closed_on, true), ('dueAndClosed', 0, 1, c.due_on, c.closed_on <= c.due_on),
    ('closingDays', (c.closed_on - c.day) * 5 / 7, 1, c.closed_on, true),
    ('visitDue', 1, 1, c.closed_on, true), ('visitAnswered', 1, 1, c.closed_on, c.r3 < 0.9), ('visitFixed', 1, 1, c.closed_on, c.r3 < 0.85),
    ('visitRated', 1, 1, c.closed_on, c.r3 < 0.8), ('visitSatisfied', 1, 1, c.closed_on, c.r3 < 0.75),
    ('returned', 0, 1, c.closed_on - 1, c.r2 > 0.93), ('extended', 0, 1, c.closed_on - 1, c.r2 < 0.1)
  ) f (measure, bucket, delta, day, holds) WHERE f.holds AND f.day IS NOT NULL ORDER BY f.day`;

const STORE_SHORT_VISITS = `INSERT INTO visit (id, case_id, round, at, method, outcome, duration_seconds)
  SELECT gen_random_uuid(), id, 1, closed_on, 'phone', 'fixed', 20 FROM drawn WHERE closed_on IS NOT NULL AND n % 1000 = 0`;

/** The red orders that wait for a signature. */
const STORE_PROPOSED = `INSERT INTO supervision_order (id, case_id, period, rung, status, issued_at, to_role)
  SELECT gen_random_uuid(), id, 1, 'red', 'proposed', due_on + 9, 'leader' FROM drawn
  WHERE closed_on IS NULL AND due_on BETWEEN date '2026-04-02' - 40 AND date '2026-04-02' - 10`;
