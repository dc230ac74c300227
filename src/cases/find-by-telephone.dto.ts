/** What a search by a caller's telephone asks and answers. */
import { ApiProperty } from '@nestjs/swagger';
import { Text } from '../http/fields.js';
import { LookInput } from '../http/look-input.js';
import { LabelsShown } from '../shown/labels-shown.js';

export class FindByTelephoneInput extends LookInput {
  @Text({ max: 40, description: 'One full number; a part of a number finds nothing' }) telephone: string;
}

export class CaseOfCaller {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() number: string;
  @ApiProperty() title: string;
  @ApiProperty() stateLabels: LabelsShown;
  @ApiProperty({ format: 'date' }) collectedOn: string;
}

export class CasesOfCaller {
  @ApiProperty({ type: () => [CaseOfCaller] }) items: CaseOfCaller[];
}
