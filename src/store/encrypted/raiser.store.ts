/** The encrypted raisers of cases: encrypting on entry, opening once the access is logged. */
import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { In } from 'typeorm';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import type { EncryptedRaiser } from '../cases/decision-rows.js';
import type { Capacity } from '../../domain/words.js';
import type { EncryptedParticipant } from '../meetings/meeting.store.js';
import { decryptParticipant } from './participant-names.js';
import { Raiser } from './raiser.entity.js';
import { personKeys } from './search-keys.js';
import { Cipher } from './cipher.js';

export interface RaiserGiven {
  name?: string | undefined;
  contact?: string | undefined;
  anonymous?: boolean | undefined;
  /** The participant of a meeting, where they spoke there. */
  participantId?: string | undefined;
}

/** Where a raiser was taken down, without anything of the person. */
export interface RaiserPlace {
  id: string;
  caseId: string;
}

export interface OpenRaiser {
  anonymous: boolean;
  name: string | null;
  contact: string | null;
}

@Injectable()
export class RaiserStore {
  constructor(
    @Inject(DATABASE) private readonly database: Pick<Database, 'pool' | 'dataSource'>,
    private readonly cipher: Cipher,
  ) {}

  /** The raiser as stored under the id, which is that of the case for whoever raised it first, and the receipt code. An anonymous one leaves no
   *  name even if given. */
  encrypted(id: string, given: RaiserGiven): { raiser: EncryptedRaiser; receiptCode: string } {
    const anonymous = given.anonymous === true;
    const close = (text: string | undefined, field: string): string | null =>
      text === undefined || text === '' ? null : this.cipher.encrypt(text, `${id}/${field}`).toString('hex');
    const receiptCode = this.cipher.code(`receipt/${id}`);
    return {
      raiser: {
        id,
        participantId: given.participantId ?? null,
        anonymous,
        name: anonymous ? null : close(given.name, 'name'),
        contact: anonymous ? null : close(given.contact, 'contact'),
        receiptHash: receiptHash(receiptCode),
        searchKeys: (anonymous ? [] : personKeys(this.cipher, given)).map((key) => key.toString('hex')).join(','),
      },
      receiptCode,
    };
  }

  /** At which case the raiser was taken down; undefined where nobody wrote them down. */
  placeOf(id: string): Promise<RaiserPlace | undefined> {
    return this.place({ id });
  }

  /** The raiser, opened; undefined where nobody wrote them down. Only after the access is logged: AccessLogService.record. */
  async open(id: string): Promise<OpenRaiser | undefined> {
    const found = await this.database.dataSource.manager.findOneBy(Raiser, { id });
    if (found === null) return undefined;
    const { anonymous, nameSealed, contactSealed } = found;
    const open = (encrypted: Buffer | null, field: string): string | null =>
      encrypted === null ? null : this.cipher.decrypt(encrypted, `${id}/${field}`);
    return { anonymous, name: open(nameSealed, 'name'), contact: open(contactSealed, 'contact') };
  }

  /** Under which ids these participants are raisers, of whatever case. */
  async ofParticipants(ids: readonly string[]): Promise<{ id: string; participantId: string }[]> {
    const found = await this.database.dataSource.manager.find(Raiser, {
      select: { id: true, participantId: true },
      where: { participantId: In(ids) },
    });
    return found.map(({ id, participantId }) => ({ id, participantId: participantId! }));
  }

  /** Whose receipt it is, by the code as it was printed; undefined for one that nobody was given. */
  byReceipt(code: string): Promise<RaiserPlace | undefined> {
    return this.place({ receiptHash: Buffer.from(receiptHash(code), 'hex') });
  }

  /** Who said at meetings what led to the case, opened, in the order of triage, without those of `apart`, who are raisers by themselves and are
   *  opened one by one. Only after the access is logged. */
  async speakers(caseId: string, apart: readonly string[] = []): Promise<OpenSpeaker[]> {
    type Row = EncryptedParticipant & { id: string; opinionId: string; standing: Capacity };
    const { rows } = await this.database.pool.query<Row>(
      `SELECT o.id AS "opinionId", p.id, p.name_sealed AS name, p.contact_sealed AS contact, p.standing
         FROM opinion_triage t JOIN opinion o ON o.id = t.opinion_id JOIN participant p ON p.id = o.participant_id
        WHERE t.case_id = $1 AND NOT EXISTS (SELECT FROM raiser r WHERE r.participant_id = p.id AND r.id = ANY($2::uuid[]))
        ORDER BY t.at, o.seq`,
      [caseId, apart],
    );
    return rows.map(({ id, opinionId, standing, ...encrypted }) => ({
      opinionId,
      standing,
      ...decryptParticipant(this.cipher, id, encrypted),
    }));
  }

  private async place(where: { id: string } | { receiptHash: Buffer }): Promise<RaiserPlace | undefined> {
    const found = await this.database.dataSource.manager.findOne(Raiser, { select: { id: true, caseId: true }, where });
    return found === null ? undefined : { id: found.id, caseId: found.caseId };
  }
}

/** Everybody who spoke for the case at a meeting, as they stood there. */
export interface OpenSpeaker {
  opinionId: string;
  name: string;
  contact: string | null;
  standing: Capacity;
}

/** SHA-256 (hex) under which a receipt code is kept. */
export function receiptHash(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
