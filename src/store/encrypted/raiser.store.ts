/** The encrypted raisers of cases: encrypting on entry, opening once the access is logged. */
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import type { EncryptedRaiser } from '../cases/decision-rows.js';
import type { Capacity } from '../../domain/words.js';
import type { EncryptedParticipant } from '../meetings/meeting.store.js';
import { decryptParticipant } from './participant-names.js';
import { Raiser } from './raiser.entity.js';
import { newSalt, receiptCode, receiptHash } from './receipt-code.js';
import { personKeys } from './search-keys.js';
import { Cipher } from './cipher.js';

export interface RaiserGiven {
  name?: string | undefined;
  contact?: string | undefined;
  anonymous?: boolean | undefined;
  /** Their name is for the office alone, and no search finds it. */
  confidential?: boolean | undefined;
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
  confidential: boolean;
  name: string | null;
  contact: string | null;
}

@Injectable()
export class RaiserStore {
  constructor(
    @Inject(DATABASE) private readonly database: Pick<Database, 'pool' | 'dataSource'>,
    private readonly cipher: Cipher,
  ) {}

  /** The raiser as stored under the id, which is that of the case for whoever raised it first, with a receipt of their own: `receiptCodes` tells its code
   *  once they are stored. An anonymous one leaves no name even if given. */
  encrypted(id: string, given: RaiserGiven): EncryptedRaiser {
    const anonymous = given.anonymous === true;
    const confidential = !anonymous && given.confidential === true;
    const close = (text: string | undefined, field: string): string | null =>
      text === undefined || text === '' ? null : this.cipher.encrypt(text, `${id}/${field}`).toString('hex');
    const salt = newSalt();
    return {
      id,
      participantId: given.participantId ?? null,
      anonymous,
      confidential,
      name: anonymous ? null : close(given.name, 'name'),
      contact: anonymous ? null : close(given.contact, 'contact'),
      receiptHash: receiptHash(receiptCode(this.cipher, id, salt)),
      receiptSalt: salt.toString('hex'),
      searchKeys: (anonymous ? [] : personKeys(this.cipher, confidential ? { contact: given.contact ?? null } : given))
        .map((key) => key.toString('hex'))
        .join(','),
    };
  }

  /** The codes of the receipts of these raisers, as they hold today; none for one that was withdrawn. */
  async receiptCodes(ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const { rows } = await this.database.pool.query<{ id: string; salt: Buffer | null }>(
      'SELECT id, receipt_salt AS salt FROM raiser WHERE id = ANY($1::uuid[]) AND receipt_hash IS NOT NULL',
      [ids],
    );
    return new Map(rows.map(({ id, salt }) => [id, receiptCode(this.cipher, id, salt)]));
  }

  /** Withdraws the receipt of a raiser, who may be given another at once: its code, or undefined where none is issued. */
  async renewReceipt(id: string, again: boolean): Promise<string | undefined> {
    const salt = again ? newSalt() : null;
    const code = salt === null ? undefined : receiptCode(this.cipher, id, salt);
    await this.database.pool.query(
      `UPDATE raiser SET receipt_hash = decode($2, 'hex'), receipt_salt = $3, receipt_printed_at = NULL, receipt_printed_by = NULL WHERE id = $1`,
      [id, code === undefined ? null : receiptHash(code), salt],
    );
    return code;
  }

  /** Keeps that slips for these raisers were printed. */
  async printed(ids: readonly string[], personId: string | null, at: number): Promise<void> {
    await this.database.pool.query(
      'UPDATE raiser SET receipt_printed_at = $2, receipt_printed_by = $3 WHERE id = ANY($1::uuid[])',
      [ids, new Date(at), personId],
    );
  }

  /** At which case the raiser was taken down; undefined where nobody wrote them down. */
  placeOf(id: string): Promise<RaiserPlace | undefined> {
    return this.place({ id });
  }

  /** The raiser, opened; undefined where nobody wrote them down. Only after the access is logged: AccessLogService.record. */
  async open(id: string): Promise<OpenRaiser | undefined> {
    const found = await this.database.dataSource.manager.findOneBy(Raiser, { id });
    if (found === null) return undefined;
    const { anonymous, confidential, nameSealed, contactSealed } = found;
    const open = (encrypted: Buffer | null, field: string): string | null =>
      encrypted === null ? null : this.cipher.decrypt(encrypted, `${id}/${field}`);
    return { anonymous, confidential, name: open(nameSealed, 'name'), contact: open(contactSealed, 'contact') };
  }

  /** Under which ids these participants are raisers, and at which case they were taken down. */
  async ofParticipants(ids: readonly string[]): Promise<(RaiserPlace & { participantId: string })[]> {
    const found = await this.database.dataSource.manager.find(Raiser, {
      select: { id: true, caseId: true, participantId: true },
      where: { participantId: In(ids) },
    });
    return found.map(({ id, caseId, participantId }) => ({ id, caseId, participantId: participantId! }));
  }

  /** Whose receipt it is, by the code however it was typed; undefined for one that nobody was given, and for one that was withdrawn. */
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

  /** Names and contacts of these raisers and of who spoke for the case, for a machine to compare and nobody to read. */
  async everybody(caseId: string, ids: readonly string[]): Promise<Pick<OpenRaiser, 'name' | 'contact'>[]> {
    const [raisers, speakers] = await Promise.all([Promise.all(ids.map((id) => this.open(id))), this.speakers(caseId)]);
    return [...raisers.filter((one) => one !== undefined), ...speakers];
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
