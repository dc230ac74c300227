/** Times one question again and again, and keeps the middle and the slow end of each round. */
import { percentileOf } from './table.js';

/** Milliseconds, one value a round. */
export interface Times {
  p50: number[];
  p95: number[];
}

/** How long `ask` takes, in `rounds` of `asks`, after two calls that nobody counts. */
export async function timesOf(ask: (at: number) => Promise<unknown>, rounds = 5, asks = 20): Promise<Times> {
  for (let warm = 0; warm < 2; warm += 1) await ask(warm);
  const times: Times = { p50: [], p95: [] };
  for (let round = 0; round < rounds; round += 1) {
    const taken: number[] = [];
    for (let at = 0; at < asks; at += 1) {
      const from = performance.now();
      await ask(round * asks + at);
      taken.push(performance.now() - from);
    }
    times.p50.push(percentileOf(taken, 50));
    times.p95.push(percentileOf(taken, 95));
  }
  return times;
}
