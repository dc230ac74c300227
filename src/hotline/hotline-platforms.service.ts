/** Lets an administrator say which hotline platforms may send cases, and how each one's body is read. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Actor } from '../domain/command.js';
import { notFound, Refused } from '../domain/errors.js';
import { newSecret } from '../notify/channels/webhook.js';
import { type HotlinePlatform, HotlinePlatformStore } from '../store/messages/hotline-platform.store.js';
import { WebhookStore } from '../store/messages/webhook.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import type { NewPlatformInput, PlatformInput, PlatformView, PlatformWithSecret } from './hotline.dto.js';

/** How long the former secret is taken as well, so that the other side can change over: a day. */
const OVERLAP_MS = 86_400_000;

@Injectable()
export class HotlinePlatformsService {
  constructor(
    private readonly platforms: HotlinePlatformStore,
    private readonly webhooks: WebhookStore,
    private readonly referenceData: ReferenceDataStore,
    private readonly clock: Clock,
  ) {}

  /** All of them, without secrets. */
  async list(): Promise<PlatformView[]> {
    return (await this.platforms.list()).map(shown);
  }

  /** Lets one send; its secret is answered this once. 409 for a code that is taken. */
  async add(actor: Actor, input: NewPlatformInput): Promise<PlatformWithSecret> {
    await this.require(input);
    if ((await this.platforms.get({ code: input.code })) !== null)
      throw new Refused(409, 'hotline.codeTaken', `已有代号 ${input.code}`, `The code ${input.code} is taken`);
    const secret = newSecret();
    const made = await this.platforms.add(
      { ...input, mapping: { ...input.mapping }, secret, createdAt: this.clock.now() },
      actor.userId!,
    );
    return { ...shown(made), secret };
  }

  /** Changes one, or switches it off; its numbers and what is owed on them stay. 404 where there is none. */
  async change(id: string, input: PlatformInput): Promise<PlatformView> {
    await this.get(id);
    await this.require(input);
    await this.platforms.change(id, { ...input, mapping: { ...input.mapping } });
    return shown(await this.get(id));
  }

  /** Makes a new secret and answers it this once; the former one is taken for another day. */
  async rotate(id: string): Promise<PlatformWithSecret> {
    const { secret: formerSecret } = await this.get(id);
    const secret = newSecret();
    await this.platforms.change(id, { secret, formerSecret, formerUntil: this.clock.now() + OVERLAP_MS });
    return { ...shown(await this.get(id)), secret };
  }

  /** Refuses (404) a unit, a category or a webhook that is none; robots take no answers (422). */
  private async require({ officeUnitId, categoryId, webhookId }: PlatformInput): Promise<void> {
    const { units, categories } = this.referenceData.current();
    if (units.get(officeUnitId) === undefined) throw notFound('unit', '单位', officeUnitId);
    if (!categories.has(categoryId)) throw notFound('category', '问题类别', categoryId);
    if (webhookId === null) return;
    const webhook = await this.webhooks.get(webhookId);
    if (webhook === null) throw notFound('webhook', '对接', webhookId);
    if (webhook.kind !== 'standard')
      throw new Refused(422, 'hotline.robot', '群机器人不能接收答复', 'A robot of a group chat takes no answers');
  }

  private async get(id: string): Promise<HotlinePlatform> {
    const platform = await this.platforms.get({ id });
    if (platform === null) throw notFound('hotline platform', '热线平台', id);
    return platform;
  }
}

function shown({ id, code, name, formerUntil, createdAt, ...more }: HotlinePlatform): PlatformView {
  const { officeUnitId, categoryId, webhookId, mapping, answerDays, active } = more;
  return {
    ...{ id, code, name, officeUnitId, categoryId, webhookId, answerDays, active, mapping: { ...mapping } },
    path: `/api/hotline/${code}`,
    createdAt: new Date(createdAt).toISOString(),
    formerUntil: formerUntil === null ? null : new Date(formerUntil).toISOString(),
  };
}
