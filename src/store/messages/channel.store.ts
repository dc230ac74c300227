/** The channels as the administrator set them, their secrets encrypted. */
import { Inject, Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import type { Channel } from '../../domain/words.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { entitiesOn } from '../database/one-pool.js';
import { inTransaction } from '../database/transaction.js';
import { Cipher } from '../encrypted/cipher.js';
import { ChannelRow } from './channel.entity.js';

/** A channel with its secrets in the clear, for whoever sends. */
export interface ChannelSetting {
  name: Channel;
  enabled: boolean;
  isDefault: boolean;
  settings: Record<string, unknown>;
  secrets: Readonly<Record<string, string>>;
  /** Epoch milliseconds; whatever was made of the settings before is stale. */
  changedAt: number;
}

const about = (name: Channel): string => `channel/${name}`;

@Injectable()
export class ChannelStore {
  constructor(
    @Inject(DATABASE) private readonly database: Pick<Database, 'pool' | 'dataSource'>,
    private readonly cipher: Cipher,
  ) {}

  /** Every channel that was ever set up. */
  async all(): Promise<ChannelSetting[]> {
    const rows = await this.database.dataSource.getRepository(ChannelRow).find({ order: { name: 'ASC' } });
    return rows.map((row) => this.settingOf(row));
  }

  /** One channel; null where it was never set up. */
  async get(name: Channel): Promise<ChannelSetting | null> {
    const row = await this.database.dataSource.getRepository(ChannelRow).findOneBy({ name });
    return row === null ? null : this.settingOf(row);
  }

  /** Writes a channel as a whole; at most one is the default. */
  async save({ changedAt, secrets, ...channel }: ChannelSetting, changedBy: string | null): Promise<void> {
    const { name } = channel;
    const encrypted = Object.keys(secrets).length === 0 ? null : this.encrypt(name, secrets);
    await inTransaction(this.database.pool, async (client) => {
      const entities = entitiesOn(this.database.dataSource, client);
      if (channel.isDefault)
        await entities.update(ChannelRow, { isDefault: true, name: Not(name) }, { isDefault: false });
      const row = { ...channel, secrets: encrypted, changedAt: new Date(changedAt), changedBy };
      await entities.upsert(ChannelRow, row as never, ['name']);
    });
  }

  /** Secrets that are made once, whoever comes first: those in force. The channel is there, switched off, from then on. */
  async secretsMadeOnce(
    name: Channel,
    make: () => Record<string, string>,
    empty: Pick<ChannelSetting, 'settings' | 'changedAt'>,
  ): Promise<Readonly<Record<string, string>>> {
    const known = await this.get(name);
    if (known !== null && Object.keys(known.secrets).length > 0) return known.secrets;
    await this.database.dataSource
      .createQueryBuilder()
      .insert()
      .into(ChannelRow)
      .values({
        ...{ name, enabled: false, isDefault: false, settings: empty.settings as never, changedBy: null },
        ...{ secrets: this.encrypt(name, make()), changedAt: new Date(empty.changedAt) },
      })
      .orIgnore()
      .execute();
    return (await this.get(name))!.secrets;
  }

  private encrypt(name: Channel, secrets: Readonly<Record<string, string>>): Buffer {
    return this.cipher.encrypt(JSON.stringify(secrets), about(name));
  }

  private settingOf({ secrets, changedAt, changedBy: _, ...row }: ChannelRow): ChannelSetting {
    const clear = secrets === null ? {} : (JSON.parse(this.cipher.decrypt(secrets, about(row.name))) as object);
    return { ...row, secrets: { ...clear }, changedAt: changedAt.getTime() };
  }
}
