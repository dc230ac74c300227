/** Other systems and robots that hear of some topics, addresses and secrets encrypted. */
import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { WebhookKind } from '../../domain/words.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { Cipher } from '../encrypted/cipher.js';
import { WebhookRow } from './channel.entity.js';

export interface Webhook {
  id: string;
  name: string;
  kind: WebhookKind;
  url: string;
  secret: string | null;
  formerSecret: string | null;
  /** Epoch milliseconds. */
  formerUntil: number | null;
  topics: readonly string[];
  active: boolean;
  createdAt: number;
}

/** What changes; an absent key stays as it is. */
export type WebhookChange = Partial<Omit<Webhook, 'id' | 'kind' | 'createdAt'>>;

@Injectable()
export class WebhookStore {
  constructor(
    @Inject(DATABASE) private readonly database: Pick<Database, 'dataSource'>,
    private readonly cipher: Cipher,
  ) {}

  /** All that were not removed, by name. */
  async list(): Promise<Webhook[]> {
    const rows = await this.rows.find({ where: { removedAt: IsNull() }, order: { name: 'ASC', id: 'ASC' } });
    return rows.map((row) => this.webhookOf(row));
  }

  /** One of them; null where there is none or it was removed. */
  async get(id: string): Promise<Webhook | null> {
    const row = await this.rows.findOneBy({ id, removedAt: IsNull() });
    return row === null ? null : this.webhookOf(row);
  }

  /** Keeps a new one and answers it. */
  async add(given: Omit<Webhook, 'id' | 'formerSecret' | 'formerUntil'>, createdBy: string): Promise<Webhook> {
    const id = uuid();
    const { url, secret, topics, createdAt, ...plain } = given;
    const encrypted = {
      url: this.cipher.encrypt(url, id),
      secret: secret === null ? null : this.cipher.encrypt(secret, id),
    };
    await this.rows.insert({
      id,
      ...plain,
      ...encrypted,
      topics: [...topics],
      createdAt: new Date(createdAt),
      createdBy,
    });
    return { id, ...given, formerSecret: null, formerUntil: null };
  }

  /** Changes it. */
  async change(id: string, { url, secret, formerSecret, formerUntil, topics, ...plain }: WebhookChange): Promise<void> {
    const text = (value: string | null): Buffer | null => (value === null ? null : this.cipher.encrypt(value, id));
    const changed = {
      ...plain,
      ...(topics === undefined ? {} : { topics: [...topics] }),
      ...(url === undefined ? {} : { url: this.cipher.encrypt(url, id) }),
      ...(secret === undefined ? {} : { secret: text(secret) }),
      ...(formerSecret === undefined ? {} : { formerSecret: text(formerSecret) }),
      ...(formerUntil === undefined ? {} : { formerUntil: formerUntil === null ? null : new Date(formerUntil) }),
    };
    if (Object.keys(changed).length > 0) await this.rows.update({ id }, changed);
  }

  /** Nothing goes there any more; false where there is none. */
  async remove(id: string, at: number): Promise<boolean> {
    const removed = { removedAt: new Date(at), active: false };
    return (await this.rows.update({ id, removedAt: IsNull() }, removed)).affected === 1;
  }

  private get rows() {
    return this.database.dataSource.getRepository(WebhookRow);
  }

  private webhookOf(row: WebhookRow): Webhook {
    const { id, name, kind, topics, active } = row;
    const text = (value: Buffer | null): string | null => (value === null ? null : this.cipher.decrypt(value, id));
    return {
      ...{ id, name, kind, topics, active, url: this.cipher.decrypt(row.url, id) },
      ...{ secret: text(row.secret), formerSecret: text(row.formerSecret) },
      formerUntil: row.formerUntil?.getTime() ?? null,
      createdAt: row.createdAt.getTime(),
    };
  }
}
