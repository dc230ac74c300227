/** Signs people in and out, and tells the guard who is behind a cookie or a token. */
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Actor } from '../domain/command.js';
import { Refused } from '../domain/errors.js';
import { Authenticator, type Credential } from '../http/authenticator.js';
import { Throttle } from '../http/throttle.js';
import { PeopleStore } from '../store/people.store.js';
import { ReferenceStore } from '../store/reference.store.js';
import { SessionStore, type SignedIn } from '../store/session.store.js';
import { fitsPassword } from './password.js';

/** A session ends after this long without use … */
export const SESSION_IDLE_MS = 12 * 3_600_000;
/** … and after this long in any case. */
export const SESSION_MOST_MS = 7 * 86_400_000;
/** Using a session is noted at most this often, so that reading does not write. */
const NOTE_EVERY_MS = 10 * 60_000;

/** Shortest and longest password; the longest keeps a hash from becoming work without end. */
export const PASSWORD_LENGTH = { min: 8, max: 200 } as const;

@Injectable()
export class SessionService extends Authenticator {
  /** Five failures for one account from one address, thirty from one address for whatever account, in five minutes. */
  private readonly perAccount = new Throttle(5, 300);
  private readonly perAddress = new Throttle(30, 300);

  constructor(
    private readonly people: PeopleStore,
    private readonly sessions: SessionStore,
    private readonly references: ReferenceStore,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** The secret of a new session and its person. 401 for a wrong name or password, which look the same; 429 after too many. */
  async signIn(
    username: string,
    password: string,
    address: string,
    userAgent: string,
  ): Promise<{ secret: string; person: SignedIn }> {
    // Counted before the password is looked at, so that guesses sent all at once are counted too.
    const account = `${address} ${username}`;
    this.perAccount.take(account);
    this.perAddress.take(address);
    const found = await this.people.credentials(username);
    const fits = await fitsPassword(password, found?.passwordHash ?? null);
    if (!fits || found === null) {
      throw new Refused(401, 'session.wrongCredentials', '用户名或密码不正确', 'Wrong username or password');
    }
    this.perAccount.giveBack(account);
    this.perAddress.giveBack(address);
    const secret = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await this.sessions.begin(secret, found.id, now, now + SESSION_IDLE_MS, userAgent.slice(0, 200));
    const session = await this.sessions.find(secret, now);
    if (session === null)
      throw new Refused(401, 'session.wrongCredentials', '用户名或密码不正确', 'Wrong username or password');
    return { secret, person: session.person };
  }

  /** Ends the session behind the cookie; a token is not ended this way. */
  async signOut(credential: Credential | undefined): Promise<void> {
    if (credential?.kind === 'session') await this.sessions.end(credential.secret);
  }

  async actorOf({ kind, secret }: Credential): Promise<Actor | null> {
    const person = kind === 'session' ? await this.ofSession(secret) : await this.ofToken(secret);
    if (person === null) return null;
    return {
      userId: person.id,
      name: person.name,
      unitId: person.unitId,
      roles: person.roles,
      via: kind === 'session' ? 'web' : 'token',
    };
  }

  private async ofSession(secret: string): Promise<SignedIn | null> {
    const now = this.clock.now();
    const session = await this.sessions.find(secret, now);
    if (session === null) return null;
    const until = Math.min(now + SESSION_IDLE_MS, session.createdAt + SESSION_MOST_MS);
    if (until - session.expiresAt > NOTE_EVERY_MS) await this.sessions.prolong(secret, until);
    return session.person;
  }

  private ofToken(secret: string): Promise<SignedIn | null> {
    return this.sessions.findByToken(secret, this.references.current().calendar.dayOf(this.clock.now()));
  }
}
