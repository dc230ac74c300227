/** Text messages through whichever gateway the office has, described by a template of its call. */
import type { ChannelSetting } from '../../store/messages/channel.store.js';
import { call, type Call, excerpt } from './http-call.js';
import { headline, later, type Parcel, said } from './parcel.js';

interface SmsSettings {
  url: string;
  method: 'POST' | 'PUT' | 'GET';
  headers: { header: string; value: string }[];
  body: string;
  success: string;
}

/** What a gateway puts into one message of two parts; a text message says numbers and topics only, since phones show it locked. */
const MOST_CHARACTERS = 120;

/** What stands in a text message: who speaks, number and topic, where to look. */
export const smsText = (parcel: Parcel): string => {
  const text = `【销号】${headline(parcel, 'brief')}，请登录系统查看`;
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS - 1)}…`;
};

/** The call as the template describes it, filled in. */
export function gatewayCall({ settings, secrets }: ChannelSetting, mobile: string, text: string, id: string): Call {
  const { url, method, headers, body } = settings as unknown as SmsSettings;
  const values: Record<string, string> = { mobile, text, id, secret: secrets['secret'] ?? '' };
  const type = headers.find(({ header }) => /^content-type$/i.test(header))?.value ?? '';
  const fill = (template: string, escape: (value: string) => string): string =>
    template.replace(/\{\{(mobile|text|id|secret)\}\}/g, (_, name: string) => escape(values[name]!));
  return {
    method,
    url: fill(url, encodeURIComponent),
    // A header has one line.
    headers: Object.fromEntries(
      headers.map(({ header, value }) => [header, fill(value, (one) => one.replace(/[\r\n]/g, ' '))]),
    ),
    ...(method === 'GET' ? {} : { body: fill(body, escapeFor(type)) }),
  };
}

/** How a value is written so that it stays a value: what is typed into a template never breaks out of its quotes. */
function escapeFor(type: string): (value: string) => string {
  if (/urlencoded/i.test(type)) return encodeURIComponent;
  if (/xml/i.test(type)) return (value) => value.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return (value) => JSON.stringify(value).slice(1, -1);
}

/** What would be sent, for a person to compare with the gateway's manual: the secret blotted out, the number in part. */
export function shownCall(setting: ChannelSetting, mobile: string, text: string, id: string): string {
  const {
    method,
    url,
    headers = {},
    body,
  } = gatewayCall({ ...setting, secrets: { secret: '＊＊＊' } }, mobile, text, id);
  const lines = Object.entries(headers).map(([header, value]) => `${header}: ${value}`);
  return [`${method} ${url}`, ...lines, ...(body === undefined ? [] : ['', String(body)])].join('\n');
}

/** What the gateway answered. Throws NotTaken. */
export async function sendSms(
  setting: ChannelSetting,
  mobile: string,
  parcel: Parcel,
  text = smsText(parcel),
): Promise<ReturnType<typeof said>> {
  const { success } = setting.settings as unknown as SmsSettings;
  const answer = await call(gatewayCall(setting, mobile, text, parcel.id));
  const told = `${answer.status} ${excerpt(answer.text)}`;
  const taken = answer.status >= 200 && answer.status < 300 && answer.text.includes(success);
  if (!taken) throw later(`短信网关未接收：${told}`, `The gateway did not take it: ${told}`);
  return said(`短信网关已接收：${told}`, `The gateway took it: ${told}`);
}
