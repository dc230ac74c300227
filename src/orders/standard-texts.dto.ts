/** Standard texts as they are kept and shown. */
import { Flag, OneOf, Text, Uuid } from '../http/fields.js';
import { TEXT_KINDS, type TextKind } from '../store/people/standard-text.entity.js';

export class StandardTextInput {
  @Uuid({ description: 'The unit whose text it is: offered there and in all units below' }) unitId: string;
  @OneOf(TEXT_KINDS, { name: 'TextKind', description: 'For replies and progress, or for instructions and reminders' })
  kind: TextKind;
  @Text({ max: 60, description: 'Under which it is found' }) name: string;
  @Text({ max: 2000, multiline: true }) text: string;
}

export class StandardTextShown extends StandardTextInput {
  @Uuid() id: string;
  @Flag({ description: 'They may change it and take it away' }) mayChange: boolean;
}
