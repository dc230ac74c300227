/** Looks up what somebody who is not signed in names by a secret code, so that codes cannot be tried out. */
import { Injectable } from '@nestjs/common';
import { Refused } from '../domain/errors.js';
import type { GuessBudget } from '../domain/guessing.js';
import { GuessStore } from '../store/people/guess.store.js';

/** Codes that one address may try; a code cannot be guessed anyway, so this keeps the noise down. */
const CODES: GuessBudget = { free: 5, forget: 60, firstWait: 15, longestWait: 300 };

@Injectable()
export class SecretCodesService {
  constructor(private readonly guesses: GuessStore) {}

  /** What the code names. Counted before it is looked up, so that guesses sent all at once are counted too; a right one is taken back. 404, always the
   *  same, for what names nothing, 429 for too many of those from one address. `kind` keeps the counts of different codes apart. */
  async found<T>(kind: string, address: string, lookUp: () => Promise<T | undefined>): Promise<T> {
    const keys = [{ key: `${kind}/${address}`, budget: CODES }];
    const wait = await this.guesses.guess(
      keys.map(({ key }) => key),
      () => [CODES],
    );
    if (wait > 0) throw tooMany(wait);
    const found = await lookUp();
    if (found === undefined) throw unknown();
    await this.guesses.right(keys);
    return found;
  }
}

const unknown = (): Refused =>
  new Refused(404, 'code.unknown', '没有这个地址，或已停用', 'There is no such address, or it was taken back');

const tooMany = (retryAfterSeconds: number): Refused =>
  new Refused(
    429,
    'request.tooMany',
    `试错过多，请 ${retryAfterSeconds} 秒后再试`,
    `Too many wrong codes; try again in ${retryAfterSeconds} seconds`,
    { retryAfterSeconds },
  );
