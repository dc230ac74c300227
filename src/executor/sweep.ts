/** Fires due timers: claims cases whose timers are due, advances each to `now`, and commits them together. */
import type { CaseState } from '../domain/case.js';
import { Refused } from '../domain/errors.js';
import { sharersBeside } from '../domain/fates.js';
import { advance } from '../engine/decide.js';
import { isConnectionLoss, isExhausted, isTransient } from '../store/database/database-fault.js';
import type { Loaded, Transaction } from '../store/cases/case.store.js';
import { addDecision } from '../store/cases/decision-rows.js';
import type { Rows } from '../store/cases/commit-parts.js';
import type { Statement } from '../store/cases/commit-statement.js';
import { claimCases, deadLetterFirstDue } from '../store/cases/timer.store.js';
import { followed, type Touched } from './batch.js';
import { loadWithSharers } from './other-cases.js';
import type { Dependencies } from './run-batch.js';

/** How many cases were claimed and how many timers fired or were dead-lettered. */
export interface Swept {
  claimed: number;
  fired: number;
  deadLettered: number;
}

const NO_DIGESTS: ReadonlyMap<string, string> = new Map();
const NOTHING: Swept = { claimed: 0, fired: 0, deadLettered: 0 };
/** Nothing was written of what belongs together, since somebody else holds part of it. */
const HELD: Swept = { ...NOTHING };
const sum = (a: Swept, b: Swept): Swept => ({
  claimed: a.claimed + b.claimed,
  fired: a.fired + b.fired,
  deadLettered: a.deadLettered + b.deadLettered,
});

/** One bounded batch: at most `limit` due timers' cases. Any number of servers may sweep at once: each claims what the
 *  others left. Timers fire at the moment they were due, so a late sweep writes the history a punctual one would have.
 *  A case that the database refuses is found by halving, and its timer is parked with the error; the others go on. */
export async function sweep(dependencies: Dependencies, now: number, limit: number): Promise<Swept> {
  const claimed: string[] = [];
  try {
    const swept = await fireTogether(dependencies, now, claimed, (on) => dependencies.cases.claimDue(on, now, limit));
    return swept === HELD ? await divide(dependencies, now, claimed) : swept;
  } catch (error) {
    return isolate(dependencies, now, claimed, error);
  }
}

/** The same in ever smaller parts, where somebody holds a case that shares the fate of one of them: the others do not wait for it. */
async function divide(dependencies: Dependencies, now: number, ids: readonly string[]): Promise<Swept> {
  if (ids.length < 2) return NOTHING;
  let swept = NOTHING;
  const middle = Math.ceil(ids.length / 2);
  for (const half of [ids.slice(0, middle), ids.slice(middle)]) {
    const part = await fireTogether(dependencies, now, [], (on) => claimCases(on, half));
    swept = sum(swept, part === HELD ? await divide(dependencies, now, half) : part);
  }
  return swept;
}

/** Divides the cases of a batch that failed until the one at fault stands alone. Throws bad luck on: the next sweep tries again. */
async function isolate(
  dependencies: Dependencies,
  now: number,
  ids: readonly string[],
  error: unknown,
): Promise<Swept> {
  if (isConnectionLoss(error) || isExhausted(error) || isTransient(error)) throw error;
  const [first, ...others] = ids;
  if (first === undefined) throw error;
  if (others.length === 0) {
    // It shares its fate with a case of a newer workflow: both are left to the servers that know that.
    if (error instanceof Refused && error.code === 'workflow.newer') return NOTHING;
    const message = error instanceof Error ? error.message : String(error);
    const parked = await dependencies.cases.transaction((on) => deadLetterFirstDue(on, first, now, message));
    dependencies.cases.memory.forget([first]);
    return { claimed: 1, fired: 0, deadLettered: parked ? 1 : 0 };
  }
  let swept = NOTHING;
  const middle = Math.ceil(ids.length / 2);
  for (const half of [ids.slice(0, middle), ids.slice(middle)]) {
    swept = sum(
      swept,
      await fireTogether(dependencies, now, [], (on) => claimCases(on, half)).catch((fault: unknown) =>
        isolate(dependencies, now, half, fault),
      ),
    );
  }
  return swept;
}

/** Advances the cases that `claim` gives in one transaction; their ids are left in `claimed` also when it fails. Nothing of the
 *  decisions but the statement that writes them is held while the database works on it: a batch that lies about would be copied by
 *  the collector instead of dropped. */
async function fireTogether(
  dependencies: Dependencies,
  now: number,
  claimed: string[],
  claim: (on: Transaction) => Promise<Loaded>,
): Promise<Swept> {
  return dependencies.cases.transaction(async (on) => {
    const claimedCases = await claimKnown(dependencies, on, claim);
    const shared = await withSharers(dependencies, claimedCases);
    const { ids, fired, deadLettered, isTogether, write } = advanceAll(dependencies, now, claimedCases, shared);
    if (write === null) return NOTHING;
    claimed.push(...ids);
    dependencies.cases.memory.forget(ids);
    const written = await dependencies.cases.commit(write, on);
    if (isTogether && written.size === 0) return HELD;
    // Nothing is written where the reference data changed under the sweep: the next one decides anew.
    const sumOf = (counts: readonly number[]): number =>
      counts.reduce((n, count, g) => n + (written.has(g) ? count : 0), 0);
    return { claimed: ids.length, fired: sumOf(fired), deadLettered: sumOf(deadLettered) };
  });
}

/** The claimed cases whose workflow this release knows; those of a newer one are left to the servers that know it. */
async function claimKnown(
  dependencies: Dependencies,
  on: Transaction,
  claim: (on: Transaction) => Promise<Loaded>,
): Promise<CaseState[]> {
  const { cases, refs } = await claim(on);
  const known = new Set(dependencies.workflows.all().map(({ hash }) => hash));
  if (refs !== undefined && refs !== dependencies.referenceData.version())
    await dependencies.referenceData.refresh(refs);
  return [...cases.values()].filter(({ workflow }) => known.has(workflow.hash));
}

/** The claimed cases with those that share their fate, and so on; nothing where nobody shares any. */
async function withSharers(
  dependencies: Dependencies,
  claimed: readonly CaseState[],
): Promise<Map<string, CaseState> | null> {
  const cases = new Map(claimed.map((state) => [state.id, state]));
  const others = sharersBeside(cases);
  if (others.length === 0 && claimed.every(({ context }) => context.bound === undefined)) return null;
  await loadWithSharers(dependencies.cases, cases, others);
  return cases;
}

/** What a batch does: its cases, how many timers each fires and parks, and the statement that writes it; null where there is none. */
interface Advanced {
  ids: string[];
  fired: number[];
  deadLettered: number[];
  isTogether: boolean;
  write: Statement | null;
}

/** `shared`: where some share a fate, all that are concerned. What one comes to is then written in the others by the same statement. */
function advanceAll(
  dependencies: Dependencies,
  now: number,
  states: readonly CaseState[],
  shared: ReadonlyMap<string, CaseState> | null,
): Advanced {
  const world = dependencies.referenceData.current();
  const { calendar } = world;
  const recordedAt = dependencies.now();
  const rows: Rows = {};
  const advanced: Advanced = { ids: [], fired: [], deadLettered: [], isTogether: false, write: null };
  const alone = new Map<string, Touched>(
    states.map((state) => {
      const decision = advance(dependencies.workflows.pinned(state.workflow), state, now, world);
      return [state.id, { before: state, decision, collection: null }];
    }),
  );
  const all = shared === null ? alone : followed(alone, shared, dependencies.workflows, world);
  // What follows from one another is written together or not at all.
  const isTogether = all.size > alone.size || [...all].some(([id, one]) => alone.get(id) !== one);
  const expected: { g: number; id: string; version: number }[] = [];
  let next = 0;
  for (const [id, { before, decision }] of all) {
    const g = isTogether ? 0 : next;
    const { policy } = dependencies.workflows.pinned(decision.state.workflow);
    addDecision(rows, g, { before, decision, policy, calendar, recordedAt, digests: NO_DIGESTS });
    expected.push({ g, id, version: before!.version });
    advanced.ids.push(id);
    advanced.fired[g] = (advanced.fired[g] ?? 0) + decision.events.length;
    advanced.deadLettered[g] = (advanced.deadLettered[g] ?? 0) + decision.deadLettered.length;
    next += 1;
  }
  if (states.length === 0) return advanced;
  return {
    ...advanced,
    isTogether,
    write: dependencies.cases.prepare({ expected, rows, refs: dependencies.referenceData.version() }),
  };
}
