/** Finds the encryption key: given by the environment, or a file in the data folder that is made on the first start. */
import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { faultCode, StoreRefusal } from '../database/store-refusal.js';

/** The 32 bytes in `<dataDir>/seal.key`, made there (0600) if there is none. Processes that start together get the same key.
 *  Refuses (StoreRefusal) a file that does not hold a key; it is never replaced, since what it encrypted would be lost. */
export async function encryptionKeyFile(dataDir: string): Promise<Buffer> {
  const file = join(dataDir, 'seal.key');
  const found = await readKey(file);
  if (found !== null) return found;
  await mkdir(dataDir, { recursive: true });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    await writeFile(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true });
    // A link appears whole or not at all, and never over the key of another process.
    await link(draft, file).catch((error: unknown) => {
      if (faultCode(error) !== 'EEXIST') throw error;
    });
  } finally {
    await rm(draft, { force: true });
  }
  const key = await readKey(file);
  if (key === null) throw new Error(`${file} vanished while it was made`);
  return key;
}

async function readKey(file: string): Promise<Buffer | null> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (faultCode(error) === 'ENOENT') return null;
    throw error;
  }
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length === 32) return key;
  throw new StoreRefusal(
    'seal.keyUnreadable',
    `密钥文件 ${file} 已损坏。请从备份恢复；没有它，已封存的反映人信息无法打开。`,
    `The key file ${file} is damaged. Restore it from a backup: without it encrypted names and contacts cannot be opened.`,
    { file },
  );
}
