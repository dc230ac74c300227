/** Commands whose cases somebody else holds: they wait beside the line, so that nobody else waits with them. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Waiting } from './waiting-line.js';

/** Between two looks whether a case is free again, milliseconds: what another server does is soon over, what is forgotten is not. */
const FIRST_LOOK_MS = 10;
const LONGEST_LOOK_MS = 250;

export interface AsideRules {
  /** Those of the cases that somebody else still holds. */
  heldByOthers: (cases: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Their cases are free, or the question failed: they go on. In the order in which they were put aside. */
  goOn: (waiting: Waiting[]) => void;
  /** Told the cases that are held, after each look. */
  stillHeld: (cases: ReadonlySet<string>) => void;
}

export class SetAside {
  private readonly held = new Map<Waiting, readonly string[]>();
  private looking = false;

  constructor(private readonly rules: AsideRules) {}

  get size(): number {
    return this.held.size;
  }

  all(): Iterable<Waiting> {
    return this.held.keys();
  }

  has(waiting: Waiting): boolean {
    return this.held.has(waiting);
  }

  /** Until these cases are free. */
  put(waiting: Waiting, cases: readonly string[]): void {
    this.held.set(waiting, cases);
    if (!this.looking) void this.look();
  }

  /** Takes out those that `isOver` names. */
  takeOut(isOver: (waiting: Waiting) => boolean): Waiting[] {
    const out = [...this.held.keys()].filter(isOver);
    for (const waiting of out) this.held.delete(waiting);
    return out;
  }

  private async look(): Promise<void> {
    this.looking = true;
    for (let wait = FIRST_LOOK_MS; this.held.size > 0; wait = Math.min(wait * 2, LONGEST_LOOK_MS)) {
      await pause(wait);
      const asked = new Set([...this.held.values()].flat());
      if (asked.size === 0) break;
      // A question that fails frees them: their next try meets the same fault, and is answered by it.
      const still = await this.rules.heldByOthers([...asked]).catch(() => new Set<string>());
      const isFree = (cases: readonly string[]): boolean => !cases.some((id) => still.has(id) || !asked.has(id));
      const free = [...this.held].flatMap(([waiting, cases]) => (isFree(cases) ? [waiting] : []));
      for (const waiting of free) this.held.delete(waiting);
      if (free.length > 0) this.rules.goOn(free);
      this.rules.stillHeld(still);
    }
    this.looking = false;
  }
}
