/** A case that speaks of the same matter, as it is offered. */
import { ApiProperty, PickType } from '@nestjs/swagger';
import { Flag, Text, Whole } from '../http/fields.js';
import { CaseTextShown } from '../shown/case-shown.js';

export class SimilarQuery {
  @Text({ max: 4000, multiline: true }) text: string;
  @Whole({ min: 1, max: 20, optional: true, description: '5 where not given' }) limit?: number;
  @Flag({ optional: true, description: 'Of closed cases too; open ones alone where not given' }) closed?: boolean;
}

const OF_CASE = ['id', 'number', 'title', 'stage', 'light', 'leadUnitId', 'dueOn'] as const;

export class SimilarCaseShown extends PickType(CaseTextShown, OF_CASE) {
  @ApiProperty({ description: '0 to 1: shared character pairs, weighed by rarity' }) similarity: number;
}
