/** The backup file as bytes: written, verified and read back as a stream, whatever its size. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { StoreRefusal } from '../database/store-refusal.js';

/**
 * Format 1: this line; gzip of frames; then SHA-256 of all bytes before it, 64 hexadecimal digits and a newline. A frame is one letter,
 * a length (4 bytes, big-endian) and that many bytes: H header, T table begins, D a piece of its COPY text, E table ends, S sequences,
 * Z the end. All but D hold JSON.
 */
const MAGIC = Buffer.from('xiaohao-backup 1\n');
const TRAILER_BYTES = 65;

export type FrameKind = 'H' | 'T' | 'D' | 'E' | 'S' | 'Z';

export interface Frame {
  kind: FrameKind;
  body: Buffer;
}

/** A frame whose body is `value` as JSON. */
export function jsonFrame(kind: FrameKind, value: unknown): Frame {
  return { kind, body: Buffer.from(JSON.stringify(value)) };
}

/** Writes `frames` to `path`, synced to disk. Refuses to overwrite. Readable by its owner alone, since a backup holds everything. */
export async function writeBackupFile(path: string, frames: AsyncIterable<Frame>): Promise<void> {
  const hash = createHash('sha256').update(MAGIC);
  const hashing = new Transform({
    construct(done) {
      this.push(MAGIC);
      done();
    },
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      done(null, `${hash.digest('hex')}\n`);
    },
  });
  await pipeline(
    Readable.from(encode(frames), { objectMode: false }),
    createGzip({ level: 6 }),
    hashing,
    createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
  );
}

async function* encode(frames: AsyncIterable<Frame>): AsyncGenerator<Buffer> {
  for await (const { kind, body } of frames) {
    const head = Buffer.alloc(5, kind);
    head.writeUInt32BE(body.length, 1);
    yield head;
    if (body.length > 0) yield body;
  }
}

/** Reads the whole file once and refuses one that is no backup, is cut short, or differs in a single bit from what was written. */
export async function verifyBackupFile(path: string): Promise<void> {
  const { size } = await stat(path);
  const bodyEnd = size - TRAILER_BYTES;
  if (bodyEnd <= MAGIC.length) throw damaged(path);
  const hash = createHash('sha256');
  let trailer = '';
  let first = true;
  for await (const chunk of createReadStream(path, { end: bodyEnd - 1 }) as AsyncIterable<Buffer>) {
    if (first && !chunk.subarray(0, MAGIC.length).equals(MAGIC)) throw damaged(path);
    first = false;
    hash.update(chunk);
  }
  for await (const chunk of createReadStream(path, { start: bodyEnd }) as AsyncIterable<Buffer>) trailer += chunk;
  if (trailer !== `${hash.digest('hex')}\n`) throw damaged(path);
}

/** The frames of a verified file, in order. */
export async function* readBackupFile(path: string): AsyncGenerator<Frame> {
  const { size } = await stat(path);
  const body = createReadStream(path, { start: MAGIC.length, end: size - TRAILER_BYTES - 1 });
  const plain = createGunzip();
  const piping = pipeline(body, plain);
  piping.catch(() => undefined); // the reader below meets the same error
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of plain as AsyncIterable<Buffer>) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    while (rest.length >= 5) {
      const end = 5 + rest.readUInt32BE(1);
      if (rest.length < end) break;
      yield { kind: String.fromCharCode(rest[0] ?? 0) as FrameKind, body: rest.subarray(5, end) };
      rest = rest.subarray(end);
    }
  }
  await piping;
  if (rest.length > 0) throw damaged(path);
}

function damaged(path: string): StoreRefusal {
  return new StoreRefusal(
    'backup.damaged',
    `备份文件不完整或已被改动：${path}。没有写入任何数据。`,
    `The backup file is incomplete or was altered: ${path}. Nothing was written.`,
    { path },
  );
}
