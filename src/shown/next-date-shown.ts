/** What comes next on a case if nobody acts, as answers show it: the day, why, whose move it is, and the one sentence that says it. */
import { ApiProperty } from '@nestjs/swagger';
import type { Calendar } from '../domain/calendar.js';
import { NEARNESS, nearness, type Nearness } from '../domain/clock-reading.js';
import type { Day } from '../domain/day.js';
import { NEXT_DATE_KINDS, type NextDate, type NextDateKind, type NoNextDate } from '../domain/next-date.js';
import { nextDateWords, withoutDateWords } from '../domain/next-date-words.js';
import { ESCALATION_LEVELS, ROLES, type EscalationLevel, type Role } from '../domain/words.js';
import { DayField, InstantField, OneOf, Uuid } from '../http/fields.js';
import { LabelsShown } from './labels-shown.js';

const SHOWN_DATE_KINDS = [...NEXT_DATE_KINDS, 'none'] as const;
type ShownDateKind = NextDateKind | 'none';

export class NextDateShown {
  @OneOf(SHOWN_DATE_KINDS, {
    name: 'NextDateKind',
    description:
      'Why the case comes up again: order, a reply day is over and the next order goes out; promise, a promised day is over and the next order goes out; waiver, the waived order is proposed again; look, the leader sees it again after the talk; check, a fix lies unchecked; none, the case is late and has no date: its ladder ended under version 1, or its timer failed',
    example: 'promise',
  })
  kind: ShownDateKind;
  @DayField({ nullable: true, description: 'The day on which it happens; null for none' }) day: string | null;
  @InstantField({ nullable: true, description: 'Its moment: in working hours, but at midnight for late' })
  at: string | null;
  @OneOf(NEARNESS, { name: 'Nearness', nullable: true, description: 'How that day stands to the day of reading' })
  is: Nearness | null;
  @ApiProperty({ type: 'integer', description: 'Working days until that day, or since; 0 for none' }) days: number;
  @OneOf(ESCALATION_LEVELS, {
    name: 'EscalationLevel',
    nullable: true,
    description: 'Of order, promise and waiver: the order that goes out or is proposed then',
  })
  rung: EscalationLevel | null;
  @DayField({ nullable: true, description: 'Of promise: the day that was promised' }) promisedOn: string | null;
  @ApiProperty({
    enum: ROLES,
    enumName: 'Role',
    isArray: true,
    example: ['unitLeader'],
    description: 'Whose move it is until then, any of these roles',
  })
  roles: Role[];
  @Uuid({ nullable: true, description: 'The unit at which, or above which, they hold the role; null: everywhere' })
  unitId: string | null;
  @ApiProperty({
    description: 'The sentence that says what comes and when',
    example: { 'zh-CN': '承诺期满，11月30日发橙单', en: 'Promise over: orange order on 30 Nov' },
  })
  labels: LabelsShown;
}

/** The next date for a reader on `today`; null where nothing comes of itself. */
export function nextDateShown(
  next: NextDate | NoNextDate | null,
  calendar: Calendar,
  today: Day,
): NextDateShown | null {
  if (next === null) return null;
  if (next.kind === 'none') {
    return {
      ...{ kind: 'none', day: null, at: null, is: null, days: 0, rung: null, promisedOn: null, unitId: null },
      roles: ['administrator'],
      labels: withoutDateWords(next.isOfVersion1),
    };
  }
  const { kind, day, at, rung, unitId, roles, promisedOn } = next;
  return {
    ...{ kind, day, rung, unitId, promisedOn },
    at: new Date(at).toISOString(),
    ...nearness(calendar, today, day),
    roles: [...roles],
    labels: nextDateWords(kind, day, rung, today),
  };
}
