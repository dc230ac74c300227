/** Files of cases: the bytes once under their SHA-256, in the database, since several servers share it. */
import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Database } from './database.js';
import { DATABASE } from './database-token.js';
import { inTransaction } from './transaction.js';

export interface NewAttachment {
  name: string;
  mediaType: string;
  bytes: Buffer;
}

export interface AttachmentRow {
  id: string;
  caseId: string;
  /** Hex. */
  sha256: string;
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  at: Date;
}

/** Whose case it is, for the rule of visibility. */
export interface CaseUnitsRow {
  officeUnitId: string | null;
  leadUnitId: string | null;
  supportingUnitIds: string[];
  stage: string;
}

const UNITS = `c.office_unit_id AS "officeUnitId", c.lead_unit_id AS "leadUnitId", c.supporting_unit_ids AS "supportingUnitIds", c.stage`;

@Injectable()
export class AttachmentStore {
  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'pool'>) {}

  /** The units of a case; undefined where there is no such case. */
  async unitsOf(caseId: string): Promise<CaseUnitsRow | undefined> {
    const { rows } = await this.database.pool.query<CaseUnitsRow>(
      `SELECT ${UNITS} FROM rectification_case c WHERE c.id = $1`,
      [caseId],
    );
    return rows[0];
  }

  /** Number of files the case has. */
  async countOf(caseId: string): Promise<number> {
    const { rows } = await this.database.pool.query<{ n: number }>(
      'SELECT count(*) AS n FROM attachment WHERE case_id = $1',
      [caseId],
    );
    return rows[0]!.n;
  }

  /** Adds the files, all or none. The same bytes for the same case under the same name are the attachment that is there already. */
  async add(
    caseId: string,
    files: readonly NewAttachment[],
    by: { personId: string | null; at: number },
  ): Promise<AttachmentRow[]> {
    const hashed = files.map((file) => ({ ...file, sha256: createHash('sha256').update(file.bytes).digest('hex') }));
    // In one order everywhere, so that two uploads of the same files never wait for each other in a ring.
    const inOrder = [...hashed].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
    return inTransaction(this.database.pool, async (client) => {
      for (const { sha256, bytes } of inOrder) {
        await client.query(
          `INSERT INTO attachment_blob (sha256, bytes) VALUES (decode($1, 'hex'), $2) ON CONFLICT DO NOTHING`,
          [sha256, bytes],
        );
      }
      const rows: AttachmentRow[] = [];
      for (const { sha256, name, mediaType, bytes } of hashed) {
        const { rows: there } = await client.query<{ id: string; at: Date }>(
          `SELECT id, at FROM attachment WHERE case_id = $1 AND sha256 = decode($2, 'hex') AND name = $3 AND person_id IS NOT DISTINCT FROM $4`,
          [caseId, sha256, name, by.personId],
        );
        const { id, at } = there[0] ?? { id: uuid(), at: new Date(by.at) };
        if (there[0] === undefined) {
          await client.query(
            `INSERT INTO attachment (id, case_id, sha256, name, media_type, size, person_id, at)
             VALUES ($1, $2, decode($3, 'hex'), $4, $5, $6, $7, $8)`,
            [id, caseId, sha256, name, mediaType, bytes.length, by.personId, at],
          );
        }
        rows.push({ id, caseId, sha256, name, mediaType, size: bytes.length, at });
      }
      return rows;
    });
  }

  /** The attachment with the units of its case, without its bytes; undefined where there is none. */
  async find(id: string): Promise<(AttachmentRow & CaseUnitsRow) | undefined> {
    const { rows } = await this.database.pool.query<AttachmentRow & CaseUnitsRow>(
      `SELECT a.id, a.case_id AS "caseId", encode(a.sha256, 'hex') AS sha256, a.name, a.media_type AS "mediaType", a.size, a.at, ${UNITS}
       FROM attachment a JOIN rectification_case c ON c.id = a.case_id WHERE a.id = $1`,
      [id],
    );
    return rows[0];
  }

  /** The bytes under a hash (hex). */
  async bytes(sha256: string): Promise<Buffer> {
    const { rows } = await this.database.pool.query<{ bytes: Buffer }>(
      `SELECT bytes FROM attachment_blob WHERE sha256 = decode($1, 'hex')`,
      [sha256],
    );
    return rows[0]!.bytes;
  }
}
