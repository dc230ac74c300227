/** A case as a row of rectification_case and back; the context is the truth, the columns are what lists search and count. */
import type { CaseContext, CaseState, StateValue } from '../../domain/case.js';
import { fullContext, sparseContext, stageOf, substateOf } from '../../domain/case.js';
import type { Day } from '../../domain/day.js';
import { lightTimes, type LightTimes } from '../../domain/ladder.js';
import type { Calendar } from '../../domain/calendar.js';
import type { Policy } from '../../domain/policy.js';
import { isImportedClosed } from '../../domain/imported.js';
import type { Source, Track } from '../../domain/words.js';
import { nextLevel } from '../../engine/next-rung.js';
import { besideWaits, mainWait } from '../../engine/waits-for.js';
import { ARMED_TIMERS, timersOf, type ArmedTimers } from '../sql/armed-timers.js';
import { instant } from '../sql/instant.js';

/** What a load reads. */
export interface CaseRow {
  id: string;
  number: string;
  workflow_name: string;
  workflow_version: number;
  workflow_hash: string;
  version: number;
  state: StateValue;
  context: Partial<CaseContext>;
  last_at: Date;
  head: Buffer;
  source: Source;
  track: Track;
  meeting_id: string | null;
  plan_id: string | null;
  external_key: string | null;
  collected_at: Date;
  collected_on: Day;
  overrun_on: Day | null;
  first_due_on: Day | null;
  timers: ArmedTimers;
  ref: number;
}

/** Columns of CaseRow in a SELECT over rectification_case c, armed timers and the version of the reference data included. */
export const LOAD_COLUMNS = `c.id, c.number, c.workflow_name, c.workflow_version, c.workflow_hash, c.version, c.state,
  c.context, c.last_at, c.head, c.source, c.track, c.meeting_id, c.plan_id, c.external_key, c.collected_at, c.collected_on, c.overrun_on, c.first_due_on,
  ${ARMED_TIMERS},
  (SELECT version FROM reference_version) AS ref`;

/** The case of a row. */
export function stateOfRow(row: CaseRow): CaseState {
  return {
    id: row.id,
    workflow: { name: row.workflow_name, version: row.workflow_version, hash: row.workflow_hash },
    value: row.state,
    context: fullContext(row.context),
    facts: {
      number: row.number,
      source: row.source,
      track: row.track,
      collectedAt: row.collected_at.getTime(),
      collectedOn: row.collected_on,
      meetingId: row.meeting_id,
      planId: row.plan_id,
      externalKey: row.external_key,
    },
    version: row.version,
    lastAt: row.last_at.getTime(),
    timers: timersOf(row.timers),
    head: row.head.toString('hex'),
    ...(row.overrun_on === null ? {} : { overrunOn: row.overrun_on }),
    ...(row.first_due_on === null ? {} : { firstDueOn: row.first_due_on }),
  };
}

/** The lights of a case ahead of time, from its own record and timers. */
export function lightsOf(state: CaseState, policy: Policy, calendar: Calendar): LightTimes {
  return lightTimes(calendar, policy, state.context, nextLevel(state, policy, calendar));
}

/** Entries of the context behind the columns that only some steps change. */
const SELDOM = [
  'categoryId',
  'leadUnitId',
  'supportingUnitIds',
  'isKey',
  'takenOver',
  'dueOn',
  'dueProvisional',
  'outcome',
  'closedOn',
] as const satisfies (keyof CaseContext)[];

/** Whether a step from one context to the other changed more columns than `movingColumns` has. */
export function changedSeldom(before: CaseContext, after: CaseContext): boolean {
  return SELDOM.some((key) => before[key] !== after[key]);
}

/** The columns that any step of a case may move; json as text. */
export function movingColumns(state: CaseState, policy: Policy, calendar: Calendar): Record<string, unknown> {
  const { context } = state;
  const lights = lightsOf(state, policy, calendar);
  const wait = mainWait(state, policy, calendar);
  const beside = besideWaits(state, policy, calendar);
  return {
    id: state.id,
    version: state.version,
    stage: stageOf(state.value),
    place: substateOf(state.value),
    state: JSON.stringify(state.value),
    context: sparseContext(context),
    last_at: instant(state.lastAt),
    head: `\\x${state.head}`,
    extension_pending: context.extension !== null,
    clock_mode: context.mode,
    yellow_at: instant(lights.yellowAt),
    late_at: instant(lights.lateAt),
    orange_at: instant(lights.orangeAt),
    red_at: instant(lights.redAt),
    talk_at: instant(lights.talkAt),
    waits_for: wait?.kind ?? null,
    waits_by: wait?.by ?? null,
    waits_beside: beside.length === 0 ? null : beside.map(({ kind }) => kind),
    waits_beside_by: beside.map(({ by }) => by).sort()[0] ?? null,
  };
}

/** Every column of a case; json as text. */
export function columnsOf(state: CaseState, policy: Policy, calendar: Calendar): Record<string, unknown> {
  const { context, facts, workflow } = state;
  // Not spread into a literal: V8 takes twenty times as long to let the copy grow by so many.
  return Object.assign(movingColumns(state, policy, calendar), {
    category_id: context.categoryId,
    lead_unit_id: context.leadUnitId,
    supporting_unit_ids: context.supportingUnitIds,
    is_key: context.isKey,
    taken_over: isImportedClosed(context),
    due_on: context.dueOn,
    due_provisional: context.dueProvisional,
    overrun_on: state.overrunOn ?? null,
    first_due_on: state.firstDueOn ?? null,
    outcome: context.outcome,
    closed_on: context.closedOn,
    number: facts.number,
    workflow_name: workflow.name,
    workflow_version: workflow.version,
    workflow_hash: workflow.hash,
    source: facts.source,
    track: facts.track,
    office_unit_id: context.officeUnitId,
    meeting_id: facts.meetingId,
    plan_id: facts.planId,
    external_key: facts.externalKey,
    raised_outside: context.raisedOutside,
    collected_at: instant(facts.collectedAt),
    collected_on: facts.collectedOn,
  });
}
