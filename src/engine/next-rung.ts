/** The order that the ladder comes to next if nobody acts, by the armed timer of the clock region. */
import type { Calendar } from '../domain/calendar.js';
import type { CaseState } from '../domain/case.js';
import { rungByReturns } from '../domain/climbing.js';
import { firstRung, replyLapsesAt, levelAbove } from '../domain/ladder.js';
import type { Policy } from '../domain/policy.js';
import type { EscalationLevel } from '../domain/words.js';
import { delayOf } from './timer-id.js';

/** Delays after which the next order goes out. */
const CLIMBING = ['untilReplyLapses', 'untilAnswerLapses', 'untilPromiseLapses'];

export interface NextRung {
  rung: EscalationLevel;
  /** Epoch milliseconds. */
  at: number;
}

/** The next order and its moment; before the case is late from the calendar. Null where none is to come. */
export function nextLevel(
  { context, timers }: Pick<CaseState, 'context' | 'timers'>,
  policy: Policy,
  calendar: Calendar,
): NextRung | null {
  const { rung, dueOn } = context;
  const armed = (...delays: string[]): number | undefined =>
    timers.find((timer) => delays.includes(delayOf(timer.id)))?.dueAt;
  const or = (next: EscalationLevel | null, at: number): NextRung | null => (next === null ? null : { rung: next, at });
  const lapses = armed(...CLIMBING);
  if (lapses !== undefined && rung !== null) return or(levelAbove(rung), lapses);
  const ends = armed('untilWaiverEnds');
  if (ends !== undefined && rung !== null && rung !== 'talk') {
    // First the same order is proposed again, and has its whole window.
    return or(levelAbove(rung), replyLapsesAt(calendar, policy, rung, calendar.nextDelivery(ends)));
  }
  const escalates = armed('untilDelivery');
  if (escalates !== undefined) return or(rungByReturns(context), escalates);
  const first = firstRung(context, policy);
  const late = armed('untilBlueOrder');
  if (late !== undefined) return { rung: first, at: late };
  return dueOn === null || rung !== null ? null : { rung: first, at: calendar.nextMorning(dueOn) };
}
