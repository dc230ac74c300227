/** Where each person is reached on each channel, encrypted, and the codes that prove an address to be theirs. */
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Channel } from '../../domain/words.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { Cipher } from '../encrypted/cipher.js';
import { PersonChannel } from './channel.entity.js';

export interface Address {
  channel: Channel;
  wanted: boolean;
  /** In the clear; null for push and where none was given. */
  address: string | null;
  /** Epoch milliseconds; null: not known to be theirs. */
  verifiedAt: number | null;
  codeSentAt: number | null;
  codesSent: number;
}

/** What is written; an absent key stays as it is. */
export interface AddressChange {
  wanted?: boolean;
  address?: string | null;
  verifiedAt?: number | null;
}

/** Guesses at one code, after which it is worth nothing. */
const MOST_TRIES = 5;
const about = (personId: string, channel: Channel): string => `${channel}/${personId}`;

@Injectable()
export class AddressStore {
  constructor(
    @Inject(DATABASE) private readonly database: Pick<Database, 'dataSource'>,
    private readonly cipher: Cipher,
  ) {}

  /** Of one person, on every channel about which something is known. */
  async of(personId: string): Promise<Address[]> {
    const rows = await this.rows.find({ where: { personId }, order: { channel: 'ASC' } });
    return rows.map((row) => this.addressOf(row));
  }

  /** Of many people on one channel, by person; only addresses known to be theirs. */
  async verified(personIds: readonly string[], channel: Channel): Promise<Map<string, string>> {
    const rows = await this.rows.find({ where: { personId: In([...personIds]), channel } });
    return new Map(
      rows.flatMap((row) => {
        const { address, verifiedAt } = this.addressOf(row);
        return address === null || verifiedAt === null ? [] : [[row.personId, address] as const];
      }),
    );
  }

  /** Writes what a person chose or what the administrator entered. A code for another address is worth nothing afterwards. */
  async change(personId: string, channel: Channel, { wanted, address, verifiedAt }: AddressChange): Promise<void> {
    await this.rows
      .createQueryBuilder()
      .insert()
      .values({ personId, channel, wanted: wanted ?? true })
      .orIgnore()
      .execute();
    const changed = {
      ...(wanted === undefined ? {} : { wanted }),
      ...(address === undefined
        ? {}
        : { address: address === null ? null : this.cipher.encrypt(address, about(personId, channel)), code: null }),
      ...(verifiedAt === undefined ? {} : { verifiedAt: verifiedAt === null ? null : new Date(verifiedAt) }),
    };
    if (Object.keys(changed).length > 0) await this.rows.update({ personId, channel }, changed);
  }

  /** Notes a code that is about to be sent to the address; `codesSent` says the how many-th of the day it is. */
  async noteCode(personId: string, channel: Channel, code: string, at: number, codesSent: number): Promise<void> {
    const noted = {
      code: this.fingerprint(personId, channel, code),
      codeSentAt: new Date(at),
      codesSent,
      codeTries: 0,
    };
    await this.rows.update({ personId, channel }, noted);
  }

  /** True, and the address is theirs, where `code` is the one that was sent no longer than `validMs` ago. Few guesses are free. */
  async confirm(personId: string, channel: Channel, code: string, at: number, validMs: number): Promise<boolean> {
    // Counted first, so that guesses sent at once count too.
    await this.rows.increment({ personId, channel }, 'codeTries', 1);
    const { affected } = await this.rows
      .createQueryBuilder()
      .update()
      .set({ verifiedAt: new Date(at), code: null })
      .where({ personId, channel })
      .andWhere('code = :code AND code_sent_at > :since AND code_tries <= :most', {
        code: this.fingerprint(personId, channel, code),
        since: new Date(at - validMs),
        most: MOST_TRIES,
      })
      .execute();
    return affected === 1;
  }

  private fingerprint(personId: string, channel: Channel, code: string): Buffer {
    return this.cipher.fingerprint('channel code', `${about(personId, channel)}/${code}`);
  }

  private get rows() {
    return this.database.dataSource.getRepository(PersonChannel);
  }

  private addressOf(row: PersonChannel): Address {
    const { personId, channel, wanted, address, verifiedAt, codeSentAt, codesSent } = row;
    return {
      ...{ channel, wanted, codesSent },
      address: address === null ? null : this.cipher.decrypt(address, about(personId, channel)),
      verifiedAt: verifiedAt?.getTime() ?? null,
      codeSentAt: codeSentAt?.getTime() ?? null,
    };
  }
}
