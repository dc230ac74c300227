/** ChaCha20-Poly1305 (RFC 8439) with its nonce in front. Browsers offer their own ciphers over HTTPS only, and none that answers before a
 *  page closes; offices also use plain HTTP inside. */
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';

const NONCE = 12;
const TAG = 16;

/** Nonce, ciphertext and tag of `plain`. `key` has 32 bytes; what is encrypted for one `about` cannot be opened for another. */
export function encrypted(key: Uint8Array, plain: Uint8Array, about: Uint8Array): Uint8Array {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
  const whole = new Uint8Array(NONCE + plain.length + TAG);
  whole.set(nonce);
  whole.set(chacha20poly1305(key, nonce, about).encrypt(plain), NONCE);
  return whole;
}

/** What was encrypted; undefined where it was altered, or encrypted with another key or for something else. */
export function decrypted(key: Uint8Array, whole: Uint8Array, about: Uint8Array): Uint8Array | undefined {
  if (whole.length < NONCE + TAG) return undefined;
  try {
    return chacha20poly1305(key, whole.subarray(0, NONCE), about).decrypt(whole.subarray(NONCE));
  } catch {
    return undefined;
  }
}
