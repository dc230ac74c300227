/** Ledgers that were sent and wait for their confirmation, encrypted: file and answers hold names of people. */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { inTransaction } from '../database/transaction.js';
import { Cipher } from './cipher.js';

/** A draft without its file; instants in epoch milliseconds. */
export interface LedgerDraftShown {
  id: string;
  fileName: string;
  /** What its owner answered so far, as it was sent. */
  choices: object;
  /** Counts the changes of the choices. */
  version: number;
  /** The import it was confirmed into. */
  importId: string | null;
  createdAt: number;
  expiresAt: number;
}

interface DraftRow {
  id: string;
  fileName: string;
  choices: Buffer;
  version: number;
  importId: string | null;
  createdAt: Date;
  expiresAt: Date;
}

const ROW = `id, file_name AS "fileName", choices, version, import_id AS "importId", created_at AS "createdAt", expires_at AS "expiresAt"`;

@Injectable()
export class LedgerDraftStore {
  constructor(
    @Inject(DATABASE) private readonly database: Pick<Database, 'pool'>,
    private readonly cipher: Cipher,
  ) {}

  /** Keeps the file of a person; undefined where they have `most` drafts already. */
  async keep(
    given: { personId: string; fileName: string; bytes: Buffer; choices: object; now: number; expiresAt: number },
    most: number,
  ): Promise<LedgerDraftShown | undefined> {
    const { personId, fileName, bytes, choices, now, expiresAt } = given;
    const id = uuid();
    const content = this.cipher.encryptBytes(bytes, `${id}/content`);
    return inTransaction(this.database.pool, async (client) => {
      // One sending of a person at a time, so that many together do not pass the bound together.
      await client.query('SELECT id FROM person WHERE id = $1 FOR NO KEY UPDATE', [personId]);
      const { rows: there } = await client.query<{ n: number }>(
        'SELECT count(*)::int AS n FROM ledger_draft WHERE person_id = $1 AND expires_at > $2 AND import_id IS NULL',
        [personId, new Date(now)],
      );
      if (there[0]!.n >= most) return undefined;
      const { rows } = await client.query<DraftRow>(
        `INSERT INTO ledger_draft (id, person_id, file_name, content, choices, version, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, 0, $6, $7) RETURNING ${ROW}`,
        [id, personId, fileName, content, this.closed(id, choices), new Date(now), new Date(expiresAt)],
      );
      return this.shown(rows[0]!);
    });
  }

  /** The person's own, newest first, those that are over left out. */
  async listOf(personId: string, now: number): Promise<LedgerDraftShown[]> {
    const { rows } = await this.database.pool.query<DraftRow>(
      `SELECT ${ROW} FROM ledger_draft WHERE person_id = $1 AND expires_at > $2 AND import_id IS NULL ORDER BY created_at DESC, id`,
      [personId, new Date(now)],
    );
    return rows.map((row) => this.shown(row));
  }

  /** The person's own draft; undefined for any other, and once its time is over. */
  async find(id: string, personId: string, now: number): Promise<LedgerDraftShown | undefined> {
    const { rows } = await this.database.pool.query<DraftRow>(
      `SELECT ${ROW} FROM ledger_draft WHERE id = $1 AND person_id = $2 AND expires_at > $3`,
      [id, personId, new Date(now)],
    );
    return rows[0] === undefined ? undefined : this.shown(rows[0]);
  }

  /** The file as it was sent. */
  async bytes(id: string): Promise<Buffer | undefined> {
    const { rows } = await this.database.pool.query<{ content: Buffer }>(
      'SELECT content FROM ledger_draft WHERE id = $1',
      [id],
    );
    return rows[0] === undefined ? undefined : this.cipher.decryptBytes(rows[0].content, `${id}/content`);
  }

  /** Keeps other choices where `version` is still the last; whether it was. */
  async answer(id: string, version: number, choices: object): Promise<boolean> {
    const { rowCount } = await this.database.pool.query(
      'UPDATE ledger_draft SET choices = $3, version = version + 1 WHERE id = $1 AND version = $2 AND import_id IS NULL',
      [id, version, this.closed(id, choices)],
    );
    return rowCount === 1;
  }

  /** Notes the import it becomes; of two confirmations the first counts, and `former` may be taken over from one that was cut off. */
  async confirm(id: string, importId: string, former: string | null): Promise<boolean> {
    const { rowCount } = await this.database.pool.query(
      'UPDATE ledger_draft SET import_id = $2 WHERE id = $1 AND import_id IS NOT DISTINCT FROM $3::uuid',
      [id, importId, former],
    );
    return rowCount === 1;
  }

  /** Opens it again for the rows that are left. */
  async release(id: string, importId: string): Promise<void> {
    await this.database.pool.query(
      'UPDATE ledger_draft SET import_id = NULL, version = version + 1 WHERE id = $1 AND import_id = $2',
      [id, importId],
    );
  }

  /** Forgets the draft with its file. */
  async forget(id: string): Promise<void> {
    await this.database.pool.query('DELETE FROM ledger_draft WHERE id = $1', [id]);
  }

  /** Forgets those whose time is over; how many. */
  async forgetExpired(now: number): Promise<number> {
    const { rowCount } = await this.database.pool.query('DELETE FROM ledger_draft WHERE expires_at <= $1', [
      new Date(now),
    ]);
    return rowCount ?? 0;
  }

  private closed(id: string, choices: object): Buffer {
    return this.cipher.encrypt(JSON.stringify(choices), `${id}/choices`);
  }

  private shown({ choices, createdAt, expiresAt, ...row }: DraftRow): LedgerDraftShown {
    return {
      ...row,
      choices: JSON.parse(this.cipher.decrypt(choices, `${row.id}/choices`)) as object,
      createdAt: createdAt.getTime(),
      expiresAt: expiresAt.getTime(),
    };
  }
}
