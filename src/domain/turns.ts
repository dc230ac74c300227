/** Lets work happen a few at a time; the others wait for their turn, in order, and hold nothing while they wait. */

export class Turns {
  private free: number;
  private readonly waiting: (() => void)[] = [];

  constructor(most: number) {
    this.free = most;
  }

  /** What `work` answers, once it was its turn. What is large is to be loaded inside `work`, so that those who wait hold nothing. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((mine) => this.waiting.push(mine));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.free += 1;
      else next();
    }
  }
}

/** Turns in which each lane has one at a time, so that who sends hundreds stands before nobody else. */
export class Lanes {
  private readonly turns: Turns;
  private readonly last = new Map<string, Promise<unknown>>();

  constructor(most: number) {
    this.turns = new Turns(most);
  }

  /** What `work` answers, after everything before it in the same lane. */
  async take<T>(lane: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(lane) ?? Promise.resolve();
    const mine = before.then(
      () => this.turns.take(work),
      () => this.turns.take(work),
    );
    this.last.set(lane, mine);
    try {
      return await mine;
    } finally {
      if (this.last.get(lane) === mine) this.last.delete(lane);
    }
  }
}
