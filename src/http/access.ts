/** Says, on each route, who may call it. A route that says nothing is closed, and stops the start. */
import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiExtension } from '@nestjs/swagger';
import type { Actor } from '../domain/command.js';
import type { Role } from '../domain/words.js';
import type { ActingRequest } from './acting-request.js';

export type Rule =
  | { kind: 'public' }
  | { kind: 'signedIn' }
  | { kind: 'roles'; roles: readonly Role[] }
  /** This computer, or a machine with the metrics token. */
  | { kind: 'machines' };

/** Metadata key under which a handler or a controller carries its rule. */
export const RULE = 'xiaohao:rule';
export const SESSION_COOKIE = 'xiaohao_session';

/** Under this name each operation of the API's document carries its rule: programs read it, and the sentence for people comes from it. */
export const ALLOWED = 'x-allowed';
export type Allowed = 'public' | 'machines' | 'signedIn' | readonly Role[];

/** The rule on the route, for the guard, and in the document: one thing said once. */
function ruled(rule: Rule): MethodDecorator & ClassDecorator {
  const allowed: Allowed = rule.kind === 'roles' ? rule.roles : rule.kind;
  return applyDecorators(SetMetadata(RULE, rule), ApiExtension(ALLOWED, allowed));
}

/** Anybody may call it, without signing in. */
export const Public = (): MethodDecorator & ClassDecorator => ruled({ kind: 'public' });

/** Only monitoring may call it: from this computer, or with the metrics token as bearer. */
export const Machines = (): MethodDecorator & ClassDecorator => ruled({ kind: 'machines' });

/** Whoever holds one of the roles at any unit may call it; `'signedIn'`: everybody who is signed in. What a person may see or do
 *  there is for rules and visibility to say. */
export function Allow(...who: ['signedIn'] | [Role, ...Role[]]): MethodDecorator & ClassDecorator {
  const rule: Rule = who[0] === 'signedIn' ? { kind: 'signedIn' } : { kind: 'roles', roles: who as Role[] };
  return applyDecorators(ruled(rule), ApiCookieAuth(SESSION_COOKIE), ApiBearerAuth('token'));
}

/** Says the same in the document as WITH_START_PASSWORD to the guard. */
export const BEFORE_OWN_PASSWORD = 'x-before-own-password';
/** Metadata key of what may be called with a start password. */
export const WITH_START_PASSWORD = 'xiaohao:withStartPassword';
/** May be called before a password that somebody else set has been changed; every other route answers 403 `account.passwordDue`. */
export const WithStartPassword = (): MethodDecorator =>
  applyDecorators(SetMetadata(WITH_START_PASSWORD, true), ApiExtension(BEFORE_OWN_PASSWORD, true));

/** Says the same in the document as FOR_ABSENT to the guard. */
export const IN_NAME = 'x-for-absent';
/** Metadata key of routes on which a deputy acts in the name of somebody absent as well. */
export const FOR_ABSENT = 'xiaohao:forAbsent';
/** A deputy may call it with the duties of those for whom they stand in. Everywhere else they have their own roles alone, and are still bound by what ties
 *  those to a case. */
export const ForAbsentToo = (): MethodDecorator =>
  applyDecorators(SetMetadata(FOR_ABSENT, true), ApiExtension(IN_NAME, true));

/** Metadata key of routes whose address, or body, holds the only key there is. */
export const KEY_IN_ADDRESS = 'xiaohao:keyInAddress';
/** On a public route: what may be done there is in the address, or follows from a key in the body, and no cookie is looked at. A page of another site can send nothing there that its
 *  visitor could not, so the request need not say where it comes from: a page that sends no referrer cannot. */
export const KeyInAddress = (): ClassDecorator & MethodDecorator => SetMetadata(KEY_IN_ADDRESS, true);

/** Parameter: the Actor who calls. Only on routes with `@Allow`. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<ActingRequest>();
  if (actor === undefined) throw new Error('@CurrentActor on a route without @Allow');
  return actor;
});
