/** What signing in takes and answers. */
import { ROLES, type Role } from '../domain/words.js';
import { DayField, InstantField, ListOf, ObjectOf, OneOf, Secret, Text, Uuid } from '../http/fields.js';
import { PASSWORD_LENGTH } from './session.service.js';

export class SignIn {
  @Text({ max: 100 }) username: string;
  /** Not held against the rule for new passwords: the first one may be older than the rule. */
  @Secret({ min: 1, max: PASSWORD_LENGTH.max }) password: string;
}

/** A role held at a unit; it reaches that unit and everything below it. */
export class RoleAtUnit {
  @OneOf(ROLES, { name: 'Role' }) role: Role;
  @Uuid() unitId: string;
}

export class User {
  @Uuid() id: string;
  @Text({ max: 100 }) username: string;
  @Text({ max: 100 }) name: string;
  @Uuid() unitId: string;
  @ListOf(() => RoleAtUnit, { max: 100 }) roles: RoleAtUnit[];
}

export class Me {
  @ObjectOf(() => User) user: User;
  @Text({ max: 100, description: 'IANA zone of the office, in which days begin and end' }) officeZone: string;
}

export class NewPassword {
  @Secret({ min: 1, max: PASSWORD_LENGTH.max }) currentPassword: string;
  @Secret(PASSWORD_LENGTH) newPassword: string;
}

export class NewToken {
  @Text({ max: 100 }) name: string;
  @DayField({ description: 'Last day on which it works' }) expiresOn: string;
}

export class Token {
  @Uuid() id: string;
  @Text({ max: 100 }) name: string;
  @DayField() expiresOn: string;
  @InstantField() createdAt: string;
}

export class IssuedToken {
  @Uuid() id: string;
  @Text({ max: 200, description: 'Shown once' }) token: string;
}
