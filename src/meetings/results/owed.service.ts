/** Whom the office owes another answer: what was planned is settled, what was settled came back, or the day that was named is over. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { owedFor } from '../../domain/answers.js';
import type { Actor } from '../../domain/command.js';
import { addDays, type Day } from '../../domain/day.js';
import { AnswerStore } from '../../store/meetings/answer.store.js';
import { OpinionStore } from '../../store/meetings/opinion.store.js';
import { ReferenceDataStore } from '../../store/reference-data/reference-data.store.js';
import { AnswersOfService } from './answers-of.service.js';
import type { OwedShown } from './results.dto.js';

/** Working days in which the office answers again. */
const ANSWER_DAYS = 5;
const MOST = 500;

/** An answer that is owed, with whose it is and which answer it is about. */
export interface Owed extends OwedShown {
  officeUnitId: string;
  answerSeq: number;
}

@Injectable()
export class OwedService {
  constructor(
    private readonly answers: AnswerStore,
    private readonly opinions: OpinionStore,
    private readonly answersOf: AnswersOfService,
    private readonly referenceData: ReferenceDataStore,
    private readonly clock: Clock,
  ) {}

  /** Answers that the clerk's offices owe, the earliest day first; none for anybody else. */
  async of(actor: Actor): Promise<OwedShown[]> {
    const { units } = this.referenceData.current();
    const kept = actor.roles.filter(({ role }) => role === 'clerk').flatMap(({ unitId }) => units.subtree(unitId));
    const owed = kept.length === 0 ? [] : await this.at([...new Set(kept)]);
    return owed.map(({ officeUnitId: _, answerSeq: __, ...one }) => one);
  }

  /** Answers that these offices owe, the earliest day first. */
  async at(offices: readonly string[]): Promise<Owed[]> {
    const { calendar } = this.referenceData.current();
    const today = calendar.dayOf(this.clock.now());
    const perhaps = await this.answers.perhapsOwed(offices, today, MOST);
    const ids = perhaps.map(({ opinionId }) => opinionId);
    const [opinions, given] = await Promise.all([this.opinions.byId(ids), this.answers.ofOpinions(ids)]);
    const facts = await this.answersOf.of(ids.map((id) => opinions.get(id)!));
    return perhaps
      .flatMap(({ opinionId, opinionSeq, meetingId, meetingTitle, heldOn, officeUnitId }, at): Owed[] => {
        const last = given.get(opinionId)!.at(-1)!;
        const now = facts[at]!;
        const kind = owedFor(last, now, today);
        if (kind === null || now.class === null) return [];
        const since: Day =
          kind === 'settled' ? (now.on ?? today) : kind === 'dayOver' ? addDays(last.dueOn!, 1) : today;
        return [
          {
            ...{ officeUnitId, answerSeq: last.seq },
            ...{ meetingId, meetingTitle, heldOn, opinionId, seq: opinionSeq, kind },
            caseNumber: opinions.get(opinionId)?.caseNumber ?? null,
            told: last.class,
            toldDay: last.dueOn,
            class: now.class,
            by: calendar.dueDay(since, ANSWER_DAYS).day,
          },
        ];
      })
      .sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
  }
}
