/** Signs people in and out, and tells the guard who is behind a cookie or a token. */
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Refused } from '../domain/errors.js';
import { Authenticator, type Caller, type Credential } from '../http/authenticator.js';
import { PeopleStore } from '../store/people/people.store.js';
import { ReferenceStore } from '../store/reference/reference.store.js';
import { SessionStore, type SignedIn } from '../store/people/session.store.js';
import { GuessingService, type SignInAttempt } from './guessing.service.js';
import { fitsPassword } from './password.js';

/** A session ends after this long without use … */
export const SESSION_IDLE_MS = 12 * 3_600_000;
/** … and after this long in any case. */
export const SESSION_MOST_MS = 7 * 86_400_000;
/** Using a session is noted at most this often, so that reading does not write. */
const NOTE_EVERY_MS = 10 * 60_000;

/** A session that has just begun. */
export interface Begun {
  secret: string;
  person: Omit<SignedIn, 'past'>;
}

@Injectable()
export class SessionService extends Authenticator {
  constructor(
    private readonly people: PeopleStore,
    private readonly sessions: SessionStore,
    private readonly references: ReferenceStore,
    private readonly guessing: GuessingService,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** The secret of a new session and its person. 401 for a wrong name or password, which look the same; 429 where guessing is slowed. */
  async signIn(attempt: SignInAttempt & { password: string; userAgent: string }): Promise<Begun> {
    const right = await this.guessing.signIn(attempt);
    const found = await this.people.credentials(attempt.username);
    const fits = await fitsPassword(attempt.password, found?.passwordHash ?? null);
    if (!fits || found === null) throw wrongCredentials();
    await right();
    return this.begin(found.id, attempt.userAgent);
  }

  /** A session for a person who has just shown that it is them. 401 where the account was closed meanwhile. */
  async begin(personId: string, userAgent: string): Promise<Begun> {
    const secret = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await this.sessions.begin(secret, personId, now, now + SESSION_IDLE_MS, userAgent.slice(0, 200));
    const session = await this.sessions.find(secret, now);
    if (session === null) throw wrongCredentials();
    const { past: _, ...person } = session.person;
    return { secret, person };
  }

  /** Ends the session behind the cookie; a token is not ended this way. */
  async signOut(credential: Credential | undefined): Promise<void> {
    if (credential?.kind === 'session') await this.sessions.end(credential.secret);
  }

  async callerOf({ kind, secret }: Credential): Promise<Caller | null> {
    const person = kind === 'session' ? await this.ofSession(secret) : await this.ofToken(secret);
    if (person === null) return null;
    const { id, name, unitId, roles, past, startPassword } = person;
    return {
      actor: { userId: id, name, unitId, roles, past, via: kind === 'session' ? 'web' : 'token' },
      // A token belongs to a program, which cannot set a password; a start password comes with the end of all tokens anyway.
      passwordDue: startPassword && kind === 'session',
    };
  }

  private async ofSession(secret: string): Promise<SignedIn | null> {
    const now = this.clock.now();
    const session = await this.sessions.find(secret, now);
    if (session === null) return null;
    const until = Math.min(now + SESSION_IDLE_MS, session.createdAt + SESSION_MOST_MS);
    if (now - session.lastUsedAt > NOTE_EVERY_MS) await this.sessions.noteUse(secret, now, until);
    return session.person;
  }

  private ofToken(secret: string): Promise<SignedIn | null> {
    return this.sessions.findByToken(secret, this.references.current().calendar.dayOf(this.clock.now()));
  }
}

function wrongCredentials(): Refused {
  return new Refused(401, 'session.wrongCredentials', '用户名或密码不正确', 'Wrong username or password');
}
