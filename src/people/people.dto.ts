/** People as they are listed and as an administrator changes them. */
import { ListOf, Flag, Secret, Text, Uuid } from '../http/fields.js';
import { RoleAtUnit } from './session.dto.js';
import { PASSWORD_LENGTH } from './password-policy.js';

/** Held against the password policy, which says in a sentence what is wrong with it. */
const START_PASSWORD = {
  min: 1,
  max: PASSWORD_LENGTH.max,
  description: `A start password of at least ${PASSWORD_LENGTH.min} characters: it opens nothing but the change to one of the person's own`,
} as const;

const ROLES_HELD = { max: 50 } as const;

export class PersonView {
  @Uuid() id: string;
  @Text({ max: 60 }) username: string;
  @Text({ max: 100 }) name: string;
  @Uuid() unitId: string;
  @Flag() active: boolean;
  @Flag({
    nullable: true,
    description:
      'They have not yet set a password of their own; null for whoever does not open accounts: it says where guessing is worth while',
  })
  startPassword: boolean | null;
  @ListOf(() => RoleAtUnit, ROLES_HELD) roles: RoleAtUnit[];
}

export class PeopleQuery {
  @Uuid({ optional: true, description: 'People of this unit and everything below it' }) unitId?: string;
}

export class NewPerson {
  @Text({ max: 60, pattern: /^[\p{L}\p{N}._-]+$/u }) username: string;
  @Text({ max: 100 }) name: string;
  @Uuid() unitId: string;
  @Secret(START_PASSWORD) password: string;
  @ListOf(() => RoleAtUnit, ROLES_HELD) roles: RoleAtUnit[];
}

export class PersonPatch {
  @Text({ max: 100, optional: true }) name?: string;
  @Uuid({ optional: true }) unitId?: string;
  @Flag({ optional: true, description: 'False ends every session and token at once' }) active?: boolean;
  @Secret({ ...START_PASSWORD, optional: true }) password?: string;
  @ListOf(() => RoleAtUnit, { ...ROLES_HELD, optional: true }) roles?: RoleAtUnit[];
}
