/** The cipher of drafts against the vector of RFC 8439 and against OpenSSL. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { decrypted, encrypted } from '../../web/keeping/cipher.js';

const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex.replace(/\s/g, ''), 'hex'));
const any = (max: number): fc.Arbitrary<Uint8Array> => fc.uint8Array({ maxLength: max });
const key = fc.uint8Array({ minLength: 32, maxLength: 32 });

function openssl(by: Uint8Array, whole: Uint8Array, about: Uint8Array): Buffer {
  const plainLength = whole.length - 28;
  const decipher = createDecipheriv('chacha20-poly1305', by, whole.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(about, { plaintextLength: plainLength });
  decipher.setAuthTag(whole.subarray(12 + plainLength));
  return Buffer.concat([decipher.update(whole.subarray(12, 12 + plainLength)), decipher.final()]);
}

it('opens the example of RFC 8439, section 2.8.2', () => {
  const by = bytes('808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f');
  const whole = bytes(`070000004041424344454647
    d31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d63dbea45e8ca9671282fafb69da92728b1a71de0a9e060b2905d6a5b67ecd3b36
    92ddbd7f2d778b8c9803aee328091b58fab324e4fad675945585808b4831d7bc3ff4def08e4b7a9de576d26586cec64b6116
    1ae10b594f09e26a7e902ecbd0600691`);
  const plain = decrypted(by, whole, bytes('50515253c0c1c2c3c4c5c6c7'));
  expect(Buffer.from(plain!).toString()).toBe(
    "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.",
  );
});

it('writes what OpenSSL reads, and reads what OpenSSL wrote', () => {
  fc.assert(
    fc.property(key, any(700), any(40), (by, plain, about) => {
      expect(openssl(by, encrypted(by, plain, about), about)).toEqual(Buffer.from(plain));
      const nonce = randomBytes(12);
      const cipher = createCipheriv('chacha20-poly1305', by, nonce, { authTagLength: 16 });
      cipher.setAAD(about, { plaintextLength: plain.length });
      const written = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
      expect(Buffer.from(decrypted(by, new Uint8Array(written), about)!)).toEqual(Buffer.from(plain));
    }),
    { numRuns: 2_000 },
  );
});

it('opens nothing that was altered, moved, or encrypted with another key', () => {
  fc.assert(
    fc.property(key, any(200), any(20), fc.nat(), fc.integer({ min: 1, max: 255 }), (by, plain, about, at, flip) => {
      const whole = encrypted(by, plain, about);
      const altered = whole.slice();
      altered[at % altered.length]! ^= flip;
      expect(decrypted(by, altered, about)).toBeUndefined();
      expect(decrypted(by, whole, new Uint8Array([...about, 0]))).toBeUndefined();
      const other = by.slice();
      other[at % 32]! ^= flip;
      expect(decrypted(other, whole, about)).toBeUndefined();
      expect(decrypted(by, whole.subarray(0, 27), about)).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});

it('never writes the same twice', () => {
  const [by, plain] = [new Uint8Array(32), new Uint8Array(20)];
  const all = Array.from({ length: 100 }, () => Buffer.from(encrypted(by, plain, plain)).toString('hex'));
  expect(new Set(all).size).toBe(100);
});
