/** The answer of a simulation: what would have been different, in numbers and case by case. */
import type { Day } from '../domain/day.js';
import type { Role, EscalationLevel } from '../domain/words.js';
import { ESCALATION_LEVELS } from '../domain/words.js';
import type { Outline } from '../engine/history-outline.js';
import type { Difference } from '../engine/simulate-case.js';

/** A number as it was, and as it would have been. */
export interface Compared {
  real: number;
  draft: number;
}

/** One unit's role that would be asked more or less often. */
export interface AskedCount extends Compared {
  role: Role;
  unitId: string | null;
}

/** A case whose history would have been another. */
export interface DifferingCase {
  caseId: string;
  number: string;
  /** The last due day in the time that can be compared. */
  dueOn: { real: Day | null; draft: Day | null };
  late: Compared;
  rungs: { real: EscalationLevel[]; draft: EscalationLevel[] };
  /** Steps that would have been refused or led elsewhere; after the last of them that moves the case nobody can know more. */
  differences: Difference[];
  asked: AskedCount[];
}

/** A step refused by the same words in several cases. */
export interface RefusedCount {
  type: string;
  code: string;
  message: string;
  messageZh: string;
  cases: number;
  /** In how many of these the case closed by it. */
  closings: number;
}

export interface Simulation {
  from: Day;
  to: Day;
  /** Cases of the workflow that were open at some time from the first to the last day. */
  of: number;
  /** How many of them were played; fewer than `of` where there are too many: those lie evenly over the time. */
  played: number;
  /** Cases whose history lies in an archive file and was not read. */
  unread: number;
  /** Cases whose real history does not come out the same when played under its own workflow, since the calendar was changed in between;
   *  they are compared with that play. */
  recounted: number;
  /** Cases that the draft itself fails on, with the fault: the draft is wrong. */
  failed: { caseId: string; number: string; error: string }[];
  differing: number;
  /** Due days that were missed. */
  late: Compared;
  rungs: Record<EscalationLevel, Compared>;
  /** Closings that would not have come about by the step by which they did. */
  closingsRefused: number;
  refused: RefusedCount[];
  asked: (Compared & { role: Role })[];
  /** The differing cases, at most as many as were asked for. */
  cases: DifferingCase[];
}

/** An empty answer, to be counted into. */
export function emptySimulation(from: Day, to: Day, of: number): Simulation {
  const none = (): Compared => ({ real: 0, draft: 0 });
  return {
    from,
    to,
    of,
    played: 0,
    unread: 0,
    recounted: 0,
    failed: [],
    differing: 0,
    late: none(),
    rungs: Object.fromEntries(ESCALATION_LEVELS.map((rung) => [rung, none()])) as Record<EscalationLevel, Compared>,
    closingsRefused: 0,
    refused: [],
    asked: [],
    cases: [],
  };
}

/** The numbers of both histories of a case, added. */
export function addOutlines(to: Simulation, real: Outline, draft: Outline): void {
  for (const [key, outline] of [
    ['real', real],
    ['draft', draft],
  ] as const) {
    to.late[key] += outline.lateFrom.length;
    for (const { rung } of outline.rungs) to.rungs[rung][key] += 1;
    for (const { role } of outline.asked) {
      let known = to.asked.find((one) => one.role === role);
      if (known === undefined) to.asked.push((known = { role, real: 0, draft: 0 }));
      known[key] += 1;
    }
  }
}

/** The steps of one case that would have been refused, added; the same words count once for a case. */
export function addDifferences(to: Simulation, differences: readonly Difference[]): void {
  const seen = new Set<RefusedCount>();
  for (const { type, code, message, messageZh, closes } of differences) {
    let known = to.refused.find((one) => one.type === type && one.code === code && one.messageZh === messageZh);
    if (known === undefined) to.refused.push((known = { type, code, message, messageZh, cases: 0, closings: 0 }));
    if (!seen.has(known)) known.cases += 1;
    seen.add(known);
    if (closes) known.closings += 1;
    if (closes) to.closingsRefused += 1;
  }
}

/** The case as it differs. */
export function differingCase(
  caseId: string,
  number: string,
  real: Outline,
  draft: Outline,
  differences: Difference[],
): DifferingCase {
  return {
    caseId,
    number,
    dueOn: { real: real.dueOns.at(-1) ?? null, draft: draft.dueOns.at(-1) ?? null },
    late: { real: real.lateFrom.length, draft: draft.lateFrom.length },
    rungs: { real: real.rungs.map(({ rung }) => rung), draft: draft.rungs.map(({ rung }) => rung) },
    differences,
    asked: askedOtherwise(real, draft),
  };
}

function askedOtherwise(real: Outline, draft: Outline): AskedCount[] {
  const counts: AskedCount[] = [];
  for (const [key, { asked }] of [
    ['real', real],
    ['draft', draft],
  ] as const) {
    for (const { role, unitId } of asked) {
      let known = counts.find((one) => one.role === role && one.unitId === unitId);
      if (known === undefined) counts.push((known = { role, unitId, real: 0, draft: 0 }));
      known[key] += 1;
    }
  }
  return counts.filter((one) => one.real !== one.draft);
}
