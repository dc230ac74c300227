/** The keyed hashes under which an encrypted person is found: by the exact name or a full telephone number, and by nobody without the key. */
import { telephoneNumbers } from '../../domain/telephone.js';
import type { Cipher } from './cipher.js';

/** The name as it is compared: without blanks and dots, in one form of its letters. */
const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·•.]/g, '');

/** Key of a name; undefined where there is none. */
export function nameKey(cipher: Cipher, name: string): Buffer | undefined {
  const plain = plainName(name);
  return plain === '' ? undefined : cipher.fingerprint('name', plain);
}

/** Key of a telephone number as `domain/telephone` gives it. */
export const telephoneKey = (cipher: Cipher, number: string): Buffer => cipher.fingerprint('telephone', number);

/** All keys of a person: their name, and each full number in their contact. */
export function personKeys(cipher: Cipher, person: { name?: string | null; contact?: string | null }): Buffer[] {
  const name = nameKey(cipher, person.name ?? '');
  const numbers = telephoneNumbers(person.contact ?? '');
  return [...(name === undefined ? [] : [name]), ...numbers.map((number) => telephoneKey(cipher, number))];
}
