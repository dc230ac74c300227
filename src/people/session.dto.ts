/** What signing in takes and answers. */
import { ROLES, type Role } from '../domain/words.js';
import { DayField, Flag, InstantField, ListOf, ObjectOf, OneOf, Secret, Text, Uuid } from '../http/fields.js';
import { PASSWORD_LENGTH } from './password-policy.js';

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
  @Flag({
    description:
      'The password was set by somebody else: until it is changed every other call answers 403 account.passwordDue',
  })
  passwordDue: boolean;
  @Text({ max: 100, min: 0, description: 'Encrypts what the person keeps in a browser; base64, empty for a token' })
  draftKey: string;
}

export class NewPassword {
  @Secret({ min: 1, max: PASSWORD_LENGTH.max }) currentPassword: string;
  @Secret({
    min: 1,
    max: PASSWORD_LENGTH.max,
    description: `At least ${PASSWORD_LENGTH.min} characters, hard to guess, other than the present one`,
  })
  newPassword: string;
}

/** One signed-in browser of the person. */
export class SessionView {
  @Uuid() id: string;
  @Text({ max: 200, min: 0, description: 'User agent of the browser' }) device: string;
  @InstantField() since: string;
  @InstantField({ description: 'To within ten minutes' }) lastUsedAt: string;
  @Flag({ description: 'The session that asks' }) current: boolean;
}

export class NewToken {
  @Text({ max: 100 }) name: string;
  @DayField({ description: 'Last day on which it works' }) expiresOn: string;
}

/** A token for programs, without its secret. */
export class TokenView {
  @Uuid() id: string;
  @Text({ max: 100 }) name: string;
  @DayField() expiresOn: string;
  @InstantField() createdAt: string;
}

export class IssuedToken {
  @Uuid() id: string;
  @Text({ max: 200, description: 'Shown once' }) token: string;
}
