/** The one door to cases: web, import, timer and test all enter here, and commands that arrive together share a commit. */
import { Refused } from '../domain/errors.js';
import type { HistoryStore } from '../store/history.store.js';
import { isConnectionLoss, isRepeat, isTransient, refusalOfConstraint, unavailable } from '../store/database-fault.js';
import { caseIds, type Done, type Intent } from './intent.js';
import { repeats } from './repeat.js';
import { runBatch, type Result, type Workshop } from './run-batch.js';

interface Waiting {
  intent: Intent;
  cases: readonly string[];
  tries: number;
  settle: (outcome: Done[] | Refused) => void;
  fail: (error: unknown) => void;
}

/** Most intents of one transaction: enough to share its cost, few enough that nobody waits for a long one. */
const MOST_TOGETHER = 64;
/** Transactions in flight at once: one prepares while the other waits for the disk. */
const MOST_FLIGHTS = 2;
/** How often a race for a case is run again before the sender is asked to. */
const MOST_TRIES = 20;

export class Door {
  private readonly queue: Waiting[] = [];
  /** Cases that a flight works on: their later commands wait, so that the order of arrival is the order of history. */
  private readonly busy = new Set<string>();
  private flights = 0;
  private called = false;

  constructor(
    private readonly shop: Workshop,
    private readonly history: HistoryStore,
  ) {}

  /** What the intent did, once it is committed. Throws a Refused where a rule, the shape or another writer forbids it. */
  async execute(intent: Intent): Promise<Done[]> {
    const outcome = await this.enter(intent);
    if (outcome instanceof Refused) throw outcome;
    return outcome;
  }

  /** The outcome of each intent, in their order; a refused one never takes its neighbours down. */
  executeAll(intents: readonly Intent[]): Promise<(Done[] | Refused)[]> {
    return Promise.all(intents.map((intent) => this.enter(intent)));
  }

  private enter(intent: Intent): Promise<Done[] | Refused> {
    return new Promise((settle, fail) => {
      this.queue.push({ intent, cases: caseIds(intent), tries: 0, settle, fail });
      // A lone command starts at once; those that arrive in the same turn go with it.
      if (!this.called) queueMicrotask(() => this.pump());
      this.called = true;
    });
  }

  private pump(): void {
    this.called = false;
    while (this.flights < MOST_FLIGHTS) {
      const batch = this.take();
      if (batch.length === 0) return;
      this.flights += 1;
      for (const waiting of batch) for (const id of waiting.cases) this.busy.add(id);
      void this.fly(batch).finally(() => {
        this.flights -= 1;
        for (const waiting of batch) for (const id of waiting.cases) this.busy.delete(id);
        this.pump();
      });
    }
  }

  /** The next intents whose cases nobody works on, in order of arrival; one that must wait holds back its case. */
  private take(): Waiting[] {
    const taken: Waiting[] = [];
    const heldBack = new Set(this.busy);
    for (let at = 0; at < this.queue.length && taken.length < MOST_TOGETHER;) {
      const waiting = this.queue[at]!;
      if (waiting.cases.some((id) => heldBack.has(id))) {
        for (const id of waiting.cases) heldBack.add(id);
        at += 1;
      } else {
        taken.push(waiting);
        this.queue.splice(at, 1);
      }
    }
    return taken;
  }

  private async fly(batch: Waiting[]): Promise<void> {
    try {
      const results = await runBatch(
        this.shop,
        batch.map(({ intent }) => intent),
      );
      await this.settle(batch, results);
    } catch (error) {
      await this.recover(batch, error).catch((fault: unknown) => batch.forEach((waiting) => waiting.fail(fault)));
    }
  }

  /** Hands out results. What was refused or lost is first looked up in history: a repeat is refused by the state it
   *  brought about, and a repeated collection finds its case there already. */
  private async settle(batch: Waiting[], results: readonly Result[]): Promise<void> {
    const doubtful = batch.filter((waiting, at) => {
      const result = results[at]!;
      if (result === 'lost' || result instanceof Refused) return true;
      waiting.settle(result);
      return false;
    });
    if (doubtful.length === 0) return;
    const known = await repeats(
      this.shop.cases,
      this.history,
      doubtful.map(({ intent }) => intent),
    );
    const lost = doubtful.filter((waiting, at) => {
      const result = known[at] ?? results[batch.indexOf(waiting)]!;
      if (result === 'lost') return true;
      waiting.settle(result);
      return false;
    });
    this.tryAgain(lost);
  }

  private tryAgain(batch: Waiting[]): void {
    const worn = batch.filter((waiting) => (waiting.tries += 1) > MOST_TRIES);
    worn.forEach((waiting) => waiting.settle(unavailable()));
    this.queue.unshift(...batch.filter((waiting) => !worn.includes(waiting)));
  }

  private async recover(batch: Waiting[], error: unknown): Promise<void> {
    if (isTransient(error)) return this.tryAgain(batch);
    if (isConnectionLoss(error)) return batch.forEach((waiting) => waiting.settle(unavailable()));
    if (batch.length > 1) {
      // One of them is at fault: each alone, so that the fault finds its owner.
      for (const waiting of batch) await this.fly([waiting]);
      return;
    }
    const waiting = batch[0]!;
    if (isRepeat(error)) {
      const [known] = await repeats(this.shop.cases, this.history, [waiting.intent]);
      if (known !== undefined) return waiting.settle(known);
    }
    const refusal = refusalOfConstraint(error);
    if (refusal !== undefined) waiting.settle(refusal);
    else waiting.fail(error);
  }
}
