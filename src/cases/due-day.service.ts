/** The due day that a decision will set, before it is sent: by the very code that will set it. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Actor } from '../domain/command.js';
import { malformed, notFound, Refused } from '../domain/errors.js';
import { workingDaysOf } from '../domain/policy.js';
import { decide } from '../engine/decide.js';
import { Workflows } from '../engine/workflow.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { CasesService } from './cases.service.js';
import type { DueAfterShown, DueDayQuery, DueDayShown } from './due-day.dto.js';

/** Commands that set a due day and need no other case to be decided. */
const SETS_DUE = ['ASSIGN', 'GRANT_EXTENSION', 'RESUME', 'REOPEN'];

@Injectable()
export class DueDayService {
  constructor(
    private readonly cases: CasesService,
    private readonly workflows: Workflows,
    private readonly referenceData: ReferenceDataStore,
    private readonly clock: Clock,
  ) {}

  /** The due day of a case of this category and track that is assigned without one. 404 for an unknown category, 422 for an
   *  unknown workflow. */
  ofAssignment({ workflow = 'rectification', categoryId, from }: DueDayQuery): DueDayShown {
    const { calendar, categories } = this.referenceData.current();
    if (!categories.has(categoryId)) throw notFound('category', '问题类别', categoryId);
    const { policy, track } = this.workflows.newest(workflow);
    const at = this.clock.now();
    const { days } = workingDaysOf(policy, categories, categoryId, { track, at });
    const due = calendar.dueDay(from ?? calendar.dayOf(at), days);
    return { dueOn: due.day, provisional: due.provisional, days };
  }

  /** The due day after a command that is not sent: nothing is written. 404 where the sender may not know of the case. */
  async after(actor: Actor, caseId: string, body: Record<string, unknown>): Promise<DueAfterShown> {
    const { type, ...payload } = body;
    if (typeof type !== 'string' || !SETS_DUE.includes(type)) {
      throw malformed(`type 应为 ${SETS_DUE.join('、')} 之一`, `type must be one of ${SETS_DUE.join(', ')}`);
    }
    const state = await this.cases.visible(actor, caseId);
    const refs = this.referenceData.current();
    const at = this.clock.now();
    const { dueOn } = state.context;
    const decided = decide(
      this.workflows.pinned(state.workflow),
      state,
      { id: '', type, caseId, actor, at, payload },
      refs,
    );
    if (decided instanceof Refused) {
      return { dueOn, after: null, provisional: false, days: null, refused: decided.toJSON() };
    }
    const { dueOn: after, dueProvisional: provisional } = decided.state.context;
    const days = after === null ? null : refs.calendar.workingDaysBetween(refs.calendar.dayOf(at), after);
    return { dueOn, after, provisional, days, refused: null };
  }
}
