/** The encrypted raiser of a case: encrypting on entry, opening once the access is logged. */
import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
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

  /** The raiser as it is stored with the case, and the receipt code. An anonymous one leaves no name even if given. */
  encrypted(caseId: string, given: RaiserGiven): { raiser: EncryptedRaiser; receiptCode: string } {
    const anonymous = given.anonymous === true;
    const close = (text: string | undefined, field: string): string | null =>
      text === undefined || text === '' ? null : this.cipher.encrypt(text, `${caseId}/${field}`).toString('hex');
    const receiptCode = this.cipher.code(`receipt/${caseId}`);
    return {
      raiser: {
        anonymous,
        name: anonymous ? null : close(given.name, 'name'),
        contact: anonymous ? null : close(given.contact, 'contact'),
        receiptHash: receiptHash(receiptCode),
        searchKeys: (anonymous ? [] : personKeys(this.cipher, given)).map((key) => key.toString('hex')).join(','),
      },
      receiptCode,
    };
  }

  /** True where somebody outside raised the case. */
  has(caseId: string): Promise<boolean> {
    return this.database.dataSource.manager.existsBy(Raiser, { caseId });
  }

  /** The raiser of a case, opened; undefined where nobody outside raised it. Only after the access is logged: AccessLogService.record. */
  async open(caseId: string): Promise<OpenRaiser | undefined> {
    const found = await this.database.dataSource.manager.findOneBy(Raiser, { caseId });
    if (found === null) return undefined;
    const { anonymous, nameSealed, contactSealed } = found;
    const open = (encrypted: Buffer | null, field: string): string | null =>
      encrypted === null ? null : this.cipher.decrypt(encrypted, `${caseId}/${field}`);
    return { anonymous, name: open(nameSealed, 'name'), contact: open(contactSealed, 'contact') };
  }

  /** Who said at meetings what led to the case, opened, in the order of triage. Only after the access is logged. */
  async speakers(caseId: string): Promise<OpenSpeaker[]> {
    type Row = EncryptedParticipant & { id: string; opinionId: string; standing: Capacity };
    const { rows } = await this.database.pool.query<Row>(
      `SELECT o.id AS "opinionId", p.id, p.name_sealed AS name, p.contact_sealed AS contact, p.standing
         FROM opinion_triage t JOIN opinion o ON o.id = t.opinion_id JOIN participant p ON p.id = o.participant_id
        WHERE t.case_id = $1 ORDER BY t.at, o.seq`,
      [caseId],
    );
    return rows.map(({ id, opinionId, standing, ...encrypted }) => ({
      opinionId,
      standing,
      ...decryptParticipant(this.cipher, id, encrypted),
    }));
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
