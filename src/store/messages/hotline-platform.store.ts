/** Hotline platforms that may send cases, their secrets encrypted. */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { Cipher } from '../encrypted/cipher.js';
import { HotlinePlatformRow } from './hotline.entity.js';

export interface HotlinePlatform {
  id: string;
  code: string;
  name: string;
  officeUnitId: string;
  /** Of a call whose own category is none of ours. */
  categoryId: string;
  webhookId: string | null;
  mapping: Readonly<Partial<Record<string, string>>>;
  /** Working days in which an answer is owed. */
  answerDays: number;
  secret: string;
  formerSecret: string | null;
  /** Epoch milliseconds. */
  formerUntil: number | null;
  active: boolean;
  createdAt: number;
}
export type NewPlatform = Omit<HotlinePlatform, 'id' | 'formerSecret' | 'formerUntil'>;
export type PlatformChange = Partial<Omit<HotlinePlatform, 'id' | 'code' | 'createdAt'>>;

@Injectable()
export class HotlinePlatformStore {
  constructor(
    @Inject(DATABASE) private readonly database: Pick<Database, 'dataSource'>,
    private readonly cipher: Cipher,
  ) {}

  /** All of them, by name. */
  async list(): Promise<HotlinePlatform[]> {
    return (await this.rows.find({ order: { name: 'ASC', id: 'ASC' } })).map((row) => this.platformOf(row));
  }

  /** The one with this id, or with this code in its address; null where there is none. */
  async get(where: { id: string } | { code: string }): Promise<HotlinePlatform | null> {
    const row = await this.rows.findOneBy(where);
    return row === null ? null : this.platformOf(row);
  }

  /** Keeps a new one and answers it. */
  async add({ secret, createdAt, mapping, ...plain }: NewPlatform, createdBy: string): Promise<HotlinePlatform> {
    const id = uuid();
    const made = { id, ...plain, mapping: { ...mapping }, createdAt: new Date(createdAt), createdBy };
    await this.rows.insert({ ...made, secret: this.cipher.encrypt(secret, id) });
    return { id, ...plain, mapping, secret, createdAt, formerSecret: null, formerUntil: null };
  }

  /** Changes it; an absent key stays as it is. */
  async change(id: string, { secret, formerSecret, formerUntil, mapping, ...plain }: PlatformChange): Promise<void> {
    const text = (value: string | null): Buffer | null => (value === null ? null : this.cipher.encrypt(value, id));
    await this.rows.update(
      { id },
      {
        ...plain,
        ...(mapping === undefined ? {} : { mapping: { ...mapping } }),
        ...(secret === undefined ? {} : { secret: this.cipher.encrypt(secret, id) }),
        ...(formerSecret === undefined ? {} : { formerSecret: text(formerSecret) }),
        ...(formerUntil === undefined ? {} : { formerUntil: formerUntil === null ? null : new Date(formerUntil) }),
      },
    );
  }

  private get rows() {
    return this.database.dataSource.getRepository(HotlinePlatformRow);
  }

  private platformOf({ secret, formerSecret, formerUntil, createdAt, ...row }: HotlinePlatformRow): HotlinePlatform {
    const { id, code, name, officeUnitId, categoryId, webhookId, mapping, answerDays, active } = row;
    return {
      ...{ id, code, name, officeUnitId, categoryId, webhookId, mapping, answerDays, active },
      secret: this.cipher.decrypt(secret, id),
      formerSecret: formerSecret === null ? null : this.cipher.decrypt(formerSecret, id),
      formerUntil: formerUntil?.getTime() ?? null,
      createdAt: createdAt.getTime(),
    };
  }
}
