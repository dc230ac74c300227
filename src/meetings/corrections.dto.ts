/** Corrections of a meeting, its participants and opinions, and what was written before. */
import { ApiProperty } from '@nestjs/swagger';
import { CAPACITIES, MEETING_KINDS, type Capacity, type MeetingKind } from '../domain/words.js';
import { DayField, InstantField, OneOf, Text, Uuid } from '../http/fields.js';
import { CORRECTED, type Corrected } from '../store/meetings/correction.entity.js';

export class MeetingPatch {
  @Text({ max: 200, optional: true }) title?: string;
  @OneOf(MEETING_KINDS, { optional: true, name: 'MeetingKind' }) kind?: MeetingKind;
  @DayField({ optional: true }) heldOn?: string;
  @Text({ max: 200, optional: true }) place?: string;
  @Uuid({ optional: true }) hostUnitId?: string;
}

export class ParticipantPatch {
  @Text({ max: 100, optional: true, description: 'Sealed at rest' }) name?: string;
  @OneOf(CAPACITIES, { optional: true, name: 'Capacity' }) standing?: Capacity;
  @Text({ max: 200, optional: true, nullable: true, description: 'Encrypted at rest; null takes it away' })
  contact?: string | null;
}

export class OpinionPatch {
  @Uuid({ optional: true, nullable: true }) participantId?: string | null;
  @Text({ max: 4000, multiline: true, optional: true }) text?: string;
  @Uuid({ optional: true, nullable: true }) categoryId?: string | null;
}

export class CorrectionShown {
  @OneOf(CORRECTED, { name: 'Corrected' }) kind: Corrected;
  @Uuid({ description: 'The meeting, participant or opinion' }) aboutId: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string', nullable: true },
    description:
      'The fields that changed, as they were; null for nothing, and for a name or contact, which are encrypted',
    example: { text: '路灯不亮' },
  })
  before: Record<string, string | null>;
  @InstantField() at: string;
  @Text({ max: 100, nullable: true, description: 'Who corrected it' }) by: string | null;
}
