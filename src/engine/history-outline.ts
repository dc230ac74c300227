/** What a history came to, in the few lines by which two histories of one case are held against each other. */
import type { Calendar } from '../domain/calendar.js';
import type { CaseContext } from '../domain/case.js';
import { isLateOn } from '../domain/account.js';
import type { Day } from '../domain/day.js';
import type { Role, EscalationLevel } from '../domain/words.js';
import type { EventRecord } from './decide.js';

/** Somebody who was told or asked something on a day. */
export interface AskedOnce {
  role: Role;
  unitId: string | null;
  on: Day;
  /** The topic of the message. */
  what: string;
}

export interface Outline {
  rungs: { rung: EscalationLevel; on: Day }[];
  /** Every due day the case had, in order. */
  dueOns: Day[];
  /** Due days that were over before the case was done with them. */
  lateFrom: Day[];
  asked: AskedOnce[];
}

/** The outline of what happened from `from` to `to`, and not after the instant `until`. */
export function outlineOf(
  events: readonly Pick<EventRecord, 'at' | 'after' | 'effects'>[],
  calendar: Calendar,
  { from, to, until }: { from: Day; to: Day; until: number },
): Outline {
  const outline: Outline = { rungs: [], dueOns: [], lateFrom: [], asked: [] };
  const within = (on: Day): boolean => on >= from && on <= to;
  let record: Partial<CaseContext> = {};
  for (const { at, after, effects } of events) {
    if (at > until) break;
    const on = calendar.dayOf(at);
    record = { ...record, ...after.context };
    const { dueOn } = after.context ?? {};
    if (dueOn != null) outline.dueOns.push(dueOn);
    if (!within(on)) continue;
    for (const effect of effects) {
      // Whom an order asks is told by the message that goes with it.
      if (effect.kind === 'order') outline.rungs.push({ rung: effect.rung, on });
      else if (effect.kind === 'message') {
        const { role, unitId, topic } = effect;
        outline.asked.push({ role, unitId, on: calendar.dayOf(effect.deliverAt), what: topic });
      }
    }
  }
  const end = calendar.dayOf(until);
  for (const { dueOn } of record.breaches ?? []) if (dueOn <= to) outline.lateFrom.push(dueOn);
  const { dueOn = null, mode = 'stopped', submittedInTime = null } = record;
  const isLate = isLateOn({ dueOn, mode, submittedInTime } as CaseContext, end < to ? end : to);
  if (isLate && dueOn !== null) outline.lateFrom.push(dueOn);
  return outline;
}
