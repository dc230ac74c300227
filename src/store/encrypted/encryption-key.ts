/** Finds the encryption key: given by the environment, or a file in the data folder that is made on the first start. */
import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { faultCode, StoreRefusal } from '../database/store-refusal.js';

/** Where the key lies unless SEAL_KEY brings it. */
export const keyFileIn = (dataDir: string): string => join(dataDir, 'seal.key');

/** The 32 bytes in `<dataDir>/seal.key`, made there (0600) if there is none and `mayMake` allows it. Processes that start together get the same key.
 *  Refuses (StoreRefusal) a file that does not hold a key, which is never replaced, since what it encrypted would be lost; and one that is
 *  missing where another key would open nothing. */
export async function encryptionKeyFile(dataDir: string, mayMake: boolean): Promise<Buffer> {
  const file = keyFileIn(dataDir);
  const found = await readKey(file);
  if (found !== null) return found;
  if (!mayMake)
    throw new StoreRefusal(
      'seal.keyMissing',
      `这个数据库已有加密的反映人信息，但 ${file} 不在，也没有设置 SEAL_KEY。请把原来的密钥放回（另行保管的那一份），再启动；没有新建密钥。`,
      `This database holds encrypted names, but ${file} is missing and SEAL_KEY is not set. Put the key back (the copy kept elsewhere) and start again; no new key was made.`,
      { file },
    );
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

/** The key that a file holds; null where there is none. Refuses a file that holds something else. */
export async function readKey(file: string): Promise<Buffer | null> {
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
