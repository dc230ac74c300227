/** What the guard asks about a secret; people/ answers. */
import type { Actor } from '../domain/command.js';

/** A secret that came with a request: the session cookie, or a bearer token. */
export interface Credential {
  kind: 'session' | 'token';
  secret: string;
}

/** Also the token under which Nest provides the answerer. */
export abstract class Authenticator {
  /** The actor with the roles held at this moment, or null where the secret is not, or no longer, good. */
  abstract actorOf(credential: Credential): Promise<Actor | null>;
}
