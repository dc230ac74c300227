/** Web Push: encrypted for the browser alone, through the push service that the browser named. */
import webpush from 'web-push';
import type { ChannelSetting } from '../../store/messages/channel.store.js';
import type { BrowserSubscription } from '../../store/messages/push-subscription.store.js';
import { call, excerpt } from './http-call.js';
import { countOf, headline, later, NotTaken, never, type Parcel, said } from './parcel.js';

interface PushSettings {
  contact: string;
  services: string[];
}

/** What is not shown within a day has been read elsewhere. */
const LIVES_SECONDS = 86_400;

/** True where the administrator allows this push service: browsers are given by everybody who signs in, and must not make us call whatever they like. */
export function isAllowedService(services: readonly string[], endpoint: string): boolean {
  let url: URL;
  try {
    url = new URL(endpoint);
  } catch {
    return false;
  }
  return services.some((service) => {
    if (/^https?:\/\//.test(service)) return url.origin === service.replace(/\/$/, '');
    if (url.protocol !== 'https:' || url.port !== '') return false;
    return service.startsWith('*.') ? url.hostname.endsWith(service.slice(1)) : url.hostname === service;
  });
}

/** What a locked phone may show: number and topic, nothing of what the case is about. The service worker shows `title` and `body`, opens `href` and
 *  replaces what bears the same `tag`. */
export const pushPayload = (parcel: Parcel): string =>
  JSON.stringify({
    ...{ id: parcel.id, tag: parcel.id, title: '销号', body: headline(parcel, 'brief') },
    href: countOf(parcel) === 1 ? parcel.lines[0].href : '/inbox',
  });

/** What the push service answered. Throws NotTaken, `gone` where the browser has unsubscribed. */
export async function sendPush(
  { settings, secrets }: ChannelSetting,
  subscription: BrowserSubscription,
  parcel: Parcel,
): Promise<ReturnType<typeof said>> {
  const { contact, services } = settings as unknown as PushSettings;
  if (!isAllowedService(services, subscription.endpoint))
    throw never('管理员未允许此推送服务', 'The administrator does not allow this push service');
  const { publicKey = '', privateKey = '' } = secrets;
  const { endpoint, method, headers, body } = webpush.generateRequestDetails(subscription, pushPayload(parcel), {
    vapidDetails: { subject: contact, publicKey, privateKey },
    // What waits under the same topic is replaced, so that a repeat is seen once.
    ...{ TTL: LIVES_SECONDS, urgency: 'high', topic: parcel.id.replaceAll('-', ''), contentEncoding: 'aes128gcm' },
  });
  const plain = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  const { status, text } = await call({ url: endpoint, method: method as 'POST', headers: plain, body });
  if (status === 404 || status === 410)
    throw new NotTaken('gone', said('浏览器已退订', 'The browser has unsubscribed'));
  if (status === 413) throw never('推送内容过大', 'The push is too large');
  if (status < 200 || status >= 300)
    throw later(
      `推送服务未接收：${status} ${excerpt(text)}`,
      `The push service did not take it: ${status} ${excerpt(text)}`,
    );
  return said('推送服务已接收', 'The push service took it');
}
