/** Encrypts what only a few may read (a raiser's name and contact), so that it stands encrypted in tables and backups. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** First byte of an encrypted value, so that another cipher can follow one day. */
const FORM = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM with a random nonce for each value: form byte, nonce, ciphertext, tag. */
export class Cipher {
  /** Made for this use alone: a fingerprint tells nothing about the key that encrypts. */
  private readonly fingerprints: Buffer;

  /** Refuses a key that does not have 32 bytes. `derivation` is the key that codes, fingerprints and proofs are made of: it outlives a change
   *  of `key`, for what was printed with a code, or found by a fingerprint, must stay so. */
  constructor(
    private readonly key: Buffer,
    private readonly derivation = key,
  ) {
    for (const { length } of [key, derivation])
      if (length !== 32) throw new RangeError(`an encryption key has 32 bytes, not ${length}`);
    this.fingerprints = Buffer.from(hkdfSync('sha256', derivation, '', 'xiaohao search fingerprints', 32));
  }

  /** The same codes and fingerprints under another key. */
  under(key: Buffer): Cipher {
    return new Cipher(key, this.derivation);
  }

  /** The key of codes and fingerprints, encrypted under this key. */
  sealedDerivation(about: string): Buffer {
    return this.encryptBytes(this.derivation, about);
  }

  /** The encrypted text. `about` is the id of the row it belongs to: moved to another row it cannot be opened. */
  encrypt(text: string, about: string): Buffer {
    return this.encryptBytes(Buffer.from(text), about);
  }

  /** The same for bytes. */
  encryptBytes(bytes: Buffer, about: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(about));
    const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return Buffer.concat([Buffer.of(FORM), nonce, body, cipher.getAuthTag()]);
  }

  /** The text again. Throws where it was altered, belongs to another row, or was encrypted with another key. */
  decrypt(encrypted: Buffer, about: string): string {
    return this.decryptBytes(encrypted, about).toString('utf8');
  }

  /** The bytes again, with the same refusals. */
  decryptBytes(encrypted: Buffer, about: string): Buffer {
    if (encrypted[0] !== FORM || encrypted.length < 1 + NONCE_BYTES + TAG_BYTES)
      throw new Error('not an encrypted value');
    const nonce = encrypted.subarray(1, 1 + NONCE_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', this.key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(about));
    decipher.setAuthTag(encrypted.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(encrypted.subarray(1 + NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  }

  /** A proof (HMAC-SHA-256, base64url) that we wrote `about`; nobody without the key can make one. */
  mac(about: string): string {
    return createHmac('sha256', this.derivation).update(`mac/${about}`).digest('base64url');
  }

  /** 16 bytes that are the same for the same text of a kind and tell nothing without the key. */
  fingerprint(kind: string, text: string): Buffer {
    return createHmac('sha256', this.fingerprints).update(`${kind}\0${text}`).digest().subarray(0, 16);
  }

  /** A key of 32 bytes of its own for `purpose`, the same each time; nothing about this key or another one follows from it. */
  keyFor(purpose: string): Buffer {
    return createHmac('sha256', this.derivation).update(`key for ${purpose}`).digest();
  }

  /** A code of `length` letters and digits (5 bits each, none that look alike; 32 at most) that belongs to `about` and cannot be guessed
   *  without the key; the same each time, so a repeated request can be answered with the same code. */
  code(about: string, length = 12): string {
    const bytes = createHmac('sha256', this.derivation).update(about).digest();
    return Array.from(bytes.subarray(0, length), (byte) => '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'[byte & 31]).join('');
  }
}

/** 16 bytes that tell one encryption key from another, and nothing about either. */
export function keyPrint(key: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', 'xiaohao which key', 16));
}
