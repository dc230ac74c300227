/** Sets up the channels, and tells how they are doing. */
import { Inject, Injectable } from '@nestjs/common';
import webpush from 'web-push';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import type { Actor } from '../domain/command.js';
import { Refused } from '../domain/errors.js';
import { CHANNELS, type Channel } from '../domain/words.js';
import { ChannelStore, type ChannelSetting } from '../store/messages/channel.store.js';
import { DeliveryFiguresStore } from '../store/messages/delivery-figures.store.js';
import { JobSchemaStore } from '../store/messages/job-schema.store.js';
import type { ChannelsView } from './channels.dto.js';

/** The field of each channel that goes in and never comes back. Push makes its own. */
const SECRET: Readonly<Record<Channel, string | null>> = {
  email: 'password',
  wecom: 'appSecret',
  dingtalk: 'appSecret',
  sms: 'secret',
  push: null,
};
/** Channels that cannot send without. */
const NEEDS_SECRET: readonly Channel[] = ['wecom', 'dingtalk'];

/** Push services of the browsers that people have; an administrator adds or removes. */
export const PUSH_SERVICES = [
  'fcm.googleapis.com',
  'updates.push.services.mozilla.com',
  '*.push.apple.com',
  '*.notify.windows.com',
];

@Injectable()
export class ChannelsService {
  constructor(
    private readonly channels: ChannelStore,
    private readonly figures: DeliveryFiguresStore,
    private readonly jobs: JobSchemaStore,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** All channels, whether set up or not, and what waits on them. */
  async overview(): Promise<ChannelsView> {
    const [known, figures, people, queueReady] = await Promise.all([
      this.channels.all(),
      this.figures.byChannel(),
      this.figures.people(),
      this.jobs.isReady(),
    ]);
    const now = this.clock.now();
    return {
      publicUrl: this.config.publicUrl ?? null,
      queueReady,
      unreached: people.unreached,
      channels: CHANNELS.map((name) => {
        const setting = known.find((one) => one.name === name);
        const { waiting = 0, oldest = now, dead = 0 } = figures.find(({ channel }) => channel === name) ?? {};
        return {
          ...{ name, enabled: setting?.enabled ?? false, isDefault: setting?.isDefault ?? false },
          changedAt: setting === undefined ? null : new Date(setting.changedAt).toISOString(),
          people: people.byChannel.get(name) ?? 0,
          ...{ waiting, dead, waitingSeconds: waiting === 0 ? 0 : Math.max(0, Math.round((now - oldest) / 1000)) },
        };
      }),
    };
  }

  /** The settings of one channel without what is secret; null where it was never set up. */
  async settings<View extends object>(name: Channel): Promise<{ settings: View | null }> {
    const setting = await this.channels.get(name);
    return { settings: setting === null ? null : (shown(setting) as View) };
  }

  /** Sets a channel up; a secret that is not sent stays. 422 where it could not send. */
  async set<View extends object>(actor: Actor, name: Channel, input: object): Promise<{ settings: View | null }> {
    const secretField = SECRET[name];
    const { enabled, isDefault, ...fields } = input as ChannelSetting & Record<string, unknown>;
    const before = (await this.channels.get(name))?.secrets ?? {};
    const settings: Record<string, unknown> = { ...fields };
    let secrets: Record<string, string> = { ...before };
    if (secretField !== null) {
      const given = settings[secretField];
      delete settings[secretField];
      if (given === '') secrets = {};
      else if (typeof given === 'string') secrets = { secret: given };
    } else if (secrets['privateKey'] === undefined) {
      secrets = { ...(await this.pushKeys()) };
    }
    if (isDefault && !enabled)
      throw new Refused(422, 'channel.defaultOff', '默认渠道必须启用', 'The default channel must be switched on');
    if (enabled && NEEDS_SECRET.includes(name) && secrets['secret'] === undefined)
      throw new Refused(422, 'channel.secretMissing', '启用前请填写应用密钥', 'Enter the secret of the app first');
    await this.channels.save(
      { name, enabled, isDefault, settings, secrets, changedAt: this.clock.now() },
      actor.userId,
    );
    return this.settings(name);
  }

  private pushKeys(): Promise<Readonly<Record<string, string>>> {
    const empty = { settings: { contact: '', services: PUSH_SERVICES }, changedAt: this.clock.now() };
    return this.channels.secretsMadeOnce('push', () => ({ ...webpush.generateVAPIDKeys() }), empty);
  }
}

function shown({ name, enabled, isDefault, settings, secrets }: ChannelSetting): object {
  const own = name === 'push' ? { publicKey: secrets['publicKey'] ?? null } : { hasSecret: 'secret' in secrets };
  return { enabled, isDefault, ...settings, ...own };
}
