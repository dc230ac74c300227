/** Files of cases: the bytes once under their SHA-256, in the database, since several servers share it. */
import { Inject, Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { type EntityManager, IsNull, type ObjectLiteral, type Repository } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Cleaning } from '../../domain/evidence.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { entitiesOn } from '../database/one-pool.js';
import { inTransaction } from '../database/transaction.js';
import { Attachment, AttachmentBlob, AttachmentThumbnail } from './attachment.entity.js';
import { copyBytes, gathered, inPieces, type Pieces, SMALL } from './copy-bytes.js';

export interface NewAttachment {
  name: string;
  mediaType: string;
  /** Hex, of the bytes that are kept. */
  sha256: string;
  /** Hex, of what was handed in. */
  originalSha256: string;
  /** Bytes. */
  size: number;
  cleaning: Cleaning;
  /** JPEG; null for what is no picture. */
  thumbnail: Buffer | null;
  /** The bytes that are kept, piece by piece; called once. Of what lies on disk no more than a piece is in memory. */
  pieces: () => Pieces;
  /** Given where the id is known beforehand: another server may just be adding the same file under it. */
  id?: string;
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

export interface FoundAttachment extends AttachmentRow, CaseUnitsRow {
  originalSha256: string;
  cleaning: Cleaning;
  personId: string | null;
  /** Which of its kind it is in the case, from 1. */
  nth: number;
  /** When its lead unit was given the case, epoch milliseconds, and who worked on it. */
  assignedAt: number | null;
  workers: string[];
}

const UNITS = `c.office_unit_id AS "officeUnitId", c.lead_unit_id AS "leadUnitId", c.supporting_unit_ids AS "supportingUnitIds", c.stage`;
/** Photographs, films and files are numbered each for themselves. */
const KIND = (of: string): string =>
  `CASE split_part(${of}.media_type, '/', 1) WHEN 'image' THEN 1 WHEN 'video' THEN 2 ELSE 3 END`;
/** Which of its kind the attachment `a` is in its case. */
export const NTH = `(SELECT count(*)::int FROM attachment o WHERE o.case_id = a.case_id AND ${KIND('o')} = ${KIND('a')} AND (o.at, o.id) <= (a.at, a.id))`;

/** A connection that fails in the middle of a COPY takes no ROLLBACK. */
const AFTER_FAULT = 'close';

@Injectable()
export class AttachmentStore {
  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'pool' | 'dataSource'>) {}

  /** The units of a case; undefined where there is no such case. */
  async unitsOf(caseId: string): Promise<CaseUnitsRow | undefined> {
    const { rows } = await this.database.pool.query<CaseUnitsRow>(
      `SELECT ${UNITS} FROM rectification_case c WHERE c.id = $1`,
      [caseId],
    );
    return rows[0];
  }

  /** Number of files the case has. */
  countOf(caseId: string): Promise<number> {
    return this.attachments.countBy({ caseId });
  }

  /** Adds the files, all or none. What a person handed in for the same case under the same name before is the attachment that is there. */
  async add(
    caseId: string,
    files: readonly NewAttachment[],
    by: { personId: string | null; at: number },
  ): Promise<AttachmentRow[]> {
    // In one order everywhere, so that two uploads of the same files never wait for each other in a ring.
    const inOrder = [...files].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
    const { pool, dataSource } = this.database;
    const work = async (client: PoolClient): Promise<AttachmentRow[]> => {
      const entities = entitiesOn(dataSource, client);
      for (const file of inOrder) await keepBytes(client, entities, file);
      const rows: AttachmentRow[] = [];
      for (const { sha256, originalSha256, name, mediaType, size, cleaning, id: given } of files) {
        const handedIn = { caseId, originalSha256: bytesOf(originalSha256), name };
        const there = await entities.findOneBy(Attachment, { ...handedIn, personId: by.personId ?? IsNull() });
        if (there !== null) {
          rows.push(rowOf(there));
          continue;
        }
        const kept = { sha256: bytesOf(sha256), mediaType, size, cleaning, personId: by.personId, at: new Date(by.at) };
        const row = { id: given ?? uuid(), ...handedIn, ...kept };
        await keep(entities, Attachment, row);
        rows.push(rowOf(row));
      }
      return rows;
    };
    return inTransaction(pool, work, 'BEGIN', AFTER_FAULT);
  }

  /** The attachment with the units of its case, without its bytes; undefined where there is none. */
  async find(id: string): Promise<FoundAttachment | undefined> {
    const { rows } = await this.database.pool.query<FoundAttachment>(
      `SELECT a.id, a.case_id AS "caseId", encode(a.sha256, 'hex') AS sha256, encode(a.original_sha256, 'hex') AS "originalSha256", a.cleaning,
         a.name, a.media_type AS "mediaType", a.size, a.at, a.person_id AS "personId", ${NTH} AS nth, ${UNITS},
         (c.context ->> 'assignedAt')::float8 AS "assignedAt", coalesce(c.context -> 'workers', '[]') AS workers
       FROM attachment a JOIN rectification_case c ON c.id = a.case_id WHERE a.id = $1`,
      [id],
    );
    return rows[0];
  }

  /** The bytes under a hash (hex). */
  async bytes(sha256: string): Promise<Buffer> {
    const { bytes } = await this.database.dataSource.manager.findOneByOrFail(AttachmentBlob, {
      sha256: bytesOf(sha256),
    });
    return bytes;
  }

  /** Of the bytes under a hash (hex) those from `first` to `last`, both counted, from 0: PostgreSQL reads no more than these of what it has not compressed. */
  async part(sha256: string, first: number, last: number): Promise<Buffer> {
    const { rows } = await this.database.pool.query<{ bytes: Buffer }>(
      'SELECT substring(bytes FROM $2 FOR $3) AS bytes FROM attachment_blob WHERE sha256 = $1',
      [bytesOf(sha256), first + 1, last - first + 1],
    );
    return rows[0]!.bytes;
  }

  /** The small picture of the picture under a hash (hex); undefined where there is none. */
  async thumbnail(sha256: string): Promise<Buffer | undefined> {
    const found = await this.database.dataSource.manager.findOneBy(AttachmentThumbnail, { sha256: bytesOf(sha256) });
    return found?.bytes;
  }

  /** Hashes (hex) of what was handed in and waits to be cleaned, `most` of them, oldest first. */
  async waiting(most: number): Promise<string[]> {
    const { rows } = await this.database.pool.query<{ sha256: string }>(
      `SELECT encode(original_sha256, 'hex') AS sha256 FROM attachment WHERE cleaning = 'waiting'
       GROUP BY original_sha256 ORDER BY min(at), original_sha256 LIMIT $1`,
      [most],
    );
    return rows.map(({ sha256 }) => sha256);
  }

  /** Puts what was made of the bytes under `originalSha256` (hex) in the place of every attachment that waits for it. What was handed in
   *  stays under its own hash, and no call hands it out. */
  async cleaned(
    originalSha256: string,
    made: Pick<NewAttachment, 'sha256' | 'mediaType' | 'size' | 'cleaning' | 'thumbnail'> & { bytes: Buffer },
  ): Promise<void> {
    const { pool, dataSource } = this.database;
    const { sha256, mediaType, size, cleaning, bytes, thumbnail } = made;
    const work = async (client: PoolClient): Promise<void> => {
      const entities = entitiesOn(dataSource, client);
      await keepBytes(client, entities, { sha256, size, thumbnail, pieces: () => inPieces(bytes) });
      const waiting = { originalSha256: bytesOf(originalSha256), cleaning: 'waiting' } as const;
      await entities.update(Attachment, waiting, { sha256: bytesOf(sha256), mediaType, size, cleaning });
    };
    await inTransaction(pool, work, 'BEGIN', AFTER_FAULT);
  }

  /** How many files wait to be cleaned, are withheld, and of how many what was handed in is still kept beside the clean one. */
  async cleaningState(): Promise<{ waiting: number; withheld: number; originals: number }> {
    const { rows } = await this.database.pool.query<{ waiting: number; withheld: number; originals: number }>(
      `SELECT count(*) FILTER (WHERE cleaning = 'waiting')::int AS waiting, count(*) FILTER (WHERE cleaning = 'withheld')::int AS withheld,
         count(*) FILTER (WHERE original_sha256 <> a.sha256 AND EXISTS (SELECT 1 FROM attachment_blob b WHERE b.sha256 = original_sha256))::int AS originals
       FROM attachment a`,
    );
    return rows[0]!;
  }

  /** Removes what was handed in where a clean file stands in its place; how many. Their hashes stay. */
  async forgetOriginals(): Promise<number> {
    const { rowCount } = await this.database.pool.query(
      `DELETE FROM attachment_blob b WHERE EXISTS (SELECT 1 FROM attachment a WHERE a.original_sha256 = b.sha256)
         AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.sha256 = b.sha256)
         AND NOT EXISTS (SELECT 1 FROM attachment_thumbnail t WHERE t.sha256 = b.sha256)`,
    );
    return rowCount ?? 0;
  }

  /** Notes that what was handed in under the hash (hex) could not be cleaned. */
  async withhold(originalSha256: string): Promise<void> {
    const waiting = { originalSha256: bytesOf(originalSha256), cleaning: 'waiting' } as const;
    await this.attachments.update(waiting, { cleaning: 'withheld' });
  }

  private get attachments(): Repository<Attachment> {
    return this.database.dataSource.getRepository(Attachment);
  }
}

/** Writes the row where there is none of its key; one that is there stays. */
async function keep<T extends ObjectLiteral>(entities: EntityManager, kind: new () => T, row: T): Promise<void> {
  const insert = entities.createQueryBuilder().insert().into<ObjectLiteral>(kind);
  await insert.values(row).orIgnore().updateEntity(false).execute();
}

async function keepBytes(
  client: PoolClient,
  entities: EntityManager,
  { sha256, size, thumbnail, pieces }: Pick<NewAttachment, 'sha256' | 'size' | 'thumbnail' | 'pieces'>,
): Promise<void> {
  const key = { sha256: bytesOf(sha256) };
  if (size <= SMALL) await keep(entities, AttachmentBlob, { ...key, bytes: await gathered(pieces()) });
  else if (!(await entities.existsBy(AttachmentBlob, key))) await copyBytes(client, key.sha256, size, pieces());
  if (thumbnail !== null) await keep(entities, AttachmentThumbnail, { ...key, bytes: thumbnail });
}

const bytesOf = (sha256: string): Buffer => Buffer.from(sha256, 'hex');

function rowOf({
  id,
  caseId,
  sha256,
  name,
  mediaType,
  size,
  at,
}: Omit<AttachmentRow, 'sha256'> & { sha256: Buffer }): AttachmentRow {
  return { id, caseId, sha256: sha256.toString('hex'), name, mediaType, size, at };
}
