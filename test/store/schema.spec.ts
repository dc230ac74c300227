/** The entities say what the migrations made, no more and no less: whoever changes one side alone sees red here. */
import type { EntityMetadata } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const query = <Row>(sql: string) => test.database.dataSource.query<Row[]>(sql);
const entities = (): EntityMetadata[] => test.database.dataSource.entityMetadatas;
const columnNames = (columns: { databaseName: string }[]) => columns.map(({ databaseName }) => databaseName).join();
const byName = <Item extends { name: string }>(items: Item[]) =>
  [...items].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));

it('asks for no change of any table', async () => {
  const { upQueries } = await test.database.dataSource.driver.createSchemaBuilder().log();
  expect(upQueries.map((change) => change.query)).toEqual([]);
});

it('has one entity for each table', async () => {
  const tables = await query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() AND tablename <> 'migrations'`,
  );
  const declared = entities().map(({ tableName }) => ({ name: tableName }));
  expect(byName(declared)).toEqual(byName(tables));
});

/** TypeORM itself compares foreign keys by name only, no order of a key's columns, and no names of unique constraints on one column. */
it('knows every primary, foreign and unique key and every check by name and content', async () => {
  const declared = entities().flatMap(({ tableName: table, primaryColumns, foreignKeys, uniques, checks }) => [
    { name: `${table}_pkey`, table, content: columnNames(primaryColumns), onDelete: null },
    ...foreignKeys.map((key) => ({
      name: key.name,
      table,
      content: `${columnNames(key.columns)} → ${key.referencedTablePath} ${columnNames(key.referencedColumns)}`,
      onDelete: key.onDelete ?? 'NO ACTION',
    })),
    ...uniques.map(({ name, columns }) => ({ name, table, content: columnNames(columns), onDelete: null })),
    ...checks.map(({ name, expression }) => ({ name, table, content: expression, onDelete: null })),
  ]);
  const columnsOf = (table: string, numbers: string) =>
    `(SELECT string_agg(attname, ',' ORDER BY place) FROM unnest(${numbers}) WITH ORDINALITY AS key(number, place)
        JOIN pg_attribute ON attrelid = ${table} AND attnum = number)`;
  const made = await query<{ name: string }>(
    `SELECT conname AS name, conrelid::regclass::text AS "table",
            CASE contype
              WHEN 'c' THEN pg_get_expr(conbin, conrelid, true)
              WHEN 'f' THEN concat(${columnsOf('conrelid', 'conkey')}, ' → ', confrelid::regclass, ' ', ${columnsOf('confrelid', 'confkey')})
              ELSE ${columnsOf('conrelid', 'conkey')}
            END AS content,
            CASE WHEN contype = 'f' THEN
              CASE confdeltype WHEN 'a' THEN 'NO ACTION' WHEN 'c' THEN 'CASCADE' ELSE confdeltype::text END END AS "onDelete"
       FROM pg_constraint
      WHERE connamespace = current_schema()::regnamespace AND contype IN ('p', 'f', 'u', 'c', 'x')
        AND conrelid <> 'migrations'::regclass`,
  );
  expect(byName(declared)).toEqual(byName(made));
});

/** TypeORM itself looks neither at the order of columns nor at directions nor at conditions; expressions it cannot say at all. */
it('knows every index: columns in order, which descend, and the condition as PostgreSQL prints it', async () => {
  const declared = entities().flatMap(({ tableName: table, indices }) =>
    indices.map(({ name, synchronize, isUnique, where, columnNamesWithOrderingMap: order }) => ({
      name,
      table,
      unique: isUnique,
      columns: synchronize
        ? Object.entries(order).map(([column, direction]) => (direction < 0 ? `${column} DESC` : column))
        : ['an expression'],
      condition: where ?? null,
    })),
  );
  const made = await query<{ name: string }>(
    `SELECT indexrelid::regclass::text AS name, indrelid::regclass::text AS "table", indisunique AS "unique",
            CASE WHEN indexprs IS NOT NULL THEN ARRAY['an expression'] ELSE ARRAY(
              SELECT pg_get_indexdef(indexrelid, place, true) || CASE indoption[place - 1] & 1 WHEN 1 THEN ' DESC' ELSE '' END
                FROM generate_series(1, indnkeyatts) AS place ORDER BY place) END AS columns,
            pg_get_expr(indpred, indrelid, true) AS condition
       FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
      WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND relname <> 'migrations'
        AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)`,
  );
  expect(byName(declared as { name: string }[])).toEqual(byName(made));
});
