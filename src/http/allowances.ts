/** An allowance of calls for each key that fills up again with time, in the memory of this process: constant work, however many are made. */

/** More keys than an office has addresses; beyond it the one that has been quiet longest is forgotten, so that keys cannot fill the memory. */
const MOST_KEYS = 50_000;

interface Allowance {
  left: number;
  /** Seconds, by the computer's monotonic clock: a drill's clock does not count here. */
  at: number;
}

/** A full minute's calls at once, then as many as the minute gives (token bucket). */
export class Allowances {
  private readonly known = new Map<string, Allowance>();

  constructor(
    private readonly perMinute: number,
    private readonly seconds: () => number = () => performance.now() / 1000,
  ) {}

  /** Takes one call. 0 where it was left; else the whole seconds until one is, and nothing is taken. */
  take(key: string): number {
    const now = this.seconds();
    const before = this.known.get(key) ?? { left: this.perMinute, at: now };
    const left = Math.min(this.perMinute, before.left + ((now - before.at) * this.perMinute) / 60);
    this.known.delete(key);
    this.known.set(key, { left: left < 1 ? left : left - 1, at: now });
    if (this.known.size > MOST_KEYS) this.known.delete(this.known.keys().next().value!);
    return left < 1 ? Math.max(1, Math.ceil(((1 - left) * 60) / this.perMinute)) : 0;
  }
}
