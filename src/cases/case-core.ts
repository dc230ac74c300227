/** A case as it is answered after a command: everything that follows from its own record, at a stated moment. */
import { clockAccount } from '../domain/account.js';
import { stageOf, substateOf, type CaseState, type StateValue } from '../domain/case.js';
import { lightAt } from '../domain/ladder.js';
import type { Light } from '../domain/words.js';
import type { Labels } from '../engine/commands.js';
import type { ReferenceData } from '../engine/env.js';
import { nameToday } from '../engine/names-today.js';
import { NEWER_WORKFLOW, type Workflow, type Workflows } from '../engine/workflow.js';
import type { CaseCoreShown } from '../shown/case-shown.js';
import { clockShown } from '../shown/clock-shown.js';
import { lightsOf } from '../store/cases/case-row.js';

/** The light that burns at `now`, null where none can, since the clock does not run: closed, parked, waiting for a visit, not yet assigned. */
export function lightOf(state: CaseState, workflow: Workflow, refs: ReferenceData, now: number): Light | null {
  const { context } = state;
  if (context.outcome !== null || context.mode === 'paused' || context.mode === 'stopped') return null;
  return lightAt(lightsOf(state, workflow.policy, refs.calendar), now);
}

/** The names of the innermost place of the stage region, from the workflow's `meta`, as they are said today; that it is one of a newer release
 *  where it is not known here. */
export function stateLabels(state: Pick<CaseState, 'value'>, workflow: Workflow | undefined): Labels {
  if (workflow === undefined) return NEWER_WORKFLOW;
  let config = workflow.config.states?.['stage'];
  let at: StateValue | undefined = typeof state.value === 'string' ? undefined : state.value['stage'];
  while (at !== undefined && config !== undefined) {
    const key: string = typeof at === 'string' ? at : Object.keys(at)[0]!;
    config = config.states?.[key];
    at = typeof at === 'string' ? undefined : at[key];
  }
  const labels = config?.meta?.labels;
  if (labels !== undefined) return nameToday(labels);
  return { 'zh-CN': substateOf(state.value), en: substateOf(state.value) };
}

/** The case at the moment `now` (epoch milliseconds): its light and its account are computed for that moment. */
export function caseCore(state: CaseState, workflows: Workflows, refs: ReferenceData, now: number): CaseCoreShown {
  const known = workflows.find(state.workflow);
  const { context, facts } = state;
  const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
  const round = context.outcome === null ? context.rounds.at(-1) : undefined;
  const today = refs.calendar.dayOf(now);
  return {
    id: state.id,
    number: facts.number,
    version: state.version,
    stage: stageOf(state.value),
    state: substateOf(state.value),
    stateLabels: stateLabels(state, known),
    stateValue: state.value,
    workflow: {
      name: state.workflow.name,
      version: state.workflow.version,
      labels: known === undefined ? NEWER_WORKFLOW : nameToday(known.labels),
      isNewer: known === undefined,
    },
    light: lightOf(state, known ?? workflows.nearest(state.workflow), refs, now),
    source: facts.source,
    track: facts.track,
    leadUnitId: context.leadUnitId,
    supportingUnitIds: context.supportingUnitIds,
    officeUnitId: context.officeUnitId,
    categoryId: context.categoryId,
    meetingId: facts.meetingId,
    planId: facts.planId,
    isKey: context.isKey,
    raisedOutside: context.raisedOutside,
    takenOver: context.takenOver,
    collectedOn: facts.collectedOn,
    collectedAt: new Date(facts.collectedAt).toISOString(),
    assignedAt: iso(context.assignedAt),
    acceptedAt: iso(context.acceptedAt),
    dueOn: context.dueOn,
    dueProvisional: context.dueProvisional,
    clock: clockShown(context, refs.calendar, today),
    account: clockAccount(context, refs.calendar, today),
    milestones: context.milestones,
    extension: context.extension,
    reviewOn: context.reviewOn,
    visitDueOn: round?.dueOn ?? null,
    attempts: round?.attempts ?? [],
    declines: context.declines,
    returns: context.returns,
    relapses: context.relapses,
    outcome: context.outcome,
    closedOn: context.closedOn,
    mergedInto: context.mergedInto,
  };
}
