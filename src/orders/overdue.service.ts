/** Shows what is late and whose, worst first, each case with its ladder. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Actor } from '../domain/command.js';
import { visibleUnits } from '../domain/visibility.js';
import { orderShown } from './orders.service.js';
import { OrderStore } from '../store/order.store.js';
import { OverdueStore } from '../store/overdue.store.js';
import { ReferenceStore } from '../store/reference.store.js';
import type { OverduePage, OverdueQuery } from './overdue.dto.js';

@Injectable()
export class OverdueService {
  constructor(
    private readonly overdue: OverdueStore,
    private readonly orders: OrderStore,
    private readonly reference: ReferenceStore,
    private readonly clock: Clock,
  ) {}

  /** A page of the late cases the actor may see; lights and days for the moment of reading. Unknown units give an empty page. */
  async page(actor: Actor, { unitId, rung, limit = 50, cursor }: OverdueQuery): Promise<OverduePage> {
    const { units, calendar } = this.reference.current();
    const page = await this.overdue.page(
      {
        scope: visibleUnits(actor, units),
        leadUnits: unitId === undefined ? undefined : units.subtree(unitId.toLowerCase()),
        allUnits: units.all().map(({ id }) => id),
        rung,
        now: this.clock.now(),
        limit,
        cursor,
      },
      calendar,
    );
    const ladders = await this.orders.ofCases(page.items.map(({ id }) => id));
    return {
      items: page.items.map((item) => ({ ...item, orders: ladders.get(item.id)!.map(orderShown) })),
      nextCursor: page.nextCursor,
    };
  }
}
