/** The body of every call that opens a sealed name: what for, and in words why. */
import { LOOK_PURPOSES, type LookPurpose } from '../domain/look.js';
import { OneOf, Text } from './fields.js';

export class LookInput {
  @OneOf(LOOK_PURPOSES, { optional: true, name: 'LookPurpose', description: 'What for; other where none is given' })
  purpose?: LookPurpose;
  @Text({ max: 500, description: 'Why, in words of at least four letters; kept with the look' }) reason: string;
}
