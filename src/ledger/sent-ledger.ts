/** How a ledger is received over HTTP. */
import { LEDGER_LIMITS } from './reading/limits.js';

export interface SentLedger {
  originalname: string;
  buffer: Buffer;
}

export const UPLOAD = {
  limits: { fileSize: LEDGER_LIMITS.fileBytes, files: 1, fields: 10, fieldSize: 100_000 },
  defParamCharset: 'utf8',
};

/** A ledger is read in memory, 64 MiB at most: two at once on a server, one of a person. */
export const AT_ONCE = { most: 2, each: 1 };
