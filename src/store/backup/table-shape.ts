/** What a schema consists of, as far as a backup must know: tables, columns, sequences, foreign keys, triggers. */
import pg from 'pg';

/** One table and the columns that are stored (generated ones are computed anew). */
export interface TableShape {
  name: string;
  columns: string[];
}

/** A statement pair that takes a constraint or trigger away and puts it back as it was. */
export interface Suspension {
  suspend: string;
  resume: string;
}

/** TypeORM's own table: a restore finds it filled by the same migrations. */
const NOT_DATA = 'migrations';

/** `"name"`, safe in a statement. */
export const quoted = (name: string) => pg.escapeIdentifier(name);

/** All tables with data in the current schema, by name; partitions count, their empty parents and tables of extensions do not. */
export async function tableShapes(client: pg.ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(
    `SELECT c.relname::text AS name, array_agg(a.attname::text ORDER BY a.attname) AS columns
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relpersistence <> 't' AND c.relname <> $1
        AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
      GROUP BY c.relname ORDER BY c.relname`,
    [NOT_DATA],
  );
  return rows;
}

/** Sequences of the current schema with the value each last gave; `called` false: `value` is what it gives next. */
export async function sequenceValues(
  client: pg.ClientBase,
): Promise<{ name: string; value: string; called: boolean }[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT c.relname::text AS name FROM pg_class c
      WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'S'
        AND NOT EXISTS (SELECT 1 FROM pg_depend d JOIN pg_class t ON t.oid = d.refobjid AND t.relname = $1
                         WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i'))
      ORDER BY c.relname`,
    [NOT_DATA],
  );
  const values = [];
  for (const { name } of rows) {
    const { rows: found } = await client.query<{ value: string; called: boolean }>(
      `SELECT last_value::text AS value, is_called AS called FROM ${quoted(name)}`,
    );
    if (found[0]) values.push({ name, ...found[0] });
  }
  return values;
}

/**
 * Foreign keys and enabled triggers of the current schema. Taking them away for a restore lets tables come in any order, keeps triggers
 * from writing a second time, and needs only the owner's rights; putting a foreign key back checks every row.
 */
export async function suspensions(client: pg.ClientBase): Promise<Suspension[]> {
  const keys = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT t.relname::text AS "table", k.conname::text AS name, pg_get_constraintdef(k.oid) AS definition
       FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid
      WHERE t.relnamespace = current_schema()::regnamespace AND k.contype = 'f' AND k.conparentid = 0 ORDER BY 1, 2`,
  );
  const triggers = await client.query<{ table: string; name: string }>(
    `SELECT t.relname::text AS "table", g.tgname::text AS name FROM pg_trigger g JOIN pg_class t ON t.oid = g.tgrelid
      WHERE t.relnamespace = current_schema()::regnamespace AND NOT g.tgisinternal AND g.tgenabled = 'O' AND g.tgparentid = 0
      ORDER BY 1, 2`,
  );
  const alter = (table: string) => `ALTER TABLE ${quoted(table)}`;
  return [
    ...keys.rows.map(({ table, name, definition }) => ({
      suspend: `${alter(table)} DROP CONSTRAINT ${quoted(name)}`,
      resume: `${alter(table)} ADD CONSTRAINT ${quoted(name)} ${definition}`,
    })),
    ...triggers.rows.map(({ table, name }) => ({
      suspend: `${alter(table)} DISABLE TRIGGER ${quoted(name)}`,
      resume: `${alter(table)} ENABLE TRIGGER ${quoted(name)}`,
    })),
  ];
}
