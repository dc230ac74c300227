/** Shows what is late and whose, worst first, each case with its ladder. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Calendar } from '../domain/calendar.js';
import type { Actor } from '../domain/command.js';
import type { Day } from '../domain/day.js';
import type { Policy } from '../domain/policy.js';
import { visibleUnits } from '../domain/visibility.js';
import { comesNext } from '../engine/next-date.js';
import { mainWait, type Waiting } from '../engine/waits-for.js';
import { Workflows } from '../engine/workflow.js';
import { clockShown } from '../shown/clock-shown.js';
import { waitShown, type WaitShown } from '../shown/wait-shown.js';
import { nextDateShown } from '../shown/next-date-shown.js';
import { orderShown } from '../shown/order-shown.js';
import { OrderStore } from '../store/lists/order.store.js';
import { OverdueStore } from '../store/lists/overdue.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import type { OverduePage, OverdueQuery } from './overdue.dto.js';

@Injectable()
export class OverdueService {
  constructor(
    private readonly overdue: OverdueStore,
    private readonly orders: OrderStore,
    private readonly referenceData: ReferenceDataStore,
    private readonly workflows: Workflows,
    private readonly clock: Clock,
  ) {}

  /** A page of the late cases the actor may see; lights and days for the moment of reading. Unknown units give an empty page. */
  async page(actor: Actor, { unitId, rung, limit = 50, cursor }: OverdueQuery): Promise<OverduePage> {
    const refs = this.referenceData.current();
    const { units, calendar } = refs;
    const now = this.clock.now();
    const today = calendar.dayOf(now);
    const page = await this.overdue.page(
      {
        scope: visibleUnits(actor, units),
        leadUnits: unitId === undefined ? undefined : units.subtree(unitId.toLowerCase()),
        allUnits: units.all().map(({ id }) => id),
        rung,
        now,
        limit,
        cursor,
      },
      calendar,
    );
    const ladders = await this.orders.ofCases(page.items.map(({ id }) => id));
    return {
      items: page.items.map(({ waiting, timers, workflow, ...item }) => {
        // What comes next on a case whose workflow only a newer release knows is that release's to say.
        const policy = this.workflows.find(workflow)?.policy;
        const ahead =
          policy === undefined
            ? { wait: null, nextDate: null, waiveUntil: null }
            : {
                wait: letLie(waiting, policy, calendar, today),
                nextDate: nextDateShown(comesNext({ ...waiting, timers }, policy, refs, today), calendar, today),
                waiveUntil: waiveUntil(policy, calendar, today),
              };
        return {
          ...item,
          clock: clockShown(waiting.context, calendar, today),
          ...ahead,
          orders: ladders.get(item.id)!.map((order) => orderShown(order, calendar, today)),
        };
      }),
      nextCursor: page.nextCursor,
    };
  }
}

/** The last working day that a waiver of its order may name for its review; null where the workflow asks for none. */
function waiveUntil({ waivers }: Policy, calendar: Calendar, today: Day): Day | null {
  return waivers === undefined ? null : calendar.dueDay(today, waivers.maxAhead).day;
}

/** What the case waits for, where it is a signature or a check and its day is over. */
function letLie(waiting: Waiting, policy: Policy, calendar: Calendar, today: Day): WaitShown | null {
  const wait = mainWait(waiting, policy, calendar);
  if (wait === null || (wait.kind !== 'sign' && wait.kind !== 'verify') || wait.by >= today) return null;
  return waitShown(wait, waiting.context, calendar, today);
}
