/** Lets heavy work happen a few at a time; the others wait for their turn, in order. */

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

/** The turns of this process in which files are held in memory and drawn anew: one at a time. */
export const CLEANING = new Turns(1);
