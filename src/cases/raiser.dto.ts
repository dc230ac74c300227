/** Bodies and answers of the calls on the raisers of a case. */
import { ApiProperty } from '@nestjs/swagger';
import { CAPACITIES, type Capacity } from '../domain/words.js';
import { AccessReasonInput } from '../http/access-reason-input.js';
import { ObjectOf, Text, Uuid } from '../http/fields.js';
import { CommandAnswer, RaiserInput } from './cases.dto.js';

export class LookAtRaiserInput extends AccessReasonInput {
  @Uuid({ optional: true, description: 'Which raiser of the case; needed where there are several' }) raiserId?: string;
  @Uuid({
    optional: true,
    description: 'Of a deputy: somebody absent in whose name the visit is paid, as the log says',
  })
  absentId?: string;
}

export class SpeakerShown {
  @ApiProperty({ format: 'uuid' }) opinionId: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: String, nullable: true }) contact: string | null;
  @ApiProperty({ enum: CAPACITIES, enumName: 'Capacity' }) standing: Capacity;
}

export class RaiserShown {
  @ApiProperty() anonymous: boolean;
  @ApiProperty({ description: 'Asked that nobody be told the name; to the visiting officer `name` is null' })
  confidential: boolean;
  @ApiProperty({ type: String, nullable: true }) name: string | null;
  @ApiProperty({ type: String, nullable: true }) contact: string | null;
  @ApiProperty({ type: [SpeakerShown], description: 'Who said at a meeting what led to the case' })
  speakers: SpeakerShown[];
}

export class AddRaiserInput extends RaiserInput {
  @Uuid({
    optional: true,
    description: 'Made by the client, so that a retry adds nobody twice. It becomes the id of the raiser',
  })
  id?: string;
}

export class RaiserAdded extends CommandAnswer {
  @Uuid() raiserId: string;
  @ApiProperty({
    description: 'For the raiser: with it they see where it stands, rate the result and say that it is not solved',
  })
  receiptCode: string;
}

export class RecordObjectionInput {
  @Uuid({ optional: true, description: 'Made by the client; the same id again answers the same' }) id?: string;
  @Uuid({ optional: true, description: 'Of a deputy: somebody absent in whose name it is recorded' }) absentId?: string;
  @Text({ max: 4000, multiline: true, description: 'Read by the units of the case: without the name' }) text: string;
  @ObjectOf(() => RaiserInput, { description: 'Who objects; encrypted at rest' }) person: RaiserInput;
}
