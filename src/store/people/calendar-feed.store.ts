/** Keeps the private address of each person's calendar, by the hash of its secret. */
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { CalendarFeed } from './calendar-feed.entity.js';

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

@Injectable()
export class CalendarFeedStore {
  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'dataSource'>) {}

  /** When the person's address was made; null where there is none. */
  async madeAt(personId: string): Promise<Date | null> {
    return (await this.feeds.findOneBy({ personId }))?.madeAt ?? null;
  }

  /** Gives the person this address in the place of the one before. */
  async put(personId: string, secret: string, at: number): Promise<void> {
    await this.feeds.upsert({ personId, tokenHash: hashOf(secret), madeAt: new Date(at) }, ['personId']);
  }

  /** Takes the person's address back. */
  async remove(personId: string): Promise<void> {
    await this.feeds.delete({ personId });
  }

  /** Whose address it is; undefined for one that is nobody's. Whether the account is in use is for whoever asks for the person. */
  async personOf(secret: string): Promise<string | undefined> {
    return (await this.feeds.findOneBy({ tokenHash: hashOf(secret) }))?.personId;
  }

  private get feeds(): Repository<CalendarFeed> {
    return this.database.dataSource.getRepository(CalendarFeed);
  }
}
