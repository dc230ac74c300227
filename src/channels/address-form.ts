/** What an address on each channel looks like, and how it is shown to somebody else. */
import { Refused } from '../domain/errors.js';
import type { Channel } from '../domain/words.js';

const FORMS: Readonly<Record<Exclude<Channel, 'push'>, readonly [form: RegExp, zh: string, en: string]>> = {
  email: [/^[^\s@<>,;"]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/, '电子邮件地址', 'an e-mail address'],
  wecom: [/^[A-Za-z0-9_.@-]{1,64}$/, '企业微信账号（userid）', 'a WeCom userid'],
  dingtalk: [/^[A-Za-z0-9_.@-]{1,64}$/, '钉钉账号（userid）', 'a DingTalk userid'],
  sms: [/^\+?\d{5,15}$/, '手机号码', 'a mobile number'],
};

/** The address as it is kept. 422 where it cannot be one of this channel; push has none. */
export function addressFor(channel: Channel, address: string): string {
  if (channel === 'push')
    throw new Refused(
      422,
      'channel.noAddress',
      '推送不需要地址，请在浏览器里开启',
      'Push needs no address: allow it in the browser',
    );
  const [form, zh, en] = FORMS[channel];
  // One receiver: a list of user ids would reach others too.
  if (!form.test(address) || address.startsWith('@'))
    throw new Refused(422, 'channel.addressForm', `这不是${zh}`, `This is not ${en}`);
  return address;
}

/** Enough of it for its owner to know it, not enough for anybody to use it. */
export function masked(address: string): string {
  const [name = '', host] = address.split('@');
  const kept = name.length <= 4 ? name.slice(0, 1) : `${name.slice(0, 2)}***${name.slice(-2)}`;
  return `${kept}${name.length <= 4 ? '***' : ''}${host === undefined ? '' : `@${host}`}`;
}
