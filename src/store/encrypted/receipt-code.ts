/** Receipt codes: made so that they can be read aloud, kept as a hash alone. */
import { createHash, randomBytes } from 'node:crypto';
import type { Cipher } from './cipher.js';

const SALT_BYTES = 16;
const GROUP = 4;

/** Random bytes of which the code of one receipt is made. */
export const newSalt = (): Buffer => randomBytes(SALT_BYTES);

/** The code of a raiser's receipt in groups of four: 16 letters and digits (80 bits) made of its own random bytes with the key of the office, so that it can
 *  be printed again and stands nowhere; 12 of them (60 bits) for one that was given out before receipts had random bytes. */
export function receiptCode(cipher: Cipher, raiserId: string, salt: Buffer | null): string {
  const code =
    salt === null ? cipher.code(`receipt/${raiserId}`) : cipher.code(`receipt/${raiserId}/${salt.toString('hex')}`, 16);
  return code.match(new RegExp(`.{${GROUP}}`, 'g'))!.join('-');
}

/** SHA-256 (hex) under which a code is kept, however it was typed: blanks, dashes and small letters do not count, and what looks like an L is one. */
export function receiptHash(typed: string): string {
  const code = typed
    .replace(/[\s\u3000\-–—_.·]/g, '')
    .toUpperCase()
    .replace(/[1I|]/g, 'L');
  return createHash('sha256').update(code).digest('hex');
}
