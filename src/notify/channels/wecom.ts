/** Enterprise WeCom 企业微信: a message of the office's own app to one person, and a robot in a group chat. */
import type { ChannelSetting } from '../../store/messages/channel.store.js';
import { AccessToken, type AppAnswer, appAnswer } from './access-token.js';
import { call } from './http-call.js';
import { headline, later, never, type Parcel, said, withinBytes, writtenOut } from './parcel.js';

interface WecomSettings {
  corpId: string;
  agentId: number;
  baseUrl: string;
}

/** A text may have 2,048 bytes. */
const MOST_BYTES = 2_000;
/** Calls a minute, or at once, are too many: the same again later. */
const TOO_FAST = [45009, 45033];
/** There is no such person, or the app is not visible to them. */
const NO_SUCH_PERSON = [40031, 40032, 60111, 81013];
/** The same content to the same person within four hours is shown once: WeCom knows a repeat by what it says. */
const REPEAT_SECONDS = 14_400;

export class WecomSender {
  private readonly token: AccessToken;
  private readonly settings: WecomSettings;

  constructor({ settings, secrets }: ChannelSetting) {
    this.settings = settings as unknown as WecomSettings;
    const query = new URLSearchParams({ corpid: this.settings.corpId, corpsecret: secrets['secret'] ?? '' });
    this.token = new AccessToken(`${this.settings.baseUrl}/cgi-bin/gettoken?${query}`);
  }

  /** What WeCom said. Throws NotTaken. */
  async send(to: string, parcel: Parcel): Promise<ReturnType<typeof said>> {
    const { agentId, baseUrl } = this.settings;
    const body = JSON.stringify({
      ...{ touser: to, msgtype: 'text', agentid: agentId },
      text: { content: withinBytes(writtenOut(parcel), MOST_BYTES) },
      ...{ enable_duplicate_check: 1, duplicate_check_interval: REPEAT_SECONDS },
    });
    const answer = await this.token.with(async (token) =>
      appAnswer(
        await call({
          url: `${baseUrl}/cgi-bin/message/send?access_token=${token}`,
          method: 'POST',
          headers: JSON_TYPE,
          body,
        }),
      ),
    );
    requireTaken('企业微信', 'WeCom', answer);
    if (typeof answer['invaliduser'] === 'string' && answer['invaliduser'] !== '')
      throw never('企业微信里没有此人，或应用对其不可见', 'WeCom knows no such person, or does not show them the app');
    return said('企业微信已接收', 'WeCom took it');
  }
}

/** Throws NotTaken for an answer that is no yes. */
export function requireTaken(zh: string, en: string, { errcode, errmsg }: AppAnswer): void {
  if (errcode === 0) return;
  if (TOO_FAST.includes(errcode)) throw later(`${zh}：发送过于频繁，稍后重试`, `${en}: too many at once, again later`);
  if (NO_SUCH_PERSON.includes(errcode)) throw never(`${zh}里没有此人`, `${en} knows no such person`);
  throw later(`${zh}未接收（${errcode}）：${errmsg}`, `${en} did not take it (${errcode}): ${errmsg}`);
}

export const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

/** Posts into the group of the robot, whose key stands in its address: numbers and topics only, since everybody in the group reads it. */
export async function sendToWecomRobot(url: string, parcel: Parcel): Promise<ReturnType<typeof said>> {
  const content = withinBytes(groupText(parcel), MOST_BYTES);
  const body = JSON.stringify({ msgtype: 'text', text: { content } });
  requireTaken(
    '企业微信群',
    'The WeCom group',
    appAnswer(await call({ url, method: 'POST', headers: JSON_TYPE, body })),
  );
  return said('企业微信群已接收', 'The WeCom group took it');
}

/** What a group chat is told: numbers and topics, and where to look. */
export function groupText(parcel: Parcel): string {
  const { lines, more, publicUrl } = parcel;
  const told = lines.map(({ brief, href }) =>
    publicUrl === null ? brief['zh-CN'] : `${brief['zh-CN']} ${publicUrl}${href}`,
  );
  return [`【销号】${headline(parcel, 'brief')}`, ...(told.length === 1 && more === 0 ? told.slice(0, publicUrl === null ? 0 : 1) : told), ...(more === 0 ? [] : [`另有 ${more} 条`])].join('\n'); // prettier-ignore
}
