/** A case that speaks of the same matter, as it is offered. */
import { ApiProperty } from '@nestjs/swagger';
import { LIGHTS, STAGES, type Light, type Stage } from '../domain/words.js';
import { Text, Whole } from '../http/fields.js';

export class SimilarQuery {
  @Text({ max: 4000, multiline: true }) text: string;
  @Whole({ min: 1, max: 20, optional: true, description: '5 where not given' }) limit?: number;
}

export class SimilarCaseShown {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() number: string;
  @ApiProperty() title: string;
  @ApiProperty({ description: '0 to 1: shared character pairs, weighed by rarity' }) similarity: number;
  @ApiProperty({ enum: STAGES, enumName: 'Stage' }) stage: Stage;
  @ApiProperty({ enum: LIGHTS, enumName: 'Light', nullable: true }) light: Light | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) leadUnitId: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) dueOn: string | null;
}
