/** What people do with their own account: look at it, change the password, issue and revoke tokens for programs. */
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Actor } from '../domain/command.js';
import { notFound, Refused } from '../domain/errors.js';
import { PeopleStore } from '../store/people.store.js';
import { ReferenceStore } from '../store/reference.store.js';
import { SessionStore } from '../store/session.store.js';
import { fitsPassword, hashPassword } from './password.js';
import type { IssuedToken, Me, NewPassword, NewToken, Token } from './session.dto.js';

@Injectable()
export class AccountService {
  constructor(
    private readonly people: PeopleStore,
    private readonly sessions: SessionStore,
    private readonly references: ReferenceStore,
    private readonly clock: Clock,
  ) {}

  /** The person with the roles held now. */
  async me(actor: Actor): Promise<Me['user']> {
    const { id, username, name, unitId, roles } = await this.people.get(idOf(actor));
    return { id, username, name, unitId, roles };
  }

  /** Sets a new password; every session and token of the person ends, so whoever knew the old one is out. 403 for a wrong present one. */
  async changePassword(actor: Actor, { currentPassword, newPassword }: NewPassword): Promise<void> {
    requireSession(actor);
    const fits = await fitsPassword(currentPassword, await this.people.passwordHash(idOf(actor)));
    if (!fits) throw new Refused(403, 'account.wrongPassword', '当前密码不正确', 'The present password is wrong');
    await this.people.change(idOf(actor), { passwordHash: await hashPassword(newPassword) }, this.clock.now());
  }

  /** A token, told this once. 422 for a day that is over; 403 for a program, since a stolen token must not beget others. */
  async issueToken(actor: Actor, { name, expiresOn }: NewToken): Promise<IssuedToken> {
    requireSession(actor);
    const now = this.clock.now();
    if (expiresOn < this.references.current().calendar.dayOf(now)) {
      throw new Refused(422, 'token.dayIsOver', '有效期已过', 'This day is over');
    }
    const token = `xh_${randomBytes(32).toString('base64url')}`;
    return { id: await this.sessions.addToken(token, idOf(actor), name, expiresOn, now), token };
  }

  /** The person's tokens, newest first. */
  async tokens(actor: Actor): Promise<Token[]> {
    const rows = await this.sessions.tokens(idOf(actor));
    return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
  }

  /** Revokes a token of the person's own. 404 for any other. */
  async revokeToken(actor: Actor, id: string): Promise<void> {
    if (!(await this.sessions.revokeToken(id, idOf(actor), this.clock.now()))) throw notFound('token', '令牌', id);
  }
}

function idOf(actor: Actor): string {
  if (actor.userId === null) throw new Error('the system has no account');
  return actor.userId;
}

function requireSession(actor: Actor): void {
  if (actor.via !== 'web') {
    throw new Refused(
      403,
      'account.signInNeeded',
      '请登录后操作，令牌不能用于此操作',
      'Sign in for this; a token may not do it',
    );
  }
}
