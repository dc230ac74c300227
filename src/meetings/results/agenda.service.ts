/** How the next meeting begins: with what was promised at those before it, kept and broken. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { promiseState, type AnswerFacts } from '../../domain/answers.js';
import type { Actor } from '../../domain/command.js';
import type { Day } from '../../domain/day.js';
import { CaseStore } from '../../store/cases/case.store.js';
import { AnswerStore, type AnswerRow } from '../../store/meetings/answer.store.js';
import { MeetingStore, type MeetingRow } from '../../store/meetings/meeting.store.js';
import { OpinionStore, type OpinionRow } from '../../store/meetings/opinion.store.js';
import { ReferenceDataStore } from '../../store/reference-data/reference-data.store.js';
import { MeetingsService } from '../meetings.service.js';
import { AnswersOfService } from './answers-of.service.js';
import type { AgendaShown, EarlierMeeting, MeetingPromiseShown } from './results.dto.js';

/** So many meetings back. */
const BACK = 3;

@Injectable()
export class AgendaService {
  constructor(
    private readonly kept: MeetingsService,
    private readonly meetings: MeetingStore,
    private readonly opinions: OpinionStore,
    private readonly answers: AnswerStore,
    private readonly answersOf: AnswersOfService,
    private readonly cases: CaseStore,
    private readonly referenceData: ReferenceDataStore,
    private readonly clock: Clock,
  ) {}

  /** The meeting, and of the last ones of the same host and kind each promise; 404 where another office keeps it. */
  async of(actor: Actor, meetingId: string): Promise<AgendaShown> {
    const meeting = await this.kept.kept(actor, meetingId);
    const before = await this.meetings.before(meeting, BACK);
    const { id, title, kind, heldOn, place, hostUnitId } = meeting;
    return {
      ...{ id, title, kind, heldOn, place, hostUnitId },
      earlier: await Promise.all(before.map((one) => this.earlier(one))),
    };
  }

  private async earlier({ id, title, heldOn }: MeetingRow): Promise<EarlierMeeting> {
    const opinions = await this.opinions.ofMeeting(id);
    const [facts, given, { cases }] = await Promise.all([
      this.answersOf.of(opinions),
      this.answers.ofOpinions(opinions.map((one) => one.id)),
      this.cases.load(opinions.flatMap(({ caseId }) => caseId ?? [])),
    ]);
    const answersTo = (one: OpinionRow): AnswerRow[] => given.get(one.id) ?? [];
    return {
      ...{ id, title, heldOn, opinions: opinions.length },
      untriaged: opinions.filter(({ outcome }) => outcome === null).length,
      untold: opinions.filter((one) => answersTo(one).length === 0).length,
      promises: opinions.flatMap((one, at): MeetingPromiseShown[] => {
        // Where nobody was told a day, the case was given one all the same.
        const first = answersTo(one).find(({ dueOn }) => dueOn !== null)?.dueOn ?? null;
        const promisedOn = first ?? cases.get(one.caseId ?? '')?.firstDueOn ?? null;
        return this.promise(one, facts[at]!, promisedOn, answersTo(one).at(-1)?.said ?? null);
      }),
    };
  }

  private promise(
    opinion: OpinionRow,
    facts: AnswerFacts,
    promisedOn: Day | null,
    said: string | null,
  ): MeetingPromiseShown[] {
    const { units, calendar } = this.referenceData.current();
    const state = promiseState(promisedOn, facts, calendar.dayOf(this.clock.now()));
    if (state === null || promisedOn === null) return [];
    const { seq, text, caseId, caseNumber } = opinion;
    return [
      {
        ...{ seq, text, caseId, caseNumber, said, state, promisedOn },
        solvedOn: facts.class === 'solved' ? facts.on : null,
        dueOn: facts.dueOn,
        unit: units.get(facts.unitId ?? '')?.name ?? null,
      },
    ];
  }
}
