/** The one place where access to the name of an encrypted person is allowed or refused for its reason and its number, and kept. */
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import type { Actor } from '../domain/command.js';
import { Refused } from '../domain/errors.js';
import { nearLimit, saysWhy, type AccessPurpose } from '../domain/access-reason.js';
import { AccessLogStore } from '../store/encrypted/access-log.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';

/** Whose name is to be decrypted: a raiser of a case, or a participant of a meeting (with the case where the access belongs to one). */
export type Accessed = { caseId: string; raiserId?: string } | { participantId: string; caseId?: string };

export interface AccessReason {
  purpose?: AccessPurpose;
  reason: string;
}

/**
 * How to use it: ask first whether this person may see that one at all (that is the caller's rule: 403 or 404), then
 * `await accessLog.record(actor, {participantId}, {purpose, reason})`, and only after it has resolved decrypt the name. The body of the request is
 * an AccessReasonInput (`http/access-reason-input.ts`), so that every such call asks for the same; the module imports AccessLogModule. The reading side
 * (GET /api/looks) shows accesses to participants beside those to raisers without more ado.
 */
@Injectable()
export class AccessLogService {
  constructor(
    private readonly accessLog: AccessLogStore,
    private readonly referenceData: ReferenceDataStore,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Logs the access with its reason before anything is opened. 422 `look.reasonNeeded` for a reason without words, 422 `look.dayLimit`
   *  for one person too many on this day (which the auditor hears of), 403 for whoever is no person. */
  async record(actor: Actor, of: Accessed, { purpose = 'other', reason }: AccessReason): Promise<void> {
    if (actor.userId === null) throw new Error('the system looks at nobody');
    if (!saysWhy(reason)) {
      throw new Refused(
        422,
        'look.reasonNeeded',
        '请用文字写明查看理由（至少四个字）',
        'Please give the reason in words (at least four letters)',
      );
    }
    const { calendar } = this.referenceData.current();
    const at = this.clock.now();
    const most = this.config.accessesPerDay;
    const kept = await this.accessLog.record(
      {
        personId: actor.userId,
        unitId: actor.unitId,
        caseId: of.caseId ?? null,
        participantId: 'participantId' in of ? of.participantId : null,
        raiserId: 'raiserId' in of ? (of.raiserId ?? null) : null,
        purpose,
        reason,
        at,
        day: calendar.dayOf(at),
      },
      { most, near: nearLimit(most), deliverAt: calendar.nextDelivery(at) },
    );
    if (!kept) {
      throw new Refused(
        422,
        'look.dayLimit',
        `今天查看的人数已达上限（${most} 人），已提示审计员`,
        `You have looked at as many people today as one may (${most}); the auditor is shown this`,
        { most },
      );
    }
  }
}
