/** What one case must look like: its timers after the chart, its columns after its context. */
import { stageOf, substateOf, type CaseContext, type StateValue, type WorkflowRef } from '../../domain/case.js';
import { addDays } from '../../domain/day.js';
import { calledTimers, isIn, type CalledTimer } from '../../engine/chart-timers.js';
import type { ReferenceData } from '../../engine/env.js';
import { MIGRATE } from '../../engine/migrate-case.js';
import { delayOf } from '../../engine/timer-id.js';
import { besideWaits, mainWaitKind } from '../../engine/waits-for.js';
import type { Workflow } from '../../engine/workflow.js';
import { entryOf } from '../cases/history.store.js';
import type { ChainedLine } from '../cases/history-line.js';

/** Something that does not hold, with the number of the case it concerns. */
export interface CaseFault {
  number: string;
  /** Stable word: `timerMissing`, `timerNotCalledFor`, `timerOfClosed`, `timerMoment`, `lateWithoutDate`, `orderDiffers`, `effectDiffers`,
   *  `columnDiffers`, `numberBeyondCounter`, `figureDiffers`, `standsAlone`, and those of verify-history. */
  fault: string;
  message: string;
  messageZh: string;
}

/** A case as stored, with all its timers, parked ones too. */
export interface CheckedCase {
  id: string;
  number: string;
  workflow: WorkflowRef;
  state: StateValue;
  context: CaseContext;
  timers: { id: string; dueAt: number; deadLettered: boolean }[];
  stage: string;
  place: string;
  outcome: string | null;
  clock_mode: string;
  due_on: string | null;
  closed_on: string | null;
  lead_unit_id: string | null;
  category_id: string | null;
  is_key: boolean;
  extension_pending: boolean;
  due_provisional: boolean;
  waits_for: string | null;
  /** The kinds, joined by spaces. */
  waits_beside: string | null;
}

/** Columns that do not say what state and context say; what it waits for is asked only where its workflow is known. */
export function columnFaults(
  checked: CheckedCase,
  workflow: Workflow | undefined,
  { calendar }: ReferenceData,
): CaseFault[] {
  const { state, context } = checked;
  const wanted: Partial<CheckedCase> = {
    stage: stageOf(state),
    place: substateOf(state),
    outcome: context.outcome,
    clock_mode: context.mode,
    due_on: context.dueOn,
    closed_on: context.closedOn,
    lead_unit_id: context.leadUnitId,
    category_id: context.categoryId,
    is_key: context.isKey,
    extension_pending: context.extension !== null,
    due_provisional: context.dueProvisional,
    ...(workflow === undefined ? {} : waitColumns(checked, workflow, calendar)),
  };
  return Object.entries(wanted).flatMap(([column, value]) =>
    checked[column as keyof CheckedCase] === value
      ? []
      : [faultOf(checked, 'columnDiffers', `列 ${column} 与事项内容不符`, `Column ${column} differs from the case`)],
  );
}

function waitColumns(
  { state: value, context }: CheckedCase,
  { policy }: Workflow,
  calendar: ReferenceData['calendar'],
): Pick<CheckedCase, 'waits_for' | 'waits_beside'> {
  const beside = besideWaits({ value, context }, policy, calendar).map(({ kind }) => kind);
  return {
    waits_for: mainWaitKind(value, context, policy),
    waits_beside: beside.length === 0 ? null : beside.join(' '),
  };
}

/**
 * Timers that are armed and should not be, or should be and are not. A timer that only reminds stays away once it has fired since the
 * case came to its state: whether it has is in history, so without `lines` the answer is `askHistory` where one is missing.
 * The moment is judged for the stroke of lateness, the one that no calendar moves.
 */
export function timerFaults(
  checked: CheckedCase,
  workflow: Workflow,
  { calendar }: ReferenceData,
  lines?: readonly ChainedLine[],
): CaseFault[] | 'askHistory' {
  const faults: CaseFault[] = [];
  const called = calledTimers(workflow, checked.state);
  const names = new Set(called.map(({ id }) => id));
  const closed = checked.stage === 'closed';
  for (const { id, dueAt, deadLettered } of checked.timers) {
    if (deadLettered) continue;
    if (closed) faults.push(faultOf(checked, 'timerOfClosed', `已办结仍有定时 ${id}`, `Closed, but ${id} is armed`));
    else if (!names.has(id)) {
      faults.push(faultOf(checked, 'timerNotCalledFor', `多出定时 ${id}`, `The state does not call for ${id}`));
    } else if (delayOf(id) === 'untilLate' && dueAt !== lateAt(checked.context, calendar)) {
      faults.push(faultOf(checked, 'timerMoment', `定时 ${id} 的时刻不对`, `${id} is armed for the wrong moment`));
    }
  }
  const present = new Set(checked.timers.map(({ id }) => id));
  const missing = called.filter(({ id, guarded }) => !present.has(id) && !guarded);
  if (lines === undefined && missing.some(({ leaves }) => !leaves)) return 'askHistory';
  for (const timer of missing) {
    if (!timer.leaves && hasFired(timer, lines ?? [])) continue;
    faults.push(faultOf(checked, 'timerMissing', `缺少定时 ${timer.id}`, `${timer.id} is not armed`));
  }
  return faults;
}

function lateAt({ dueOn }: CaseContext, calendar: ReferenceData['calendar']): number | null {
  return dueOn === null ? null : calendar.startOf(addDays(dueOn, 1));
}

/** True where a line says that the timer fired since the case last came to the timer's state. */
function hasFired({ delay, state }: CalledTimer, lines: readonly ChainedLine[]): boolean {
  let fired = false;
  let value: StateValue = '';
  for (const { type, payload, after } of lines.map(entryOf)) {
    const was = isIn(value, state);
    value = after.value ?? value;
    const carried = type === MIGRATE ? payload['fired'] : undefined;
    // Which reminders had gone out before a case was moved to another version, the line itself says.
    if (type === MIGRATE) fired = Array.isArray(carried) && carried.includes(delay);
    else if (!was && isIn(value, state)) fired = false;
    else if (type === 'TIMER' && payload['timer'] === delay) fired = true;
  }
  return fired;
}

function faultOf({ number }: CheckedCase, fault: string, messageZh: string, message: string): CaseFault {
  return { number, fault, message, messageZh };
}
