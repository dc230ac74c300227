/** Opens the encrypted raisers of a case, one by one, for the few who need the name now. */
import { Injectable } from '@nestjs/common';
import type { CaseState } from '../domain/case.js';
import { raiserAnswers, raiserIds } from '../domain/raisers.js';
import type { Actor } from '../domain/command.js';
import { inNameOf, ownOf } from '../domain/deputies.js';
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

  /** One raiser's name and contact, with the access logged first: the one that is named, else the only one. With whoever came first stands
   *  everybody who spoke for the case at a meeting and is no raiser of their own. 403 for whoever is neither the office nor the visitor of a
   *  case whose visit to this raiser is due now, or is tied to the case at which the raiser was taken down; 422 where none of several is named,
   *  for a reason without words and over the day's limit. */
  async look(
    actor: Actor,
    caseId: string,
    { raiserId, absentId, ...given }: AccessReason & { raiserId?: string; absentId?: string },
  ): Promise<OpenRaiser & { speakers: OpenSpeaker[] }> {
    const state = await this.cases.visible(actor, caseId, absentId);
    const acting = absentId === undefined ? actor : inNameOf(actor, absentId);
    if (acting instanceof Refused) throw acting;
    const ids = raiserIds(caseId, state.context);
    const asked = raiserId?.toLowerCase() ?? (ids.length < 2 ? (ids[0] ?? caseId) : undefined);
    const isOffice = acting.inNameOf === undefined && this.isOffice(actor, state);
    if (!isOffice) this.requireVisitNow(acting, state, asked);
    if (asked === undefined) throw nameOne(ids.length);
    const place = await this.raisers.placeOf(asked);
    // Somebody who objected to what was shown is kept at the case without being a raiser of it: the office may open that too.
    if (place === undefined || !(ids.includes(asked) || (isOffice && place.caseId === caseId))) throw noRaiser();
    await this.requireApartFrom(actor, caseId, place.caseId);
    await this.accessLog.record(actor, { caseId, raiserId: asked }, isOffice ? given : inWhoseName(acting, given));
    const isFirst = asked === (ids[0] ?? caseId);
    const [raiser, speakers] = await Promise.all([
      this.raisers.open(asked),
      isFirst ? this.raisers.speakers(caseId, ids.slice(1)) : [],
    ]);
    // Whoever asked for it is called without their name; the office alone knows it.
    const isKept = raiser!.confidential && !isOffice;
    return isKept ? { ...raiser!, name: null, speakers: [] } : { ...raiser!, speakers };
  }

  /** Whether the actor is of the office that owns the case and not on the side of its units. A deputy is of the office by their own role only: in the
   *  name of somebody absent names open where a visit is due, and nowhere else. */
  isOffice(actor: Actor, { context }: CaseState): boolean {
    const { units } = this.referenceData.current();
    return holds(ownOf(actor), ['clerk'], context.officeUnitId, units) && isApart(actor, context, units);
  }

  private requireVisitNow(actor: Actor, state: CaseState, raiserId: string | undefined): void {
    const { units } = this.referenceData.current();
    if (!holds(actor, ['visitor'], state.context.officeUnitId, units) || !isApart(actor, state.context, units)) {
      throw onlyFew();
    }
    // The same rules that let a visit be recorded: what they refuse, nobody has to call anybody about.
    const isDue = this.cases.allowed(actor, state).some(({ type }) => type === 'RECORD_VISIT');
    const standing = raiserAnswers(state.id, state.context).find(({ id }) => id === raiserId);
    if (!isDue || (standing !== undefined && standing.answeredOn !== null)) {
      throw new Refused(
        403,
        'raiser.noVisitDue',
        '此事项现在不需要您回访，不能查看反映人信息',
        'No visit of yours is due on this case, so the complainant’s name stays encrypted',
      );
    }
  }

  /** A merger brings people along who complained of other units: whoever is tied to those learns no more of them than before. */
  private async requireApartFrom(actor: Actor, caseId: string, takenDownAt: string): Promise<void> {
    if (takenDownAt === caseId) return;
    const context = await this.cases.contextOf(takenDownAt);
    if (context !== undefined && !isApart(actor, context, this.referenceData.current().units)) throw onlyFew();
  }
}

/** The log says for whom it was looked, where the visit is not the actor's own to pay. */
function inWhoseName(actor: Actor, given: AccessReason): AccessReason {
  const { ownRoles = actor.roles, standsInFor = [], inNameOf: named } = actor;
  if (named !== undefined) return { ...given, reason: `代${named.name}：${given.reason}` };
  if (ownRoles.some(({ role }) => role === 'visitor')) return given;
  const absent = standsInFor.find(({ duties }) => duties.some(({ role }) => role === 'visitor'));
  return absent === undefined ? given : { ...given, reason: `代${absent.person.name}：${given.reason}` };
}

function onlyFew(): Refused {
  return new Refused(
    403,
    'raiser.sealed',
    '反映人信息只有整改办和回访员可以查看',
    'Only the office and the visiting officer may see who raised it',
  );
}

function nameOne(raisers: number): Refused {
  return new Refused(
    422,
    'raiser.nameOne',
    `此事项有 ${raisers} 位反映人，请指明要查看哪一位`,
    `This case has ${raisers} complainants: say which one is to be looked at`,
    { raisers },
  );
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
