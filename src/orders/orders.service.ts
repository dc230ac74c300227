/** What people do with supervision orders: reply, sign, waive, instruct. Each becomes a command on the order's case. */
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../clock.js';
import type { Actor, Command } from '../domain/command.js';
import { inNameOf } from '../domain/deputies.js';
import { notFound, Refused } from '../domain/errors.js';
import { maySee } from '../domain/visibility.js';
import { CommandExecutor } from '../executor/command-executor.js';
import { commandIntent } from '../executor/intent.js';
import { OrderStore, type OrderOfCase } from '../store/lists/order.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { orderShown } from '../shown/order-shown.js';
import type { OrderAction, OrderLine, OrderOfCaseShown } from './orders.dto.js';

const COMMAND: Record<OrderAction, string> = {
  reply: 'REPLY_ORDER',
  sign: 'SIGN_ORDER',
  waive: 'WAIVE_ORDER',
  instruct: 'INSTRUCT_ORDER',
};

@Injectable()
export class OrdersService {
  constructor(
    private readonly orders: OrderStore,
    private readonly executor: CommandExecutor,
    private readonly referenceData: ReferenceDataStore,
    private readonly clock: Clock,
  ) {}

  /** The order with everything done about it; 404 where the actor may not see its case. */
  async one(actor: Actor, id: string): Promise<OrderOfCaseShown> {
    const order = (await this.visible(actor, [id])).get(id);
    if (order === undefined) throw notFound('order', '督办单', id);
    return this.shown(order);
  }

  /** Acts on one order and answers it as it is afterwards; throws the refusal where there is one. */
  async act(actor: Actor, line: OrderLine): Promise<OrderOfCaseShown> {
    const [outcome] = await this.actOnMany(actor, [line]);
    if (outcome instanceof Refused) throw outcome;
    return outcome!;
  }

  /** Acts on many orders; each has its own outcome, in the order given, and a refused one takes no other down. */
  async actOnMany(actor: Actor, lines: readonly OrderLine[]): Promise<(OrderOfCaseShown | Refused)[]> {
    const ids = lines.map(({ orderId }) => orderId.toLowerCase());
    const known = await this.visible(actor, ids);
    const at = this.clock.now();
    const commands = lines.map((line, index) => {
      const order = known.get(ids[index]!);
      return order === undefined ? unseen(actor, line) : commandOf(actor, at, order, line);
    });
    const sent = commands.filter((command): command is Command => !(command instanceof Refused));
    const done = await this.executor.executeAll(sent.map(commandIntent));
    const after = await this.orders.byId([...known.keys()]);
    let next = 0;
    return commands.map((command, index) => {
      const outcome = command instanceof Refused ? command : done[next++]!;
      return outcome instanceof Refused ? outcome : this.shown(after.get(ids[index]!)!);
    });
  }

  private shown(order: OrderOfCase): OrderOfCaseShown {
    const { caseNumber, caseTitle, caseStage } = order;
    const { calendar } = this.referenceData.current();
    const today = calendar.dayOf(this.clock.now());
    return { ...orderShown(order, calendar, today), caseNumber, caseTitle, caseStage };
  }

  private async visible(actor: Actor, ids: readonly string[]): Promise<Map<string, OrderOfCase>> {
    const { units } = this.referenceData.current();
    const found = await this.orders.byId(ids);
    return new Map([...found].filter(([, order]) => maySee(actor, order, units)));
  }
}

/** That the sender is a deputy no more, where that is why they do not see it; else 404, as for none. */
function unseen(actor: Actor, { orderId, absentId }: OrderLine): Refused {
  const acting = absentId === undefined ? undefined : inNameOf(actor, absentId);
  return acting instanceof Refused ? acting : notFound('order', '督办单', orderId);
}

function commandOf(actor: Actor, at: number, order: OrderOfCase, line: OrderLine): Command {
  const { period, rung } = order;
  const { orderId: _order, action: _action, id: _id, absentId, ...said } = line;
  const payload: Record<string, unknown> = { period, rung };
  for (const [field, given] of Object.entries(said)) if (given !== undefined) payload[field] = given;
  const id = line.id?.toLowerCase() ?? uuid();
  const command: Command = { id, type: COMMAND[line.action], caseId: order.caseId, actor, at, payload };
  return absentId === undefined ? command : { ...command, absentId: absentId.toLowerCase() };
}
