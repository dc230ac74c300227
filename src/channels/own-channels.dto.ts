/** Where messages reach a person, as the person sees and chooses it. */
import { CHANNELS, type Channel } from '../domain/words.js';
import { Flag, InstantField, ListOf, ObjectOf, OneOf, Text, Uuid } from '../http/fields.js';

/** Mail address, WeCom or DingTalk user id, mobile number: what is right for which is for the service to say. */
const ADDRESS = { max: 200, pattern: /^\S+$/, example: 'wangmin@example.gov.cn' };

export class OwnChannel {
  @OneOf(CHANNELS, { name: 'Channel' }) name: Channel;
  @Flag({ description: 'The administrator has switched it on' }) enabled: boolean;
  @Flag({ description: 'Chosen by me' }) on: boolean;
  @Text({ ...ADDRESS, nullable: true, description: 'Mine; always null for push' }) address: string | null;
  @Flag({ description: 'It is known to be mine; for push: a browser of mine lets itself be woken' }) verified: boolean;
  @Flag({ description: 'Orders come here where nothing I chose works' }) isDefault: boolean;
}

export class OwnChannels {
  @ListOf(() => OwnChannel, { max: 10, description: 'All there are, whether switched on or not' })
  channels: OwnChannel[];
  @Flag({ description: 'An order reaches me outside of the inbox' }) ordersReach: boolean;
}

export class ChannelChoice {
  @OneOf(CHANNELS, { name: 'Channel' }) name: Channel;
  @Flag() on: boolean;
  @Text({
    ...ADDRESS,
    optional: true,
    nullable: true,
    description:
      'Absent: stays. A new one has to be confirmed by a code before anything goes there; null takes it away',
  })
  address?: string | null;
}

export class OwnChannelsInput {
  @ListOf(() => ChannelChoice, { max: 10, min: 1, description: 'What is not named stays as it is' })
  channels: ChannelChoice[];
}

export class CodeInput {
  @Text({ max: 6, min: 6, pattern: /^\d{6}$/, description: 'The code that was sent there', example: '281905' })
  code: string;
}

export class PushKeys {
  @Text({ max: 200, pattern: /^[A-Za-z0-9_=-]+$/ }) p256dh: string;
  @Text({ max: 100, pattern: /^[A-Za-z0-9_=-]+$/ }) auth: string;
}

/** As `PushSubscription.toJSON()` gives it. */
export class PushSubscriptionInput {
  @Text({ max: 1000, pattern: /^https?:\/\/\S+$/, example: 'https://fcm.googleapis.com/fcm/send/abc' })
  endpoint: string;
  @InstantField({ optional: true, nullable: true, description: 'As browsers send it; not used' })
  expirationTime?: string | null;
  @ObjectOf(() => PushKeys) keys: PushKeys;
}

export class PushSubscriptionView {
  @Uuid() id: string;
  @Text({ max: 500, min: 0, description: 'The browser as it names itself' }) device: string;
  @InstantField() createdAt: string;
}

export class OwnPush {
  @Text({ max: 200, nullable: true, description: 'applicationServerKey; null: push is switched off' })
  publicKey: string | null;
  @ListOf(() => PushSubscriptionView, { max: 100 }) subscriptions: PushSubscriptionView[];
}

export class GivenAddress {
  @OneOf(CHANNELS, { name: 'Channel' }) name: Channel;
  @Text({ ...ADDRESS, nullable: true, description: 'Null takes it away' }) address: string | null;
}

export class GivenAddresses {
  @ListOf(() => GivenAddress, { max: 10, min: 1, description: 'Not `push`, which only its browser can give' })
  addresses: GivenAddress[];
}

export class ReachedBy {
  @OneOf(CHANNELS, { name: 'Channel' }) name: Channel;
  @Text({ max: 200, description: 'Its middle blotted out', example: 'wa***@example.gov.cn' }) masked: string;
  @Flag() verified: boolean;
  @Flag({ description: 'Chosen by the person' }) on: boolean;
}

export class PersonReached {
  @Uuid() personId: string;
  @ListOf(() => ReachedBy, { max: 10 }) channels: ReachedBy[];
}
