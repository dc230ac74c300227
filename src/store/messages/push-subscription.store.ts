/** Browsers that let themselves be woken, each belonging to whoever subscribed in it last. */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { Cipher } from '../encrypted/cipher.js';
import { PushSubscriptionRow } from './channel.entity.js';

/** As a browser gives it. */
export interface BrowserSubscription {
  endpoint: string;
  keys: { p256dh: string; auth: string };
}

export interface Subscribed {
  id: string;
  subscription: BrowserSubscription;
  device: string;
  createdAt: number;
}

/** More browsers than a person has; the oldest goes first. */
const MOST_BROWSERS = 10;

@Injectable()
export class PushSubscriptionStore {
  constructor(
    @Inject(DATABASE) private readonly database: Pick<Database, 'dataSource'>,
    private readonly cipher: Cipher,
  ) {}

  /** Of one person, the newest first. */
  async of(personId: string): Promise<Subscribed[]> {
    const rows = await this.rows.find({ where: { personId }, order: { createdAt: 'DESC', id: 'DESC' } });
    return rows.map(({ id, subscription, device, createdAt }) => ({
      ...{ id, device, createdAt: createdAt.getTime() },
      subscription: JSON.parse(this.cipher.decrypt(subscription, id)) as BrowserSubscription,
    }));
  }

  /** Keeps it for this person and for nobody else, and answers it; the same browser twice is one subscription. */
  async add(personId: string, subscription: BrowserSubscription, device: string, at: number): Promise<Subscribed> {
    const endpointKey = this.cipher.fingerprint('push endpoint', subscription.endpoint);
    await this.rows.delete({ endpointKey });
    const id = uuid();
    await this.rows
      .createQueryBuilder()
      .insert()
      .values({
        ...{ id, personId, endpointKey, device, createdAt: new Date(at) },
        subscription: this.cipher.encrypt(JSON.stringify(subscription), id),
      })
      .orIgnore()
      .execute();
    const all = await this.of(personId);
    for (const { id: old } of all.slice(MOST_BROWSERS)) await this.rows.delete({ id: old });
    return all.find(({ subscription: { endpoint } }) => endpoint === subscription.endpoint) ?? all[0]!;
  }

  /** Forgets it; false where the person has none of that id. */
  async remove(personId: string, id: string): Promise<boolean> {
    return (await this.rows.delete({ id, personId })).affected === 1;
  }

  private get rows() {
    return this.database.dataSource.getRepository(PushSubscriptionRow);
  }
}
