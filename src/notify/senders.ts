/** Sends a parcel on a channel as it is set up now; what is kept between sends (connections, tokens) goes when the settings change. */
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Sentence } from '../domain/clock-words.js';
import type { Channel } from '../domain/words.js';
import { ChannelStore, type ChannelSetting } from '../store/messages/channel.store.js';
import { PushSubscriptionStore } from '../store/messages/push-subscription.store.js';
import type { Webhook } from '../store/messages/webhook.store.js';
import { DingtalkSender, sendToDingtalkRobot } from './channels/dingtalk.js';
import { MailSender } from './channels/mail.js';
import { NotTaken, never, type Parcel, said } from './channels/parcel.js';
import { sendSms } from './channels/sms.js';
import { sendPush } from './channels/web-push.js';
import { sendToWecomRobot, WecomSender } from './channels/wecom.js';
import { sendWebhook, type WebhookEvent } from './channels/webhook.js';

interface Kept {
  /** What it was made of. */
  setting: string;
  send: (to: string, parcel: Parcel) => Promise<Sentence>;
  close?: () => void;
}

@Injectable()
export class Senders implements OnApplicationShutdown {
  private readonly kept = new Map<Channel, Kept>();

  constructor(
    private readonly channels: ChannelStore,
    private readonly subscriptions: PushSubscriptionStore,
  ) {}

  /** What the other side said of a parcel to a person; `address` is unused for push. Throws NotTaken: `never` too where the channel is not set up. */
  async send(name: Channel, personId: string, address: string, parcel: Parcel): Promise<Sentence> {
    const setting = await this.channels.get(name);
    if (setting === null) throw never('该渠道尚未设置', 'This channel is not set up');
    if (name === 'push') return this.toBrowsers(setting, personId, parcel);
    return this.senderOf(setting).send(address, parcel);
  }

  /** The same to a robot, or to another system, which is told `event`. `now` is the office's time, by which a former secret is still in force. */
  sendTo(webhook: Webhook, parcel: Parcel, event: WebhookEvent, now: number): Promise<Sentence> {
    const { kind, url, secret, formerSecret, formerUntil } = webhook;
    // The other side compares it with its own clock, also where the office's runs elsewhere for a drill.
    const trueTime = Date.now();
    if (kind === 'wecomRobot') return sendToWecomRobot(url, parcel);
    if (kind === 'dingtalkRobot') return sendToDingtalkRobot(url, secret, parcel, trueTime);
    const former = formerUntil !== null && formerUntil > now ? formerSecret : null;
    const secrets = [secret, former].filter((one) => one !== null);
    return sendWebhook(url, secrets, { id: parcel.id, event }, trueTime);
  }

  onApplicationShutdown(): void {
    for (const { close } of this.kept.values()) close?.();
    this.kept.clear();
  }

  private senderOf(setting: ChannelSetting): Kept {
    const { name, settings, secrets } = setting;
    const text = JSON.stringify([settings, secrets]);
    const known = this.kept.get(name);
    if (known?.setting === text) return known;
    known?.close?.();
    const made: Kept = { setting: text, ...makeSender(setting) };
    this.kept.set(name, made);
    return made;
  }

  /** Taken where one of the browsers takes it; those that have unsubscribed are forgotten. */
  private async toBrowsers(setting: ChannelSetting, personId: string, parcel: Parcel): Promise<Sentence> {
    const browsers = await this.subscriptions.of(personId);
    let taken: Sentence | undefined;
    let refused: unknown = new NotTaken('gone', said('没有可以推送的浏览器', 'There is no browser to push to'));
    for (const { id, subscription } of browsers) {
      try {
        taken = await sendPush(setting, subscription, parcel);
      } catch (error) {
        if (error instanceof NotTaken && error.kind === 'gone') await this.subscriptions.remove(personId, id);
        else refused = error;
      }
    }
    if (taken === undefined) throw refused;
    return taken;
  }
}

function makeSender(setting: ChannelSetting): Omit<Kept, 'setting'> {
  switch (setting.name) {
    case 'email': {
      const mail = new MailSender(setting);
      return { send: (to, parcel) => mail.send(to, parcel), close: () => mail.close() };
    }
    case 'wecom': {
      const wecom = new WecomSender(setting);
      return { send: (to, parcel) => wecom.send(to, parcel) };
    }
    case 'dingtalk': {
      const dingtalk = new DingtalkSender(setting);
      return { send: (to, parcel) => dingtalk.send(to, parcel) };
    }
    default:
      return { send: (to, parcel) => sendSms(setting, to, parcel) };
  }
}
