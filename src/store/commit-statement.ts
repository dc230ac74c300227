/** The one statement that writes decisions: compare-and-set of the cases with everything that hangs on them, all at once. */
import { PARTS, type Part, type Row, type Rows } from './commit-parts.js';

/** Decisions to write: the cases with the versions they were decided on, the rows, and the version of the reference data. */
export interface CommitWrite {
  expected: { g: number; id: string; version: number }[];
  rows: Rows;
  refs: number;
}

export interface Statement {
  name: string;
  text: string;
  values: unknown[];
}

const ORDER = Object.keys(PARTS) as Part[];

/** Columns of each kind of row with their types, `g` left out. */
const COLUMNS = new Map(
  ORDER.map((part) => [
    part,
    PARTS[part].shape.split(',').map((column) => column.trim().split(/\s+/) as [string, string]),
  ]),
);

/** More parameters than this are worth parsing as JSON instead. */
const MOST_PARAMETERS = 250;

/**
 * The statement that writes the rows of those groups whose cases all still have the version they were read at, and answers
 * their numbers (`g`); a group in which one case has moved on writes nothing. The text depends only on which kinds of rows
 * are present (and, for a case alone, how many of each), so it is prepared once per kind of batch.
 */
export function commitStatement(write: CommitWrite): Statement {
  const present = ORDER.filter((part) => (write.rows[part]?.length ?? 0) > 0);
  const [first, ...others] = write.expected;
  if (first === undefined || others.length > 0 || first.version === 0) return forMany(write, present);
  const parameters = present.reduce((sum, part) => sum + write.rows[part]!.length * COLUMNS.get(part)!.length, 0);
  return parameters > MOST_PARAMETERS ? forMany(write, present) : forOne(write, present, first);
}

/** Rows as JSON, one parameter a kind. The cases are locked in id order first, so two batches never wait in a ring. */
function forMany({ expected, rows, refs }: CommitWrite, present: readonly Part[]): Statement {
  const ctes = present.map((part, at) => {
    const { shape, sql } = PARTS[part];
    return `,\n${part}_w AS (${sql(`(SELECT x.* FROM json_to_recordset($${at + 5}::json) AS x(g int, ${shape}) JOIN ok USING (g)) r`)})`;
  });
  const text = `WITH input AS (SELECT * FROM unnest($1::int[], $2::uuid[], $3::int[]) AS i(g, id, version)),
held AS MATERIALIZED (SELECT c.id, c.version FROM rectification_case c WHERE c.id = ANY($2::uuid[]) ORDER BY c.id FOR UPDATE),
ok AS MATERIALIZED (SELECT i.g FROM input i LEFT JOIN held h USING (id) GROUP BY i.g HAVING bool_and(coalesce(h.version, 0) = i.version) AND (SELECT version FROM reference_version) = $4)${ctes.join('')}
SELECT g FROM ok`;
  const values = [
    expected.map(({ g }) => g),
    expected.map(({ id }) => id),
    expected.map(({ version }) => version),
    refs,
    ...present.map((part) => JSON.stringify(rows[part])),
  ];
  return { name: `commit-${mask(present)}`, text, values };
}

/** The same for a case alone, with each value a parameter of its own: nothing to parse twice. */
function forOne(
  { rows, refs }: CommitWrite,
  present: readonly Part[],
  { g, id, version }: CommitWrite['expected'][number],
): Statement {
  const values: unknown[] = [id, version, refs, g];
  const counts: number[] = [];
  const ctes = present.map((part) => {
    const columns = COLUMNS.get(part)!;
    counts.push(rows[part]!.length);
    const lines = rows[part]!.map(
      (row) => `(${columns.map(([name, type]) => bind(values, row, name, type)).join(', ')})`,
    );
    const source = `(SELECT v.* FROM ok, (VALUES ${lines.join(', ')}) AS v(${columns.map(([name]) => name).join(', ')})) r`;
    return `,\n${part}_w AS (${PARTS[part].sql(source)})`;
  });
  const text = `WITH ok AS MATERIALIZED (SELECT c.id FROM rectification_case c
  WHERE c.id = $1 AND c.version = $2 AND (SELECT version FROM reference_version) = $3 FOR UPDATE)${ctes.join('')}
SELECT $4::int AS g FROM ok`;
  return { name: `commit-one-${mask(present)}-${counts.join('')}`, text, values };
}

function bind(values: unknown[], row: Row, name: string, type: string): string {
  const value = row[name];
  values.push(type === 'json' && value !== null && value !== undefined ? JSON.stringify(value) : (value ?? null));
  return `$${values.length}::${type}`;
}

function mask(present: readonly Part[]): string {
  return present.reduce((bits, part) => bits | (1 << ORDER.indexOf(part)), 0).toString(36);
}
