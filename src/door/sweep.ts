/** Fires due timers: claims cases whose timers are due, advances each to `now`, and commits them together. */
import { advance } from '../engine/decide.js';
import { isConnectionLoss, isExhausted, isTransient } from '../store/database-fault.js';
import type { Loaded, Transaction } from '../store/case.store.js';
import { addDecision } from '../store/decision-rows.js';
import type { Rows } from '../store/commit-parts.js';
import { claimCases, parkFirstDue } from '../store/timer.store.js';
import type { Workshop } from './run-batch.js';

/** How many cases were claimed and how many timers fired or were poisoned. */
export interface Swept {
  claimed: number;
  fired: number;
  poisoned: number;
}

const NOTHING: Swept = { claimed: 0, fired: 0, poisoned: 0 };
const sum = (a: Swept, b: Swept): Swept => ({
  claimed: a.claimed + b.claimed,
  fired: a.fired + b.fired,
  poisoned: a.poisoned + b.poisoned,
});

/** One bounded batch: at most `limit` due timers' cases. Any number of servers may sweep at once: each claims what the
 *  others left. Timers fire at the moment they were due, so a late sweep writes the history a punctual one would have.
 *  A case that the database refuses is found by halving, and its timer is parked with the error; the others go on. */
export async function sweep(shop: Workshop, now: number, limit: number): Promise<Swept> {
  const claimed: string[] = [];
  try {
    return await fireTogether(shop, now, claimed, (on) => shop.cases.claimDue(on, now, limit));
  } catch (error) {
    return isolate(shop, now, claimed, error);
  }
}

/** Divides the cases of a batch that failed until the one at fault stands alone. Throws bad luck on: the next sweep tries again. */
async function isolate(shop: Workshop, now: number, ids: readonly string[], error: unknown): Promise<Swept> {
  if (isConnectionLoss(error) || isExhausted(error) || isTransient(error)) throw error;
  const [first, ...others] = ids;
  if (first === undefined) throw error;
  if (others.length === 0) {
    const message = error instanceof Error ? error.message : String(error);
    const parked = await shop.cases.transaction((on) => parkFirstDue(on, first, now, message));
    shop.cases.memory.forget([first]);
    return { claimed: 1, fired: 0, poisoned: parked ? 1 : 0 };
  }
  let swept = NOTHING;
  const middle = Math.ceil(ids.length / 2);
  for (const half of [ids.slice(0, middle), ids.slice(middle)]) {
    swept = sum(
      swept,
      await fireTogether(shop, now, [], (on) => claimCases(on, half)).catch((fault: unknown) =>
        isolate(shop, now, half, fault),
      ),
    );
  }
  return swept;
}

/** Advances the cases that `claim` gives in one transaction; their ids are left in `claimed` also when it fails. */
async function fireTogether(
  shop: Workshop,
  now: number,
  claimed: string[],
  claim: (on: Transaction) => Promise<Loaded>,
): Promise<Swept> {
  return shop.cases.transaction(async (on) => {
    const { cases, refs } = await claim(on);
    // A workflow that a newer release brought is left to the servers that know it.
    const known = new Set(shop.workflows.all().map(({ hash }) => hash));
    const states = [...cases.values()].filter(({ workflow }) => known.has(workflow.hash));
    if (states.length === 0) return NOTHING;
    claimed.push(...states.map(({ id }) => id));
    if (refs !== undefined && refs !== shop.reference.version()) await shop.reference.refresh(refs);
    const world = shop.reference.current();
    const recordedAt = shop.now();
    const rows: Rows = {};
    const decisions = states.map((state, g) => {
      const workflow = shop.workflows.pinned(state.workflow);
      const decision = advance(workflow, state, now, world);
      const { policy } = workflow;
      const { calendar } = world;
      addDecision(rows, g, { before: state, decision, policy, calendar, recordedAt, digests: new Map() });
      return decision;
    });
    const expected = states.map(({ id, version }, g) => ({ g, id, version }));
    shop.cases.memory.forget(cases.keys());
    const written = await shop.cases.commit({ expected, rows, refs: shop.reference.version() }, on);
    // Nothing is written where the reference data changed under the sweep: the next one decides anew.
    const done = decisions.filter((_, g) => written.has(g));
    return {
      claimed: states.length,
      fired: done.reduce((n, { events }) => n + events.length, 0),
      poisoned: done.reduce((n, { poisoned }) => n + poisoned.length, 0),
    };
  });
}
