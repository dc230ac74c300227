/** The archive file as bytes: whole histories as compressed JSON lines, written once, synced, and read as a stream. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { ChainedLine } from '../cases/history-line.js';
import { faultCode, StoreRefusal } from '../database/store-refusal.js';

/** First line of a file; says to whoever unzips it what the others are. */
const FORMAT = {
  format: 'xiaohao-archive 1',
  about:
    'One case a line; its lines of history oldest first; hash = SHA-256 of [the hash before, caseId, seq, type, at, recordedAt, actorId, actorName, actorUnitId, via, commandId, digest] as JSON, a newline and body. The hash before the first is SHA-256 of "xiaohao", caseId and number, a line each.',
};

/** A whole history: `head` is the hash of its last line. */
export interface ArchivedCase {
  caseId: string;
  number: string;
  head: string;
  lines: ChainedLine[];
}

/** What a file turned out to be. */
export interface WrittenArchive {
  sha256: string;
  bytes: number;
}

/** One line of the file: the same history gives the same text, to the letter. */
export function caseText({ caseId, number, head, lines }: ArchivedCase): string {
  const shown = lines.map((line) => {
    const { seq, type, at, recordedAt, actorId, actorName, actorUnitId, via, commandId, digest, hash, body } = line;
    return { seq, type, at, recordedAt, actorId, actorName, actorUnitId, via, commandId, digest, hash, body };
  });
  return JSON.stringify({ caseId, number, head, lines: shown });
}

/** The history that `caseText` gave this text. */
export function caseOfText(text: string): ArchivedCase {
  const read = JSON.parse(text) as ArchivedCase;
  return { ...read, lines: read.lines.map((line) => ({ ...line, caseId: read.caseId })) };
}

/** Writes `texts` to `path`, synced to disk; refuses to overwrite. The same texts give the same bytes. Readable by its owner alone. */
export async function writeArchive(path: string, texts: readonly string[], lines: number): Promise<WrittenArchive> {
  const hash = createHash('sha256');
  let bytes = 0;
  const measuring = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(
    Readable.from(linesOf(texts, lines), { objectMode: false }),
    createGzip({ level: 6 }),
    measuring,
    createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
  );
  return { sha256: hash.digest('hex'), bytes };
}

function* linesOf(texts: readonly string[], lines: number): Generator<string> {
  yield `${JSON.stringify(FORMAT)}\n`;
  for (const text of texts) yield `${text}\n`;
  yield `${JSON.stringify({ end: true, cases: texts.length, lines })}\n`;
}

/** SHA-256 (hex) and size of a file. Refuses (archive.missing) where there is none. */
export async function measureArchive(path: string): Promise<WrittenArchive> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
    return { sha256: hash.digest('hex'), bytes: (await stat(path)).size };
  } catch (error) {
    throw refusalOfRead(path, error);
  }
}

/** The texts of the cases of a file, in order. Refuses (archive.missing, archive.damaged) what is not there, is no such file, is cut
 *  short, or holds other than it says at its end. */
export async function* readArchive(path: string): AsyncGenerator<string> {
  let cases = -1;
  let ended = false;
  try {
    for await (const text of textLines(path)) {
      if (ended) throw damaged(path);
      if (cases === -1) {
        if (text !== JSON.stringify(FORMAT)) throw damaged(path);
      } else if (text.startsWith('{"end":')) {
        ended = true;
        if ((JSON.parse(text) as { cases: number }).cases !== cases) throw damaged(path);
        continue;
      } else yield text;
      cases += 1;
    }
  } catch (error) {
    throw refusalOfRead(path, error);
  }
  if (!ended) throw damaged(path);
}

/** The lines of an unzipped file. */
async function* textLines(path: string): AsyncGenerator<string> {
  const plain = createGunzip();
  const piping = pipeline(createReadStream(path), plain);
  piping.catch(() => undefined); // the reader below meets the same error
  let pieces: Buffer[] = [];
  for await (const chunk of plain as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      pieces.push(chunk.subarray(from, at));
      yield Buffer.concat(pieces).toString('utf8');
      pieces = [];
      from = at + 1;
    }
    if (from < chunk.length) pieces.push(chunk.subarray(from));
  }
  await piping;
  if (pieces.length > 0) throw damaged(path);
}

function refusalOfRead(path: string, error: unknown): unknown {
  if (error instanceof StoreRefusal) return error;
  const code = faultCode(error);
  if (code === 'ENOENT') {
    return new StoreRefusal('archive.missing', `找不到归档文件：${path}`, `There is no archive file ${path}`, { path });
  }
  return code?.startsWith('Z_') || error instanceof SyntaxError ? damaged(path) : error;
}

/** The refusal of a file that is not what was written. */
export function damaged(path: string): StoreRefusal {
  return new StoreRefusal(
    'archive.damaged',
    `归档文件不完整或已被改动：${path}`,
    `The archive file is incomplete or was altered: ${path}`,
    { path },
  );
}
