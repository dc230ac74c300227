/** Bodies and answers of the calls on supervision orders. */
import { ApiProperty } from '@nestjs/swagger';
import { STAGES, type Stage } from '../domain/words.js';
import { ErrorBody } from '../http/error-body.js';
import { DayField, Flag, OneOf, Text, Uuid } from '../http/fields.js';
import { OrderShown } from '../shown/order-shown.js';

const IN_NAME =
  'Of a deputy: somebody absent in whose name it is done, or else refused; in one’s own name where one may, if left out';
const RETRY = 'Made by the client; the same id again answers the same';

const SINCE_2 = 'Since version 2 of the workflow, which refuses it missing; version 1 does not know it';

export class ReplyInput {
  @Uuid({ optional: true, description: RETRY }) id?: string;
  @Uuid({ optional: true, description: IN_NAME }) absentId?: string;
  @Text({ max: 4000, multiline: true }) text: string;
  @Text({ max: 4000, multiline: true, optional: true, description: `Why the case is late. ${SINCE_2}` }) cause?: string;
  @Flag({ optional: true, description: `Nothing is left to do but to hand in. ${SINCE_2}` }) isFinal?: boolean;
  @DayField({ optional: true, description: `The day by which the fix is promised. ${SINCE_2}` }) promisedOn?: string;
}

export class SignInput {
  @Uuid({ optional: true, description: RETRY }) id?: string;
  @Uuid({ optional: true, description: IN_NAME }) absentId?: string;
  @Text({ max: 4000, multiline: true, optional: true }) text?: string;
}

export class WaiveInput {
  @Uuid({ optional: true, description: RETRY }) id?: string;
  @Uuid({ optional: true, description: IN_NAME }) absentId?: string;
  @Text({ max: 4000, multiline: true }) reason: string;
  @DayField({ optional: true, description: `The day on which the order is proposed again. ${SINCE_2}` })
  reviewOn?: string;
}

export class InstructInput {
  @Uuid({ optional: true, description: RETRY }) id?: string;
  @Uuid({ optional: true, description: IN_NAME }) absentId?: string;
  @Text({ max: 4000, multiline: true }) instruction: string;
}

export const ORDER_ACTIONS = ['reply', 'sign', 'waive', 'instruct'] as const;
export type OrderAction = (typeof ORDER_ACTIONS)[number];

/** One of many; which text an action needs is the engine's to say, so that one bad line does not stop the others. */
export class OrderLine {
  @Uuid() orderId: string;
  @OneOf(ORDER_ACTIONS, { name: 'OrderAction' }) action: OrderAction;
  @Uuid({ optional: true, description: RETRY }) id?: string;
  @Uuid({ optional: true, description: IN_NAME }) absentId?: string;
  @Text({ max: 4000, multiline: true, optional: true, description: 'reply: the reply; sign: a note' }) text?: string;
  @Text({ max: 4000, multiline: true, optional: true, description: 'waive: why' }) reason?: string;
  @Text({ max: 4000, multiline: true, optional: true, description: 'instruct: what is to be done' })
  instruction?: string;
  @Text({ max: 4000, multiline: true, optional: true, description: `reply: why the case is late. ${SINCE_2}` })
  cause?: string;
  @Flag({ optional: true, description: `reply: nothing is left to do but to hand in. ${SINCE_2}` }) isFinal?: boolean;
  @DayField({ optional: true, description: `reply: the day by which the fix is promised. ${SINCE_2}` })
  promisedOn?: string;
  @DayField({ optional: true, description: `waive: the day on which the order is proposed again. ${SINCE_2}` })
  reviewOn?: string;
}

export class OrderOfCaseShown extends OrderShown {
  @ApiProperty() caseNumber: string;
  @ApiProperty() caseTitle: string;
  @OneOf(STAGES, { name: 'Stage' }) caseStage: Stage;
}

export class OrderResult {
  @ApiProperty({ format: 'uuid' }) orderId: string;
  @ApiProperty() ok: boolean;
  @ApiProperty({ required: false }) answer?: OrderOfCaseShown;
  @ApiProperty({ required: false }) error?: ErrorBody;
}
