/** The body of every call that opens an encrypted name: what for, and in words why. */
import { ACCESS_PURPOSES, type AccessPurpose } from '../domain/access-reason.js';
import { OneOf, Text } from './fields.js';

export class AccessReasonInput {
  @OneOf(ACCESS_PURPOSES, { optional: true, name: 'AccessPurpose', description: 'What for; other where none is given' })
  purpose?: AccessPurpose;
  @Text({ max: 500, description: 'Why, in words of at least four letters; kept in the log' }) reason: string;
}
