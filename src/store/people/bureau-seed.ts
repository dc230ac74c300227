/** What a bureau finds on its first start: a root unit with its office, the categories, the calendar and one administrator. */
import type pg from 'pg';
import { v7 as uuid } from 'uuid';
import { calendarYearsFromChineseDays } from '../reference/chinese-days.js';
import type { Database } from '../database/database.js';
import { insertYears } from '../reference/reference-calendar.store.js';
import type { ReferenceStore } from '../reference/reference.store.js';
import { keepTenure } from './tenure.store.js';

/** The default categories of the product: code, Chinese, English. */
const CATEGORIES = [
  ['crime', '打击犯罪', 'Crime'],
  ['publicOrder', '治安防范', 'Public order'],
  ['service', '管理服务', 'Administration and service'],
  ['forceBuilding', '队伍建设', 'Force building'],
  ['publicity', '宣传引导', 'Publicity'],
  ['lawEnforcement', '执法办案', 'Law enforcement'],
  ['other', '其他', 'Other'],
] as const;

/** The password of the first account. */
export interface FirstPassword {
  hash: string;
  /** False: the person has to replace it at the first sign-in. */
  own: boolean;
}

export interface Seeded {
  /** True when this call founded the bureau: the account `admin` now has the given password. */
  founded: boolean;
  /** Announced years that the calendar did not have before: provisional due dates may be recomputed. */
  newYears: number[];
}

/** Founds the bureau where there is none, and adds announced years that the release knows and the database does not.
 *  Servers that start together wait for each other on the reference version. Years somebody loaded are never touched. */
export async function seedBureau(
  references: ReferenceStore,
  { pool }: Pick<Database, 'pool'>,
  /** Answers the first password; asked only when the bureau is founded. */
  firstPassword: () => Promise<FirstPassword>,
  at: number,
): Promise<Seeded> {
  const { rows } = await pool.query<{ founded: boolean; years: number[] }>(
    `SELECT EXISTS (SELECT FROM unit) AS founded, array(SELECT year FROM calendar_year WHERE announced) AS years`,
  );
  const missing = (known: readonly number[]) =>
    calendarYearsFromChineseDays().filter(({ year, announced }) => announced && !known.includes(year));
  if (rows[0]!.founded && missing(rows[0]!.years).length === 0) return { founded: false, newYears: [] };
  const first = rows[0]!.founded ? null : await firstPassword();
  return references.change(async (client) => {
    const known = await client.query<{ year: number }>('SELECT year FROM calendar_year WHERE announced');
    const years = missing(known.rows.map(({ year }) => year));
    await insertYears(client, years, 'chinese-days', null, at);
    const { rowCount } = await client.query('SELECT FROM unit LIMIT 1');
    const founded = rowCount === 0;
    if (founded) await found(client, first ?? (await firstPassword()), at);
    return { founded, newYears: years.map(({ year }) => year) };
  });
}

async function found(client: pg.ClientBase, { hash, own }: FirstPassword, at: number): Promise<void> {
  const [root, office, admin] = [uuid(), uuid(), uuid()];
  await client.query(
    `INSERT INTO unit (id, name, parent_id, sort) VALUES ($1, '本单位', NULL, 0), ($2, '整改办', $1, 1)`,
    [root, office],
  );
  await client.query(
    `INSERT INTO person (id, username, name, password_hash, unit_id, created_at, start_password)
     VALUES ($1, 'admin', '管理员', $2, $3, $4, $5)`,
    [admin, hash, root, new Date(at), !own],
  );
  await client.query(`INSERT INTO person_role (person_id, role, unit_id) VALUES ($1, 'administrator', $2)`, [
    admin,
    root,
  ]);
  await keepTenure(client, admin, new Date(at));
  await client.query(
    `INSERT INTO category (id, code, name_zh, name_en, sort)
     SELECT id, code, zh, en, sort FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS c (id, code, zh, en, sort)`,
    [
      CATEGORIES.map(() => uuid()),
      CATEGORIES.map(([code]) => code),
      CATEGORIES.map(([, zh]) => zh),
      CATEGORIES.map(([, , en]) => en),
    ],
  );
}
