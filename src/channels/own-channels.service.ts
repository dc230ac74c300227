/** Lets a person choose where messages reach them, and makes sure that an address is theirs before anything goes there. */
import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../clock.js';
import type { Actor } from '../domain/command.js';
import { notFound, Refused } from '../domain/errors.js';
import { CHANNELS, type Channel } from '../domain/words.js';
import { NotTaken, said } from '../notify/channels/parcel.js';
import { shownCall } from '../notify/channels/sms.js';
import { isAllowedService } from '../notify/channels/web-push.js';
import { Senders } from '../notify/senders.js';
import { PeopleStore } from '../store/people/people.store.js';
import { AddressStore, type Address } from '../store/messages/address.store.js';
import { ChannelStore } from '../store/messages/channel.store.js';
import { PushSubscriptionStore, type Subscribed } from '../store/messages/push-subscription.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { addressFor, masked } from './address-form.js';
import type { TestResult } from './channels.dto.js';
import type {
  GivenAddresses,
  OwnChannels,
  OwnChannelsInput,
  OwnPush,
  PersonReached,
  PushSubscriptionInput,
  PushSubscriptionView,
} from './own-channels.dto.js';

/** A code is good for so long, milliseconds; the next one may be asked for after a minute, and so many on a day. */
const CODE_VALID_MS = 600_000;
const CODE_PAUSE_MS = 60_000;
const CODES_A_DAY = 5;

@Injectable()
export class OwnChannelsService {
  constructor(
    private readonly channels: ChannelStore,
    private readonly addresses: AddressStore,
    private readonly subscriptions: PushSubscriptionStore,
    private readonly senders: Senders,
    private readonly people: PeopleStore,
    private readonly referenceData: ReferenceDataStore,
    private readonly clock: Clock,
  ) {}

  /** Every channel as it is for this person. */
  async of(personId: string): Promise<OwnChannels> {
    const [settings, addresses, browsers] = await Promise.all([
      this.channels.all(),
      this.addresses.of(personId),
      this.subscriptions.of(personId),
    ]);
    const channels = CHANNELS.map((name) => {
      const setting = settings.find((one) => one.name === name);
      const own = addresses.find(({ channel }) => channel === name);
      const verified = name === 'push' ? browsers.length > 0 : own?.address != null && own.verifiedAt !== null;
      return {
        ...{ name, enabled: setting?.enabled ?? false, isDefault: setting?.isDefault ?? false, verified },
        ...{ on: verified && (own?.wanted ?? true), address: own?.address ?? null },
      };
    });
    return { channels, ordersReach: channels.some(({ enabled, verified }) => enabled && verified) };
  }

  /** Notes what the person chose. A new address waits for its code. 422 for what is no address of the channel. */
  async choose({ userId }: Actor, { channels }: OwnChannelsInput): Promise<OwnChannels> {
    const personId = userId!;
    const known = await this.addresses.of(personId);
    const changes = channels.map(({ name, on, address }) => {
      const before = known.find(({ channel }) => channel === name)?.address ?? null;
      if (address === undefined || address === before) return { name, wanted: on };
      const given = address === null ? null : addressFor(name, address);
      return { name, wanted: on, address: given, verifiedAt: null };
    });
    for (const { name, ...change } of changes) await this.addresses.change(personId, name, change);
    return this.of(personId);
  }

  /** Sends a code to an address that waits for it. 422 where there is none, 429 where codes were asked for too often. */
  async sendCode({ userId }: Actor, channel: Channel): Promise<TestResult> {
    const personId = userId!;
    const own = await this.awaiting(personId, channel);
    if ((await this.channels.get(channel))?.enabled !== true)
      throw new Refused(422, 'channel.off', '管理员未启用此渠道', 'This channel is switched off');
    const now = this.clock.now();
    const { calendar } = this.referenceData.current();
    const today = own.codeSentAt !== null && calendar.dayOf(own.codeSentAt) === calendar.dayOf(now) ? own.codesSent : 0;
    const wait = own.codeSentAt === null ? 0 : Math.ceil((own.codeSentAt + CODE_PAUSE_MS - now) / 1000);
    if (wait > 0 || today >= CODES_A_DAY) {
      const retryAfterSeconds = today >= CODES_A_DAY ? 86_400 : wait;
      throw new Refused(429, 'channel.codes', '验证码请求过于频繁，请稍后再试', 'Too many codes; try again later', {
        retryAfterSeconds,
      });
    }
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    await this.addresses.noteCode(personId, channel, code, now, today + 1);
    return this.tell(
      channel,
      personId,
      own.address!,
      `验证码 ${code}，10 分钟内有效`,
      `Your code is ${code}, good for 10 minutes`,
    );
  }

  /** The address is theirs where the code is the one that was sent. 422 where it is not, or not any more. */
  async confirm({ userId }: Actor, channel: Channel, code: string): Promise<OwnChannels> {
    const personId = userId!;
    await this.awaiting(personId, channel);
    if (!(await this.addresses.confirm(personId, channel, code, this.clock.now(), CODE_VALID_MS)))
      throw new Refused(422, 'channel.codeWrong', '验证码不对或已过期', 'The code is wrong or too old');
    return this.of(personId);
  }

  /** Sends a message to show that it works, to the person who asks for it. 422 where they have no address there. */
  async test({ userId }: Actor, channel: Channel): Promise<TestResult> {
    const personId = userId!;
    const setting = await this.channels.get(channel);
    const own = (await this.addresses.of(personId)).find((one) => one.channel === channel);
    const browsers = channel === 'push' ? await this.subscriptions.of(personId) : [];
    if (channel === 'push' ? browsers.length === 0 : own?.address == null)
      throw new Refused(
        422,
        'channel.noOwnAddress',
        '请先到“我的账号”页，在“消息送到哪里”填写并验证自己的地址',
        'Enter an address of your own first',
      );
    const told = await this.tell(channel, personId, own?.address ?? '', '测试消息', 'A test');
    if (channel !== 'sms' || setting === null) return told;
    return { ...told, request: shownCall(setting, own!.address!, '【销号】测试消息，请登录系统查看', uuid()) };
  }

  /** What a browser needs to subscribe, and the person’s browsers. */
  async push(personId: string): Promise<OwnPush> {
    const [setting, browsers] = await Promise.all([this.channels.get('push'), this.subscriptions.of(personId)]);
    const publicKey = setting?.enabled === true ? (setting.secrets['publicKey'] ?? null) : null;
    return { publicKey, subscriptions: browsers.map(browserShown) };
  }

  /** Keeps a browser. 422 where push is off or its push service is not allowed. */
  async subscribe(
    { userId }: Actor,
    { endpoint, keys }: PushSubscriptionInput,
    device: string,
  ): Promise<PushSubscriptionView> {
    const setting = await this.channels.get('push');
    const services = (setting?.settings['services'] as string[] | undefined) ?? [];
    if (setting?.enabled !== true) throw new Refused(422, 'push.off', '管理员未启用推送', 'Push is switched off');
    if (!isAllowedService(services, endpoint))
      throw new Refused(
        422,
        'push.service',
        '管理员未允许此浏览器的推送服务',
        'The push service of this browser is not allowed',
      );
    return browserShown(
      await this.subscriptions.add(userId!, { endpoint, keys }, device.slice(0, 500), this.clock.now()),
    );
  }

  /** Forgets a browser. 404 where it is not the person’s. */
  async unsubscribe({ userId }: Actor, id: string): Promise<void> {
    if (!(await this.subscriptions.remove(userId!, id))) throw notFound('subscription', '推送订阅', id);
  }

  /** Enters addresses for a person, as an administrator who has them from the directory; they count as theirs. */
  async give(personId: string, { addresses }: GivenAddresses): Promise<PersonReached> {
    await this.people.get(personId);
    const given = addresses.map(({ name, address }) => ({
      name,
      address: address === null ? null : addressFor(name, address),
    }));
    const verifiedAt = this.clock.now();
    for (const { name, address } of given)
      await this.addresses.change(personId, name, { address, verifiedAt: address === null ? null : verifiedAt });
    return this.reached(personId);
  }

  /** Where a person is reached, addresses blotted out in part. 404 where there is no such person. */
  async reached(personId: string): Promise<PersonReached> {
    await this.people.get(personId);
    const [addresses, browsers] = await Promise.all([this.addresses.of(personId), this.subscriptions.of(personId)]);
    const named = addresses.flatMap(({ channel, address, verifiedAt, wanted }) =>
      address === null ? [] : [{ name: channel, masked: masked(address), verified: verifiedAt !== null, on: wanted }],
    );
    const wanted = addresses.find(({ channel }) => channel === 'push')?.wanted ?? true;
    const push =
      browsers.length === 0
        ? []
        : [{ name: 'push' as const, masked: `${browsers.length}`, verified: true, on: wanted }];
    return { personId, channels: [...named, ...push] };
  }

  private async awaiting(personId: string, channel: Channel): Promise<Address> {
    const own = (await this.addresses.of(personId)).find((one) => one.channel === channel);
    if (own?.address == null)
      throw new Refused(422, 'channel.noOwnAddress', '请先填写自己的地址', 'Enter an address first');
    return own;
  }

  private async tell(channel: Channel, personId: string, address: string, zh: string, en: string): Promise<TestResult> {
    const says = said(zh, en);
    const next = said('如非本人操作，请忽略', 'If it was not you, do nothing');
    const line = { topic: 'channel', says, next, brief: says, href: '/inbox', at: this.clock.now() };
    const parcel = { id: uuid(), lines: [line] as const, more: 0, publicUrl: null };
    try {
      return { sent: true, labels: await this.senders.send(channel, personId, address, parcel), request: null };
    } catch (error) {
      if (error instanceof NotTaken) return { sent: false, labels: error.said, request: null };
      throw error;
    }
  }
}

const browserShown = ({ id, device, createdAt }: Subscribed): PushSubscriptionView => ({
  ...{ id, device, createdAt: new Date(createdAt).toISOString() },
});
