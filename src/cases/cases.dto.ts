/** Bodies of the calls on one case, and the answers around what is shown of it. */
import { ApiProperty } from '@nestjs/swagger';
import { SOURCES, type Source } from '../domain/words.js';
import { ErrorBody } from '../http/error-body.js';
import { Flag, ObjectOf, OneOf, Text, Uuid } from '../http/fields.js';
import { CaseCoreShown } from '../shown/case-shown.js';
import { EventShown } from './case-shown.dto.js';

export class RaiserInput {
  @Text({ max: 100, optional: true }) name?: string;
  @Text({
    max: 200,
    optional: true,
    description: 'Telephone, address or another way to reach the person; encrypted at rest',
  })
  contact?: string;
  @Flag({ optional: true, description: 'Leaves neither name nor contact, whatever else is given' }) anonymous?: boolean;
  @Flag({
    optional: true,
    description:
      'Asked that nobody be told the name: it opens to the office alone, the visiting officer gets the contact only, and no search finds it',
  })
  confidential?: boolean;
}

export class CollectInput {
  @Uuid({ optional: true, description: 'Made by the client, so that a retry collects nothing twice' }) id?: string;
  @Text({ max: 200 }) title: string;
  @Text({ max: 20_000, multiline: true }) description: string;
  @OneOf(SOURCES, { name: 'Source' }) source: Source;
  @Uuid() categoryId: string;
  @Flag({ optional: true }) isKey?: boolean;
  @Text({ max: 60, optional: true, description: 'Name of a workflow; rectification where none is given' })
  workflow?: string;
  @Text({
    max: 60,
    pattern: /^[^\s#]+$/u,
    optional: true,
    description:
      'The number that the matter has elsewhere, such as that of a hotline: the case is found by it, and a ledger that bears it knows the case again; taken once (409)',
  })
  externalNumber?: string;
  @ObjectOf(() => RaiserInput, { optional: true, description: 'Left out where nobody outside raised it' })
  raiser?: RaiserInput;
}

/** `{id, type, expectedVersion?, absentId?, ...payload}`; the payload's shape is told by `allowed` of the case. */
export class CommandInput {
  @ApiProperty({ format: 'uuid', description: 'Made by the client; the same id again answers the same' }) id: string;
  @ApiProperty({ example: 'ACCEPT' }) type: string;
  @ApiProperty({
    required: false,
    type: 'integer',
    description:
      'Version of the case that was seen; answered 409 where what the command rests on has changed since (its stage, its unit, the visit or the order it is about), not for a comment or progress beside it',
  })
  expectedVersion?: number;
  @ApiProperty({
    required: false,
    format: 'uuid',
    description:
      'Of a deputy: somebody absent in whose name it is done, or else refused (403 where it has ended, has not begun, or does not reach the case); left out, it is done in one’s own name where one may, else in the name of whoever one stands in for',
  })
  absentId?: string;
}

export class BatchCommandInput extends CommandInput {
  @ApiProperty({ format: 'uuid' }) caseId: string;
}

export class CommandAnswer {
  @ApiProperty() case: CaseCoreShown;
  @ApiProperty({ type: () => [EventShown] }) events: EventShown[];
}

export class CollectAnswer extends CommandAnswer {
  @ApiProperty({
    description:
      'For whoever raised it: with it they see where it stands, rate the result and say that it is not solved; empty where nobody did',
  })
  receiptCode: string;
}

export class BatchResult {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) caseId: string;
  @ApiProperty() ok: boolean;
  @ApiProperty({ type: () => CommandAnswer, required: false }) answer?: CommandAnswer;
  @ApiProperty({ type: () => ErrorBody, required: false }) error?: ErrorBody;
}
