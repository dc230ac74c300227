/** The sealed raiser of a case: sealing on entry, opening for the few who may look, and a line for each look. */
import type { Pool } from 'pg';
import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { SealedRaiser } from './decision-rows.js';
import type { Seal } from './seal.js';

export interface RaiserGiven {
  name?: string | undefined;
  contact?: string | undefined;
  anonymous?: boolean | undefined;
}

export class RaiserStore {
  constructor(
    private readonly pool: Pool,
    private readonly seal: Seal,
  ) {}

  /** The raiser as it is stored with the case, and the receipt code. An anonymous one leaves no name even if given. */
  sealed(caseId: string, given: RaiserGiven): { raiser: SealedRaiser; receiptCode: string } {
    const anonymous = given.anonymous === true;
    const close = (text: string | undefined, field: string): string | null =>
      text === undefined || text === '' ? null : this.seal.close(text, `${caseId}/${field}`).toString('hex');
    const receiptCode = this.seal.code(`receipt/${caseId}`);
    return {
      raiser: {
        anonymous,
        name: anonymous ? null : close(given.name, 'name'),
        contact: anonymous ? null : close(given.contact, 'contact'),
        receiptHash: receiptHash(receiptCode),
      },
      receiptCode,
    };
  }

  /** The raiser of a case, opened, with the look on record first; undefined where nobody outside raised it. */
  async look(
    caseId: string,
    by: { personId: string; reason: string; at: number },
  ): Promise<{ anonymous: boolean; name: string | null; contact: string | null } | undefined> {
    const { rows } = await this.pool.query<{ anonymous: boolean; name: Buffer | null; contact: Buffer | null }>(
      'SELECT anonymous, name_sealed AS name, contact_sealed AS contact FROM raiser WHERE case_id = $1',
      [caseId],
    );
    const found = rows[0];
    if (found === undefined) return undefined;
    await this.pool.query('INSERT INTO raiser_look (id, case_id, person_id, at, reason) VALUES ($1, $2, $3, $4, $5)', [
      uuid(),
      caseId,
      by.personId,
      new Date(by.at),
      by.reason,
    ]);
    const open = (sealed: Buffer | null, field: string): string | null =>
      sealed === null ? null : this.seal.open(sealed, `${caseId}/${field}`);
    return { anonymous: found.anonymous, name: open(found.name, 'name'), contact: open(found.contact, 'contact') };
  }
}

/** SHA-256 (hex) under which a receipt code is kept. */
export function receiptHash(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
