/** All leaders learn when an administrator changes by what everybody's cases are judged, in the transaction that changes it. */
import type { Calendar } from '../domain/calendar.js';
import type { Actor } from '../domain/command.js';
import type { Client } from '../store/messages/entry-rows.js';
import { tellRoles } from './told.js';

/** What was changed: numbers of a workflow saved as a version of one's own, a version withdrawn for new cases, days of the calendar of a year, or how many
 *  working days a category gets. */
export type RulesChange =
  | { cause: 'policy' | 'withdrawn'; version: number; workflow: string }
  | { cause: 'calendar'; year: number }
  | { cause: 'categoryDays'; category: string };

/** What tells it once the change is made. `at` is epoch milliseconds. */
export const rulesChanged =
  (change: RulesChange, actor: Actor, { calendar }: { calendar: Calendar }, at: number) =>
  (client: Client): Promise<void> =>
    tellRoles(
      client,
      [
        {
          topic: 'rules.changed',
          role: 'leader',
          unitId: null,
          facts: { ...change, by: actor.name, not: actor.userId },
          deliverAt: calendar.nextDelivery(at),
        },
      ],
      at,
    );
