/** Finds the case of which a receipt tells: the one the raiser was taken down at, or where that one went. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { type CaseState, stageOf } from '../domain/case.js';
import type { Day } from '../domain/day.js';
import { Workflows, type Workflow } from '../engine/workflow.js';
import { CaseStore } from '../store/cases/case.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { ReceiptGate } from './receipt-gate.js';

/** A receipt that was opened by its code. */
export interface OpenReceipt {
  raiserId: string;
  state: CaseState;
  workflow: Workflow;
  /** Number of the case they raised, where it was merged into this one. */
  mergedFrom: string | null;
  /** Its history is archived: nothing can be said on it until that is brought back. */
  isArchived: boolean;
  /** Epoch milliseconds, and the office's day of it. */
  at: number;
  today: Day;
}

/** Mergers that are followed; a case is merged into an open one, so there is no circle. */
const MOST_MERGERS = 20;

@Injectable()
export class ReceiptCase {
  constructor(
    private readonly gate: ReceiptGate,
    private readonly cases: CaseStore,
    private readonly workflows: Workflows,
    private readonly referenceData: ReferenceDataStore,
    private readonly clock: Clock,
  ) {}

  /** What the code opens. Refuses as the gate does. */
  async open(code: string, address: string): Promise<OpenReceipt> {
    const { id: raiserId, caseId } = await this.gate.open(code, address);
    const own = await this.load(caseId);
    let state = own;
    for (let mergers = 0; mergers < MOST_MERGERS; mergers += 1) {
      const { outcome, mergedInto } = state.context;
      if (outcome !== 'merged' || mergedInto === null) break;
      state = await this.load(mergedInto);
    }
    const at = this.clock.now();
    return {
      raiserId,
      state,
      workflow: this.workflows.pinned(state.workflow),
      isArchived: stageOf(state.value) === 'closed' && (await this.cases.isArchived(state.id)),
      mergedFrom: state.id === own.id ? null : own.facts.number,
      at,
      today: this.referenceData.current().calendar.dayOf(at),
    };
  }

  private async load(id: string): Promise<CaseState> {
    const state = (await this.cases.load([id])).cases.get(id);
    if (state === undefined) throw new Error(`the case ${id} of a receipt is not there`);
    return state;
  }
}
