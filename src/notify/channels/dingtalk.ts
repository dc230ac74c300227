/** DingTalk 钉钉: a work notice of the office's own app to one person, and a robot in a group chat that may want a signature. */
import { createHmac } from 'node:crypto';
import type { ChannelSetting } from '../../store/messages/channel.store.js';
import { AccessToken, type AppAnswer, appAnswer } from './access-token.js';
import { call } from './http-call.js';
import { later, never, type Parcel, said, withinBytes, writtenOut } from './parcel.js';
import { groupText, JSON_TYPE } from './wecom.js';

interface DingtalkSettings {
  appKey: string;
  agentId: number;
  baseUrl: string;
}

/** A message may have 2,048 bytes. */
const MOST_BYTES = 2_000;
const TOO_FAST = [90002, 90018, 130101];
const NO_SUCH_PERSON = [33012, 60121, 40031];

export class DingtalkSender {
  private readonly token: AccessToken;
  private readonly settings: DingtalkSettings;

  constructor({ settings, secrets }: ChannelSetting) {
    this.settings = settings as unknown as DingtalkSettings;
    const query = new URLSearchParams({ appkey: this.settings.appKey, appsecret: secrets['secret'] ?? '' });
    this.token = new AccessToken(`${this.settings.baseUrl}/gettoken?${query}`);
  }

  /** What DingTalk said; the same text to the same person is shown once a day by its own rule. Throws NotTaken. */
  async send(to: string, parcel: Parcel): Promise<ReturnType<typeof said>> {
    const { agentId, baseUrl } = this.settings;
    const content = withinBytes(writtenOut(parcel), MOST_BYTES);
    const body = JSON.stringify({ agent_id: agentId, userid_list: to, msg: { msgtype: 'text', text: { content } } });
    const url = `${baseUrl}/topapi/message/corpconversation/asyncsend_v2`;
    const answer = await this.token.with(async (token) =>
      appAnswer(await call({ url: `${url}?access_token=${token}`, method: 'POST', headers: JSON_TYPE, body })),
    );
    requireTaken('钉钉', 'DingTalk', answer);
    const task = String(answer['task_id'] as string | number);
    return said(`钉钉已接收（任务 ${task}）`, `DingTalk took it (task ${task})`);
  }
}

function requireTaken(zh: string, en: string, { errcode, errmsg, sub_code: sub }: AppAnswer): void {
  if (errcode === 0) return;
  // The open platform wraps some refusals: 88 outside, the reason in `sub_code`.
  const reason = errcode === 88 && /^\d+$/.test(String(sub)) ? Number(sub) : errcode;
  if (TOO_FAST.includes(reason)) throw later(`${zh}：发送过于频繁，稍后重试`, `${en}: too many at once, again later`);
  if (NO_SUCH_PERSON.includes(reason)) throw never(`${zh}里没有此人`, `${en} knows no such person`);
  throw later(`${zh}未接收（${reason}）：${errmsg}`, `${en} did not take it (${reason}): ${errmsg}`);
}

/** Posts into the group of the robot; with a secret the call is signed as the robot's page says (加签). */
export async function sendToDingtalkRobot(
  url: string,
  secret: string | null,
  parcel: Parcel,
  now: number,
): Promise<ReturnType<typeof said>> {
  const body = JSON.stringify({ msgtype: 'text', text: { content: withinBytes(groupText(parcel), MOST_BYTES) } });
  const signed = secret === null ? url : `${url}${url.includes('?') ? '&' : '?'}${signature(secret, now)}`;
  requireTaken(
    '钉钉群',
    'The DingTalk group',
    appAnswer(await call({ url: signed, method: 'POST', headers: JSON_TYPE, body })),
  );
  return said('钉钉群已接收', 'The DingTalk group took it');
}

/** `timestamp` and `sign`: HMAC-SHA-256 over the moment, a line break and the secret, with the secret as key. */
function signature(secret: string, now: number): string {
  const sign = createHmac('sha256', secret).update(`${now}\n${secret}`).digest('base64');
  return String(new URLSearchParams({ timestamp: String(now), sign }));
}
