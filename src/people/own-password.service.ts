/** The change of one's own password: what opens everything to whoever still has the one somebody else set. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Actor } from '../domain/command.js';
import { Refused } from '../domain/errors.js';
import { Lanes } from '../domain/turns.js';
import { PeopleStore } from '../store/people/people.store.js';
import { idOf, requireSession } from './account.service.js';
import { GuessingService } from './guessing.service.js';
import { fitsPassword } from './password.js';
import { PasswordService } from './password.service.js';
import type { NewPassword } from './session.dto.js';

/** Guesses at a present password that are counted at once on a server. */
const COUNTED_AT_ONCE = 4;

@Injectable()
export class OwnPasswordService {
  /** As at the sign-in: waiting holds no connection. */
  private readonly lanes = new Lanes(COUNTED_AT_ONCE);

  constructor(
    private readonly people: PeopleStore,
    private readonly passwords: PasswordService,
    private readonly guessing: GuessingService,
    private readonly clock: Clock,
  ) {}

  /** Sets a new password and answers its hash; every session and token of the person ends, so whoever knew the old one is out. 403 for a
   *  wrong present one, also where it was reset meanwhile, 429 after too many of those, 422 for a new one that the policy refuses or that is
   *  the present one. */
  async change(actor: Actor, secret: string, { currentPassword, newPassword }: NewPassword): Promise<string> {
    requireSession(actor);
    const right = await this.lanes.take(idOf(actor), () => this.guessing.ofSession(secret));
    const before = await this.people.passwordHash(idOf(actor));
    if (!(await fitsPassword(currentPassword, before))) throw wrongPassword();
    await right();
    if (newPassword === currentPassword) {
      throw new Refused(
        422,
        'password.same',
        '新密码不能与当前密码相同',
        'The new password must differ from the present one',
      );
    }
    const after = await this.passwords.hashOf(newPassword, await this.people.get(idOf(actor)));
    if (!(await this.people.setOwnPassword(idOf(actor), { before, after }, this.clock.now()))) throw wrongPassword();
    return after;
  }
}

const wrongPassword = (): Refused =>
  new Refused(403, 'account.wrongPassword', '当前密码不正确', 'The present password is wrong');
