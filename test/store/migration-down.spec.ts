/** The way back: every migration can be undone on a database without cases, leaves nothing, and can be applied again. */
import { migrate } from '../../src/store/database/migrate.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let test: TestDatabase;
beforeEach(async () => {
  test = await createTestDatabase({ empty: true });
});
afterEach(() => test.drop());

/**
 * Every schema, relation, column, constraint, index, function and type of the database, defined as PostgreSQL prints it. Left out: what
 * belongs to an extension (pg_trgm stays, since other tenants of the same database may use it) and TypeORM's own table.
 */
async function everything(): Promise<string[]> {
  const { rows } = await test.database.pool.query<{ line: string }>(`
    WITH ours AS (SELECT oid, nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'),
         relation AS (SELECT c.* FROM pg_class c JOIN ours ON ours.oid = relnamespace WHERE relname !~ '^migrations(_|$)'),
         part AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'e')
    SELECT 'schema ' || nspname AS line FROM ours
    UNION ALL
    SELECT concat_ws(' ', 'relation', relname, relkind, reloptions) FROM relation
    UNION ALL
    SELECT concat_ws(' ', 'column', relname, attname, format_type(atttypid, atttypmod), attnotnull, attidentity, pg_get_expr(adbin, adrelid))
      FROM relation JOIN pg_attribute ON attrelid = relation.oid LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
     WHERE attnum > 0 AND NOT attisdropped
    UNION ALL
    SELECT concat_ws(' ', 'constraint', relname, conname, pg_get_constraintdef(c.oid)) FROM pg_constraint c JOIN relation ON relation.oid = conrelid
    UNION ALL
    SELECT pg_get_indexdef(indexrelid) FROM pg_index JOIN relation ON relation.oid = indrelid
    UNION ALL
    SELECT pg_get_functiondef(p.oid) FROM pg_proc p JOIN ours ON ours.oid = pronamespace
     WHERE prokind = 'f' AND NOT EXISTS (SELECT 1 FROM part WHERE classid = 'pg_proc'::regclass AND objid = p.oid)
    UNION ALL
    SELECT 'type ' || typname FROM pg_type t JOIN ours ON ours.oid = typnamespace
     WHERE typrelid = 0 AND typelem = 0 AND NOT EXISTS (SELECT 1 FROM part WHERE classid = 'pg_type'::regclass AND objid = t.oid)
    ORDER BY line`);
  return rows.map(({ line }) => line);
}

it('undoes every migration, the newest first, and leaves nothing behind', async () => {
  const before = await everything();
  const done = await migrate(test.database);
  expect((await everything()).length).toBeGreaterThan(before.length);
  for (const _ of done) await test.database.dataSource.undoLastMigration();
  expect(await everything()).toEqual(before);
});

it('makes the same tables again after it was undone', async () => {
  const first = await migrate(test.database);
  const made = await everything();
  for (const _ of first) await test.database.dataSource.undoLastMigration();
  expect(await migrate(test.database)).toEqual(first);
  expect(await everything()).toEqual(made);
});
