/** Which histories are archived in files: reads and writes the rows that say so, and moves lines out of the database and back. */
import type { Day } from '../../domain/day.js';
import type { CaseContext, StateValue, WorkflowRef } from '../../domain/case.js';
import type { Connection, Transaction } from '../cases/case.store.js';
import { lineOf, LINE_COLUMNS, type EventRow } from '../cases/history.store.js';
import type { ChainedLine } from '../cases/history-line.js';

/** A case as history is held against it. `head` hex. */
export interface StoredCase {
  id: string;
  number: string;
  version: number;
  head: string;
  state: StateValue;
  context: CaseContext;
  workflow: WorkflowRef;
}

/** A case whose history is archived. */
export interface ArchivedRow {
  caseId: string;
  number: string;
  fileId: string;
  file: string;
  /** Hash of the last line, hex. */
  head: string;
  lines: number;
  archivedAt: Date;
}

export interface ArchiveFileRow {
  id: string;
  name: string;
  /** Hex. */
  sha256: string;
  /** Cases of it that are archived now. */
  archived: number;
}

/** Who moves, when. */
export interface Mover {
  personId: string;
  at: number;
}

/** The last closing day that may be archived for cases pinned to a workflow of this hash. */
export interface Limit {
  hash: string;
  through: Day;
}

/** How many closed cases of the years asked for stay, and why. */
export interface Kept {
  /** May still be reopened, or their workflow is not known here. */
  recent: number;
  /** A timer is armed or parked, an order awaits its signature, or its fate is that of a case that is still here. */
  waiting: number;
  /** Archived already. */
  archived: number;
}

export const STORED_COLUMNS = `c.id, c.number, c.version, encode(c.head, 'hex') AS head, c.state, c.context,
  json_build_object('name', c.workflow_name, 'version', c.workflow_version, 'hash', c.workflow_hash) AS workflow`;
const ARCHIVED = `SELECT FROM case_archive a WHERE a.case_id = c.id AND a.returned_at IS NULL`;
const isAway = (id: string): string =>
  `EXISTS (SELECT FROM case_archive a WHERE a.case_id = (${id})::uuid AND a.returned_at IS NULL)`;
/** Whose fate is another's gets a line when that one is resolved or reopened: what was merged after its assignment follows its target into the archive,
 *  what was split its parts. */
const SHARING = `((c.outcome = 'merged' AND (c.context ->> 'departed' IS NOT NULL OR c.context #>> '{origin,kind}' = 'split')
    AND NOT ${isAway(`c.context ->> 'mergedInto'`)})
  OR (c.context ->> 'parts')::int - 1 > (SELECT count(*) FROM json_array_elements(c.context -> 'fates') f
    WHERE f ->> 'kind' = 'part' AND (f ->> 'cameBack' IS NOT NULL OR ${isAway(`f ->> 'caseId'`)})))`;
const WAITING = `(${SHARING} IS TRUE OR EXISTS (SELECT FROM case_timer t WHERE t.case_id = c.id)
  OR EXISTS (SELECT FROM supervision_order o WHERE o.case_id = c.id AND o.status = 'proposed'))`;
const LIMITS = `SELECT * FROM unnest($2::text[], $3::date[]) AS l (hash, through)`;

const limitValues = (through: Day, limits: readonly Limit[]): unknown[] => [
  through,
  limits.map(({ hash }) => hash),
  limits.map((limit) => limit.through),
];

/** Cases closed not later than `through` and their limits, nothing waiting on them, not archived yet; by number, after `after`. */
export async function archivable(
  on: Connection,
  through: Day,
  limits: readonly Limit[],
  after: string,
  most: number,
): Promise<StoredCase[]> {
  const { rows } = await on.query<StoredCase>(
    `WITH l AS (${LIMITS})
     SELECT ${STORED_COLUMNS} FROM rectification_case c JOIN l ON l.hash = c.workflow_hash AND c.closed_on <= l.through
     WHERE c.stage = 'closed' AND c.closed_on <= $1 AND c.number > $4 AND NOT ${WAITING} AND NOT EXISTS (${ARCHIVED})
     ORDER BY c.number LIMIT $5`,
    [...limitValues(through, limits), after, most],
  );
  return rows;
}

/** How many cases and lines `archivable` would give, and how many closed ones stay. */
export async function countArchivable(
  on: Connection,
  through: Day,
  limits: readonly Limit[],
): Promise<{ cases: number; lines: number } & Kept> {
  const { rows } = await on.query<{ cases: number; lines: number } & Kept>(
    `WITH l AS (${LIMITS}), c AS MATERIALIZED (
       SELECT c.version, EXISTS (${ARCHIVED}) AS archived, ${WAITING} AS waiting, coalesce(c.closed_on > l.through, true) AS recent
       FROM rectification_case c LEFT JOIN l ON l.hash = c.workflow_hash WHERE c.stage = 'closed' AND c.closed_on <= $1)
     SELECT count(*) FILTER (WHERE NOT (archived OR waiting OR recent))::int AS cases,
       coalesce(sum(version) FILTER (WHERE NOT (archived OR waiting OR recent)), 0)::float8 AS lines,
       count(*) FILTER (WHERE archived)::int AS archived, count(*) FILTER (WHERE NOT archived AND recent)::int AS recent,
       count(*) FILTER (WHERE NOT archived AND NOT recent AND waiting)::int AS waiting FROM c`,
    limitValues(through, limits),
  );
  return rows[0]!;
}

/** Locks these cases and answers those that still are as they were read: closed, at this version, nothing waiting, not archived. */
export async function lockUnchanged(on: Transaction, cases: readonly StoredCase[]): Promise<Set<string>> {
  const ids = cases.map(({ id }) => id);
  await on.query('SELECT id FROM rectification_case WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', [ids]);
  // A statement of its own: it sees what was committed while the locks were waited for.
  const { rows } = await on.query<{ id: string }>(
    `SELECT c.id FROM rectification_case c
       JOIN unnest($1::uuid[], $2::int[], $3::text[]) AS w (id, version, head)
         ON w.id = c.id AND w.version = c.version AND w.head = encode(c.head, 'hex')
     WHERE c.stage = 'closed' AND NOT ${WAITING} AND NOT EXISTS (${ARCHIVED})`,
    [ids, cases.map(({ version }) => version), cases.map(({ head }) => head)],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Takes the lines of these cases out of the database, keeps the ids of their commands, and answers what was taken. */
export async function takeLines(on: Transaction, ids: readonly string[]): Promise<ChainedLine[]> {
  const { rows } = await on.query<EventRow>(
    `WITH gone AS (DELETE FROM case_event WHERE case_id = ANY($1::uuid[]) RETURNING *),
     kept AS (INSERT INTO archived_command (command_id, case_id, seq, command_digest)
       SELECT command_id, case_id, seq, command_digest FROM gone WHERE command_id IS NOT NULL)
     SELECT ${LINE_COLUMNS} FROM gone ORDER BY case_id, seq`,
    [ids],
  );
  return rows.map(lineOf);
}

/** What stays of an archived case. */
export interface Departure {
  caseId: string;
  head: string;
  lines: number;
  effects: Record<string, number>;
  said: object[];
}

/** Writes down which file holds these cases. */
export async function recordDepartures(
  on: Transaction,
  file: { id: string; name: string; sha256: string; bytes: number; cases: number; lines: number },
  departures: readonly Departure[],
  { personId, at }: Mover,
): Promise<void> {
  // The same histories archived again after they were back give the same file.
  const { rows } = await on.query<{ id: string }>(
    `INSERT INTO archive_file (id, name, sha256, bytes, cases, lines) VALUES ($1, $2, decode($3, 'hex'), $4, $5, $6)
     ON CONFLICT (sha256) DO UPDATE SET bytes = excluded.bytes RETURNING id`,
    [file.id, file.name, file.sha256, file.bytes, file.cases, file.lines],
  );
  await on.query(
    `INSERT INTO case_archive (case_id, archived_at, archived_by, file_id, head, lines, effects, said)
     SELECT "caseId", $2, $3, $4, decode(head, 'hex'), lines, effects, said
     FROM json_to_recordset($1::json) AS d ("caseId" uuid, head text, lines int, effects json, said json)`,
    [JSON.stringify(departures), new Date(at), personId, rows[0]!.id],
  );
}

/** False for a database of a release that did not archive: history can be checked before an upgrade too. */
export async function knowsArchives(on: Connection): Promise<boolean> {
  const { rows } = await on.query<{ known: boolean }>(`SELECT to_regclass('case_archive') IS NOT NULL AS known`);
  return rows[0]!.known;
}

/** Those of the cases whose history is archived, by id. */
export async function archivedRows(on: Connection, ids: readonly string[]): Promise<Map<string, ArchivedRow>> {
  const { rows } = await on.query<ArchivedRow>({
    name: 'archived-cases',
    text: `SELECT a.case_id AS "caseId", c.number, a.file_id AS "fileId", f.name AS file, encode(a.head, 'hex') AS head, a.lines,
        a.archived_at AS "archivedAt"
      FROM case_archive a JOIN archive_file f ON f.id = a.file_id JOIN rectification_case c ON c.id = a.case_id
      WHERE a.case_id = ANY($1::uuid[]) AND a.returned_at IS NULL`,
    values: [ids],
  });
  return new Map(rows.map((row) => [row.caseId, row]));
}

/** The files that hold a history that is archived, by name; with `sha256` only that one, also when everything of it is back. */
export async function archiveFiles(on: Connection, sha256?: string): Promise<ArchiveFileRow[]> {
  const { rows } = await on.query<ArchiveFileRow>(
    `SELECT f.id, f.name, encode(f.sha256, 'hex') AS sha256,
       (SELECT count(*)::int FROM case_archive a WHERE a.file_id = f.id AND a.returned_at IS NULL) AS archived
     FROM archive_file f
     WHERE CASE WHEN $1::text IS NULL THEN EXISTS (SELECT FROM case_archive a WHERE a.file_id = f.id AND a.returned_at IS NULL)
       ELSE f.sha256 = decode($1, 'hex') END ORDER BY f.name`,
    [sha256 ?? null],
  );
  return rows;
}

/** Numbers of the cases of a file that are archived. */
export async function archivedNumbers(on: Connection, fileId: string): Promise<string[]> {
  const { rows } = await on.query<{ number: string }>(
    `SELECT c.number FROM case_archive a JOIN rectification_case c ON c.id = a.case_id
     WHERE a.file_id = $1 AND a.returned_at IS NULL ORDER BY 1`,
    [fileId],
  );
  return rows.map(({ number }) => number);
}

/** Marks these cases of a file as back, forgets the ids of their commands here (they stand in history again), and answers which. */
export async function recordReturns(
  on: Transaction,
  fileId: string,
  ids: readonly string[],
  { personId, at }: Mover,
): Promise<Set<string>> {
  const { rows } = await on.query<{ id: string }>(
    `UPDATE case_archive SET returned_at = $3, returned_by = $4
     WHERE file_id = $1 AND case_id = ANY($2::uuid[]) AND returned_at IS NULL RETURNING case_id AS id`,
    [fileId, ids, new Date(at), personId],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Puts lines back as they were, and takes the ids of their commands out of the list of archived ones. */
export async function putLines(on: Transaction, lines: readonly ChainedLine[]): Promise<void> {
  await on.query('DELETE FROM archived_command WHERE command_id = ANY($1::uuid[])', [
    lines.flatMap(({ commandId }) => (commandId === null ? [] : [commandId])),
  ]);
  await on.query(
    `INSERT INTO case_event (case_id, seq, type, at, recorded_at, actor_id, actor_name, actor_unit_id, via, command_id, command_digest, body, hash)
     SELECT "caseId", seq, type, to_timestamp(at / 1000.0), to_timestamp("recordedAt" / 1000.0), "actorId", "actorName", "actorUnitId", via,
       "commandId", decode(digest, 'hex'), body::json, decode(hash, 'hex')
     FROM json_to_recordset($1::json) AS l ("caseId" uuid, seq int, type text, at numeric, "recordedAt" numeric, "actorId" uuid,
       "actorName" text, "actorUnitId" uuid, via text, "commandId" uuid, digest text, body text, hash text)`,
    [JSON.stringify(lines)],
  );
}
