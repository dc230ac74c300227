/** The one path to cases: web, import, timer and test all enter here, and commands that arrive together share a commit. */
import { setTimeout as pause } from 'node:timers/promises';
import { fault, Refused } from '../domain/errors.js';
import type { HistoryStore } from '../store/cases/history.store.js';
import {
  caseHeld,
  isConnectionLoss,
  isExhausted,
  isRepeat,
  isTimeout,
  isTransient,
  OutcomeUnknown,
  refusalOfConstraint,
  tooMuchToDo,
  unavailable,
} from '../store/database/database-fault.js';
import { caseIds, stepId, type Done, type Intent } from './intent.js';
import { repeats } from './repeat.js';
import { Lost, runBatch, type Result, type Dependencies } from './run-batch.js';
import { SetAside } from './set-aside.js';
import { apart, halves, WaitingLine, type Waiting } from './waiting-line.js';

/** Transactions in flight at once: one prepares while the other waits for the disk. */
const MOST_IN_FLIGHT = 2;
/** How often a race for a case is run again before the sender is asked to. */
const MOST_TRIES = 20;
/** How long a command is tried again after faults of the database, or waits for a case that somebody else holds, milliseconds; then its
 *  sender is asked to. */
const PATIENCE_MS = 8_000;
/** Single commands that are taken at once; what is beyond could not be answered in time. Imports and jobs bound themselves. */
const MOST_TAKEN = 400;
/** How often it is looked whether somebody has waited for too long, milliseconds. */
const LOOKS_MS = 250;
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
  private readonly aside: SetAside;
  private readonly flights = new Set<readonly Waiting[]>();
  private taken = 0;
  private answeredAt = performance.now();
  private clock: NodeJS.Timeout | undefined;
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
    private readonly mostTaken = MOST_TAKEN,
  ) {
    this.aside = new SetAside({
      heldByOthers: (cases) => dependencies.cases.heldByOthers(cases),
      goOn: (waiting) => {
        this.line.putBack(waiting);
        this.release(waiting);
        this.pump();
      },
      stillHeld: (cases) => this.giveUpOn(cases),
    });
  }

  /** What the intent did, once it is committed. Throws a Refused where a rule, the shape or another writer forbids it, and 503 where
   *  too many were taken already, the database could not be reached in time, somebody else holds the case, or nobody knows whether it
   *  committed: the same ids again give the true answer. */
  async execute(intent: Intent): Promise<Done[]> {
    if (this.taken >= this.mostTaken) throw tooMuchToDo();
    this.taken += 1;
    try {
      const outcome = await this.enter(intent);
      if (outcome instanceof Refused) throw outcome;
      return outcome;
    } finally {
      this.taken -= 1;
    }
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
    while (!this.isEmpty()) await new Promise<void>((done) => (this.emptied = done));
  }

  load(): ExecutorLoad {
    return { waiting: this.line.size + this.aside.size, inFlight: this.flights.size };
  }

  private isEmpty(): boolean {
    return this.flights.size === 0 && this.line.size === 0 && this.aside.size === 0;
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
      this.clock ??= setInterval(() => this.lookAtClock(), LOOKS_MS).unref();
      // A lone command starts at once; those that arrive in the same turn go with it.
      if (!this.called) queueMicrotask(() => this.pump());
      this.called = true;
    });
  }

  private pump(): void {
    this.called = false;
    while (this.flights.size < MOST_IN_FLIGHT) {
      const batch = this.line.take(this.flights.size === 0);
      if (batch.length === 0) break;
      this.flights.add(batch);
      this.onBatch?.(batch.length);
      void this.carryOut(batch).finally(() => {
        this.flights.delete(batch);
        this.release(batch);
        this.pump();
      });
    }
    if (!this.isEmpty()) return;
    clearInterval(this.clock);
    this.clock = undefined;
    this.emptied?.();
  }

  /** Lets go of their cases, but for those that somebody aside still waits for. */
  private release(batch: readonly Waiting[]): void {
    this.line.release(batch);
    this.line.hold(this.aside.all());
  }

  /** Where nothing has come out for long, a database is silent or away: whoever waited for as long as anybody should is told to ask again,
   *  also those in flight, of whom nobody knows. As long as batches come out, a long line is only a long line. */
  private lookAtClock(): void {
    const now = performance.now();
    if (now - this.answeredAt < this.patience / 2) return;
    const isOver = ({ since, isSettled }: Waiting): boolean => !isSettled && now - since > this.patience;
    for (const waiting of [...this.flights].flat().filter(isOver)) waiting.settle(unavailable());
    for (const waiting of this.line.takeOut(isOver)) waiting.settle(unavailable());
  }

  /** Commands on these cases that have waited long enough, aside or behind one that is aside. */
  private giveUpOn(cases: ReadonlySet<string>): void {
    const now = performance.now();
    const isOver = ({ since }: Waiting): boolean => this.closing || now - since > this.patience;
    const aside = this.aside.takeOut(isOver);
    const behind = this.line.takeOut((waiting) => isOver(waiting) && waiting.cases.some((id) => cases.has(id)));
    for (const waiting of [...aside, ...behind]) waiting.settle(this.closing ? unavailable() : caseHeld());
    this.release(aside);
    if (aside.length > 0) this.pump();
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
    const doubtful: { waiting: Waiting; result: Refused | Lost }[] = [];
    this.answeredAt = performance.now();
    batch.forEach((waiting, at) => {
      const result = results[at]!;
      if (result instanceof Lost || result instanceof Refused) doubtful.push({ waiting, result });
      else waiting.settle(result);
    });
    if (doubtful.length === 0) return;
    const known = await repeats(
      this.dependencies.cases,
      this.history,
      doubtful.map(({ waiting }) => waiting.intent),
    );
    const lost = new Map<Waiting, Lost>();
    doubtful.forEach(({ waiting, result }, at) => {
      const outcome = known[at] ?? result;
      if (outcome instanceof Lost) lost.set(waiting, outcome);
      else waiting.settle(outcome);
    });
    if (lost.size > 0) await this.setAsideOrTryAgain(lost);
  }

  /** Those whose cases somebody else holds wait beside the line; the others only lost a race. */
  private async setAsideOrTryAgain(lost: ReadonlyMap<Waiting, Lost>): Promise<void> {
    const held = await this.dependencies.cases.heldByOthers([
      ...new Set([...lost.values()].flatMap(({ cases }) => cases)),
    ]);
    for (const [waiting, { cases }] of lost) {
      const own = cases.filter((id) => held.has(id));
      if (own.length > 0 && !waiting.isSettled) this.aside.put(waiting, own);
    }
    this.tryAgain([...lost.keys()].filter((waiting) => !this.aside.has(waiting)));
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
