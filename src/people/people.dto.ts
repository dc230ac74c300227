/** People as they are listed and as an administrator changes them. */
import { ListOf, Flag, Secret, Text, Uuid } from '../http/fields.js';
import { RoleAtUnit } from './session.dto.js';
import { PASSWORD_LENGTH } from './session.service.js';

const ROLES_HELD = { max: 50 } as const;

export class PersonView {
  @Uuid() id: string;
  @Text({ max: 60 }) username: string;
  @Text({ max: 100 }) name: string;
  @Uuid() unitId: string;
  @Flag() active: boolean;
  @ListOf(() => RoleAtUnit, ROLES_HELD) roles: RoleAtUnit[];
}

export class PeopleQuery {
  @Uuid({ optional: true, description: 'People of this unit and everything below it' }) unitId?: string;
}

export class NewPerson {
  @Text({ max: 60, pattern: /^[\p{L}\p{N}._-]+$/u }) username: string;
  @Text({ max: 100 }) name: string;
  @Uuid() unitId: string;
  @Secret(PASSWORD_LENGTH) password: string;
  @ListOf(() => RoleAtUnit, ROLES_HELD) roles: RoleAtUnit[];
}

export class PersonPatch {
  @Text({ max: 100, optional: true }) name?: string;
  @Uuid({ optional: true }) unitId?: string;
  @Flag({ optional: true, description: 'False ends every session and token at once' }) active?: boolean;
  @Secret({ ...PASSWORD_LENGTH, optional: true }) password?: string;
  @ListOf(() => RoleAtUnit, { ...ROLES_HELD, optional: true }) roles?: RoleAtUnit[];
}
