/** The days a simulation is about. */
import { addDays, isDay, type Day } from '../domain/day.js';
import { malformed } from '../domain/errors.js';

/** First and last day: those given, else the last year up to yesterday. 400 for what is no day, and for an end before the beginning. */
export function spanOf(
  given: { from?: string | undefined; to?: string | undefined },
  today: Day,
): { from: Day; to: Day } {
  const to = dayOf(given.to, addDays(today, -1));
  const from = dayOf(given.from, addDays(to, -364));
  if (from > to)
    throw malformed(`起始日 ${from} 晚于截止日 ${to}`, `The first day ${from} is after the last day ${to}`);
  return { from, to };
}

function dayOf(given: string | undefined, usual: Day): Day {
  if (given === undefined) return usual;
  if (!isDay(given)) throw malformed(`不是日期：${given}`, `Not a day: ${given}`);
  return given;
}
