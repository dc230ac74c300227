/** Whom a step tells beyond what its workflow says: released workflows cannot be changed, and somebody has to learn that it is now their turn. Pure. */
import type { Calendar } from '../domain/calendar.js';
import type { CaseContext } from '../domain/case.js';
import { knownNames } from '../domain/known-names.js';
import { WORKING } from '../domain/visibility.js';
import type { Role } from '../domain/words.js';
import type { EventRecord } from './decide.js';
import type { Message } from './message.js';

/** A message that history does not tell of; whoever took the step themselves is not told. */
export type AlsoTold = Omit<Message, 'kind'> & { not: string | null };

interface Line {
  topic: string;
  roles: readonly Role[];
  /** Only of such cases. */
  where?: (context: CaseContext) => boolean;
}

const ORDER: Line = { topic: 'step.order', roles: ['unitLeader', 'handler'] };
const DEPARTURE: Line = { topic: 'step.departure', roles: ['clerk', 'handler', 'liaison'] };

/** By the type of the event. */
export const ALSO_TOLD: Readonly<Record<string, Line>> = knownNames<Line>({
  SIGN_ORDER: ORDER,
  WAIVE_ORDER: ORDER,
  INSTRUCT_ORDER: ORDER,
  GRANT_DEPARTURE: DEPARTURE,
  REFUSE_DEPARTURE: DEPARTURE,
  DISMISS_OBJECTION: { topic: 'step.objection', roles: ['clerk'] },
  COLLECT: { topic: 'step.collected', roles: ['supervisor'], where: ({ desk }) => desk === 'supervisors' },
});

/** What these events tell; `context` is that of the case after them. */
export function alsoTold(events: readonly EventRecord[], context: CaseContext, calendar: Calendar): AlsoTold[] {
  return events.flatMap(({ type, at, actor }) => {
    const line = ALSO_TOLD[type];
    if (line === undefined || line.where?.(context) === false) return [];
    return line.roles.map((role) => ({
      topic: line.topic,
      role,
      unitId: WORKING.includes(role) ? context.leadUnitId : context.officeUnitId,
      deliverAt: calendar.nextDelivery(at),
      not: actor.userId,
    }));
  });
}
