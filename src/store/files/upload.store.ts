/** Files on their way in, piece by piece in the database, so that any server can take the next piece. */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { inTransaction } from '../database/transaction.js';

export interface UploadRow {
  id: string;
  personId: string;
  caseId: string;
  name: string;
  /** Bytes, of the whole file and of what is there. */
  size: number;
  taken: number;
  /** Null until it is whole and has become an attachment. */
  attachmentId: string | null;
  expiresAt: Date;
}

export interface NewUpload {
  personId: string;
  /** The sender's own, a UUID: beginning twice with it is beginning once. */
  key: string;
  caseId: string;
  name: string;
  size: number;
  expiresAt: number;
  now: number;
}

/** What may be open at once: uploads and bytes of one person, bytes of all. */
export interface UploadBounds {
  uploadsOfPerson: number;
  bytesOfPerson: number;
  bytesOfAll: number;
}

const ROW = `id, person_id AS "personId", case_id AS "caseId", name, size, taken, attachment_id AS "attachmentId", expires_at AS "expiresAt"`;

@Injectable()
export class UploadStore {
  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'pool'>) {}

  /** The upload of this key, begun now or before; or which bound it would exceed. */
  async begin(given: NewUpload, bounds: UploadBounds): Promise<UploadRow | 'person' | 'all'> {
    const { personId, key, caseId, name, size, expiresAt, now } = given;
    return inTransaction(this.database.pool, async (client) => {
      // One beginning of a person at a time, so that many together do not pass the bounds together.
      await client.query('SELECT id FROM person WHERE id = $1 FOR NO KEY UPDATE', [personId]);
      const { rows: there } = await client.query<UploadRow>(
        `SELECT ${ROW} FROM upload WHERE person_id = $1 AND key = $2`,
        [personId, key],
      );
      if (there[0] !== undefined) return there[0];
      const { rows: open } = await client.query<{ mine: number; bytes: number; all: number }>(
        `SELECT count(*) FILTER (WHERE person_id = $1)::int AS mine, coalesce(sum(size) FILTER (WHERE person_id = $1), 0)::float8 AS bytes,
           coalesce(sum(size), 0)::float8 AS "all" FROM upload WHERE attachment_id IS NULL AND expires_at > $2`,
        [personId, new Date(now)],
      );
      const { mine, bytes, all } = open[0]!;
      if (mine >= bounds.uploadsOfPerson || bytes + size > bounds.bytesOfPerson) return 'person';
      if (all + size > bounds.bytesOfAll) return 'all';
      const { rows } = await client.query<UploadRow>(
        `INSERT INTO upload (id, person_id, key, case_id, name, size, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING ${ROW}`,
        [uuid(), personId, key, caseId, name, size, new Date(expiresAt)],
      );
      return rows[0]!;
    });
  }

  /** The person's upload; undefined where there is none or its time is over. */
  async find(id: string, personId: string, now: number): Promise<UploadRow | undefined> {
    const { rows } = await this.database.pool.query<UploadRow>(
      `SELECT ${ROW} FROM upload WHERE id = $1 AND person_id = $2 AND expires_at > $3`,
      [id, personId, new Date(now)],
    );
    return rows[0];
  }

  /** Appends bytes at `start`, if that is where the file has come to; its new length, undefined where it was not. */
  async append(id: string, start: number, bytes: Buffer, expiresAt: number): Promise<number | undefined> {
    const { rows } = await this.database.pool.query<{ taken: number }>(
      `WITH moved AS (
         UPDATE upload SET taken = taken + $3::int, expires_at = $5
         WHERE id = $1 AND taken = $2::int AND taken + $3::int <= size AND attachment_id IS NULL RETURNING id, taken),
       piece AS (INSERT INTO upload_piece (upload_id, start, bytes) SELECT id, $2::int, $4::bytea FROM moved)
       SELECT taken FROM moved`,
      [id, start, bytes.length, bytes, new Date(expiresAt)],
    );
    return rows[0]?.taken;
  }

  /** All bytes that are there, in order. */
  async bytes(id: string): Promise<Buffer> {
    const { rows } = await this.database.pool.query<{ bytes: Buffer }>(
      'SELECT bytes FROM upload_piece WHERE upload_id = $1 ORDER BY start',
      [id],
    );
    return Buffer.concat(rows.map(({ bytes }) => bytes));
  }

  /** Notes what it became and lets the pieces go; the note stays until its time is over, for a sender who has not heard of it. */
  async finished(id: string, attachmentId: string): Promise<void> {
    await this.database.pool.query(
      `WITH pieces AS (DELETE FROM upload_piece WHERE upload_id = $1)
       UPDATE upload SET attachment_id = $2 WHERE id = $1`,
      [id, attachmentId],
    );
  }

  /** Forgets the upload and its pieces. */
  async forget(id: string): Promise<void> {
    await this.database.pool.query('DELETE FROM upload WHERE id = $1', [id]);
  }

  /** Forgets those whose time is over; how many. */
  async forgetExpired(now: number): Promise<number> {
    const { rowCount } = await this.database.pool.query('DELETE FROM upload WHERE expires_at <= $1', [new Date(now)]);
    return rowCount ?? 0;
  }
}
