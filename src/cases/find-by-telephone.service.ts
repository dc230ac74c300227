/** Finds the case of somebody who calls, by their telephone number: for the office, with each finding logged. */
import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/command.js';
import { Refused } from '../domain/errors.js';
import { saysWhy } from '../domain/access-reason.js';
import { telephoneSought } from '../domain/telephone.js';
import { AccessLogService } from '../access-log/access-log.service.js';
import { ElsewhereStore } from '../store/lists/elsewhere.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { reachOf } from './case-list.service.js';
import { CaseReadingService } from './case-reading.service.js';
import type { CasesOfCaller, FindByTelephoneInput } from './find-by-telephone.dto.js';

/** More cases of one caller than anybody reads out on the telephone. */
const MOST = 20;

@Injectable()
export class FindByTelephoneService {
  constructor(
    private readonly elsewhere: ElsewhereStore,
    private readonly reading: CaseReadingService,
    private readonly accessLog: AccessLogService,
    private readonly referenceData: ReferenceDataStore,
  ) {}

  /** Cases of the caller, newest first: those of the actor's own offices. 422 for what is no full number, and whatever an access is refused
   *  for: that a number belongs to a case is itself known to few. */
  async find(actor: Actor, { telephone, purpose, reason }: FindByTelephoneInput): Promise<CasesOfCaller> {
    const number = telephoneSought(telephone);
    if (number === undefined) {
      throw new Refused(
        422,
        'telephone.incomplete',
        '请输入一个完整的电话号码（至少 7 位）',
        'Give one full telephone number, at least 7 digits',
      );
    }
    // Also where nothing is found: trying out numbers needs a reason too.
    if (!saysWhy(reason)) {
      throw new Refused(
        422,
        'look.reasonNeeded',
        '请用文字写明查找理由（至少四个字）',
        'Please give the reason in words (at least four letters)',
      );
    }
    const ids = await this.elsewhere.byTelephone(number, reachOf(actor, this.referenceData.current()), MOST);
    for (const caseId of ids) {
      await this.accessLog.record(actor, { caseId }, { ...(purpose === undefined ? {} : { purpose }), reason });
    }
    return { items: await this.reading.briefly(actor, ids) };
  }
}
