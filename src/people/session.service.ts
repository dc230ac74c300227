/** Signs people in and out, and tells the guard who is behind a cookie or a token. */
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Actor } from '../domain/command.js';
import { standingIn, withoutDuties } from '../domain/deputies.js';
import { Refused } from '../domain/errors.js';
import { Lanes } from '../domain/turns.js';
import { Authenticator, type Caller, type Credential } from '../http/authenticator.js';
import { PeopleStore } from '../store/people/people.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { DeputationStore } from '../store/people/deputation.store.js';
import { SessionStore, type SignedIn } from '../store/people/session.store.js';
import { GuessingService, type SignInAttempt } from './guessing.service.js';
import type { Account } from './known-devices.js';
import { fitsPassword } from './password.js';

/** A session ends after this long without use … */
export const SESSION_IDLE_MS = 12 * 3_600_000;
/** … and after this long in any case. */
export const SESSION_MOST_MS = 7 * 86_400_000;
/** Attempts to sign in that are counted at once on a server; connections to the database that a flood of them holds. */
const COUNTED_AT_ONCE = 4;
/** Using a session is noted at most this often, so that reading does not write. */
const NOTE_EVERY_MS = 10 * 60_000;

/** What somebody signs in with, and in which browser. */
export type Attempt = Omit<SignInAttempt, 'passwordHash'> & { password: string; userAgent: string };

/** A session that has just begun. */
export interface Begun {
  secret: string;
  person: Omit<SignedIn, 'past' | 'standsIn'>;
  /** What the browser may be known by the next time. */
  account: Account;
}

@Injectable()
export class SessionService extends Authenticator {
  /** Counting waits for the rows of the account and the address: here, by address, and not with a connection each that others need. */
  private readonly lanes = new Lanes(COUNTED_AT_ONCE);

  constructor(
    private readonly people: PeopleStore,
    private readonly sessions: SessionStore,
    private readonly referenceData: ReferenceDataStore,
    private readonly guessing: GuessingService,
    private readonly deputations: DeputationStore,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** The secret of a new session and its person. 401 for a wrong name or password, which look the same; 429 where guessing is slowed. */
  async signIn({ password, userAgent, ...attempt }: Attempt): Promise<Begun> {
    const { found, right } = await this.lanes.take(attempt.address, async () => {
      // Only the hash is read before the attempt is counted: what a browser is known by belongs to the password in force.
      const account = await this.people.credentials(attempt.username);
      const passwordHash = account?.passwordHash ?? null;
      return { found: account, right: await this.guessing.signIn({ ...attempt, passwordHash }) };
    });
    const fits = await fitsPassword(password, found?.passwordHash ?? null);
    if (!fits || found === null) throw wrongCredentials();
    await right();
    return this.begin(found, userAgent);
  }

  /** A session for a person who has just shown, with the password of this hash, that it is them. 401 where it was changed or the account
   *  closed meanwhile. */
  async begin({ id, passwordHash }: { id: string; passwordHash: string }, userAgent: string): Promise<Begun> {
    const secret = randomBytes(32).toString('base64url');
    const at = this.clock.now();
    const begun = await this.sessions.begin({
      ...{ secret, personId: id, passwordHash, at },
      expiresAt: at + SESSION_IDLE_MS,
      userAgent: userAgent.slice(0, 200),
    });
    const session = begun ? await this.sessions.find(secret, at) : null;
    if (session === null) throw wrongCredentials();
    const { past: _past, standsIn: _standsIn, ...person } = session.person;
    return { secret, person, account: { username: person.username, passwordHash } };
  }

  /** Ends the session behind the cookie; a token is not ended this way. */
  async signOut(credential: Credential | undefined): Promise<void> {
    if (credential?.kind === 'session') await this.sessions.end(credential.secret);
  }

  async callerOf({ kind, secret }: Credential): Promise<Caller | null> {
    const person = kind === 'session' ? await this.ofSession(secret) : await this.ofToken(secret);
    if (person === null) return null;
    return {
      actor: await this.actorOf(person, kind),
      // A token belongs to a program, which cannot set a password; a start password comes with the end of all tokens anyway.
      passwordDue: person.startPassword && kind === 'session',
    };
  }

  /** A token acts for nobody but its person: an absence is no reason to give more to a program. It is bound like them all the same. */
  private async actorOf(
    { id, name, unitId, roles, past, standsIn }: SignedIn,
    kind: Credential['kind'],
  ): Promise<Actor> {
    const actor: Actor = { userId: id, name, unitId, roles, past, via: kind === 'session' ? 'web' : 'token' };
    if (!standsIn) return actor;
    const standing = await this.deputations.standing(id, this.clock.now());
    const bound = { ...actor, past: [...past, ...standing.past] };
    const acting = standingIn(bound, standing.absent, this.referenceData.current().units);
    return kind === 'session' ? acting : withoutDuties(acting);
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
    return this.sessions.findByToken(secret, this.referenceData.current().calendar.dayOf(this.clock.now()));
  }
}

function wrongCredentials(): Refused {
  return new Refused(401, 'session.wrongCredentials', '用户名或密码不正确', 'Wrong username or password');
}
