/** The one statement that writes decisions: compare-and-set of the cases with everything that hangs on them, all at once. */
import { arrayLiteral, elementType, jsonArray } from '../sql/array-literal.js';
import { Later, LaterColumn } from './later.js';
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

/** More parameters than this are worth sending as arrays instead. */
const MOST_PARAMETERS = 250;

/**
 * The statement that writes the rows of those groups whose cases all still have the version they were read at, and answers
 * their numbers (`g`); a group in which one case has moved on, or is locked by somebody else at this moment, writes nothing: a case
 * is never waited for here, since everything else of the batch would wait with it. The text depends only on which kinds of rows
 * are present (and, for a case alone, how many of each), so it is prepared once per kind of batch.
 */
export function commitStatement(write: CommitWrite): Statement {
  const present = ORDER.filter((part) => (write.rows[part]?.length ?? 0) > 0);
  const [first, ...others] = write.expected;
  if (first === undefined || others.length > 0 || first.version === 0) return forMany(write, present);
  const parameters = present.reduce((sum, part) => sum + write.rows[part]!.length * COLUMNS.get(part)!.length, 0);
  return parameters > MOST_PARAMETERS ? forMany(write, present) : forOne(write, present, first);
}

/**
 * Rows as arrays, one parameter a column. A group holds
 * when all its cases that exist are found at their version and none that is to be created is there. Whether a row's group holds is
 * asked of a hashed set, not joined: the planner knows nothing of the arrays' lengths, and a join it took for small would be quadratic.
 */
function forMany({ expected, rows, refs }: CommitWrite, present: readonly Part[]): Statement {
  const values: unknown[] = [
    arrayLiteral(
      expected.map(({ g }) => g),
      'int',
    ),
    arrayLiteral(
      expected.map(({ id }) => id),
      'uuid',
    ),
    arrayLiteral(
      expected.map(({ version }) => version),
      'int',
    ),
    refs,
  ];
  const ctes = present.map((part) => {
    const all = rows[part]!;
    const bind = (parameter: string | LaterColumn): string => `$${values.push(parameter)}`;
    const columns: [string, string][] = [['g', 'int'], ...COLUMNS.get(part)!];
    const [plain, json] = [
      columns.filter(([, type]) => type !== 'json!'),
      columns.filter(([, type]) => type === 'json!'),
    ];
    const arrays = plain.map(([name, type]) => `${bind(columnOf(all, name, type))}::${elementType(type)}[]`);
    const lists = json.map(
      ([name]) => `json_array_elements(${bind(jsonArray(all.map((row) => row[name] as string)))}::json)`,
    );
    const shown = columns.slice(1).map(([name, type]) => (type.endsWith('[]') ? `x.${name}::${type}` : `x.${name}`));
    const source = `(SELECT ${shown.join(', ')}
  FROM ROWS FROM (${[`unnest(${arrays.join(', ')})`, ...lists].join(', ')}) AS x(${[...plain, ...json].map(([name]) => name).join(', ')})
  WHERE (x.g IN (SELECT g FROM ok)) IS TRUE) r`;
    return `,\n${part}_w AS (${PARTS[part].sql(source)})`;
  });
  const text = `WITH input AS MATERIALIZED (SELECT * FROM unnest($1::int[], $2::uuid[], $3::int[]) AS i(g, id, version)),
held AS MATERIALIZED (SELECT i.g, c.version = i.version AS holds FROM input i JOIN rectification_case c USING (id) FOR NO KEY UPDATE OF c SKIP LOCKED),
ok AS MATERIALIZED (SELECT g FROM (SELECT g, sign(version)::int AS owed FROM input UNION ALL SELECT g, CASE WHEN holds THEN -1 ELSE 1000000 END FROM held) o
  WHERE (SELECT version FROM reference_version) = $4 GROUP BY g HAVING sum(owed) = 0)${ctes.join('')}
SELECT g FROM ok`;
  return { name: `commit-${mask(present)}`, text, values };
}

function columnOf(rows: readonly Row[], name: string, type: string): string | LaterColumn {
  const values = new Array<unknown>(rows.length);
  let isLater = false;
  for (let at = 0; at < rows.length; at += 1) {
    const value = rows[at]![name];
    values[at] = value;
    if (typeof value === 'object' && value instanceof Later) isLater = true;
  }
  return isLater ? new LaterColumn(values, (known) => arrayLiteral(known, type)) : arrayLiteral(values, type);
}

/** The statement with what was not known when it was made. */
export function withNumbers({ name, text, values }: Statement): Statement {
  return { name, text, values: values.map((value) => (value instanceof LaterColumn ? value.written() : value)) };
}

/** Texts of statements for a case alone, by name: making one costs as much as all its values. Kinds of decisions are few. */
const textsForOne = new Map<string, string>();
const MOST_TEXTS = 500;

/** The same for a case alone, with each value a parameter of its own: nothing to parse twice. Moving the case is the comparison itself. */
function forOne(
  { rows, refs }: CommitWrite,
  present: readonly Part[],
  { g, id, version }: CommitWrite['expected'][number],
): Statement {
  const values: unknown[] = [id, version, refs, g];
  const step = present.find(isStep);
  if (step !== undefined) addValues(values, rows[step]![0]!, afterId(step));
  let counts = '';
  for (const part of present) {
    const own = rows[part]!;
    counts += counts === '' ? own.length : `.${own.length}`;
    if (part !== step) for (const row of own) addValues(values, row, COLUMNS.get(part)!);
  }
  // The text follows from which kinds of rows there are and how many of each; the dots keep 1 and 12 from reading like 11 and 2.
  const name = `commit-one-${mask(present)}-${counts}`;
  let text = textsForOne.get(name);
  if (text === undefined) {
    text = textForOne(present, step, rows);
    if (textsForOne.size < MOST_TEXTS) textsForOne.set(name, text);
  }
  return { name, text, values };
}

const isStep = (part: Part): boolean => part === 'moved' || part === 'changed' || part === 'migrated';

/** What moving a case sets: the case is named apart. */
const afterId = (step: Part): [string, string][] => COLUMNS.get(step)!.filter(([name]) => name !== 'id');

function addValues(values: unknown[], row: Row, columns: readonly [string, string][]): void {
  for (const [name] of columns) values.push(row[name] ?? null);
}

/** The text of `forOne`, its places in the order in which the values are put there. */
function textForOne(present: readonly Part[], step: Part | undefined, rows: Rows): string {
  let place = 4;
  const typed = ([, type]: [string, string]): string => `$${(place += 1)}::${type.replace('!', '')}`;
  const fits = `c.version = $2 AND (SELECT version FROM reference_version) = $3`;
  const ok =
    step === undefined
      ? `SELECT c.id FROM rectification_case c WHERE c.id = $1 AND ${fits} FOR NO KEY UPDATE SKIP LOCKED`
      : `UPDATE rectification_case c SET ${afterId(step)
          .map((column) => `${column[0]} = ${typed(column)}`)
          .join(
            ', ',
          )} FROM (SELECT id FROM rectification_case WHERE id = $1 FOR NO KEY UPDATE SKIP LOCKED) free WHERE c.id = free.id AND ${fits} RETURNING c.id`;
  const ctes = present
    .filter((part) => part !== step)
    .map((part) => {
      const columns = COLUMNS.get(part)!;
      const lines = rows[part]!.map(() => `(${columns.map(typed).join(', ')})`);
      const source = `(SELECT v.* FROM ok, (VALUES ${lines.join(', ')}) AS v(${columns.map(([name]) => name).join(', ')})) r`;
      return `,\n${part}_w AS (${PARTS[part].sql(source)})`;
    });
  return `WITH ok AS ${step === undefined ? 'MATERIALIZED ' : ''}(${ok})${ctes.join('')}
SELECT $4::int AS g FROM ok`;
}

function mask(present: readonly Part[]): string {
  return present.reduce((bits, part) => bits | (1 << ORDER.indexOf(part)), 0).toString(36);
}
