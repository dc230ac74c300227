/** What deciding costs in the process, without the database: the step itself, and making rows and the statement of it. */
import { transition, type AnyStateMachine } from 'xstate';
import type { CaseState } from '../src/domain/case.js';
import type { Command } from '../src/domain/command.js';
import { Refused } from '../src/domain/errors.js';
import { advance, decide, type Decision } from '../src/engine/decide.js';
import type { EngineEvent } from '../src/engine/env.js';
import { commitStatement } from '../src/store/cases/commit-statement.js';
import type { Rows } from '../src/store/cases/commit-parts.js';
import { addDecision } from '../src/store/cases/decision-rows.js';
import { ACTOR, at, calendar, command, Drive, rectification2, refs } from '../test/support/engine.js';
import { STEPS } from './events.js';
import { ratiosOf, type Row } from './table.js';

const ROUNDS = 5;
const TIMES = 1_000;
const NO_DIGESTS: ReadonlyMap<string, string> = new Map();

/** The steps of a case, each with the case as it was before. */
function steps(): { before: CaseState; command: Command }[] {
  const drive = new Drive(rectification2, at('2026-03-02')).send('ASSIGN', ACTOR.clerk, at('2026-03-02'));
  return STEPS.map(([type, actor, day, payload]) => {
    const before = drive.state;
    drive.send(type, actor, at(day), payload);
    return { before, command: command(type, actor, at(day), payload) };
  });
}

function decided({ before, command }: { before: CaseState; command: Command }): Decision {
  const decision = decide(rectification2, before, command, refs);
  if (decision instanceof Refused) throw decision;
  return decision;
}

/** Microseconds of each of `things`, a value a round, after two rounds that nobody counts. */
function costs<T>(things: readonly T[], work: (thing: T) => unknown): number[] {
  const rounds: number[] = [];
  for (let round = -2; round < ROUNDS; round += 1) {
    const from = performance.now();
    for (let n = 0; n < TIMES; n += 1) for (const thing of things) work(thing);
    if (round >= 0) rounds.push(((performance.now() - from) * 1e3) / (TIMES * things.length));
  }
  return rounds;
}

/** The rows of the table: microseconds of one core. */
export function benchDecide(): Row[] {
  const all = steps();
  const machine: AnyStateMachine = rectification2.machine['steps']['machine'];
  // The event as the engine would hand it over, for XState alone.
  const events = all.map(({ before, command }) => {
    let seen: EngineEvent | undefined;
    const watched = Object.create(rectification2.machine) as typeof rectification2.machine;
    watched.next = (value, context, event) => {
      seen = event;
      return rectification2.machine.next(value, context, event);
    };
    decide({ ...rectification2, machine: watched }, before, command, refs);
    return { before, event: seen! };
  });
  const decisions = all.map((step) => ({ before: step.before, decision: decided(step) }));
  const write = ({ before, decision }: { before: CaseState; decision: Decision }): Rows => {
    const rows: Rows = {};
    const { policy } = rectification2;
    addDecision(rows, 0, { before, decision, policy, calendar, recordedAt: 0, digests: NO_DIGESTS });
    return rows;
  };
  const written = decisions.map((one) => ({
    expected: [{ g: 0, id: one.before.id, version: one.before.version }],
    rows: write(one),
    refs: 1,
  }));
  const late = new Drive(rectification2, at('2026-03-02'))
    .send('ASSIGN', ACTOR.clerk, at('2026-03-02'))
    .send('ACCEPT', ACTOR.handler, at('2026-03-02'))
    .until(at('2026-03-24', '09:30')).state;

  const row = (work: string, ours: number[], limit: number[] = []): Row => {
    const ratios = limit.length === 0 ? [] : ratiosOf(ours, limit);
    return { work, unit: 'µs', ours, limit, ratios, budget: '–', within: null };
  };
  const bare = costs(events, ({ before: { value, context }, event }) =>
    transition(machine, machine.resolveState({ value, context }), event),
  );
  return [
    row(
      'deciding a command, all rules asked; beside XState alone, its snapshot resolved anew',
      costs(all, decided),
      bare,
    ),
    row(
      'of it XState’s step on a known snapshot, beside the same',
      costs(events, ({ before, event }) => rectification2.machine.next(before.value, before.context, event)),
      bare,
    ),
    row(
      'firing a due timer',
      costs([late], (state) => advance(rectification2, state, at('2026-03-27', '09:30'), refs)),
    ),
    row('chaining a decision and making its rows', costs(decisions, write)),
    row('making the statement of one decision', costs(written, commitStatement)),
  ];
}
