/** What people do with their own account: look at it, change the password, list and end sessions, issue and revoke tokens for programs. */
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Actor } from '../domain/command.js';
import { notFound, Refused } from '../domain/errors.js';
import { unauthenticated } from '../http/authenticator.js';
import { PeopleStore } from '../store/people/people.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { SessionStore } from '../store/people/session.store.js';
import type { IssuedToken, NewToken, SessionView, TokenView, User } from './session.dto.js';

@Injectable()
export class AccountService {
  constructor(
    private readonly people: PeopleStore,
    private readonly sessions: SessionStore,
    private readonly referenceData: ReferenceDataStore,
    private readonly clock: Clock,
  ) {}

  /** The person with the roles held now, and whether they still owe a password of their own. */
  async me(actor: Actor): Promise<{ user: User; passwordDue: boolean }> {
    const { id, username, name, unitId, roles, startPassword } = await this.people.get(idOf(actor));
    return { user: { id, username, name, unitId, roles }, passwordDue: startPassword };
  }

  /** The person's sessions, the one used last first. 403 for a program: a stolen token does not look around. */
  async listSessions(actor: Actor, secret: string): Promise<SessionView[]> {
    requireSession(actor);
    const rows = await this.sessions.list(idOf(actor), secret, this.clock.now());
    return rows.map(({ id, userAgent, createdAt, lastUsedAt, current }) => ({
      id,
      device: userAgent,
      since: createdAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
      current,
    }));
  }

  /** Ends a session of the person's own. 404 for any other. */
  async endSession(actor: Actor, id: string): Promise<void> {
    requireSession(actor);
    if (!(await this.sessions.endOne(id, idOf(actor)))) throw notFound('session', '登录', id);
  }

  /** Ends every session of the person but the one that asks. */
  async endOtherSessions(actor: Actor, secret: string): Promise<void> {
    requireSession(actor);
    await this.sessions.endOthers(idOf(actor), secret);
  }

  /** A token, told this once. 422 for a day that is over; 403 for a program, since a stolen token must not beget others; 401 where the
   *  session has ended meanwhile. */
  async issueToken(actor: Actor, sessionSecret: string, { name, expiresOn }: NewToken): Promise<IssuedToken> {
    requireSession(actor);
    const now = this.clock.now();
    if (expiresOn < this.referenceData.current().calendar.dayOf(now)) {
      throw new Refused(422, 'token.dayIsOver', '有效期已过', 'This day is over');
    }
    const token = `xh_${randomBytes(32).toString('base64url')}`;
    const id = await this.sessions.addToken({ secret: token, sessionSecret, name, expiresOn, at: now });
    if (id === null) throw unauthenticated();
    return { id, token };
  }

  /** The person's tokens, newest first. */
  async tokens(actor: Actor): Promise<TokenView[]> {
    const rows = await this.sessions.tokens(idOf(actor));
    return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
  }

  /** Revokes a token of the person's own. 404 for any other. */
  async revokeToken(actor: Actor, id: string): Promise<void> {
    if (!(await this.sessions.revokeToken(id, idOf(actor), this.clock.now()))) throw notFound('token', '令牌', id);
  }
}

/** The id of the person who acts. */
export function idOf(actor: Actor): string {
  if (actor.userId === null) throw new Error('the system has no account');
  return actor.userId;
}

/** 403 for a program. */
export function requireSession(actor: Actor): void {
  if (actor.via !== 'web') {
    throw new Refused(
      403,
      'account.signInNeeded',
      '请登录后操作，令牌不能用于此操作',
      'Sign in for this; a token may not do it',
    );
  }
}
