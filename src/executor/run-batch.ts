/** Carries a batch through load, decide and commit; what lost the race for a case comes back to be tried again. */
import type { CaseState } from '../domain/case.js';
import { Refused } from '../domain/errors.js';
import { sharersBeside } from '../domain/fates.js';
import type { ReferenceData } from '../engine/env.js';
import type { Workflows } from '../engine/workflow.js';
import type { CaseStore, Transaction } from '../store/cases/case.store.js';
import type { Rows } from '../store/cases/commit-parts.js';
import { withNumbers, type Statement } from '../store/cases/commit-statement.js';
import { afterSending } from '../store/database/database-fault.js';
import {
  addDecision,
  addUnnumbered,
  ledgerRowOf,
  raiserRow,
  type Numbered,
  type Write,
} from '../store/cases/decision-rows.js';
import { commandDigest } from '../store/cases/history-line.js';
import { decideBatch, type DecidedBatch, type PassedOf, type Touched } from './batch.js';
import { caseIds, otherCase, stepContent, stepId, type Done, type Intent } from './intent.js';
import { loadWithSharers } from './other-cases.js';

/** What the executor needs to know of the world: reference data that is never staler than the rows it decides on. */
export interface ReferenceDataSource {
  current(): ReferenceData;
  /** The version `current` stands for. */
  version(): number;
  refresh(version?: number): Promise<unknown>;
}

export interface Dependencies {
  cases: CaseStore;
  referenceData: ReferenceDataSource;
  workflows: Workflows;
  /** Epoch milliseconds; says when a line was recorded, never what it decides. */
  now: () => number;
}

/** Nothing was written, since one of these cases had moved on between load and commit, or somebody else holds it. */
export class Lost {
  constructor(readonly cases: readonly string[]) {}
}
export type Result = Done[] | Refused | Lost;

/** Thrown inside a transaction that collects cases when one group lost its race: numbers must not be wasted. */
class NumbersKept extends Error {}

/** The results of the intents in their order; `Lost` where a case had moved on between load and commit, or is held by somebody else. Throws what
 *  the database throws: the caller tells bad luck from bad input. OutcomeUnknown is the only error after which
 *  something may have been written. */
export async function runBatch(dependencies: Dependencies, intents: readonly Intent[]): Promise<Result[]> {
  const ids = [...new Set(intents.flatMap(caseIds))];
  const remembered = dependencies.cases.memory.recall(ids);
  let batch = await decided(dependencies, intents, ids, remembered);
  // A refusal never rests on what this process remembers: another server may have moved the case on.
  if (remembered.size > 0 && batch.results.some((result) => result instanceof Refused)) {
    batch = await decided(dependencies, intents, ids, new Map());
  }
  if (batch.groups.every((group) => group === undefined)) return batch.results;
  const collected = [...batch.touched.values()].filter((touched) => touched.collection !== null);
  // Until it is known what was written, nothing of it is remembered.
  dependencies.cases.memory.forget(batch.touched.keys());
  const held =
    collected.length === 0
      ? await write(dependencies, intents, batch)
      : await writeCollected(dependencies, intents, batch, collected);
  const written = [...batch.touched].filter(([id]) => held.has(batch.groupOfCase.get(id)!));
  // Of cases that were closed the next command is a long time off.
  const open = written.flatMap(([, { decision }]) => (decision.state.context.outcome === null ? [decision.state] : []));
  dependencies.cases.memory.remember(open);
  return batch.results.map((result, at) => {
    const group = batch.groups[at];
    if (group === undefined || held.has(group)) return result;
    return new Lost([...batch.touched.keys()].filter((id) => batch.groupOfCase.get(id) === group));
  });
}

/** The batch decided over what is remembered, and what is read for the rest. */
async function decided(
  dependencies: Dependencies,
  intents: readonly Intent[],
  ids: readonly string[],
  known: Map<string, CaseState>,
): Promise<DecidedBatch> {
  const unknown = ids.filter((id) => !known.has(id));
  const loaded = unknown.length === 0 ? undefined : await dependencies.cases.load(unknown);
  if (loaded?.refs !== undefined && loaded.refs !== dependencies.referenceData.version())
    await dependencies.referenceData.refresh(loaded.refs);
  const cases = new Map([...known, ...(loaded?.cases ?? [])]);
  await loadWithSharers(dependencies.cases, cases, othersOf(intents, cases));
  return decideBatch(
    intents,
    cases,
    dependencies.workflows,
    dependencies.referenceData.current(),
    await passedSince(dependencies, intents, cases),
  );
}

/** Cases that a command is about without naming them, and that are not at hand: what a departure goes into stands in the case. */
function othersOf(intents: readonly Intent[], cases: ReadonlyMap<string, CaseState>): string[] {
  const found = intents.flatMap(({ steps }) =>
    steps.flatMap((step) => {
      const state = step.kind === 'command' ? cases.get(step.command.caseId) : undefined;
      const other = step.kind === 'command' && state !== undefined ? otherCase(step.command, state) : undefined;
      return other === undefined || cases.has(other) ? [] : [other];
    }),
  );
  return [...new Set([...found, ...sharersBeside(cases)])];
}

/** What happened since senders saw their cases. Hardly anybody looked at an older version: for most batches nothing is asked. */
async function passedSince(
  dependencies: Dependencies,
  intents: readonly Intent[],
  cases: ReadonlyMap<string, CaseState>,
): Promise<PassedOf | undefined> {
  const oldest = new Map<string, number>();
  for (const step of intents.flatMap(({ steps }) => steps)) {
    if (step.kind !== 'command' || step.command.expectedVersion === undefined) continue;
    const { caseId, expectedVersion: seen } = step.command;
    const isBehind = seen < (cases.get(caseId)?.version ?? 0);
    if (isBehind && seen < (oldest.get(caseId) ?? Infinity)) oldest.set(caseId, seen);
  }
  return oldest.size === 0 ? undefined : dependencies.cases.passedSince(oldest);
}

/** Everything is ready but for numbers and hashes before the counter of numbers is taken: while it is held, no other batch that collects goes on. */
async function writeCollected(
  dependencies: Dependencies,
  intents: readonly Intent[],
  batch: DecidedBatch,
  collected: Touched[],
): Promise<Set<number>> {
  const { statement, numbered, refs } = rowsOf(dependencies, intents, batch);
  try {
    return await dependencies.cases.transaction(async (on) => {
      await number(dependencies, batch, { collected, numbered, refs }, on);
      const held = await dependencies.cases.commit(withNumbers(statement), on);
      if (batch.groups.some((group) => group !== undefined && !held.has(group))) throw new NumbersKept();
      return held;
    });
  } catch (error) {
    if (error instanceof NumbersKept) return new Set();
    throw error;
  }
}

interface Unnumbered {
  collected: readonly Touched[];
  numbered: ReadonlyMap<Touched, Numbered>;
  /** Version of the reference data that the rows were made with. */
  refs: number;
}

/** Gives the collected cases their numbers, year by year; a number is known only once nothing can refuse the case. */
async function number(
  dependencies: Dependencies,
  batch: DecidedBatch,
  { collected, numbered, refs: own }: Unnumbered,
  on: Transaction,
): Promise<void> {
  const byYear = new Map<number, Touched[]>();
  for (const touched of collected) {
    const year = Number(touched.decision.state.facts.collectedOn.slice(0, 4));
    const cases = byYear.get(year);
    if (cases === undefined) byYear.set(year, [touched]);
    else cases.push(touched);
  }
  for (const [year, cases] of [...byYear].sort(([a], [b]) => a - b)) {
    const { numbers, refs } = await dependencies.cases.allotNumbers(on, year, cases.length);
    if (refs !== own) {
      await dependencies.referenceData.refresh(refs);
      throw new NumbersKept();
    }
    cases.forEach((touched, at) => {
      touched.decision.state = numbered.get(touched)!(numbers[at]!);
    });
  }
  // The answers were made before the numbers were known.
  for (const result of batch.results) {
    if (result instanceof Refused) continue;
    for (const done of result) {
      const facts = batch.touched.get(done.state.id)?.decision.state.facts;
      if (facts) done.state = { ...done.state, facts };
    }
  }
}

async function write(
  dependencies: Dependencies,
  intents: readonly Intent[],
  batch: DecidedBatch,
): Promise<Set<number>> {
  return dependencies.cases.commit(rowsOf(dependencies, intents, batch).statement).catch((error: unknown) => {
    throw afterSending(error);
  });
}

/** The statement that writes a batch, and what gives the collected cases their numbers. */
function rowsOf(
  dependencies: Dependencies,
  intents: readonly Intent[],
  batch: DecidedBatch,
): { statement: Statement; numbered: Map<Touched, Numbered>; refs: number } {
  const { calendar } = dependencies.referenceData.current();
  const refs = dependencies.referenceData.version();
  const recordedAt = dependencies.now();
  const rows: Rows = {};
  const numbered = new Map<Touched, Numbered>();
  const digests = digestsOf(intents, batch);
  const expected: { g: number; id: string; version: number }[] = [];
  for (const [id, touched] of batch.touched) {
    const g = batch.groupOfCase.get(id)!;
    expected.push({ g, id, version: touched.before?.version ?? 0 });
    const { policy } = dependencies.workflows.pinned(touched.decision.state.workflow);
    const { collection } = touched;
    const task: Write = { before: touched.before, decision: touched.decision, policy, calendar, recordedAt, digests };
    if (collection) task.text = { title: collection.title, description: collection.description };
    if (collection?.raiser) task.raiser = collection.raiser;
    if (collection?.ledgerNote) task.ledgerNote = collection.ledgerNote;
    if (collection) numbered.set(touched, addUnnumbered(rows, g, task));
    else touched.decision.state = addDecision(rows, g, task);
  }
  for (const { intent, row } of batch.triages) {
    const g = batch.groups[intent]!;
    const { opinionId, outcome, caseId, answer, personId, at } = row;
    (rows.triages ??= []).push({
      g,
      opinion_id: opinionId,
      outcome,
      case_id: caseId,
      answer,
      person_id: personId,
      at: new Date(at).toISOString(),
    });
  }
  intents.forEach(({ raisers = [], ledgerRow }, at) => {
    const g = batch.groups[at];
    if (g === undefined) return;
    for (const { caseId, raiser } of raisers) (rows.raisers ??= []).push({ g, ...raiserRow(caseId, raiser) });
    if (ledgerRow === undefined) return;
    const { version } = (batch.results[at] as Done[]).at(-1)!.state;
    (rows.ledgerRows ??= []).push({ g, ...ledgerRowOf(ledgerRow, version) });
  });
  return { statement: dependencies.cases.prepare({ expected, rows, refs }), numbered, refs };
}

function digestsOf(intents: readonly Intent[], batch: DecidedBatch): Map<string, string> {
  const accepted = intents.filter((_, at) => batch.groups[at] !== undefined);
  return new Map(
    accepted.flatMap((intent) => intent.steps.map((step) => [stepId(step), commandDigest(stepContent(step))] as const)),
  );
}
