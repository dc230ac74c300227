/** Fires due timers: claims cases whose timers are due, advances each to `now`, and commits them together. */
import type { CaseState } from '../domain/case.js';
import { advance, type Decision } from '../engine/decide.js';
import { addDecision } from '../store/decision-rows.js';
import type { Rows } from '../store/commit-statement.js';
import type { Workshop } from './run-batch.js';

/** How many cases were claimed and how many timers fired or were poisoned. */
export interface Swept {
  claimed: number;
  fired: number;
  poisoned: number;
}

/** One bounded batch: at most `limit` due timers' cases. Any number of servers may sweep at once: each claims what the
 *  others left. Timers fire at the moment they were due, so a late sweep writes the history a punctual one would have. */
export async function sweep(shop: Workshop, now: number, limit: number): Promise<Swept> {
  return shop.cases.transaction(async (on) => {
    const { cases, refs } = await shop.cases.claimDue(on, now, limit);
    if (cases.size === 0) return { claimed: 0, fired: 0, poisoned: 0 };
    if (refs !== undefined && refs !== shop.reference.version()) await shop.reference.refresh(refs);
    const world = shop.reference.current();
    const recordedAt = shop.now();
    const rows: Rows = {};
    const expected: { g: number; id: string; version: number }[] = [];
    let fired = 0;
    let poisoned = 0;
    [...cases.values()].forEach((state: CaseState, g) => {
      const workflow = shop.workflows.pinned(state.workflow);
      const decision: Decision = advance(workflow, state, now, world);
      expected.push({ g, id: state.id, version: state.version });
      const { policy } = workflow;
      addDecision(rows, g, {
        before: state,
        decision,
        policy,
        calendar: world.calendar,
        recordedAt,
        digests: new Map(),
      });
      fired += decision.events.length;
      poisoned += decision.poisoned.length;
    });
    shop.cases.memory.forget(cases.keys());
    await shop.cases.commit({ expected, rows, refs: shop.reference.version() }, on);
    return { claimed: cases.size, fired, poisoned };
  });
}
