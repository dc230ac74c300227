/** Recognises a browser in which an account was signed in before, by a signed cookie that proves nothing else and signs nobody in. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Seal } from '../store/sealed/seal.js';

/** Source: OWASP, “Slow down online guessing attacks with device cookies”. */
export const DEVICE_COOKIE = 'xiaohao_device';
/** Seconds a browser is asked to keep it: the longest that browsers do. */
export const DEVICE_SECONDS = 400 * 86_400;

/** Accounts that one browser remembers; a shared computer forgets the one used longest ago. */
const MOST = 8;
const MARK = /^[\w-]{16}$/;

@Injectable()
export class KnownDevices {
  constructor(private readonly seal: Seal) {}

  /** The mark this browser has for the account, null where it has none that we signed. */
  markOf(username: string, cookie: string | undefined): string | null {
    return marks(cookie).find(({ mark, proof }) => this.fits(username, mark, proof))?.mark ?? null;
  }

  /** The cookie's new value after the account was signed in here: its mark first, kept where it had one. */
  remember(username: string, cookie: string | undefined): string {
    const mark = this.markOf(username, cookie) ?? randomBytes(12).toString('base64url');
    const others = marks(cookie).filter((one) => one.mark !== mark);
    return [{ mark, proof: this.proof(username, mark) }, ...others]
      .slice(0, MOST)
      .map((one) => `${one.mark}.${one.proof}`)
      .join('~');
  }

  private fits(username: string, mark: string, proof: string): boolean {
    const [given, right] = [Buffer.from(proof), Buffer.from(this.proof(username, mark))];
    return given.length === right.length && timingSafeEqual(given, right);
  }

  private proof(username: string, mark: string): string {
    return this.seal.mac(`device/${mark}/${username}`);
  }
}

function marks(cookie: string | undefined): { mark: string; proof: string }[] {
  return (cookie ?? '').split('~', MOST).flatMap((part) => {
    const [mark, proof] = part.split('.', 2);
    return mark !== undefined && proof !== undefined && MARK.test(mark) ? [{ mark, proof }] : [];
  });
}
