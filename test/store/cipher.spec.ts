/** What is encrypted opens only with the same key and in the same place. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encryptionKeyFile } from '../../src/store/encrypted/encryption-key.js';
import { Cipher } from '../../src/store/encrypted/cipher.js';

const cipher = new Cipher(randomBytes(32));
const CONTACT = '王女士 138-0000-0000';

it('opens what it closed, and never looks the same twice', () => {
  const encrypted = cipher.encrypt(CONTACT, 'case 1');
  expect(cipher.decrypt(encrypted, 'case 1')).toBe(CONTACT);
  expect(cipher.encrypt(CONTACT, 'case 1').equals(encrypted)).toBe(false);
  expect(encrypted.toString('latin1')).not.toContain('138-0000-0000');
  expect(cipher.decrypt(cipher.encrypt('', 'case 1'), 'case 1')).toBe('');
});

it('does not open with another key, in another row, or after any byte was changed', () => {
  const encrypted = cipher.encrypt(CONTACT, 'case 1');
  expect(() => new Cipher(randomBytes(32)).decrypt(encrypted, 'case 1')).toThrow();
  expect(() => cipher.decrypt(encrypted, 'case 2')).toThrow();
  for (let i = 0; i < encrypted.length; i += 1) {
    const altered = Buffer.from(encrypted);
    altered[i]! ^= 1;
    expect(() => cipher.decrypt(altered, 'case 1')).toThrow();
  }
  expect(() => cipher.decrypt(encrypted.subarray(0, 20), 'case 1')).toThrow();
});

it('refuses a key of another length', () => {
  expect(() => new Cipher(randomBytes(16))).toThrow(/32 bytes/);
});

describe('the key file', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'xiaohao-seal-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is made once for all who start together, readable by its owner only', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => encryptionKeyFile(folder, true)));
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
    expect((await stat(join(folder, 'seal.key'))).mode & 0o777).toBe(0o600);
  });

  it('is never replaced when it is damaged', async () => {
    await writeFile(join(folder, 'seal.key'), 'half a ke');
    await expect(encryptionKeyFile(folder, true)).rejects.toMatchObject({ code: 'seal.keyUnreadable' });
  });
});
