/** Lets questions that arrive together share one query, without any of them getting an answer older than itself. */

interface Waiting<Q, A> {
  question: Q;
  settle: (answer: A | undefined) => void;
  fail: (error: unknown) => void;
}

/** Most questions of one query. */
const MOST_TOGETHER = 256;
/** A query that has not answered after this long, milliseconds, no longer keeps others waiting: its connection may be dead. */
const PATIENCE_MS = 250;

/**
 * A question that comes while a query is under way waits for the next one: that query is sent after the question was asked, so what
 * was committed before the question is in its answer. Nothing is kept from one query to the next.
 */
export class SharedQuery<Q extends string, A> {
  private line: Waiting<Q, A>[] = [];
  private inFlight = 0;
  private since = 0;
  private called = false;

  /** `ask` gets the questions, each once, and answers those that have an answer. */
  constructor(
    private readonly ask: (questions: Q[]) => Promise<ReadonlyMap<Q, A>>,
    private readonly patience = PATIENCE_MS,
  ) {}

  /** The answer, undefined where there is none; throws what the query throws, to everybody who shared it. */
  of(question: Q): Promise<A | undefined> {
    return new Promise((settle, fail) => {
      this.line.push({ question, settle, fail });
      this.call();
    });
  }

  /** Takes off at the end of this turn of the event loop: the sockets that are readable now are all read before. */
  private call(): void {
    if (!this.called) setImmediate(() => this.pump());
    this.called = true;
  }

  private pump(): void {
    this.called = false;
    while (this.line.length > 0 && (this.inFlight === 0 || performance.now() - this.since > this.patience)) {
      const group = this.line.splice(0, MOST_TOGETHER);
      this.inFlight += 1;
      this.since = performance.now();
      void this.carryOut(group).finally(() => {
        this.inFlight -= 1;
        this.call();
      });
    }
  }

  private async carryOut(group: Waiting<Q, A>[]): Promise<void> {
    try {
      const answers = await this.ask([...new Set(group.map(({ question }) => question))]);
      for (const { question, settle } of group) settle(answers.get(question));
    } catch (error) {
      for (const { fail } of group) fail(error);
    }
  }
}
