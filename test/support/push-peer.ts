/** A push service with one browser behind it: what the service sends is decrypted as the browser would. */
import { createECDH, type ECDH, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';

/** It has no types of its own. */
const ece = createRequire(__filename)('http_ece') as {
  decrypt(sealed: Buffer, keys: { version: string; privateKey: ECDH; authSecret: string }): Buffer;
};

export interface Pushed {
  id: string;
  tag: string;
  body: string;
  href: string;
}
export interface PushPeer {
  /** What the administrator allows as a push service. */
  origin: string;
  /** What the browser hands to the service. */
  subscription: { endpoint: string; expirationTime: null; keys: { p256dh: string; auth: string } };
  /** What arrived, as the browser reads it. */
  taken: Pushed[];
  close(): Promise<void>;
}

/** Starts it on a free port. */
export async function startPushPeer(): Promise<PushPeer> {
  const [browser, auth] = [createECDH('prime256v1'), randomBytes(16).toString('base64url')];
  const p256dh = browser.generateKeys('base64url');
  const taken: Pushed[] = [];
  const service = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const keys = { version: 'aes128gcm', privateKey: browser, authSecret: auth };
      taken.push(JSON.parse(ece.decrypt(Buffer.concat(parts), keys).toString('utf8')) as Pushed);
      response.writeHead(201).end();
    });
  });
  await new Promise<void>((settle) => service.listen(0, '127.0.0.1', settle));
  const origin = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  return {
    ...{ origin, taken, subscription: { endpoint: `${origin}/one`, expirationTime: null, keys: { p256dh, auth } } },
    close: () => new Promise((settle) => service.close(() => settle())),
  };
}
