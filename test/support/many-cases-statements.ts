/** The SQL that makes a city's cases in bulk: what each case is, its text, its history and what it counts for. */
import { copyId } from './case-ids.js';

export const UNIT_ID = `md5('unit' || n::text)::uuid`;
export const CATEGORY_ID = `md5('category' || n::text)::uuid`;

/** Parts of texts, to be drawn from; each trouble stands in about every eighth text. */
export const WORD_LISTS = [
  '东街 西街 南湖 北门 河滨 新华 和平 解放 人民 建设 文化 工农 青年 光明 胜利 向阳 金水 银山 玉泉 龙泉',
  '小区 社区 市场 广场 学校 医院 车站 公园 路口 大桥 村口 巷子',
  '路灯不亮 乱停车辆 噪音扰民 占道经营 井盖破损 积水严重 违章建筑 垃圾成堆 烧烤油烟 犬只伤人 停水停电 信号太差 电动车被盗 诈骗电话 出租车拒载 公交太少',
  '请尽快安排人员到现场查看 多次向社区反映没有结果 已有半年之久 严重影响居民出行 存在安全隐患 盼望早日解决 老人孩子都很害怕 夜里无法休息',
].map((words) => words.split(' '));

/** 40 units in a tree below unit $1, five of them at the top, and 12 categories. */
export const STORE_UNITS = `INSERT INTO unit (id, name, parent_id)
  SELECT ${UNIT_ID}, '第' || n || '所', CASE WHEN n <= 5 THEN $1::uuid ELSE ${UNIT_ID.replace('n::text', '(1 + n % 5)::text')} END
  FROM generate_series(1, 40) n`;
export const STORE_CATEGORIES = `INSERT INTO category (id, code, name_zh, name_en)
  SELECT ${CATEGORY_ID}, 'c' || n, '类别' || n, 'Category ' || n FROM generate_series(1, 12) n`;

/** What each of $1 cases is on the day $2: r2 and r3 are dice, `unit` favours low numbers. A table that several sessions read. */
export const drawnCases = (cases: number, today: string): string => `CREATE UNLOGGED TABLE drawn AS
  SELECT n, ${copyId('n')} AS id, day, md5('unit' || (1 + floor(40 * power(r1, 1.5)))::int::text)::uuid AS unit_id,
    md5('category' || (1 + n % 12)::text)::uuid AS category_id,
    (ARRAY['meeting', 'hotline', 'visit', 'chatGroup', 'selfCheck'])[1 + n % 5] AS source,
    day + 21 AS due_on, CASE WHEN closing <= date '${today}' AND r3 < 0.98 THEN closing END AS closed_on, r2, r3
  FROM (SELECT n, day, r1, r2, r3, day + 2 + floor(24 * r2)::int AS closing
    FROM (SELECT n, date '2024-04-01' + (n::bigint * 731 / ${cases})::int AS day, random() AS r1, random() AS r2, random() AS r3
      FROM generate_series(0, ${cases - 1}) n) a) b`;

/** Of the open cases some wait for a check, a visit or a hand; the others are being worked on. */
export const STORE_CASES = `INSERT INTO rectification_case (id, number, workflow_name, workflow_version, workflow_hash, version, stage, place,
    state, context, last_at, head, source, track, category_id, office_unit_id, lead_unit_id, is_key, raised_outside,
    extension_pending, taken_over, collected_at, collected_on, clock_mode, due_on, due_provisional, outcome, closed_on,
    yellow_at, late_at, orange_at, red_at, talk_at, waits_for, waits_by)
  SELECT id, 'ZG-' || extract(year FROM day) || '-' || lpad((n + 1)::text, greatest(6, length((n + 1)::text)), '0'), 'rectification', 1, $1, 4,
    CASE WHEN closed_on IS NOT NULL THEN 'closed' WHEN n % 10 = 1 THEN 'assigned' WHEN n % 10 = 3 THEN 'followUpVisit' ELSE 'deadline' END,
    CASE WHEN closed_on IS NOT NULL THEN 'closed' ELSE (ARRAY['rectifying', 'assigned', 'verifying', 'visiting'])[1 + least(n % 10, 4) % 4] END,
    $2::json, $3::json, day, sha256(n::text::bytea), source, 'standard', category_id, $4, unit_id, n % 50 = 0, true, false, false, day, day,
    CASE WHEN closed_on IS NULL THEN 'running' ELSE 'stopped' END, due_on, false, CASE WHEN closed_on IS NOT NULL THEN 'resolved' END,
    closed_on, due_on - interval '3 days 8 hours', due_on + interval '16 hours', due_on + interval '4 days', due_on + interval '9 days',
    due_on + interval '13 days',
    CASE WHEN closed_on IS NULL THEN (ARRAY['work', 'sign', 'verify', 'visit'])[1 + least(n % 10, 4) % 4] END,
    CASE WHEN closed_on IS NULL THEN CASE n % 10 WHEN 1 THEN day + 1 WHEN 2 THEN day + 20 WHEN 3 THEN day + 23 ELSE due_on END END
  FROM drawn ORDER BY n`;

/** The counters of the years stand where the numbers end. */
export const STORE_COUNTERS = `INSERT INTO case_counter (year, last) SELECT extract(year FROM day), max(n) + 1 FROM drawn GROUP BY 1
  ON CONFLICT (year) DO UPDATE SET last = excluded.last`;

/** Every fourth case has a raiser; every twentieth came from a meeting of the office $1, where five people said one thing each. All are keyed. */
export const STORE_RAISERS = `INSERT INTO raiser (id, case_id, anonymous, search_keys)
  SELECT id, id, false, ARRAY[sha256(('raiser ' || n)::bytea)] FROM drawn WHERE n % 4 = 0`;
export const STORE_MEETINGS = `WITH held AS (SELECT md5('meeting ' || n)::uuid AS id, id AS case_id, n, day FROM drawn WHERE n % 20 = 0),
  speaker AS (SELECT md5(n || ' spoke ' || seq)::uuid AS id, held.id AS meeting_id, case_id, seq, day FROM held, generate_series(1, 5) seq),
  meetings AS (INSERT INTO meeting (id, title, kind, held_on, place, host_unit_id, office_unit_id, created_at)
    SELECT id, '第' || n || '次警民恳谈会', 'policeResident', day, '社区活动室', $1, $1, day FROM held),
  participants AS (INSERT INTO participant (id, meeting_id, seq, name_sealed, standing, search_keys)
    SELECT id, meeting_id, seq, sha256(id::text::bytea), 'resident', ARRAY[sha256(('name ' || id)::bytea)] FROM speaker),
  opinions AS (INSERT INTO opinion (id, meeting_id, seq, participant_id, text, created_at)
    SELECT md5('said ' || id)::uuid, meeting_id, seq, id, '路灯不亮', day FROM speaker)
  INSERT INTO opinion_triage (opinion_id, outcome, case_id, at)
  SELECT md5('said ' || id)::uuid, CASE seq WHEN 1 THEN 'adopted' ELSE 'answered' END, CASE seq WHEN 1 THEN case_id END, day FROM speaker`;

/** The word lists are $1 … $4; 罂粟花 stands in twenty texts of all. */
export const storeTexts = (cases: number): string =>
  `INSERT INTO case_text (case_id, title, description)
  SELECT id, word($1, 1) || word($2, 2) || word($3, 3),
    word($1, 4) || word($2, 5) || '附近' || word($3, 6) || '，' || word($4, 7) || '，' || word($4, 8) || '，' || word($1, 9) || word($2, 10)
      || '的居民' || word($4, 11) || CASE WHEN n % ${Math.max(1, Math.floor(cases / 20))} = 7 THEN '，院里种了罂粟花' ELSE '' END
  FROM drawn ORDER BY n`.replace(
    /word\((\$\d), (\d+)\)/g,
    (_, words: string, salt: string) =>
      `(${words}::text[])[1 + abs(hashint8(n * 31 + ${salt}) % cardinality(${words}::text[]))]`,
  );

/** The facts of each case under their days, as the domain would say them (src/domain/case-facts.ts); $1 is the office. They are stored as
 *  folded: the rollup is made of them in one go. */
export const STORE_DELTAS = `INSERT INTO report_delta (day, measure, bucket, delta, case_id, unit_id, office_unit_id, category_id, source, track,
    meeting_id, collected_on, taken_over, folded)
  SELECT f.day, f.measure, f.bucket, f.delta, c.id, c.unit_id, $1, c.category_id, c.source, 'standard', NULL, c.day, false, true
  FROM drawn c CROSS JOIN LATERAL (VALUES
    ('collected', 0, 1, c.day, true), ('due', 0, 1, c.due_on, true),
    ('overdue', 0, 1, c.due_on + 1, c.closed_on IS NULL OR c.closed_on > c.due_on), ('overdue', 0, -1, c.closed_on, c.closed_on > c.due_on),
    ('resolved', 0, 1, c.closed_on, true), ('dueAndClosed', 0, 1, c.due_on, c.closed_on <= c.due_on),
    ('closingDays', (c.closed_on - c.day) * 5 / 7, 1, c.closed_on, true),
    ('visitDue', 1, 1, c.closed_on, true), ('visitAnswered', 1, 1, c.closed_on, c.r3 < 0.9), ('visitFixed', 1, 1, c.closed_on, c.r3 < 0.85),
    ('visitRated', 1, 1, c.closed_on, c.r3 < 0.8), ('visitSatisfied', 1, 1, c.closed_on, c.r3 < 0.75),
    ('shortPhoneVisits', 1, 1, c.closed_on, c.n % 1000 = 0), ('returned', 0, 1, c.closed_on - 1, c.r2 > 0.93), ('extended', 0, 1, c.closed_on - 1, c.r2 < 0.1)
  ) f (measure, bucket, delta, day, holds) WHERE f.holds AND f.day IS NOT NULL ORDER BY f.day`;

/** One of a thousand closed cases was called for less than a minute. */
export const STORE_SHORT_VISITS = `INSERT INTO visit (id, case_id, round, at, method, outcome, duration_seconds)
  SELECT gen_random_uuid(), id, 1, closed_on, 'phone', 'fixed', 20 FROM drawn WHERE closed_on IS NOT NULL AND n % 1000 = 0`;

/** The red orders that wait for a signature. */
export const storeProposed = (today: string): string =>
  `INSERT INTO supervision_order (id, case_id, period, rung, status, issued_at, to_role)
  SELECT gen_random_uuid(), id, 1, 'red', 'proposed', due_on + 9, 'leader' FROM drawn
  WHERE closed_on IS NULL AND due_on BETWEEN date '${today}' - 40 AND date '${today}' - 10`;

/** The armed timers: of each open case the next one, of late ones a week ahead. */
export const storeTimers = (today: string): string =>
  `INSERT INTO case_timer (case_id, timer_id, due_at)
  SELECT id, 'xstate.after.untilBlueOrder.clock', CASE WHEN due_on < date '${today}' THEN date '${today}' + 7 ELSE due_on END + interval '16 hours'
  FROM drawn WHERE closed_on IS NULL`;

/** Four lines of history a case, in the order of the days. */
export const STORE_HISTORY = `INSERT INTO case_event (case_id, seq, type, at, recorded_at, actor_name, via, body, hash)
  SELECT id, seq, (ARRAY['COLLECT', 'ASSIGN', 'ACCEPT', 'PROGRESS'])[seq], day + seq, day + seq, '王敏', 'web', '{"payload":{},"before":{},"after":{}}',
    sha256((n * 4 + seq)::text::bytea) FROM drawn CROSS JOIN generate_series(1, 4) seq ORDER BY n, seq`;
