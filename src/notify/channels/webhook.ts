/** Webhooks for other systems, signed as Standard Webhooks say: an id that stays, a time against replay, a signature for each secret in force. */
import { createHmac, randomBytes } from 'node:crypto';
import type { HotlineAnswerKind } from '../../domain/words.js';
import { call, excerpt } from './http-call.js';
import { later, NotTaken, said } from './parcel.js';
import { JSON_TYPE } from './wecom.js';

/** What another system is told of one message: its topic, the number, and where to look; never a sentence, since it may name people. */
export interface WebhookEvent {
  type: string;
  /** When it happened, ISO 8601. */
  timestamp: string;
  data: WebhookData | AnswerData;
}
interface WebhookData {
  name: { 'zh-CN': string; en: string };
  caseId: string | null;
  caseNumber: string | null;
  url: string | null;
}
/** What a hotline platform is answered about its own number; nothing of the caller. */
interface AnswerData {
  platform: string;
  number: string;
  kind: HotlineAnswerKind;
  text: string;
  ourNumber: string;
  /** ISO 8601. */
  at: string;
}

const PREFIX = 'whsec_';

/** A new secret of 24 random bytes, in the form that libraries take. */
export const newSecret = (): string => `${PREFIX}${randomBytes(24).toString('base64')}`;

/** `webhook-signature`: HMAC-SHA-256 over id, second and body, one for each secret. */
export function signatures(secrets: readonly string[], id: string, second: number, body: string): string {
  return secrets
    .map((secret) => Buffer.from(secret.slice(PREFIX.length), 'base64'))
    .map((key) => `v1,${createHmac('sha256', key).update(`${id}.${second}.${body}`).digest('base64')}`)
    .join(' ');
}

/** What the other system answered; signed with each of `secrets`. `now` is the true time, by which it refuses what is replayed. Throws NotTaken,
 *  `gone` for 410. */
export async function sendWebhook(
  url: string,
  secrets: readonly string[],
  { id, event }: { id: string; event: WebhookEvent },
  now: number,
): Promise<ReturnType<typeof said>> {
  const body = JSON.stringify(event);
  const second = Math.floor(now / 1000);
  const headers = {
    ...JSON_TYPE,
    'webhook-id': id,
    'webhook-timestamp': String(second),
    'webhook-signature': signatures(secrets, id, second, body),
  };
  const { status, text } = await call({ url, method: 'POST', headers, body });
  const told = `${status} ${excerpt(text)}`;
  if (status === 410)
    throw new NotTaken('gone', said(`对方已停止接收：${told}`, `The other system listens no more: ${told}`));
  if (status < 200 || status >= 300) throw later(`对方未接收：${told}`, `The other system did not take it: ${told}`);
  return said(`对方已接收：${told}`, `The other system took it: ${told}`);
}
