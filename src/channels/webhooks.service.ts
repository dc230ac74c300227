/** Lets an administrator connect other systems and group robots, each to the topics it may hear of. */
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../clock.js';
import type { Actor } from '../domain/command.js';
import { notFound, Refused } from '../domain/errors.js';
import { NotTaken, said } from '../notify/channels/parcel.js';
import { newSecret } from '../notify/channels/webhook.js';
import { isForSystems } from '../notify/queue-deliveries.js';
import { Senders } from '../notify/senders.js';
import { DeliveryFiguresStore } from '../store/messages/delivery-figures.store.js';
import { type Webhook, WebhookStore } from '../store/messages/webhook.store.js';
import type { TestResult } from './channels.dto.js';
import type { NewWebhook, WebhookInput, WebhookView, WebhookWithSecret } from './webhooks.dto.js';

/** How long the former secret still signs, so that the other side can change over: a day. */
const OVERLAP_MS = 86_400_000;

@Injectable()
export class WebhooksService {
  constructor(
    private readonly webhooks: WebhookStore,
    private readonly figures: DeliveryFiguresStore,
    private readonly senders: Senders,
    private readonly clock: Clock,
  ) {}

  /** All of them, without secrets. */
  async list(): Promise<WebhookView[]> {
    const [webhooks, figures] = await Promise.all([this.webhooks.list(), this.figures.byWebhook()]);
    return webhooks.map((webhook) => shown(webhook, figures.get(webhook.id)));
  }

  /** Connects one; its secret is answered this once. */
  async add(actor: Actor, { robotSecret, ...input }: NewWebhook): Promise<WebhookWithSecret> {
    requireTopics(input.topics);
    const robots = robotSecret === undefined || robotSecret === '' ? null : robotSecret;
    const secret = input.kind === 'standard' ? newSecret() : robots;
    const made = await this.webhooks.add({ ...input, secret, createdAt: this.clock.now() }, actor.userId!);
    return { ...shown(made), secret: input.kind === 'standard' ? secret : null };
  }

  /** Changes one. 404 where there is none. */
  async change(id: string, { robotSecret, ...input }: WebhookInput): Promise<WebhookView> {
    const { kind } = await this.get(id);
    requireTopics(input.topics);
    if (robotSecret !== undefined && kind === 'standard')
      throw new Refused(
        422,
        'webhook.ownSecret',
        '此类对接的密钥由系统生成，请用“更换密钥”',
        'Its secret is made here: rotate it',
      );
    const secret = robotSecret === undefined ? {} : { secret: robotSecret === '' ? null : robotSecret };
    await this.webhooks.change(id, { ...input, ...secret });
    return this.view(id);
  }

  /** Makes a new secret and answers it this once; the former one signs for another day. 422 for a robot, whose secret is its platform’s. */
  async rotate(id: string): Promise<WebhookWithSecret> {
    const { kind, secret } = await this.get(id);
    if (kind !== 'standard')
      throw new Refused(
        422,
        'webhook.robotSecret',
        '机器人的密钥由其平台生成',
        'The secret of a robot is made by its platform',
      );
    const made = newSecret();
    await this.webhooks.change(id, { secret: made, formerSecret: secret, formerUntil: this.clock.now() + OVERLAP_MS });
    return { ...(await this.view(id)), secret: made };
  }

  /** Nothing goes there any more. 404 where there is none. */
  async remove(id: string): Promise<void> {
    if (!(await this.webhooks.remove(id, this.clock.now()))) throw notFound('webhook', '对接', id);
  }

  /** Sends an event of type `test`, and tells what came back. */
  async test(id: string): Promise<TestResult> {
    const webhook = await this.get(id);
    const now = this.clock.now();
    const says = said('测试消息', 'A test');
    const line = { topic: 'test', says, next: says, brief: says, href: '/inbox', at: now };
    const parcel = { id: uuid(), lines: [line] as const, more: 0, publicUrl: null };
    const timestamp = new Date(now).toISOString();
    const event = { type: 'test', timestamp, data: { name: says, caseId: null, caseNumber: null, url: null } };
    try {
      return { sent: true, labels: await this.senders.sendTo(webhook, parcel, event, now), request: null };
    } catch (error) {
      if (error instanceof NotTaken) return { sent: false, labels: error.said, request: null };
      throw error;
    }
  }

  private async view(id: string): Promise<WebhookView> {
    return shown(await this.get(id), (await this.figures.byWebhook()).get(id));
  }

  private async get(id: string): Promise<Webhook> {
    const webhook = await this.webhooks.get(id);
    if (webhook === null) throw notFound('webhook', '对接', id);
    return webhook;
  }
}

/** 422 for what is no topic, or only for its own reader. */
function requireTopics(topics: readonly string[]): void {
  const unknown = topics.filter((topic) => !isForSystems(topic));
  if (unknown.length === 0) return;
  const named = unknown.slice(0, 5).join('、');
  throw new Refused(422, 'webhook.topic', `不能推送这些消息：${named}`, `Not for other systems: ${named}`);
}

/** The address of a robot is a key, so that of it only the host is shown. */
function shown(
  { id, name, kind, url, topics, active, createdAt, formerUntil }: Webhook,
  figures = { waiting: 0, dead: 0 },
): WebhookView {
  return {
    ...{ id, name, kind, active, topics: [...topics], ...figures },
    url: kind === 'standard' ? url : new URL(url).origin,
    createdAt: new Date(createdAt).toISOString(),
    formerUntil: formerUntil === null ? null : new Date(formerUntil).toISOString(),
  };
}
