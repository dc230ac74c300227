/** The slips with which raisers find their page: printed, withdrawn when lost, issued anew; each act on record. */
import { Inject, Injectable } from '@nestjs/common';
import QRCode from 'qrcode';
import { AccessLogService } from '../access-log/access-log.service.js';
import { CasesService } from '../cases/cases.service.js';
import { RaiserService } from '../cases/raiser.service.js';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { saysWhy } from '../domain/access-reason.js';
import type { CaseState } from '../domain/case.js';
import type { Actor } from '../domain/command.js';
import { notFound, Refused } from '../domain/errors.js';
import { raiserIds } from '../domain/raisers.js';
import { MeetingsService } from '../meetings/meetings.service.js';
import { isApart } from '../domain/separation.js';
import { CaseStore } from '../store/cases/case.store.js';
import { RaiserStore } from '../store/encrypted/raiser.store.js';
import { ReceiptStore } from '../store/encrypted/receipt.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import type { Slip, Slips } from './slips.dto.js';

/** Where the service was asked from, as far as the request says it. */
export interface AskedAt {
  protocol: string;
  host: string | undefined;
}

interface Printed {
  raiserId: string;
  number: string;
  raisedOn: string;
  participantId: string | null;
}

@Injectable()
export class SlipsService {
  constructor(
    private readonly cases: CasesService,
    private readonly office: RaiserService,
    private readonly meetings: MeetingsService,
    private readonly raisers: RaiserStore,
    private readonly receipts: ReceiptStore,
    private readonly states: CaseStore,
    private readonly accessLog: AccessLogService,
    private readonly referenceData: ReferenceDataStore,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Slips for one raiser of the case or for all, those withdrawn left out; a line in the access log for each. 403 for whoever is not its office. */
  async ofRaisers(actor: Actor, caseId: string, raiserId: string | undefined, asked: AskedAt): Promise<Slips> {
    const { state, ids } = await this.kept(actor, caseId, raiserId);
    for (const id of ids) await this.log(actor, caseId, id, '打印回执单');
    const { number, collectedOn } = state.facts;
    return this.slips(
      actor,
      ids.map((id) => ({ raiserId: id, number, raisedOn: collectedOn, participantId: null })),
      asked,
    );
  }

  /** Slips for everybody who spoke at the meeting and whose words became a case, in the order in which they spoke, but for raisers of cases that something ties
   *  the clerk to. Opening the desk of a meeting is in the access log already; 404 as the meeting is refused. */
  async ofMeeting(actor: Actor, meetingId: string, asked: AskedAt): Promise<Slips> {
    await this.meetings.one(actor, meetingId);
    return this.slips(actor, await this.apart(actor, await this.receipts.ofMeeting(meetingId)), asked);
  }

  /** Withdraws the receipt of one raiser; with `again` another is issued at once, and answered. What was printed before opens nothing any more. */
  async renew(
    actor: Actor,
    caseId: string,
    raiserId: string,
    { reason, again }: { reason: string; again: boolean },
    asked: AskedAt,
  ): Promise<Slips> {
    const { state, ids } = await this.kept(actor, caseId, raiserId);
    if (!saysWhy(reason)) {
      throw new Refused(
        422,
        'look.reasonNeeded',
        '请用文字写明理由（至少四个字）',
        'Please give the reason in words (at least four letters)',
      );
    }
    const [id] = ids as [string];
    await this.log(actor, caseId, id, `${again ? '换发回执' : '作废回执'}：${reason}`);
    await this.raisers.renewReceipt(id, again);
    const { number, collectedOn } = state.facts;
    const slip = { raiserId: id, number, raisedOn: collectedOn, participantId: null };
    return this.slips(actor, again ? [slip] : [], asked);
  }

  /** The case and the raisers meant, for its office alone; a raiser who complained of other units as well is left to their office. */
  private async kept(
    actor: Actor,
    caseId: string,
    raiserId: string | undefined,
  ): Promise<{ state: CaseState; ids: string[] }> {
    const state = await this.cases.visible(actor, caseId);
    if (!this.office.isOffice(actor, state)) {
      throw new Refused(
        403,
        'receipt.officeOnly',
        '只有整改办可以打印和换发回执',
        'Only the office prints and issues receipts',
      );
    }
    const all = raiserIds(caseId, state.context);
    const asked = raiserId === undefined ? all : all.filter((id) => id === raiserId.toLowerCase());
    const apart = new Set((await this.apart(actor, await this.receipts.issuedTo(asked))).map((one) => one.raiserId));
    const ids = asked.filter((id) => apart.has(id));
    if (ids.length === 0) throw notFound('raiser', '反映人', raiserId ?? '');
    return { state, ids };
  }

  /** Those of them whose own case nothing ties the person to: a merger brings raisers along who complained of other units. Whoever has a receipt can speak as
   *  its raiser. */
  private async apart<T extends { caseId: string }>(actor: Actor, of: readonly T[]): Promise<T[]> {
    const { units } = this.referenceData.current();
    const { cases } = await this.states.load([...new Set(of.map(({ caseId }) => caseId))]);
    return of.filter(({ caseId }) => isApart(actor, cases.get(caseId)!.context, units));
  }

  private log(actor: Actor, caseId: string, raiserId: string, reason: string): Promise<void> {
    return this.accessLog.record(actor, { caseId, raiserId }, { purpose: 'inform', reason });
  }

  private async slips(actor: Actor, of: readonly Printed[], asked: AskedAt): Promise<Slips> {
    const codes = await this.raisers.receiptCodes(of.map(({ raiserId }) => raiserId));
    const base = this.address(asked);
    const slips: Slip[] = [];
    for (const { raiserId, number, raisedOn, participantId } of of) {
      const receiptCode = codes.get(raiserId);
      if (receiptCode === undefined) continue;
      const url = `${base}/r/${receiptCode}`;
      const qr = await QRCode.toString(url, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 });
      slips.push({ raiserId, number, receiptCode, url, qr, raisedOn, participantId });
    }
    await this.raisers.printed(
      slips.map(({ raiserId }) => raiserId),
      actor.userId,
      this.clock.now(),
    );
    const { units } = this.referenceData.current();
    const office = units.root?.name ?? '';
    return { office, address: `${base}/r`, slips };
  }

  /** The public address of the service: the setting, else as the request came in; a proxy that is trusted says how. */
  private address({ protocol, host }: AskedAt): string {
    return this.config.publicUrl ?? `${protocol}://${host ?? `${this.config.host}:${this.config.port}`}`;
  }
}
