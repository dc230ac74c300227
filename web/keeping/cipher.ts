/** ChaCha20-Poly1305 (RFC 8439). Browsers offer their own ciphers over HTTPS only, and none that answers before a page closes; offices
 *  also use plain HTTP inside. Compared with OpenSSL on thousands of random texts in test/keeping/cipher.spec.ts. */

const NONCE = 12;
const TAG = 16;
const P = (1n << 130n) - 5n;
const LOW_130 = (1n << 130n) - 1n;
const CLAMP = 0x0ffffffc0ffffffc0ffffffc0fffffffn;

/** Nonce, ciphertext and tag of `plain`. `key` has 32 bytes; what is sealed for one `about` cannot be opened for another. */
export function encrypted(key: Uint8Array, plain: Uint8Array, about: Uint8Array): Uint8Array {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
  const whole = new Uint8Array(NONCE + plain.length + TAG);
  const body = whole.subarray(NONCE, NONCE + plain.length);
  whole.set(nonce);
  body.set(plain);
  mix(key, nonce, body);
  whole.set(tagOf(key, nonce, body, about), NONCE + plain.length);
  return whole;
}

/** What was sealed; undefined where it was altered, or sealed with another key or for something else. */
export function decrypted(key: Uint8Array, whole: Uint8Array, about: Uint8Array): Uint8Array | undefined {
  if (whole.length < NONCE + TAG) return undefined;
  const nonce = whole.subarray(0, NONCE);
  const body = whole.slice(NONCE, whole.length - TAG);
  const tag = tagOf(key, nonce, body, about);
  let differs = 0;
  for (let at = 0; at < TAG; at++) differs |= tag[at]! ^ whole[whole.length - TAG + at]!;
  if (differs !== 0) return undefined;
  mix(key, nonce, body);
  return body;
}

/** The tag over `about` and the ciphertext, section 2.8. */
function tagOf(key: Uint8Array, nonce: Uint8Array, body: Uint8Array, about: Uint8Array): Uint8Array {
  const once = new Uint8Array(32);
  stream(key, nonce, 0, once);
  const padded = (length: number): number => Math.ceil(length / 16) * 16;
  const text = new Uint8Array(padded(about.length) + padded(body.length) + 16);
  text.set(about);
  text.set(body, padded(about.length));
  const lengths = new DataView(text.buffer, text.length - 16);
  lengths.setUint32(0, about.length, true);
  lengths.setUint32(8, body.length, true);
  return poly1305(once, text);
}

/** Section 2.5, for a text of whole blocks. */
function poly1305(key: Uint8Array, text: Uint8Array): Uint8Array {
  const parts = new DataView(key.buffer, key.byteOffset, 32);
  const half = (view: DataView, at: number): bigint =>
    view.getBigUint64(at, true) | (view.getBigUint64(at + 8, true) << 64n);
  const r = half(parts, 0) & CLAMP;
  const view = new DataView(text.buffer, text.byteOffset, text.length);
  let sum = 0n;
  for (let at = 0; at < text.length; at += 16) {
    const product = (sum + (half(view, at) | (1n << 128n))) * r;
    sum = (product & LOW_130) + 5n * (product >> 130n);
  }
  const tag = (sum % P) + half(parts, 16);
  const out = new Uint8Array(TAG);
  new DataView(out.buffer).setBigUint64(0, tag & 0xffffffffffffffffn, true);
  new DataView(out.buffer).setBigUint64(8, (tag >> 64n) & 0xffffffffffffffffn, true);
  return out;
}

/** Ciphertext of a text and text of a ciphertext, in place. */
function mix(key: Uint8Array, nonce: Uint8Array, body: Uint8Array): void {
  stream(key, nonce, 1, body);
}

/** Adds the key stream from block `counter` on to the bytes, section 2.4. */
function stream(key: Uint8Array, nonce: Uint8Array, counter: number, bytes: Uint8Array): void {
  const start = new Uint32Array(16);
  start.set([0x61707865, 0x3320646e, 0x79622d32, 0x6b206574]); // "expand 32-byte k"
  const [keyView, nonceView] = [key, nonce].map((one) => new DataView(one.buffer, one.byteOffset, one.length));
  for (let at = 0; at < 8; at++) start[4 + at] = keyView!.getUint32(4 * at, true);
  for (let at = 0; at < 3; at++) start[13 + at] = nonceView!.getUint32(4 * at, true);
  const block = new Uint32Array(16);
  const out = new DataView(new ArrayBuffer(64));
  for (let from = 0; from < bytes.length; from += 64) {
    start[12] = counter + from / 64;
    block.set(start);
    for (let round = 0; round < 10; round++) {
      quarter(block, 0, 4, 8, 12);
      quarter(block, 1, 5, 9, 13);
      quarter(block, 2, 6, 10, 14);
      quarter(block, 3, 7, 11, 15);
      quarter(block, 0, 5, 10, 15);
      quarter(block, 1, 6, 11, 12);
      quarter(block, 2, 7, 8, 13);
      quarter(block, 3, 4, 9, 14);
    }
    for (let at = 0; at < 16; at++) out.setUint32(4 * at, block[at]! + start[at]!, true);
    const most = Math.min(64, bytes.length - from);
    for (let at = 0; at < most; at++) bytes[from + at]! ^= out.getUint8(at);
  }
}

/** Section 2.1. */
function quarter(block: Uint32Array, a: number, b: number, c: number, d: number): void {
  block[a]! += block[b]!;
  block[d] = turned(block[d]! ^ block[a]!, 16);
  block[c]! += block[d]!;
  block[b] = turned(block[b]! ^ block[c]!, 12);
  block[a]! += block[b]!;
  block[d] = turned(block[d]! ^ block[a]!, 8);
  block[c]! += block[d]!;
  block[b] = turned(block[b]! ^ block[c]!, 7);
}
const turned = (word: number, by: number): number => (word << by) | (word >>> (32 - by));
