/** What is asked and answered about closed cases that are like another 举一反三. */
import { ApiProperty, PickType } from '@nestjs/swagger';
import { Uuid } from '../http/fields.js';
import { CaseTextShown } from '../shown/case-shown.js';

export class AlikeQuery {
  @Uuid({
    optional: true,
    description: 'The unit whose cases are asked for, with those below it; the lead unit if none',
  })
  unitId?: string;
}

export class AlikeShown extends PickType(CaseTextShown, ['id', 'number', 'title', 'leadUnitId', 'closedOn'] as const) {
  @ApiProperty({ description: '0 to 1: shared character pairs, weighed by rarity' }) similarity: number;
  @ApiProperty({ type: String, nullable: true, description: 'The lasting measure promised when it was handed in' })
  lastingMeasure: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why none was needed' })
  noLastingMeasureReason: string | null;
}
