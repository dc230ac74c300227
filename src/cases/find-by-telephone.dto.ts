/** What a search by a caller's telephone asks and answers. */
import { ApiProperty, PickType } from '@nestjs/swagger';
import { Text } from '../http/fields.js';
import { AccessReasonInput } from '../http/access-reason-input.js';
import { CaseTextShown } from '../shown/case-shown.js';

export class FindByTelephoneInput extends AccessReasonInput {
  @Text({ max: 40, description: 'One full number; a part of a number finds nothing' }) telephone: string;
}

const OF_CASE = ['id', 'number', 'title', 'stateLabels', 'collectedOn'] as const;

export class CaseOfCaller extends PickType(CaseTextShown, OF_CASE) {}

export class CasesOfCaller {
  @ApiProperty({ type: () => [CaseOfCaller] }) items: CaseOfCaller[];
}
