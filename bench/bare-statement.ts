/** The limit the executor is held against: the same rows written by bare `pg`, one transaction an event as one prepared statement. */
import type { Part, Rows } from '../src/store/cases/commit-parts.js';

/** Parts that are plain inserts, and their tables. */
export const TABLES: Partial<Record<Part, string>> = {
  events: 'case_event',
  orders: 'supervision_order',
  visits: 'visit',
  messages: 'message',
  figures: 'report_fresh',
  deltas: 'report_delta',
  texts: 'case_text',
};

/** Columns of a case that change; the same as the executor writes. */
export const FIXED = new Set([
  'g',
  'id',
  'number',
  'workflow_name',
  'workflow_version',
  'workflow_hash',
  'source',
  'track',
  'office_unit_id',
  'meeting_id',
  'plan_id',
  'external_key',
  'collected_at',
  'collected_on',
  'raised_outside',
]);

export interface BareWrite {
  caseId: string;
  name: string;
  text: string;
  values: unknown[];
}

/** The leanest statement for these rows: scalar parameters, one compare-and-set of the case, plain inserts and deletes. */
export function bareStatement(caseId: string, expectedVersion: number, rows: Rows): BareWrite {
  const values: unknown[] = [];
  const bind = (value: unknown): string => {
    values.push(value !== null && typeof value === 'object' && !Array.isArray(value) ? JSON.stringify(value) : value);
    return `$${values.length}`;
  };
  const shape: string[] = [];
  const ctes: string[] = [];
  const changed = (rows.changed ?? rows.moved)?.[0];
  if (changed === undefined) throw new Error('only commands on cases that exist are measured');
  const columns = Object.keys(changed).filter((column) => !FIXED.has(column));
  ctes.push(
    `u AS (UPDATE rectification_case SET ${columns.map((column) => `${column} = ${bind(changed[column])}`).join(', ')}
       WHERE id = ${bind(caseId)} AND version = ${bind(expectedVersion)} RETURNING id)`,
  );
  (rows.disarmed ?? []).forEach((row, at) => {
    shape.push('d');
    ctes.push(
      `d${at} AS (DELETE FROM case_timer t USING u WHERE t.case_id = u.id AND t.timer_id = ${bind(row['timer_id'])})`,
    );
  });
  (rows.armed ?? []).forEach((row, at) => {
    shape.push('a');
    ctes.push(
      `a${at} AS (INSERT INTO case_timer (case_id, timer_id, due_at) SELECT u.id, ${bind(row['timer_id'])}, ${bind(row['due_at'])}::timestamptz FROM u)`,
    );
  });
  for (const [part, table] of Object.entries(TABLES) as [Part, string][]) {
    (rows[part] ?? []).forEach((row, at) => {
      const own = Object.keys(row).filter((column) => column !== 'g' && column !== 'case_id');
      shape.push(part);
      const cells = own.map((column) => `${bind(row[column])}${CASTS[column] ?? ''}`);
      ctes.push(
        `${part}${at} AS (INSERT INTO ${table} (case_id, ${own.join(', ')}) SELECT u.id, ${cells.join(', ')} FROM u)`,
      );
    });
  }
  const name = `bare-${shape.join('-')}`.slice(0, 60);
  return { caseId, name, text: `WITH ${ctes.join(',\n')} SELECT id FROM u`, values };
}

/** Types that a parameter in a SELECT list must be told. */
export const CASTS: Record<string, string> = {
  id: '::uuid',
  seq: '::int',
  at: '::timestamptz',
  recorded_at: '::timestamptz',
  actor_id: '::uuid',
  actor_unit_id: '::uuid',
  command_id: '::uuid',
  command_digest: '::bytea',
  body: '::json',
  hash: '::bytea',
  period: '::int',
  issued_at: '::timestamptz',
  reply_due_on: '::date',
  unit_id: '::uuid',
  person_id: '::uuid',
  round: '::int',
  ratings: '::json',
  duration_seconds: '::int',
  next_attempt_on: '::date',
  deliver_at: '::timestamptz',
  created_at: '::timestamptz',
  day: '::date',
  measures: '::text[]',
  buckets: '::int[]',
  deltas: '::smallint[]',
  beside: '::uuid[]',
  bucket: '::int',
  delta: '::smallint',
  category_id: '::uuid',
  meeting_id: '::uuid',
  collected_on: '::date',
  taken_over: '::boolean',
  office_unit_id: '::uuid',
};
