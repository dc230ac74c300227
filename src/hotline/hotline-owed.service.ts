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
    const { units, calendar } = this.referenceData.current();
    const kept = actor.roles.filter(({ role }) => role === 'clerk').flatMap(({ unitId }) => units.subtree(unitId));
    if (kept.length === 0) return [];
    const today = calendar.dayOf(this.clock.now());
    const unanswered = await this.calls.unanswered([...new Set(kept)], MOST);
    return unanswered
      .flatMap(({ isClosed, closedOn, lastAt, receivedAt, answerDays, caseId, caseNumber, platform, number }) => {
        const from: Day = isClosed ? (closedOn ?? today) : calendar.dayOf((lastAt ?? receivedAt).getTime());
        const by = calendar.dueDay(from, answerDays).day;
        const kind = isClosed ? ('final' as const) : ('interim' as const);
        return !isClosed && by > today ? [] : [{ caseId, caseNumber, platform, number, kind, by }];
      })
      .sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
  }
}
