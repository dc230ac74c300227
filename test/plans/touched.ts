/** What a read touches: the statements it sends, and of each its plan with the rows that were really met. */
import { createRequire } from 'node:module';
import pg, { type Pool, type PoolClient } from 'pg';

// As `pg` sends a value; it is not among its types.
const { prepareValue } = createRequire(__filename)('pg/lib/utils') as { prepareValue: (value: unknown) => unknown };

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: PlanNode[];
}

interface Sent {
  text: string;
  values: unknown[];
}

/** Of all statements of one read together. */
export interface Touched {
  indexes: string[];
  /** Rows met in each table, whether they were then wanted or not. */
  rows: Record<string, number>;
}

/** Runs `read`, and then each statement that it sent once more, with its plan: in the transaction of `on` where that is one. */
export async function touchedBy(on: Pool | PoolClient, read: () => Promise<unknown>): Promise<Touched> {
  const sent = await sentBy(on, read);
  const touched: Touched = { indexes: [], rows: {} };
  let settings: string | undefined;
  for (const { text, values } of sent) {
    const begun = /^BEGIN[^;]*(?:;(.*))?$/s.exec(text);
    if (begun !== null) settings = begun[1];
    else if (/^(COMMIT|ROLLBACK)/.test(text)) settings = undefined;
    if (!/^(SELECT|WITH)/.test(text)) continue;
    const { rows } =
      settings === undefined
        ? await on.query<Explained>(`${EXPLAIN} ${text}`, values)
        : await explainedUnder(settings, on, text, values);
    gather(rows[0]!['QUERY PLAN'][0]!.Plan, touched);
  }
  touched.indexes.sort();
  return touched;
}

const EXPLAIN = 'EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON)';
interface Explained {
  'QUERY PLAN': { Plan: PlanNode }[];
}

/** As the statement was sent: prepared, in a transaction with these settings, which may decide about its plan. */
async function explainedUnder(
  settings: string,
  on: Pool | PoolClient,
  text: string,
  values: unknown[],
): Promise<pg.QueryResult<Explained>> {
  const client = 'totalCount' in on ? await on.connect() : on;
  const literals = values.map((value) => (value === null ? 'NULL' : pg.escapeLiteral(String(prepareValue(value)))));
  try {
    await client.query(`BEGIN; ${settings}`);
    await client.query(`PREPARE touched AS ${text}`);
    return await client.query<Explained>(`${EXPLAIN} EXECUTE touched (${literals.join(', ')})`);
  } finally {
    await client.query('ROLLBACK; DEALLOCATE ALL');
    if (client !== on) client.release(true);
  }
}

/** What goes through the pool, or through a connection that is taken from it meanwhile. */
async function sentBy(on: Pool | PoolClient, read: () => Promise<unknown>): Promise<Sent[]> {
  const sent: Sent[] = [];
  const restored: (() => void)[] = [];
  const watch = (one: Pool | PoolClient): void => {
    const query = one.query.bind(one) as (first: string | Sent, ...rest: unknown[]) => unknown;
    const watched = (first: string | Sent, ...rest: unknown[]): unknown => {
      const [values] = rest;
      sent.push(typeof first === 'string' ? { text: first, values: Array.isArray(values) ? values : [] } : first);
      return query(first, ...rest);
    };
    Object.assign(one, { query: watched });
    restored.push(() => Reflect.deleteProperty(one, 'query'));
  };
  watch(on);
  if ('totalCount' in on) {
    const connect = on.connect.bind(on) as (then?: unknown) => Promise<PoolClient>;
    // With a callback it is the pool itself that asks, for a statement that has been seen.
    const watched = async (then?: unknown): Promise<PoolClient | undefined> => {
      if (then !== undefined) return void connect(then);
      const client = await connect();
      watch(client);
      return client;
    };
    Object.assign(on, { connect: watched });
    restored.push(() => Reflect.deleteProperty(on, 'connect'));
  }
  try {
    await read();
  } finally {
    for (const restore of restored) restore();
  }
  return sent;
}

function gather(node: PlanNode, touched: Touched): void {
  const { 'Relation Name': table, 'Index Name': index } = node;
  if (index !== undefined && !touched.indexes.includes(index)) touched.indexes.push(index);
  if (table !== undefined) {
    const met =
      node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
    touched.rows[table] = (touched.rows[table] ?? 0) + Math.round(met * node['Actual Loops']);
  }
  for (const below of node.Plans ?? []) gather(below, touched);
}
