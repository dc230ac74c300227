/** The hotline of the invented city: a platform that sends cases and waits for the office's answers. Its address leads nowhere, by its name. */
import { SYSTEM, type Actor } from '../domain/command.js';
import type { Day } from '../domain/day.js';
import { newSecret } from '../notify/channels/webhook.js';
import type { Cipher } from '../store/encrypted/cipher.js';
import type { Database } from '../store/database/database.js';
import { HotlineCallStore } from '../store/messages/hotline-call.store.js';
import { HotlinePlatformStore } from '../store/messages/hotline-platform.store.js';
import { WebhookStore } from '../store/messages/webhook.store.js';

/** Of a reserved domain, which nobody has (RFC 2606). */
const ANSWERS = 'https://12345.linjiang.invalid/answers';
const NAME = '临江市 12345 平台';

export class InventedHotline {
  /** Who puts its cases on record. */
  readonly actor: Actor = { ...SYSTEM, name: NAME, via: 'hotline' };

  private constructor(
    private readonly calls: HotlineCallStore,
    private readonly platformId: string,
  ) {}

  /** Opens the platform and its way back. `by`: id of whoever set it up. */
  static async open(
    { database, cipher }: { database: Database; cipher: Cipher },
    { officeUnitId, categoryId, by, at }: { officeUnitId: string; categoryId: string; by: string; at: number },
  ): Promise<InventedHotline> {
    const way = {
      name: NAME,
      kind: 'standard',
      url: ANSWERS,
      secret: newSecret(),
      topics: ['hotline.answer'],
    } as const;
    const { id: webhookId } = await new WebhookStore(database, cipher).add({ ...way, active: true, createdAt: at }, by);
    const platform = await new HotlinePlatformStore(database, cipher).add(
      {
        ...{ code: 'city', name: NAME, officeUnitId, categoryId, webhookId, mapping: {} },
        ...{ answerDays: 5, secret: newSecret(), active: true, createdAt: at },
      },
      by,
    );
    return new InventedHotline(new HotlineCallStore(database, cipher), platform.id);
  }

  /** A call comes in; the id of the case that it becomes. */
  async take(call: { number: string; text: string; raisedAt: string; dueOn: Day; at: number }): Promise<string> {
    const { number, text, raisedAt, dueOn, at } = call;
    const said = { platformId: this.platformId, number, category: null, unit: '市公安局', raisedAt, dueOn };
    return (await this.calls.take(said, { text }, at)).caseId;
  }
}
