/** The one path to cases: web, import, timer and test all enter here, and commands that arrive together share a commit. */
import { setTimeout as pause } from 'node:timers/promises';
import { fault, Refused } from '../domain/errors.js';
import type { HistoryStore } from '../store/cases/history.store.js';
import {
  isConnectionLoss,
  isExhausted,
  isRepeat,
  isTimeout,
  isTransient,
  OutcomeUnknown,
  refusalOfConstraint,
  unavailable,
} from '../store/database/database-fault.js';
import { caseIds, stepId, type Done, type Intent } from './intent.js';
import { repeats } from './repeat.js';
import { runBatch, type Result, type Dependencies } from './run-batch.js';
import { apart, halves, WaitingLine, type Waiting } from './waiting-line.js';

/** Transactions in flight at once: one prepares while the other waits for the disk. */
const MOST_IN_FLIGHT = 2;
/** How often a race for a case is run again before the sender is asked to. */
const MOST_TRIES = 20;
/** How long a command is tried again after faults of the database, milliseconds; then its sender is asked to. */
const PATIENCE_MS = 10_000;
/** Tried this often even when each try took long. */
const LEAST_TRIES = 2;
/** The pause before trying again after the n-th lost connection, milliseconds. */
const pauseAfter = (tries: number): number => Math.min(25 * 2 ** tries, 1_000);

/** What the executor is doing, for metrics. */
export interface ExecutorLoad {
  waiting: number;
  inFlight: number;
}

export class CommandExecutor {
  private readonly line = new WaitingLine();
  private inFlight = 0;
  private called = false;
  private closing = false;
  private emptied: (() => void) | undefined;
  /** Told the size of each batch that starts. */
  onBatch: ((size: number) => void) | undefined;
  /** Told of each fault of ours that became the outcome of one intent of many, with the id under which its sender knows it. */
  onFault: ((error: unknown, id: string) => void) | undefined;

  constructor(
    private readonly dependencies: Dependencies,
    private readonly history: HistoryStore,
    private readonly patience = PATIENCE_MS,
  ) {}

  /** What the intent did, once it is committed. Throws a Refused where a rule, the shape or another writer forbids it, and 503 where
   *  the database could not be reached in time or nobody knows whether it committed: the same ids again give the true answer. */
  async execute(intent: Intent): Promise<Done[]> {
    const outcome = await this.enter(intent);
    if (outcome instanceof Refused) throw outcome;
    return outcome;
  }

  /** The outcome of each intent, in their order; a refused one never takes its neighbours down, nor does one that shows a fault of
   *  ours: what its neighbours did is written, and their senders must be told so. */
  executeAll(intents: readonly Intent[]): Promise<(Done[] | Refused)[]> {
    return Promise.all(
      intents.map((intent) =>
        this.enter(intent).catch((error: unknown) => {
          if (error instanceof Refused) return error;
          const id = stepId(intent.steps[0]!);
          this.onFault?.(error, id);
          return fault(id);
        }),
      ),
    );
  }

  /** Takes nothing more (503) and resolves once everything that was taken has its answer. May be called twice. */
  async drain(): Promise<void> {
    this.closing = true;
    while (this.inFlight > 0 || this.line.size > 0) await new Promise<void>((done) => (this.emptied = done));
  }

  load(): ExecutorLoad {
    return { waiting: this.line.size, inFlight: this.inFlight };
  }

  private enter(intent: Intent): Promise<Done[] | Refused> {
    if (this.closing) return Promise.resolve(unavailable());
    return new Promise((settle, fail) => {
      const waiting: Waiting = {
        intent,
        cases: caseIds(intent),
        since: performance.now(),
        tries: 0,
        isolationKey: undefined,
        isSettled: false,
        settle: (outcome) => {
          waiting.isSettled = true;
          settle(outcome);
        },
        fail: (error) => {
          waiting.isSettled = true;
          fail(error as Error);
        },
      };
      this.line.join(waiting);
      // A lone command starts at once; those that arrive in the same turn go with it.
      if (!this.called) queueMicrotask(() => this.pump());
      this.called = true;
    });
  }

  private pump(): void {
    this.called = false;
    while (this.inFlight < MOST_IN_FLIGHT) {
      const batch = this.line.take(this.inFlight === 0);
      if (batch.length === 0) break;
      this.inFlight += 1;
      this.onBatch?.(batch.length);
      void this.carryOut(batch).finally(() => {
        this.inFlight -= 1;
        this.line.release(batch);
        this.pump();
      });
    }
    if (this.inFlight === 0 && this.line.size === 0) this.emptied?.();
  }

  private async carryOut(batch: Waiting[]): Promise<void> {
    try {
      const results = await runBatch(
        this.dependencies,
        batch.map(({ intent }) => intent),
      );
      await this.settle(batch, results);
    } catch (error) {
      const open = batch.filter((waiting) => !waiting.isSettled);
      await this.recover(open, error);
    }
  }

  /** Hands out results. What was refused or lost is first looked up in history: a repeat is refused by the state it
   *  brought about, and a repeated collection finds its case there already. */
  private async settle(batch: Waiting[], results: readonly Result[]): Promise<void> {
    const doubtful: { waiting: Waiting; result: Refused | 'lost' }[] = [];
    batch.forEach((waiting, at) => {
      const result = results[at]!;
      if (result === 'lost' || result instanceof Refused) doubtful.push({ waiting, result });
      else waiting.settle(result);
    });
    if (doubtful.length === 0) return;
    const known = await repeats(
      this.dependencies.cases,
      this.history,
      doubtful.map(({ waiting }) => waiting.intent),
    );
    const lost = doubtful.flatMap(({ waiting, result }, at) => {
      const outcome = known[at] ?? result;
      if (outcome === 'lost') return [waiting];
      waiting.settle(outcome);
      return [];
    });
    this.tryAgain(lost);
  }

  /** Back to the head of the line, as often as is reasonable. */
  private tryAgain(batch: readonly Waiting[]): void {
    const now = performance.now();
    const isOutOfRetries = ({ tries, since }: Waiting): boolean =>
      tries > MOST_TRIES || (tries > LEAST_TRIES && now - since > this.patience);
    for (const waiting of batch) waiting.tries += 1;
    batch.filter(isOutOfRetries).forEach((waiting) => waiting.settle(unavailable()));
    this.line.putBack(batch.filter((waiting) => !waiting.isSettled));
  }

  /** Sorts a fault: nobody knows, nothing was written, bad luck, or one of the batch is to blame. */
  private async recover(batch: Waiting[], error: unknown): Promise<void> {
    if (error instanceof OutcomeUnknown) return batch.forEach((waiting) => waiting.settle(unavailable()));
    if (isConnectionLoss(error) || isExhausted(error)) return this.waitAndTryAgain(batch);
    if (isTransient(error)) {
      if (isTimeout(error)) apart(batch);
      return this.tryAgain(batch);
    }
    if (batch.length > 1) {
      halves(batch);
      return this.line.putBack(batch);
    }
    const waiting = batch[0];
    if (waiting === undefined) return;
    const refusal = refusalOfConstraint(error);
    if (!isRepeat(error) && refusal === undefined) return waiting.fail(error);
    // Whichever constraint spoke first, a repeat is answered as one. The lookup may meet the next fault; it writes
    // nothing, so that one is as good as a first.
    return repeats(this.dependencies.cases, this.history, [waiting.intent]).then(
      ([known]) => {
        const outcome = known ?? refusal;
        if (outcome === undefined) waiting.fail(error);
        else waiting.settle(outcome);
      },
      (fault: unknown) => this.recover(batch, fault),
    );
  }

  /** Nothing was written and the database is away. An executor that is closing does not wait for it to come back. */
  private async waitAndTryAgain(batch: Waiting[]): Promise<void> {
    if (this.closing) return batch.forEach((waiting) => waiting.settle(unavailable()));
    await pause(pauseAfter(Math.min(...batch.map(({ tries }) => tries))));
    const outOfRetries = batch.filter(({ since }) => performance.now() - since > this.patience);
    outOfRetries.forEach((waiting) => waiting.settle(unavailable()));
    const rest = batch.filter((waiting) => !waiting.isSettled);
    // Time bounds these, not their number: a server that starts again refuses quickly and often.
    for (const waiting of rest) waiting.tries = Math.min(waiting.tries + 1, LEAST_TRIES + 4);
    this.line.putBack(rest);
  }
}
