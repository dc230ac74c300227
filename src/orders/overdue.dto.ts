/** What a leader asks of the late cases, and the answer. */
import { ApiProperty, PickType } from '@nestjs/swagger';
import { ESCALATION_LEVELS, type EscalationLevel } from '../domain/words.js';
import { DayField, OneOf, Text, Uuid, Whole } from '../http/fields.js';
import { CaseTextShown } from '../shown/case-shown.js';
import { NextDateShown } from '../shown/next-date-shown.js';
import { OrderShown } from '../shown/order-shown.js';
import { WaitShown } from '../shown/wait-shown.js';

export class OverdueQuery {
  @Uuid({ optional: true, description: 'Cases led by this unit or one below it' }) unitId?: string;
  @OneOf(ESCALATION_LEVELS, {
    optional: true,
    name: 'EscalationLevel',
    description: 'Cases that stand on this level at the moment of reading',
  })
  rung?: EscalationLevel;
  @Whole({ min: 1, max: 200, optional: true, description: '50 where not given' }) limit?: number;
  @Text({ max: 300, optional: true, description: '`nextCursor` of the page before' }) cursor?: string;
}

const OF_CASE = [
  'id',
  'number',
  'title',
  'stage',
  'state',
  'leadUnitId',
  'categoryId',
  'isKey',
  'dueOn',
  'light',
  'clock',
] as const;

export class OverdueCase extends PickType(CaseTextShown, OF_CASE) {
  @ApiProperty({ type: 'integer', description: 'At the moment of reading' }) workingDaysLate: number;
  @ApiProperty({
    type: WaitShown,
    nullable: true,
    description:
      'Where the case is unsigned or unchecked past the day for that; such a case is listed even if it is not late itself',
  })
  wait: WaitShown | null;
  @ApiProperty({
    type: () => NextDateShown,
    nullable: true,
    description: 'What comes next if nobody acts, when, why, and whose move it is; never null for a late case',
  })
  nextDate: NextDateShown | null;
  @DayField({
    nullable: true,
    description: 'The last working day that a waiver may name for its review; null where the workflow asks for none',
  })
  waiveUntil: string | null;
  @ApiProperty({ description: 'An order of this case waits for a signature' }) awaitingSignature: boolean;
  @ApiProperty({ type: [OrderShown], description: 'The ladder climbed so far, first order first' })
  orders: OrderShown[];
}

export class OverduePage {
  @ApiProperty({ type: [OverdueCase] }) items: OverdueCase[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
