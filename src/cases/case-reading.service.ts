/** Reads cases for people: one case with all around it, its history, and several in brief. */
import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/command.js';
import { mayReadFileName, plainName } from '../domain/evidence.js';
import { inNameOfOn } from '../domain/deputies.js';
import { notFound, Refused } from '../domain/errors.js';
import type { Language } from '../domain/vocabulary/word.js';
import type { CaseTies } from '../domain/separation.js';
import { raiserAnswers } from '../domain/raisers.js';
import { spokenShown } from '../domain/speaker.js';
import type { AllowedCommand } from '../engine/allowed.js';
import { CaseStore } from '../store/cases/case.store.js';
import { type AttachmentView, CaseViewStore, type OpinionView } from '../store/lists/case-view.store.js';
import { OrderStore } from '../store/lists/order.store.js';
import { HistoryStore } from '../store/cases/history.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { absentShown } from '../shown/absent-shown.js';
import type { AllowedShown } from '../shown/step-shown.js';
import type { CaseAttachmentShown, CaseOpinionShown, CaseShown, HistoryEventShown } from './case-shown.dto.js';
import { CaseCourseService } from './case-course.service.js';
import { CasesService } from './cases.service.js';
import { EventNames } from './event-names.js';
import { eventSaid, titlesBefore } from './event-said.js';
import type { CaseOfCaller } from './find-by-telephone.dto.js';

/** A step as it is offered, its label in the language of the request. */
export const stepShown = (
  { type, labels, schema, inNameOf, until }: AllowedCommand,
  language: Language,
): AllowedShown => ({
  type,
  label: labels[language],
  labels,
  schema,
  inNameOf: inNameOf?.name ?? null,
  until: until === undefined ? null : new Date(until).toISOString(),
  absentId: inNameOf?.userId ?? null,
});

@Injectable()
export class CaseReadingService {
  constructor(
    private readonly service: CasesService,
    private readonly cases: CaseStore,
    private readonly views: CaseViewStore,
    private readonly orders: OrderStore,
    private readonly history: HistoryStore,
    private readonly referenceData: ReferenceDataStore,
    private readonly names: EventNames,
    private readonly course: CaseCourseService,
  ) {}

  /** The case, its clock account, orders, visits, evidence, opinions, and what this person may do now; with `absentId` what they may do in the name of
   *  that one. 403 where they are no deputy of theirs, or the duties do not reach the case. */
  async one(actor: Actor, caseId: string, language: Language, absentId?: string): Promise<CaseShown> {
    const state = await this.service.visible(actor, caseId, absentId);
    const { units } = this.referenceData.current();
    const acting = absentId === undefined ? actor : inNameOfOn(actor, absentId, state.context, units);
    if (acting instanceof Refused) throw acting;
    const [around, orders] = await Promise.all([this.views.around(caseId), this.orders.ofCases([caseId])]);
    if (around === undefined) throw notFound('case', '事项', caseId);
    const { title, description, visits, attachments, opinions, archive, lines, objectors } = around;
    const knowsOrigin = this.service.knowsOrigin(actor, state);
    // An archived case is read only: whatever would be allowed is refused with case.archived.
    const commands = archive ? [] : this.service.allowed(acting, state);
    const ladder = orders.get(caseId)!;
    const proposed = ladder.find(({ status }) => status === 'proposed');
    const step = this.service.next(acting, state, proposed?.issuedAt ?? null, () => commands);
    return {
      ...this.service.core(actor, state),
      ...{ title, description },
      nextDate: this.service.nextDate(state),
      orders: this.course.ordersShown(ladder),
      visits: visits.map((visit) => ({ ...visit, at: visit.at.toISOString() })),
      raisers: raiserAnswers(caseId, state.context),
      objectors: objectors.map((one) => ({ ...one, at: one.at.toISOString() })),
      attachments: attachments.map((file) => this.named(actor, state.context, file)),
      opinions: opinions.map((opinion) => opinionShown(opinion, knowsOrigin)),
      course: await this.course.of(actor, state, lines),
      archive: archive && { ...archive, archivedAt: archive.archivedAt.toISOString() },
      allowed: commands.map((command) => stepShown(command, language)),
      standsInFor: (actor.standsInFor ?? [])
        .filter(({ person }) => !(inNameOfOn(actor, person.userId!, state.context, units) instanceof Refused))
        .map(absentShown),
      next: step?.next.type ?? null,
    };
  }

  /** Every event of the case, oldest first, with what it says in words, and hashes. */
  async historyOf(actor: Actor, caseId: string): Promise<HistoryEventShown[]> {
    const state = await this.service.visible(actor, caseId);
    const entries = await this.history.of(caseId);
    const names = await this.names.of(entries);
    const titles = titlesBefore(entries);
    return this.service.eventsShown(actor, state, entries).map((event, at) => {
      const entry = entries[at]!;
      const recordedAt = new Date(entry.recordedAt).toISOString();
      return { ...event, said: eventSaid(entry, names, titles.get(entry.seq)), recordedAt, hash: entry.hash };
    });
  }

  /** Number, title and state of these cases, in their order; who may know of them is asked before. */
  async briefly(actor: Actor, ids: readonly string[]): Promise<CaseOfCaller[]> {
    const [{ cases }, titles] = await Promise.all([this.cases.load(ids), this.views.titles(ids)]);
    return ids.flatMap((id) => {
      const state = cases.get(id);
      if (state === undefined) return [];
      const { number, stateLabels, collectedOn } = this.service.core(actor, state);
      return [{ id, number, title: titles.get(id) ?? '', stateLabels, collectedOn }];
    });
  }

  /** The file under the name this person may read. */
  private named(actor: Actor, of: CaseTies, { personId, nth, at, ...file }: AttachmentView): CaseAttachmentShown {
    const mayRead = mayReadFileName(actor, personId, of, this.referenceData.current().units);
    const name = mayRead ? file.name : plainName({ ...file, nth });
    return { ...file, name, at: at.toISOString() };
  }
}

function opinionShown({ id, text, outcome, ...spoken }: OpinionView, knowsOrigin: boolean): CaseOpinionShown {
  return { id, text, outcome, ...spokenShown(spoken, knowsOrigin) };
}
