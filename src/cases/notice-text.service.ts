/** Keeps the names of those who raised a case out of the text that is released for its public notice 公示. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Command } from '../domain/command.js';
import { Refused } from '../domain/errors.js';
import { isNamedIn } from '../domain/names-in-text.js';
import { raiserIds } from '../domain/raisers.js';
import { decide } from '../engine/decide.js';
import { Workflows } from '../engine/workflow.js';
import { CaseStore } from '../store/cases/case.store.js';
import { RaiserStore } from '../store/encrypted/raiser.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';

@Injectable()
export class NoticeTextService {
  constructor(
    private readonly cases: CaseStore,
    private readonly raisers: RaiserStore,
    private readonly workflows: Workflows,
    private readonly referenceData: ReferenceDataStore,
    private readonly clock: Clock,
  ) {}

  /** The refusal of a step that would release a text with the name or contact of a raiser, or of who spoke for the case at a meeting; undefined for
   *  every other step. It is told only where the step would be done otherwise, so that whoever tries names releases the first that is wrong. */
  async refusalOf(command: Command): Promise<Refused | undefined> {
    const { type, caseId, payload, expectedVersion } = command;
    const text = payload['noticeText'];
    if (type !== 'PASS' || typeof text !== 'string' || text === '') return undefined;
    const state = (await this.cases.load([caseId])).cases.get(caseId);
    if (state === undefined) return undefined;
    const people = await this.raisers.everybody(caseId, raiserIds(caseId, state.context));
    if (!people.some((one) => isNamedIn(text, one))) return undefined;
    const { expectedVersion: _, ...anyVersion } = command;
    const workflow = this.workflows.pinned(state.workflow);
    const decided = decide(workflow, state, { ...anyVersion, at: this.clock.now() }, this.referenceData.current());
    if (decided instanceof Refused) return decided;
    return expectedVersion === undefined || expectedVersion === state.version ? namesSomebody() : changed();
  }
}

function namesSomebody(): Refused {
  return new Refused(
    422,
    'notice.namesRaiser',
    '公示内容里有反映人的姓名或联系方式，任何人都能看到公示：请删去后再提交',
    'The text of the notice has the name or contact of somebody who raised it, and anybody reads it: take that out and send it again',
    { fields: [{ field: 'noticeText' }] },
  );
}

const changed = (): Refused =>
  new Refused(409, 'case.stale', '事项已被他人更新，请刷新后再办', 'The case has changed since you read it');
