/** How long somebody waits between guesses at a password: a few are free, then each wait is twice the one before, never without end. */

export interface GuessBudget {
  /** Guesses without waiting. */
  free: number;
  /** Seconds after which one guess is forgotten. */
  forget: number;
  /** Seconds of the first wait, and of the longest; 0 for what is counted and never waits. */
  firstWait: number;
  longestWait: number;
}

/** What is known of one key; moments are epoch milliseconds. */
export interface GuessCount {
  level: number;
  at: number;
  /** No guess before this moment. */
  freeAt: number;
}

export const NO_GUESSES: GuessCount = { level: 0, at: 0, freeAt: 0 };

/** Guesses that are not forgotten yet at `now`; a fraction while one fades. */
export const levelAt = (count: GuessCount, budget: GuessBudget, now: number): number =>
  Math.max(0, count.level - (now - count.at) / 1000 / budget.forget);

/** The count after one more guess at `now`, or how many whole seconds to wait first; a guess that has to wait is not counted. */
export function guessed(count: GuessCount, budget: GuessBudget, now: number): GuessCount | { waitSeconds: number } {
  if (count.freeAt > now) return { waitSeconds: Math.ceil((count.freeAt - now) / 1000) };
  // Beyond the longest wait nothing adds up, so that an attack of a day is not paid for by its victim for a week.
  const doublings = budget.firstWait === 0 ? 0 : Math.ceil(Math.log2(budget.longestWait / budget.firstWait));
  const level = Math.min(levelAt(count, budget, now) + 1, budget.free + doublings);
  // What has faded in part counts whole, so that no guess slips in between two of the same moment.
  const over = Math.ceil(level) - budget.free;
  const wait = over < 0 ? 0 : Math.min(budget.longestWait, budget.firstWait * 2 ** over);
  return { level, at: now, freeAt: now + wait * 1000 };
}

/** The count after the last guess turned out to be right: that one is taken back. */
export const takenBack = (count: GuessCount, budget: GuessBudget, now: number): GuessCount => ({
  level: Math.max(0, levelAt(count, budget, now) - 1),
  at: now,
  freeAt: now,
});

/** When nothing is left to remember, epoch milliseconds. */
export const forgottenAt = ({ level, at, freeAt }: GuessCount, { forget }: GuessBudget): number =>
  Math.max(freeAt, at + level * forget * 1000);
