/** A simulation as it is answered. */
import { ESCALATION_LEVELS } from '../domain/words.js';
import { specOf, type Labels } from '../engine/commands.js';
import type { DifferingCase, Simulation } from './simulation.js';
import type { DifferingCaseShown, SimulationShown } from './workflows.dto.js';

/** Most failed cases that are told one by one; the first says what is wrong. */
const MOST_FAILED = 50;

/** The answer, with the steps by the names people know. */
export function simulationShown(told: Simulation): SimulationShown {
  const { rungs, refused, failed, cases, ...numbers } = told;
  return {
    ...numbers,
    failed: failed.slice(0, MOST_FAILED).map(({ number, error }) => ({ number, error: error.slice(0, 1000) })),
    rungs: ESCALATION_LEVELS.map((rung) => ({ rung, ...rungs[rung] })),
    refused: refused.map((one) => ({ ...one, labels: labelsOf(one.type) })),
    cases: cases.map(caseShown),
  };
}

function caseShown({ caseId, number, dueOn, late, rungs, differences, asked }: DifferingCase): DifferingCaseShown {
  return {
    caseId,
    number,
    dueOn: dueOn.real,
    draftDueOn: dueOn.draft,
    late,
    rungs: rungs.real.join(','),
    draftRungs: rungs.draft.join(','),
    differences: differences.map(({ at, ...one }) => ({
      ...one,
      labels: labelsOf(one.type),
      at: new Date(at).toISOString(),
    })),
    asked,
  };
}

const labelsOf = (type: string): Labels => specOf(type)?.labels ?? { 'zh-CN': type, en: type };
