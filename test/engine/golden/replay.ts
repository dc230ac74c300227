/** Plays a recorded command log through the engine: what each step answered, as text, so that it can be held against the record to the letter. */
import { createHash } from 'node:crypto';
import type { CaseContext, CaseState } from '../../../src/domain/case.js';
import type { Actor, Command } from '../../../src/domain/command.js';
import { Refused } from '../../../src/domain/errors.js';
import type { Category } from '../../../src/domain/policy.js';
import { UnitTree, type Unit } from '../../../src/domain/units.js';
import { advance, collect, decide, type Decision } from '../../../src/engine/decide.js';
import type { ReferenceData } from '../../../src/engine/env.js';
import type { Workflow } from '../../../src/engine/workflow.js';
import { calendar, related, unborn } from '../../support/engine.js';

/** A command with its instant and sender, or time passing up to an instant. */
export type GoldenStep =
  | { at: number; type: string; actor: string; payload: Record<string, unknown> }
  | { until: number };

export interface GoldenLog {
  collectedAt: number;
  context: Partial<CaseContext>;
  steps: GoldenStep[];
  /** The answer to the collection and to each step: see `answerOf`. */
  expected: string[];
}

/** Everything a replay needs besides the calendar of the years in which it plays; the world is kept with the log. */
export interface GoldenFile {
  workflow: { name: string; version: number; hash: string };
  actors: Record<string, Actor>;
  units: Unit[];
  categories: Category[];
  logs: GoldenLog[];
}

/** The reference data of a file. */
export function refsOf({ units, categories }: GoldenFile): ReferenceData {
  return { calendar, units: new UnitTree(units), categories: new Map(categories.map((one) => [one.id, one])) };
}

/** A case on its way through a log. */
export class GoldenCase {
  state: CaseState;
  /** Steps that a rule newer than the record forbids to the person who took them. */
  fromOutside = 0;
  private n = 0;

  constructor(
    private readonly workflow: Workflow,
    private readonly file: GoldenFile,
    { collectedAt, context }: Pick<GoldenLog, 'collectedAt' | 'context'>,
    readonly answers: string[] = [],
  ) {
    const first = unborn(workflow, collectedAt, context);
    this.state = first;
    const command = { id: this.id(), type: 'COLLECT', caseId: first.id, actor: this.actor('clerk'), at: collectedAt };
    this.take(collect(workflow, first, { ...command, payload: {} }, refsOf(file)));
  }

  /** Carries out one step and answers whether it changed the case. */
  step(step: GoldenStep): boolean {
    const refs = refsOf(this.file);
    if ('until' in step) return this.take(advance(this.workflow, this.state, step.until, refs));
    const { at, type, payload } = step;
    const command = { id: this.id(), type, caseId: this.state.id, actor: this.actor(step.actor), at, payload };
    const decided = decide(this.workflow, this.state, command, refs, related);
    if (!(decided instanceof Refused)) return this.take(decided);
    if (decided.code === 'rule.holdsNoPostInIt' && this.workflow.version === 1)
      return this.take(this.asFromOutside(command, refs));
    this.answers.push(JSON.stringify({ refused: decided.code, status: decided.status }));
    return false;
  }

  /** True where the step would be accepted; leaves no trace. */
  wouldTake({ at, type, actor, payload }: Exclude<GoldenStep, { until: number }>): boolean {
    const command = { id: '', type, caseId: this.state.id, actor: this.actor(actor), at, payload };
    return !(decide(this.workflow, this.state, command, refsOf(this.file), related) instanceof Refused);
  }

  /** When version 1 was recorded, who belonged to the lead unit could still park or withdraw its cases; docs/decisions/023 ended that. What
   *  the chart does is held against the record all the same: the judge is sent as one of the office, and the line bears the recorded unit. */
  private asFromOutside(command: Command, refs: ReferenceData): Decision {
    const { actor } = command;
    const outside = { ...command, actor: { ...actor, unitId: actor.roles[0]!.unitId } };
    const decided = decide(this.workflow, this.state, outside, refs, related);
    if (decided instanceof Refused) throw decided;
    this.fromOutside += 1;
    const events = decided.events.map((event) =>
      event.actor.userId === actor.userId ? { ...event, actor: { ...event.actor, unitId: actor.unitId } } : event,
    );
    return { ...decided, events };
  }

  private id(): string {
    this.n += 1;
    return `00000000-0000-4000-9000-${String(this.n).padStart(12, '0')}`;
  }

  private actor(name: string): Actor {
    const found = this.file.actors[name];
    if (found === undefined) throw new Error(`the record has no actor ${name}`);
    return found;
  }

  /** Events with their effects and changes, the place, the armed timers, and a digest over the whole state. Who worked on the case follows
   *  from the events, which are here; it came after the first records, so the digest leaves it out. */
  private take({ state, events, deadLettered }: Decision): boolean {
    if (deadLettered.length > 0) throw new Error(`poisoned: ${JSON.stringify(deadLettered)}`);
    this.state = state;
    const digest = createHash('sha256')
      .update(JSON.stringify({ ...state, workflow: null, context: { ...state.context, workers: undefined } }))
      .digest('hex')
      .slice(0, 16);
    this.answers.push(JSON.stringify({ value: state.value, timers: state.timers, digest, events }));
    return events.length > 0;
  }
}

/** What the engine answers to a log today, and how many of its steps the person who took them may take no longer. */
export function replay(
  workflow: Workflow,
  file: GoldenFile,
  log: GoldenLog,
): { answers: string[]; fromOutside: number } {
  const one = new GoldenCase(workflow, file, log);
  for (const step of log.steps) one.step(step);
  return { answers: one.answers, fromOutside: one.fromOutside };
}
