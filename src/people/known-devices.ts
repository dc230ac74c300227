/** Recognises a browser in which an account was signed in before with its present password, by a signed cookie that proves nothing else and
 *  signs nobody in. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Cipher } from '../store/encrypted/cipher.js';

/** Source: OWASP, “Slow down online guessing attacks with device cookies”. */
export const DEVICE_COOKIE = 'xiaohao_device';
/** Where a browser sends it, and nowhere else: the sign-in, and the change of the password, by which it is earned anew. */
export const DEVICE_PATHS = ['/api/session', '/api/me/password'];
/** Seconds a browser is asked to keep it: the longest that browsers do. */
export const DEVICE_SECONDS = 400 * 86_400;

/** Accounts that one browser remembers; a shared computer forgets the one used longest ago. */
const MOST = 8;
const MARK = /^[\w-]{16}$/;

/** The account and the password in force. A mark belongs to both: else whoever knew an old password, as the administrator does who set the
 *  first one, could collect marks and guess with each of them. */
export interface Account {
  username: string;
  passwordHash: string;
}

@Injectable()
export class KnownDevices {
  constructor(private readonly cipher: Cipher) {}

  /** The mark this browser has for the account, null where it has none that we signed. */
  markOf(account: Account, cookie: string | undefined): string | null {
    return marks(cookie).find(({ mark, proof }) => this.fits(account, mark, proof))?.mark ?? null;
  }

  /** The cookie's new value after the account was signed in here: its mark first, kept where it had one. */
  remember(account: Account, cookie: string | undefined): string {
    const mark = this.markOf(account, cookie) ?? randomBytes(12).toString('base64url');
    const others = marks(cookie).filter((one) => one.mark !== mark);
    return [{ mark, proof: this.proof(account, mark) }, ...others]
      .slice(0, MOST)
      .map((one) => `${one.mark}.${one.proof}`)
      .join('~');
  }

  private fits(account: Account, mark: string, proof: string): boolean {
    const [given, right] = [Buffer.from(proof), Buffer.from(this.proof(account, mark))];
    return given.length === right.length && timingSafeEqual(given, right);
  }

  private proof({ username, passwordHash }: Account, mark: string): string {
    return this.cipher.mac(`device/${mark}/${passwordHash}/${username}`);
  }
}

function marks(cookie: string | undefined): { mark: string; proof: string }[] {
  return (cookie ?? '').split('~', MOST).flatMap((part) => {
    const [mark, proof] = part.split('.', 2);
    return mark !== undefined && proof !== undefined && MARK.test(mark) ? [{ mark, proof }] : [];
  });
}
