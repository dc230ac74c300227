/** A step that is offered to a person. */
import { ApiProperty } from '@nestjs/swagger';
import { LabelsShown } from './labels-shown.js';

export class AllowedShown {
  @ApiProperty() type: string;
  @ApiProperty({ description: 'In the language of the request' }) label: string;
  @ApiProperty() labels: LabelsShown;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'JSON Schema of the payload' })
  schema: object;
}
