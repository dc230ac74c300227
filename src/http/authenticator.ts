/** What the guard asks about a secret; people/ answers. */
import type { Actor } from '../domain/command.js';
import { Refused } from '../domain/errors.js';

/** A secret that came with a request: the session cookie, or a bearer token. */
export interface Credential {
  kind: 'session' | 'token';
  secret: string;
}

/** Who is behind a secret. */
export interface Caller {
  /** With the roles held at this moment. */
  actor: Actor;
  /** The password was set by somebody else: until it is changed only what `@WithStartPassword` marks may be called. */
  passwordDue: boolean;
}

/** 401 for whoever is nobody we know, or no longer. */
export const unauthenticated = (): Refused => new Refused(401, 'access.signInFirst', '请先登录', 'Sign in first');

/** Also the token under which Nest provides the answerer. */
export abstract class Authenticator {
  /** Who calls, or null where the secret is not, or no longer, good. */
  abstract callerOf(credential: Credential): Promise<Caller | null>;
}
