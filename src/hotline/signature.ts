/** Whether a call is signed as Standard Webhooks say, over the very bytes that came. */
import { timingSafeEqual } from 'node:crypto';
import { signatures } from '../notify/channels/webhook.js';

/** What the three headers say; a header that is missing is empty. */
export interface SignedCall {
  id: string;
  timestamp: string;
  signature: string;
  body: Buffer;
}

/** How far the clock of the other side may be off, seconds: what the specification advises. */
const TOLERANCE = 300;
/** Signatures that are looked at: one for each secret that the other side has in force. */
const MOST_SIGNATURES = 10;

/** True where one of the signatures was made with one of the secrets, within five minutes of `now` (true time, epoch milliseconds). */
export function isSigned(
  { id, timestamp, signature, body }: SignedCall,
  secrets: readonly string[],
  now: number,
): boolean {
  const second = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) : Number.NaN;
  const isNow = Math.abs(Math.floor(now / 1000) - second) <= TOLERANCE;
  const given = signature.split(' ').slice(0, MOST_SIGNATURES);
  const made = secrets.map((secret) => signatures([secret], id, second, body.toString('utf8')));
  const matches = made.flatMap((one) => given.map((sent) => isSame(one, sent)));
  return isNow && id !== '' && matches.includes(true);
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
