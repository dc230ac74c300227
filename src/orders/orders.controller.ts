/** Calls on supervision orders. */
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/command.js';
import { Refused } from '../domain/errors.js';
import { Allow, CurrentActor, ForAbsentToo } from '../http/access.js';
import { Refuses } from '../http/refusal-statuses.js';
import { BodyLimit, LIST_BYTES } from '../http/body-limit.js';
import { IdPipe, ListPipe } from '../http/validation.js';
import {
  InstructInput,
  OrderLine,
  OrderOfCaseShown,
  OrderResult,
  ReplyInput,
  SignInput,
  WaiveInput,
} from './orders.dto.js';
import { OrdersService } from './orders.service.js';

const ORDER_ID = new IdPipe('order', '督办单');

@ApiTags('orders')
@Controller('api/orders')
export class OrdersController {
  constructor(private readonly orders: OrdersService) {}

  @Post('batch')
  @ApiOperation({ summary: 'Acts on many supervision orders, each with its own result' })
  @BodyLimit(LIST_BYTES)
  @HttpCode(200)
  @ForAbsentToo()
  @Allow('signedIn')
  @ApiBody({ type: [OrderLine] })
  @ApiOkResponse({ type: [OrderResult] })
  async batch(
    @CurrentActor() actor: Actor,
    @Body(new ListPipe(OrderLine, { max: 500 })) lines: OrderLine[],
  ): Promise<OrderResult[]> {
    const outcomes = await this.orders.actOnMany(actor, lines);
    return outcomes.map((outcome, at) => {
      const { orderId } = lines[at]!;
      return outcome instanceof Refused
        ? { orderId, ok: false, error: outcome.toJSON() }
        : { orderId, ok: true, answer: outcome };
    });
  }

  @Get(':id')
  @ApiOperation({ summary: 'Shows a supervision order with everything done about it' })
  @ForAbsentToo()
  @Allow('signedIn')
  @ApiOkResponse({ type: OrderOfCaseShown })
  one(@CurrentActor() actor: Actor, @Param('id', ORDER_ID) id: string): Promise<OrderOfCaseShown> {
    return this.orders.one(actor, id);
  }

  @Post(':id/reply')
  @ApiOperation({ summary: 'Replies to a supervision order, for the unit it is against' })
  @Refuses(409, 422)
  @HttpCode(200)
  @ForAbsentToo()
  @Allow('signedIn')
  @ApiOkResponse({ type: OrderOfCaseShown })
  reply(
    @CurrentActor() actor: Actor,
    @Param('id', ORDER_ID) orderId: string,
    @Body() input: ReplyInput,
  ): Promise<OrderOfCaseShown> {
    return this.orders.act(actor, { ...input, orderId, action: 'reply' });
  }

  @Post(':id/sign')
  @ApiOperation({ summary: 'Signs a supervision order that was proposed' })
  @Refuses(409, 422)
  @HttpCode(200)
  @ForAbsentToo()
  @Allow('signedIn')
  @ApiOkResponse({ type: OrderOfCaseShown })
  sign(
    @CurrentActor() actor: Actor,
    @Param('id', ORDER_ID) orderId: string,
    @Body() input: SignInput,
  ): Promise<OrderOfCaseShown> {
    return this.orders.act(actor, { ...input, orderId, action: 'sign' });
  }

  @Post(':id/waive')
  @ApiOperation({ summary: 'Waives a supervision order that was proposed, with the reason' })
  @Refuses(409, 422)
  @HttpCode(200)
  @ForAbsentToo()
  @Allow('signedIn')
  @ApiOkResponse({ type: OrderOfCaseShown })
  waive(
    @CurrentActor() actor: Actor,
    @Param('id', ORDER_ID) orderId: string,
    @Body() input: WaiveInput,
  ): Promise<OrderOfCaseShown> {
    return this.orders.act(actor, { ...input, orderId, action: 'waive' });
  }

  @Post(':id/instruct')
  @ApiOperation({ summary: 'Adds an instruction to a supervision order' })
  @Refuses(409, 422)
  @HttpCode(200)
  @ForAbsentToo()
  @Allow('signedIn')
  @ApiOkResponse({ type: OrderOfCaseShown })
  instruct(
    @CurrentActor() actor: Actor,
    @Param('id', ORDER_ID) orderId: string,
    @Body() input: InstructInput,
  ): Promise<OrderOfCaseShown> {
    return this.orders.act(actor, { ...input, orderId, action: 'instruct' });
  }
}
