/** Reads one piece of a file from a request into a bounded buffer, and keeps what came when the line is cut. */
import type { Request } from 'express';
import { Refused } from '../domain/errors.js';

/** Without a byte for so long the line counts as cut, milliseconds. */
const SILENCE = 20_000;

export interface ReceivedPiece {
  bytes: Buffer;
  /** False where the line was cut or fell silent before the piece was whole. */
  whole: boolean;
}

/** What the request brings, at most `most` bytes. 413 for more: at once where the request says its length, with nothing read. */
export function receivePiece(request: Request, most: number): Promise<ReceivedPiece> {
  const said = request.headers['content-length'];
  if (said !== undefined && Number(said) > most) return Promise.reject(tooLarge(most));
  return new Promise((settle, refuse) => {
    const pieces: Buffer[] = [];
    let length = 0;
    const end = (whole: boolean): void => {
      clearTimeout(silence);
      request.off('data', take);
      settle({ bytes: Buffer.concat(pieces), whole });
    };
    const take = (piece: Buffer): void => {
      silence.refresh();
      length += piece.length;
      if (length <= most) {
        pieces.push(piece);
        return;
      }
      clearTimeout(silence);
      request.off('data', take);
      refuse(tooLarge(most));
    };
    const silence = setTimeout(() => end(false), SILENCE);
    request.on('data', take);
    request.once('end', () => end(true));
    request.once('aborted', () => end(false));
    request.once('error', () => end(false));
  });
}

const tooLarge = (most: number): Refused =>
  new Refused(413, 'upload.pieceTooLarge', `每段最多 ${most} 字节`, `A piece has at most ${most} bytes`);
