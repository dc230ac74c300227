/** Counts attempts in a sliding window of time, in the memory of this process. */
import { Refused } from '../domain/errors.js';

/** More keys than an office has; beyond it the oldest are forgotten, so that a flood of keys cannot fill the memory. */
const MOST_KEYS = 50_000;

/** At most `most` attempts for each key within `seconds`. Measured with the computer's monotonic clock: a drill's clock does not count here. */
export class Throttle {
  private readonly attempts = new Map<string, number[]>();

  constructor(
    private readonly most: number,
    private readonly seconds: number,
  ) {}

  /** Notes an attempt. 429, saying after how many seconds to try again, where there were too many; that one is not noted. */
  take(key: string): void {
    const now = performance.now() / 1000;
    const recent = (this.attempts.get(key) ?? []).filter((at) => at > now - this.seconds);
    const waits = recent[recent.length - this.most];
    if (waits !== undefined) {
      const retryAfterSeconds = Math.max(1, Math.ceil(waits + this.seconds - now));
      throw new Refused(
        429,
        'request.tooMany',
        `操作过于频繁，请 ${retryAfterSeconds} 秒后再试`,
        `Too many attempts; try again in ${retryAfterSeconds} seconds`,
        { retryAfterSeconds },
      );
    }
    this.attempts.delete(key);
    this.attempts.set(key, [...recent, now]);
    if (this.attempts.size > MOST_KEYS) this.attempts.delete(this.attempts.keys().next().value!);
  }

  /** Takes the last attempt back, since it was a good one. */
  giveBack(key: string): void {
    const recent = this.attempts.get(key)?.slice(0, -1) ?? [];
    if (recent.length === 0) this.attempts.delete(key);
    else this.attempts.set(key, recent);
  }
}
