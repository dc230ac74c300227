/** What a leader asks of the late cases, and the answer. */
import { ApiProperty } from '@nestjs/swagger';
import { LIGHTS, RUNGS, STAGES, type Light, type Rung, type Stage } from '../domain/words.js';
import { ClockShown } from '../shown/clock-shown.js';
import { WaitShown } from '../shown/wait-shown.js';
import { OneOf, Text, Uuid, Whole } from '../http/fields.js';
import { OrderShown } from './orders.dto.js';

export class OverdueQuery {
  @Uuid({ optional: true, description: 'Cases led by this unit or one below it' }) unitId?: string;
  @OneOf(RUNGS, { optional: true, name: 'Rung', description: 'Cases that stand on this rung at the moment of reading' })
  rung?: Rung;
  @Whole({ min: 1, max: 200, optional: true, description: '50 where not given' }) limit?: number;
  @Text({ max: 300, optional: true, description: '`nextCursor` of the page before' }) cursor?: string;
}

export class OverdueCase {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() number: string;
  @ApiProperty() title: string;
  @ApiProperty({ enum: STAGES, enumName: 'Stage' }) stage: Stage;
  @ApiProperty({ description: 'Place within the stage, e.g. `rectifying`' }) place: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) leadUnitId: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) categoryId: string | null;
  @ApiProperty() isKey: boolean;
  @ApiProperty({ type: String, format: 'date', nullable: true }) dueOn: string | null;
  @ApiProperty({ enum: LIGHTS, enumName: 'Light', nullable: true }) light: Light | null;
  @ApiProperty({ type: 'integer' }) workingDaysLate: number;
  @ApiProperty({ description: 'For the moment of reading' }) clock: ClockShown;
  @ApiProperty({
    type: WaitShown,
    nullable: true,
    description:
      'Where the case is unsigned or unchecked past the day for that; such a case is listed even if it is not late itself',
  })
  wait: WaitShown | null;
  @ApiProperty({ description: 'An order of this case waits for a signature' }) awaitingSignature: boolean;
  @ApiProperty({ type: [OrderShown], description: 'The ladder climbed so far, first order first' })
  orders: OrderShown[];
}

export class OverduePage {
  @ApiProperty({ type: [OverdueCase] }) items: OverdueCase[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
