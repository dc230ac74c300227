/** What a tenant finds on its first start: a root unit with its office, the categories, the calendar and one administrator. */
import type pg from 'pg';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { CalendarYear } from '../../domain/calendar.js';
import { calendarYearsFromChineseDays } from '../reference-data/chinese-days.js';
import type { Database } from '../database/database.js';
import { CalendarYearEntity } from '../reference-data/calendar.entity.js';
import { CategoryEntity } from '../reference-data/category.entity.js';
import { insertYears } from '../reference-data/reference-calendar.store.js';
import type { ReferenceDataStore } from '../reference-data/reference-data.store.js';
import { UnitEntity } from '../reference-data/unit.entity.js';
import { Person, PersonRole } from './person.entity.js';
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
  /** True when this call founded the tenant: the account `admin` now has the given password. */
  founded: boolean;
  /** Announced years that the calendar did not have before: provisional due dates may be recomputed. */
  newYears: number[];
}

/** Founds the tenant where there is none, and adds announced years that the release knows and the database does not.
 *  Servers that start together wait for each other on the reference version. Years somebody loaded are never touched. */
export async function seedTenant(
  referenceData: ReferenceDataStore,
  { dataSource }: Pick<Database, 'dataSource'>,
  /** Answers the first password; asked only when the tenant is founded. */
  firstPassword: () => Promise<FirstPassword>,
  at: number,
): Promise<Seeded> {
  const isFounded = (entities: EntityManager): Promise<boolean> => entities.exists(UnitEntity);
  const missing = async (entities: EntityManager): Promise<CalendarYear[]> => {
    const known = await entities.findBy(CalendarYearEntity, { announced: true });
    return calendarYearsFromChineseDays().filter(
      ({ year, announced }) => announced && !known.some((one) => one.year === year),
    );
  };
  const wasFounded = await isFounded(dataSource.manager);
  if (wasFounded && (await missing(dataSource.manager)).length === 0) return { founded: false, newYears: [] };
  const first = wasFounded ? null : await firstPassword();
  return referenceData.change(async (entities, client) => {
    const years = await missing(entities);
    await insertYears(entities, years, 'chinese-days', null, at);
    const founded = !(await isFounded(entities));
    if (founded) await found(entities, client, first ?? (await firstPassword()), at);
    return { founded, newYears: years.map(({ year }) => year) };
  });
}

async function found(
  entities: EntityManager,
  client: pg.ClientBase,
  { hash, own }: FirstPassword,
  at: number,
): Promise<void> {
  const [root, office, admin] = [uuid(), uuid(), uuid()];
  const createdAt = new Date(at);
  await entities.insert(UnitEntity, { id: root, name: '本单位', parentId: null, sort: 0 });
  await entities.insert(UnitEntity, { id: office, name: '整改办', parentId: root, sort: 1 });
  const account = {
    username: 'admin',
    name: '管理员',
    unitId: root,
    passwordHash: hash,
    startPassword: !own,
    createdAt,
  };
  await entities.insert(Person, { id: admin, ...account });
  await entities.insert(PersonRole, { personId: admin, role: 'administrator', unitId: root });
  await keepTenure(client, admin, createdAt);
  await entities.insert(
    CategoryEntity,
    CATEGORIES.map(([code, nameZh, nameEn], at) => ({ id: uuid(), code, nameZh, nameEn, sort: at + 1 })),
  );
}
