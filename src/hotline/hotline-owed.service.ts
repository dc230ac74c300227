/** Which hotline platforms the office owes an answer: the case is closed without a final one, or open for days without an interim one. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Actor } from '../domain/command.js';
import type { Day } from '../domain/day.js';
import { HotlineCallStore } from '../store/messages/hotline-call.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import type { HotlineOwedShown } from './hotline.dto.js';

/** Looked through; the oldest calls come first. */
const MOST = 500;

/** An answer that is owed, with whose it is and since which closing and which word to the platform. */
export interface HotlineOwed extends HotlineOwedShown {
  officeUnitId: string;
  since: string;
}

@Injectable()
export class HotlineOwedService {
  constructor(
    private readonly calls: HotlineCallStore,
    private readonly referenceData: ReferenceDataStore,
    private readonly clock: Clock,
  ) {}

  /** Answers that the clerk's offices owe, the earliest day first; none for anybody else. A case that was reopened after its final answer owes an interim one
   *  counted from that answer. */
  async of(actor: Actor): Promise<HotlineOwedShown[]> {
    const { units } = this.referenceData.current();
    const kept = actor.roles.filter(({ role }) => role === 'clerk').flatMap(({ unitId }) => units.subtree(unitId));
    const owed = kept.length === 0 ? [] : await this.at([...new Set(kept)]);
    return owed.map(({ officeUnitId: _, since: __, ...one }) => one);
  }

  /** Answers that these offices owe, the earliest day first. */
  async at(offices: readonly string[]): Promise<HotlineOwed[]> {
    const { calendar } = this.referenceData.current();
    const today = calendar.dayOf(this.clock.now());
    const unanswered = await this.calls.unanswered(offices, MOST);
    return unanswered
      .flatMap(({ isClosed, closedOn, lastAt, receivedAt, answerDays, ...call }): HotlineOwed[] => {
        const last = (lastAt ?? receivedAt).getTime();
        const from: Day = isClosed ? (closedOn ?? today) : calendar.dayOf(last);
        const by = calendar.dueDay(from, answerDays).day;
        if (!isClosed && by > today) return [];
        const { caseId, caseNumber, officeUnitId, platform, number } = call;
        const kind = isClosed ? 'final' : 'interim';
        return [{ caseId, caseNumber, officeUnitId, platform, number, kind, by, since: `${closedOn} ${last}` }];
      })
      .sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
  }
}
