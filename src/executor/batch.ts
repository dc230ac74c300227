/** Decides a batch of intents in memory: each on top of the ones before it, a refused one leaving no trace. */
import { freshContext, type CaseState } from '../domain/case.js';
import { SYSTEM, type Command } from '../domain/command.js';
import { notFound, Refused } from '../domain/errors.js';
import { collect, decide, relatedCase, type Decision, type EventRecord } from '../engine/decide.js';
import type { ReferenceData } from '../engine/env.js';
import { SHARE_FATE } from '../engine/fate-effects.js';
import { MIGRATE, migrateCase } from '../engine/migrate-case.js';
import { hear } from '../engine/hear.js';
import { RECEIPT_COMMANDS } from '../engine/receipt-commands.js';
import { shareFate } from '../engine/share-fate.js';
import { TAKE_BACK, takeBack } from '../engine/take-back.js';
import { UNDO_IMPORT, undoImport } from '../engine/undo-import.js';
import type { Passed } from '../engine/stale.js';
import { newerWorkflow, type Workflow, type Workflows } from '../engine/workflow.js';
import { linkedCollection } from './linked-case.js';
import { otherCase, type Collection, type Done, type Intent, type Step, type TriageRow } from './intent.js';

/** A case that the batch changes: as loaded (null when it is collected here) and everything decided since. */
export interface Touched {
  before: CaseState | null;
  decision: Decision;
  collection: Collection | null;
}

export interface DecidedBatch {
  touched: Map<string, Touched>;
  /** Per intent: what its steps did, or why it was refused. */
  results: (Done[] | Refused)[];
  /** Intents that share a case share their fate: one group number per intent, undefined where it was refused. */
  groups: (number | undefined)[];
  /** The group of every case that was touched. */
  groupOfCase: Map<string, number>;
  triages: { intent: number; row: TriageRow }[];
}

/** Lines of history by case, from the oldest version that a sender of the batch saw to the one that was loaded. */
export type PassedOf = ReadonlyMap<string, readonly Passed[]>;
const NOTHING: PassedOf = new Map();

/** The decisions of all intents over the loaded cases; nothing is written. */
export function decideBatch(
  intents: readonly Intent[],
  loaded: ReadonlyMap<string, CaseState>,
  workflows: Workflows,
  refs: ReferenceData,
  passed: PassedOf = NOTHING,
): DecidedBatch {
  const touched = new Map<string, Touched>();
  const results: (Done[] | Refused)[] = [];
  const touches: Set<string>[] = [];
  const triages: DecidedBatch['triages'] = [];
  intents.forEach((intent, at) => {
    const overlay = new Overlay(touched, loaded, workflows, refs, passed);
    const result = overlay.run(intent.steps);
    results.push(result);
    touches.push(new Set(result instanceof Refused ? [] : overlay.changed.keys()));
    if (result instanceof Refused) return;
    for (const [id, change] of overlay.changed) touched.set(id, change);
    for (const row of intent.triages ?? []) triages.push({ intent: at, row });
  });
  const groups = groupsOf(touches, results);
  const groupOfCase = new Map(touches.flatMap((ids, at) => [...ids].map((id) => [id, groups[at]!] as const)));
  return { touched, results, groups, groupOfCase, triages };
}

/** What `advanced` brought about by itself in other cases of `loaded`: these and all others that were touched by it. */
export function followed(
  advanced: ReadonlyMap<string, Touched>,
  loaded: ReadonlyMap<string, CaseState>,
  workflows: Workflows,
  refs: ReferenceData,
): Map<string, Touched> {
  const overlay = new Overlay(advanced, loaded, workflows, refs, NOTHING);
  for (const [caseId, { decision }] of advanced) {
    for (const event of decision.events) {
      const refused = overlay.follow(event, { caseId, at: event.at }, workflows.pinned(decision.state.workflow));
      if (refused !== undefined) throw refused;
    }
  }
  return new Map([...advanced, ...overlay.changed]);
}

/** The cases as one intent sees them: its own changes over those of the batch over what was loaded. */
class Overlay {
  readonly changed = new Map<string, Touched>();

  constructor(
    private readonly touched: ReadonlyMap<string, Touched>,
    private readonly loaded: ReadonlyMap<string, CaseState>,
    private readonly workflows: Workflows,
    private readonly refs: ReferenceData,
    private readonly passed: PassedOf,
  ) {}

  run(steps: readonly Step[]): Done[] | Refused {
    const done: Done[] = [];
    for (const step of steps) {
      const result = step.kind === 'collect' ? this.collect(step.collection) : this.command(step.command);
      if (result instanceof Refused) return result;
      done.push(result);
    }
    return done;
  }

  private collect(collection: Collection, workflow = this.workflows.newest(collection.workflow)): Done | Refused {
    const { caseId, actor, at, title, description, source } = collection;
    const { name, version, hash, track } = workflow;
    const state: CaseState = {
      id: caseId,
      workflow: { name, version, hash },
      value: '',
      context: freshContext(collection.context),
      facts: {
        number: '',
        source,
        track,
        collectedAt: at,
        collectedOn: this.refs.calendar.dayOf(at),
        meetingId: null,
        planId: null,
        externalKey: null,
        ...collection.facts,
      },
      version: 0,
      lastAt: at,
      timers: [],
      head: '',
    };
    const payload = { title, description, source, ...collection.facts };
    const command: Command = { id: collection.id, type: 'COLLECT', caseId, actor, at, payload };
    const decision = collect(workflow, state, command, this.refs);
    this.changed.set(caseId, { before: null, decision, collection });
    return { state: decision.state, events: decision.events, repeated: false };
  }

  private command(command: Command): Done | Refused {
    const present = this.find(command.caseId);
    if (present === undefined) return notFound('case', '事项', command.caseId);
    const { workflow: ref } = present.decision.state;
    const workflow = this.workflows.find(ref);
    if (workflow === undefined) return newerWorkflow(ref);
    const decided = this.decided(present, command, workflow);
    if (decided instanceof Refused) return decided;
    this.changed.set(command.caseId, joined(present, decided));
    for (const event of decided.events) {
      const refused = this.follow(event, command, workflow);
      if (refused !== undefined) return refused;
    }
    return { state: decided.state, events: decided.events, repeated: false };
  }

  private decided(present: Touched, command: Command, workflow: Workflow): Decision | Refused {
    const { state } = present.decision;
    if (RECEIPT_COMMANDS[command.type] !== undefined) return hear(workflow, state, command, this.refs);
    if (command.type === SHARE_FATE) return shareFate(workflow, state, command, this.refs);
    if (command.type === TAKE_BACK) return takeBack(workflow, state, command, this.refs);
    if (command.type === UNDO_IMPORT) return undoImport(workflow, state, command, this.refs);
    if (command.type === MIGRATE) {
      const to = this.workflows.version(workflow.name, Number(command.payload['to']));
      return migrateCase(workflow, to, state, command, this.refs);
    }
    const target = otherCase(command, state);
    const related = target === undefined ? undefined : this.find(target);
    return decide(
      workflow,
      state,
      command,
      this.refs,
      related === undefined ? undefined : new Map([[related.decision.state.id, relatedCase(related.decision.state)]]),
      [...(this.passed.get(command.caseId) ?? []), ...present.decision.events],
    );
  }

  /** What a line of history brings about in other cases; the refusal of one that does not take it. */
  follow(
    { effects, seq }: EventRecord,
    { caseId, at }: Pick<Command, 'caseId' | 'at'>,
    workflow: Workflow,
  ): Refused | undefined {
    for (const effect of effects) {
      let done: Done | Refused | undefined;
      if (effect.kind === 'follow') {
        const { caseId: other, type, payload } = effect;
        done = this.command({ id: '', type, caseId: other, actor: SYSTEM, at, payload });
      } else if (effect.kind === 'collect') {
        // Under the version of the case it came out of, newest or not: that one knows what to do with it.
        done = this.collect(linkedCollection(effect, { caseId, seq, at, workflow: workflow.name }), workflow);
      }
      if (done instanceof Refused) return done;
    }
    return undefined;
  }

  private find(id: string): Touched | undefined {
    const known = this.changed.get(id) ?? this.touched.get(id);
    if (known !== undefined) return known;
    const state = this.loaded.get(id);
    if (state === undefined) return undefined;
    return { before: state, decision: { state, events: [], deadLettered: [] }, collection: null };
  }
}

function joined(present: Touched, next: Decision): Touched {
  const { events, deadLettered } = present.decision;
  return {
    ...present,
    decision: {
      state: next.state,
      events: [...events, ...next.events],
      deadLettered: [...deadLettered, ...next.deadLettered],
    },
  };
}

/** Joins intents that touch a common case, by the smallest intent number of each cluster. */
function groupsOf(touches: readonly Set<string>[], results: readonly unknown[]): (number | undefined)[] {
  const leader = touches.map((_, at) => at);
  const root = (at: number): number => (leader[at] === at ? at : root(leader[at]!));
  const owner = new Map<string, number>();
  touches.forEach((ids, at) => {
    for (const id of ids) {
      const other = owner.get(id);
      if (other === undefined) owner.set(id, at);
      else leader[Math.max(root(at), root(other))] = Math.min(root(at), root(other));
    }
  });
  return results.map((result, at) => (result instanceof Refused ? undefined : root(at)));
}
