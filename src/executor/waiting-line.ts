/** The line in front of the executor: who goes next, and who must wait because somebody works on the same case. */
import type { Refused } from '../domain/errors.js';
import type { Done, Intent } from './intent.js';

export interface Waiting {
  intent: Intent;
  cases: readonly string[];
  /** When it came, on the process's own monotonic clock, milliseconds. */
  since: number;
  tries: number;
  /** Those that run together after a batch was divided; undefined: with anybody. */
  isolationKey: symbol | undefined;
  isSettled: boolean;
  settle: (outcome: Done[] | Refused) => void;
  fail: (error: unknown) => void;
}

/** Most intents of one transaction: enough to share its cost, few enough that nobody waits for a long one. */
const MOST_TOGETHER = 200;
/** From so many on, a line that finds nothing in flight goes in two batches: the second is decided while the database writes the first. Fewer are not
 *  worth a second transaction. */
const WORTH_TWO = 8;

export class WaitingLine {
  private readonly line: Waiting[] = [];
  /** Cases that a batch in flight works on: their later commands wait, so that the order of arrival is the order of history. */
  private readonly busy = new Set<string>();

  get size(): number {
    return this.line.length;
  }

  /** At the end. */
  join(waiting: Waiting): void {
    this.line.push(waiting);
  }

  /** At the head, in their order; their cases must still be held by the batch they come from. */
  putBack(batch: readonly Waiting[]): void {
    this.line.unshift(...batch);
  }

  /** The next ones whose cases nobody works on, in order of arrival; one that must wait holds back its cases. They hold
   *  their cases until released. `isFirst`: nothing is in flight, so half of a long line is left for the batch that follows at once. */
  take(isFirst: boolean): Waiting[] {
    const { length } = this.line;
    const most = Math.min(MOST_TOGETHER, isFirst && length >= WORTH_TWO ? Math.ceil(length / 2) : length);
    const taken: Waiting[] = [];
    const left: Waiting[] = [];
    const heldBack = new Set(this.busy);
    let at = 0;
    for (; at < length && taken.length < most; at += 1) {
      const waiting = this.line[at]!;
      const first = taken[0];
      const goes =
        (first === undefined || first.isolationKey === waiting.isolationKey) &&
        !waiting.cases.some((id) => heldBack.has(id));
      if (goes) taken.push(waiting);
      else {
        left.push(waiting);
        for (const id of waiting.cases) heldBack.add(id);
      }
    }
    this.line.splice(0, at, ...left);
    this.hold(taken);
    return taken;
  }

  /** From now on somebody works on their cases, or waits for them elsewhere. */
  hold(batch: Iterable<Waiting>): void {
    for (const { cases } of batch) for (const id of cases) this.busy.add(id);
  }

  /** Takes out those that `isOver` names; they held nothing. */
  takeOut(isOver: (waiting: Waiting) => boolean): Waiting[] {
    const out = this.line.filter(isOver);
    if (out.length > 0) this.line.splice(0, this.line.length, ...this.line.filter((waiting) => !out.includes(waiting)));
    return out;
  }

  /** Lets go of the cases of a batch that is done. */
  release(batch: readonly Waiting[]): void {
    for (const { cases } of batch) for (const id of cases) this.busy.delete(id);
  }
}

/** Each of the batch runs alone from now on. */
export function apart(batch: readonly Waiting[]): void {
  for (const waiting of batch) waiting.isolationKey = Symbol('alone');
}

/** The batch runs in two halves from now on. */
export function halves(batch: readonly Waiting[]): void {
  const [front, back] = [Symbol('front'), Symbol('back')];
  batch.forEach((waiting, at) => {
    waiting.isolationKey = at < batch.length / 2 ? front : back;
  });
}
