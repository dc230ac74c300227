/** A file that is sent as a ledger, and its bytes. */
import { createReadStream } from 'node:fs';
import { fileTooLarge } from './file-refusals.js';
import type { LedgerLimits } from './limits.js';

/** `name` is for messages only; what the file is, is judged by its content. */
export type LedgerFile = { name: string } & ({ bytes: Buffer } | { path: string } | { stream: AsyncIterable<Buffer> });

/** The bytes of a file; refuses more than the limit. */
export async function bytesOf(file: LedgerFile, limits: LedgerLimits): Promise<Buffer> {
  const tooLarge = () =>
    fileTooLarge(`${file.name} is larger than ${limits.fileBytes} bytes`, `${file.name} 超过 ${limits.fileBytes} 字节`);
  if ('bytes' in file) {
    if (file.bytes.length > limits.fileBytes) throw tooLarge();
    return file.bytes;
  }
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of 'path' in file ? (createReadStream(file.path) as AsyncIterable<Buffer>) : file.stream) {
    size += part.length;
    if (size > limits.fileBytes) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}
