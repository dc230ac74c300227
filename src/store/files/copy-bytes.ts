/** Puts the bytes of a file into the database piece by piece: as a parameter of a statement the driver holds them four times over. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DatabaseError, type ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** The bytes of a file in their order. */
export type Pieces = Iterable<Buffer> | AsyncIterable<Buffer>;

/** Bytes up to which a file goes as a parameter, in one statement. */
export const SMALL = 256 * 1024;
/** Bytes of a piece of what is in memory anyway. */
const PIECE = 256 * 1024;
/** PGCOPY, flags, length of an extension (PostgreSQL, COPY, binary format). */
const SIGNATURE = Buffer.from('5047434f50590aff0d0a000000000000000000', 'hex');
const END = Buffer.from('ffff', 'hex');
const UNIQUE_VIOLATION = '23505';

/** The bytes in pieces that share their memory. */
export function* inPieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

/** The pieces as one. */
export async function gathered(pieces: Pieces): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of pieces) parts.push(part);
  return Buffer.concat(parts);
}

/**
 * Writes the row of the hash with its bytes, `size` of them, in the transaction that `client` is in. Where another one has just written the
 * same file it stays as it is. Throws where the pieces are not that many bytes, and whatever the database says; the connection is then in the middle of a
 * COPY and to be closed.
 */
export async function copyBytes(client: ClientBase, sha256: Buffer, size: number, pieces: Pieces): Promise<void> {
  await client.query('SAVEPOINT bytes');
  try {
    const target = client.query(copyFrom('COPY attachment_blob (sha256, bytes) FROM STDIN (FORMAT binary)'));
    await pipeline(Readable.from(rowOf(sha256, size, pieces), { objectMode: false }), target);
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== UNIQUE_VIOLATION) throw error;
    await client.query('ROLLBACK TO SAVEPOINT bytes');
  }
  await client.query('RELEASE SAVEPOINT bytes');
}

async function* rowOf(sha256: Buffer, size: number, pieces: Pieces): AsyncGenerator<Buffer> {
  const [columns, key, length] = [Buffer.alloc(2), Buffer.alloc(4), Buffer.alloc(4)];
  columns.writeInt16BE(2);
  key.writeInt32BE(sha256.length);
  length.writeInt32BE(size);
  yield Buffer.concat([SIGNATURE, columns, key, sha256, length]);
  let sent = 0;
  for await (const piece of pieces) {
    sent += piece.length;
    yield piece;
  }
  if (sent !== size) throw new Error(`a file of ${size} bytes came with ${sent}`);
  yield END;
}
