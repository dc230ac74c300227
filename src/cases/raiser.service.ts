/** Opens the encrypted raiser of a case for the few who need the name now. */
import { Injectable } from '@nestjs/common';
import type { CaseState } from '../domain/case.js';
import type { Actor } from '../domain/command.js';
import { Refused } from '../domain/errors.js';
import { holds } from '../domain/visibility.js';
import { isApart } from '../domain/separation.js';
import { AccessLogService, type AccessReason } from '../access-log/access-log.service.js';
import { type OpenRaiser, type OpenSpeaker, RaiserStore } from '../store/encrypted/raiser.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { CasesService } from './cases.service.js';

@Injectable()
export class RaiserService {
  constructor(
    private readonly cases: CasesService,
    private readonly raisers: RaiserStore,
    private readonly accessLog: AccessLogService,
    private readonly referenceData: ReferenceDataStore,
  ) {}

  /** The raiser's name and contact, and those of everybody who spoke for the case at a meeting, with the access logged first. 403 for whoever is neither the office nor the visitor of a case whose
   *  visit is due now; 422 for a reason without words and over the day's limit. */
  async look(actor: Actor, caseId: string, given: AccessReason): Promise<OpenRaiser & { speakers: OpenSpeaker[] }> {
    const state = await this.cases.visible(actor, caseId);
    if (!this.isOffice(actor, state)) this.requireVisitNow(actor, state);
    if (!(await this.raisers.has(caseId))) throw noRaiser();
    await this.accessLog.record(actor, { caseId }, given);
    const [raiser, speakers] = await Promise.all([this.raisers.open(caseId), this.raisers.speakers(caseId)]);
    return { ...raiser!, speakers };
  }

  /** Whether the actor is of the office that owns the case and not on the side of its units. */
  isOffice(actor: Actor, { context }: CaseState): boolean {
    const { units } = this.referenceData.current();
    return holds(actor, ['clerk'], context.officeUnitId, units) && isApart(actor, context, units);
  }

  private requireVisitNow(actor: Actor, state: CaseState): void {
    const { units } = this.referenceData.current();
    if (!holds(actor, ['visitor'], state.context.officeUnitId, units) || !isApart(actor, state.context, units)) {
      throw new Refused(
        403,
        'raiser.sealed',
        '反映人信息只有整改办和回访员可以查看',
        'Only the office and the visiting officer may see who raised it',
      );
    }
    // The same rules that let a visit be recorded: what they refuse, nobody has to call anybody about.
    if (!this.cases.allowed(actor, state).some(({ type }) => type === 'RECORD_VISIT')) {
      throw new Refused(
        403,
        'raiser.noVisitDue',
        '此事项现在不需要您回访，不能查看反映人信息',
        'No visit of yours is due on this case, so the complainant’s name stays encrypted',
      );
    }
  }
}

/** 404 for a case whose raiser nobody wrote down: an imported one, or one that nobody outside raised. */
function noRaiser(): Refused {
  return new Refused(
    404,
    'raiser.notFound',
    '此事项没有登记反映人的姓名和联系方式',
    'No name or contact of a complainant is on record for this case',
  );
}
