/** Shows the course of a case, with the cases it is bound to as far as the reader may see them. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { CaseState } from '../domain/case.js';
import type { Actor } from '../domain/command.js';
import { Workflows } from '../engine/workflow.js';
import type { CourseShown, LinkedCaseShown } from '../shown/course-shown.js';
import { orderShown, type OrderShown } from '../shown/order-shown.js';
import { CaseStore } from '../store/cases/case.store.js';
import { CaseViewStore, type CourseLine } from '../store/lists/case-view.store.js';
import type { OrderRow } from '../store/lists/order.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { courseOf, linksOf } from './case-course.js';
import { CasesService } from './cases.service.js';

@Injectable()
export class CaseCourseService {
  constructor(
    private readonly service: CasesService,
    private readonly cases: CaseStore,
    private readonly views: CaseViewStore,
    private readonly referenceData: ReferenceDataStore,
    private readonly workflows: Workflows,
    private readonly clock: Clock,
  ) {}

  /** The course at the moment of reading; `lines` are those of the case's history that name others. */
  async of(actor: Actor, state: CaseState, lines: readonly CourseLine[]): Promise<CourseShown> {
    const refs = this.referenceData.current();
    const today = refs.calendar.dayOf(this.clock.now());
    const { policy } = this.workflows.nearest(state.workflow);
    const { departure, ...course } = courseOf(state, lines, policy, refs, today, actor);
    const [links, into] = await Promise.all([
      this.links(actor, state, lines),
      this.namesOf(actor, departure?.caseId ?? null),
    ]);
    return { ...course, departure: departure && { ...departure, ...into }, links };
  }

  /** The ladder of a case at the moment of reading. */
  ordersShown(ladder: readonly OrderRow[]): OrderShown[] {
    const { calendar } = this.referenceData.current();
    const today = calendar.dayOf(this.clock.now());
    return ladder.map((order) => orderShown(order, calendar, today));
  }

  private async links(actor: Actor, state: CaseState, lines: readonly CourseLine[]): Promise<LinkedCaseShown[]> {
    const bound = linksOf(state, lines);
    if (bound.length === 0) return [];
    const ids = bound.map(({ id }) => id);
    const [{ cases }, titles] = await Promise.all([this.cases.load(ids), this.views.titles(ids)]);
    return bound.flatMap(({ id, relation }) => {
      const other = cases.get(id);
      if (other === undefined || !this.service.sees(actor, other)) return [];
      const { number, stateLabels, leadUnitId, outcome } = this.service.core(actor, other);
      return [{ id, relation, number, title: titles.get(id) ?? '', stateLabels, leadUnitId, outcome }];
    });
  }

  /** Number and title of a case that the reader may see; nothing of any other. */
  private async namesOf(actor: Actor, caseId: string | null): Promise<{ caseNumber?: string; caseTitle?: string }> {
    if (caseId === null) return {};
    const [{ cases }, titles] = await Promise.all([this.cases.load([caseId]), this.views.titles([caseId])]);
    const other = cases.get(caseId);
    if (other === undefined || !this.service.sees(actor, other)) return {};
    return { caseNumber: other.facts.number, caseTitle: titles.get(caseId) ?? '' };
  }
}
