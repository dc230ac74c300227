/** The settings of each channel: by which call they are read and saved, and which fields their form has. */
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];
export type Channel = Schemas['Channel'];
/** What a form holds; the service says what is wrong with it. */
export type Settings = Record<string, unknown>;

interface Calls {
  read: () => Promise<{ settings: Settings | null }>;
  save: (settings: Settings) => Promise<unknown>;
}
/** The views have no index, so that they are read as what a form holds. */
const open = ({ settings }: { settings: object | null }): { settings: Settings | null } => ({
  settings: settings === null ? null : { ...settings },
});

export const CALLS: Record<Channel, Calls> = {
  email: {
    read: async () => open(await answer(api.GET('/api/channels/email'))),
    save: (body) => answer(api.PUT('/api/channels/email', { body: body as unknown as Schemas['EmailInput'] })),
  },
  wecom: {
    read: async () => open(await answer(api.GET('/api/channels/wecom'))),
    save: (body) => answer(api.PUT('/api/channels/wecom', { body: body as unknown as Schemas['WecomInput'] })),
  },
  dingtalk: {
    read: async () => open(await answer(api.GET('/api/channels/dingtalk'))),
    save: (body) => answer(api.PUT('/api/channels/dingtalk', { body: body as unknown as Schemas['DingtalkInput'] })),
  },
  sms: {
    read: async () => open(await answer(api.GET('/api/channels/sms'))),
    save: (body) => answer(api.PUT('/api/channels/sms', { body: body as unknown as Schemas['SmsInput'] })),
  },
  push: {
    read: async () => open(await answer(api.GET('/api/channels/push'))),
    save: (body) => answer(api.PUT('/api/channels/push', { body: body as unknown as Schemas['PushInput'] })),
  },
};

/** `text` one line, `maybe` one line that may be left empty, `whole` a number, `secret` goes in and is never shown, `prose` several lines, `lines` a
 *  list with one entry a line, `headers` a list of `Name: value`, and choices by their names. */
export type FieldKind = 'text' | 'maybe' | 'whole' | 'secret' | 'prose' | 'lines' | 'headers' | readonly string[];
export interface Field {
  name: string;
  kind: FieldKind;
  /** What stands in an empty form. */
  initial: unknown;
}
const field = (name: string, kind: FieldKind = 'text', initial: unknown = ''): Field => ({ name, kind, initial });

export const FIELDS: Record<Channel, readonly Field[]> = {
  email: [
    field('host'),
    field('port', 'whole', 465),
    field('security', ['tls', 'starttls', 'none'], 'tls'),
    field('username', 'maybe'),
    field('password', 'secret'),
    field('from'),
    field('fromName'),
  ],
  wecom: [
    field('corpId'),
    field('agentId', 'whole'),
    field('appSecret', 'secret'),
    field('baseUrl', 'text', 'https://qyapi.weixin.qq.com'),
  ],
  dingtalk: [
    field('appKey'),
    field('agentId', 'whole'),
    field('appSecret', 'secret'),
    field('baseUrl', 'text', 'https://oapi.dingtalk.com'),
  ],
  sms: [
    field('url'),
    field('method', ['POST', 'PUT', 'GET'], 'POST'),
    field('headers', 'headers', [{ header: 'Content-Type', value: 'application/json' }]),
    field('body', 'prose', '{"to":"{{mobile}}","content":"{{text}}","id":"{{id}}","key":"{{secret}}"}'),
    field('secret', 'secret'),
    field('success', 'maybe'),
  ],
  push: [field('contact', 'text', 'mailto:'), field('services', 'lines', [])],
};

interface Header {
  header: string;
  value: string;
}
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** What the form shows of a setting: texts only, but for numbers. */
export function shownIn({ name, kind, initial }: Field, settings: Settings | null): string | number {
  const value = kind === 'secret' ? '' : (settings?.[name] ?? (settings === null ? initial : ''));
  if (kind === 'headers') return (value as Header[]).map(({ header, value: text }) => `${header}: ${text}`).join('\n');
  if (kind === 'lines') return (value as string[]).join('\n');
  return typeof value === 'number' ? value : String(value as string);
}

/** The setting as it is sent; undefined where it stays as it is. `forget`: what is stored of a secret goes. */
export function sentOf({ name, kind }: Field, typed: string | number, forget: boolean): unknown {
  const text = String(typed);
  if (kind === 'secret') return forget ? '' : text === '' ? undefined : text;
  if (kind === 'whole') return typeof typed === 'number' ? typed : undefined;
  if (kind === 'lines') return linesOf(text);
  if (kind === 'headers')
    return linesOf(text).map((line) => {
      const at = line.indexOf(':');
      return at < 0
        ? { header: line, value: '' }
        : { header: line.slice(0, at).trim(), value: line.slice(at + 1).trim() };
    });
  if (kind === 'prose') return text;
  return kind === 'maybe' && name === 'username' && text.trim() === '' ? null : text.trim();
}
