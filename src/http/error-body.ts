/** The body of every error, as the HTTP contract has it. */
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class ErrorBody {
  @ApiProperty({ description: 'Stable, for programs' }) code: string;
  @ApiProperty({ description: 'English, for people' }) message: string;
  @ApiProperty({ description: '中文，给人看' }) messageZh: string;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true }) details?: Record<string, unknown>;
}
