/** Reads history: the lines of a case as they were written. */
import { Inject, Injectable, Optional } from '@nestjs/common';
import type { EventRecord } from '../../engine/decide.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import type { Connection } from './case.store.js';
import type { ChainedLine } from './history-line.js';

/** A line of history with its hash and the moment it was recorded. */
export interface HistoryEntry extends EventRecord {
  recordedAt: number;
  hash: string;
}

/** A line as it is read. */
export interface EventRow {
  case_id: string;
  seq: number;
  type: string;
  at: Date;
  recorded_at: Date;
  actor_id: string | null;
  actor_name: string;
  actor_unit_id: string | null;
  via: string;
  command_id: string | null;
  digest: string | null;
  body: string;
  hash: string;
}

/** Columns of EventRow in a SELECT over case_event. */
export const LINE_COLUMNS = `case_id, seq, type, at, recorded_at, actor_id, actor_name, actor_unit_id, via, command_id,
  encode(command_digest, 'hex') AS digest, body::text AS body, encode(hash, 'hex') AS hash`;

/** Where the lines of a case are that the database does not hold; a class, so that it can be asked for by name. */
export abstract class ArchivedLines {
  /** The lines, undefined where the case is not archived. Throws a Refused (case.archived) where they are out of reach. */
  abstract of(caseId: string): Promise<ChainedLine[] | undefined>;
}

/** The lines of these cases as chained, by case and sequence. */
export async function linesOf(on: Connection, caseIds: readonly string[]): Promise<ChainedLine[]> {
  const { rows } = await on.query<EventRow>({
    name: 'history-lines',
    text: `SELECT ${LINE_COLUMNS} FROM case_event WHERE case_id = ANY($1::uuid[]) ORDER BY case_id, seq`,
    values: [caseIds],
  });
  return rows.map(lineOf);
}

@Injectable()
export class HistoryStore {
  constructor(
    @Inject(DATABASE) private readonly database: Pick<Database, 'pool'>,
    @Optional() private readonly archived?: ArchivedLines,
  ) {}

  /** Every event of a case, oldest first, also of an archived one. Throws a Refused (case.archived) where these cannot be read here. */
  async of(caseId: string): Promise<HistoryEntry[]> {
    const { pool } = this.database;
    const lines = await linesOf(pool, [caseId]);
    if (lines.length > 0) return lines.map(entryOf);
    // A case has a first line always: none here means that they are in a file, or came back a moment ago.
    return ((await this.archived?.of(caseId)) ?? (await linesOf(pool, [caseId]))).map(entryOf);
  }
}

/** The line of a row. */
export function lineOf(row: EventRow): ChainedLine {
  return {
    caseId: row.case_id,
    seq: row.seq,
    type: row.type,
    at: row.at.getTime(),
    recordedAt: row.recorded_at.getTime(),
    actorId: row.actor_id,
    actorName: row.actor_name,
    actorUnitId: row.actor_unit_id,
    via: row.via,
    commandId: row.command_id,
    digest: row.digest,
    body: row.body,
    hash: row.hash,
  };
}

/** The event a line tells of. */
export function entryOf(line: ChainedLine): HistoryEntry {
  const body = JSON.parse(line.body) as Pick<EventRecord, 'payload' | 'before' | 'after'> &
    Partial<Pick<EventRecord, 'effects' | 'inNameOf'>>;
  const { seq, type, at, recordedAt, commandId, hash } = line;
  const actor = { userId: line.actorId, name: line.actorName, unitId: line.actorUnitId, via: line.via };
  return { seq, type, at, recordedAt, actor, commandId, hash, effects: [], ...body };
}
