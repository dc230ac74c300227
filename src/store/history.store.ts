/** Reads history: the lines of a case as they were written. */
import type { Connection } from './case.store.js';
import type { EventRecord } from '../engine/decide.js';
import type { SealedLine } from './history-line.js';

/** A line of history with its hash and the moment it was recorded. */
export interface HistoryEntry extends EventRecord {
  recordedAt: number;
  hash: string;
}

interface EventRow {
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

const COLUMNS = `case_id, seq, type, at, recorded_at, actor_id, actor_name, actor_unit_id, via, command_id,
  encode(command_digest, 'hex') AS digest, body::text AS body, encode(hash, 'hex') AS hash`;

export class HistoryStore {
  constructor(private readonly pool: Connection) {}

  /** Every event of a case, oldest first. */
  async of(caseId: string): Promise<HistoryEntry[]> {
    return (await this.lines([caseId])).map(entryOf);
  }

  /** The lines of these cases as sealed, by case and sequence. */
  async lines(caseIds: readonly string[]): Promise<SealedLine[]> {
    const { rows } = await this.pool.query<EventRow>({
      name: 'history-lines',
      text: `SELECT ${COLUMNS} FROM case_event WHERE case_id = ANY($1::uuid[]) ORDER BY case_id, seq`,
      values: [caseIds],
    });
    return rows.map(lineOf);
  }
}

function lineOf(row: EventRow): SealedLine {
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
export function entryOf(line: SealedLine): HistoryEntry {
  const body = JSON.parse(line.body) as Pick<EventRecord, 'payload' | 'before' | 'after'> &
    Partial<Pick<EventRecord, 'effects'>>;
  const { seq, type, at, recordedAt, commandId, hash } = line;
  const actor = { userId: line.actorId, name: line.actorName, unitId: line.actorUnitId, via: line.via };
  return { seq, type, at, recordedAt, actor, commandId, hash, effects: [], ...body };
}
