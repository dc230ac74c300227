/** Looks up what somebody who is not signed in names by a secret of 100 bits and more, and slows down whoever tries some out. */
import { Injectable } from '@nestjs/common';
import { Refused, tooMany } from '../domain/errors.js';
import type { GuessBudget } from '../domain/guessing.js';
import { GuessStore } from '../store/people/guess.store.js';

/** Wrong secrets of one network: none can be guessed anyway, so this keeps the noise down. */
const WRONG: GuessBudget = { free: 5, forget: 60, firstWait: 15, longestWait: 300 };

@Injectable()
export class SecretCodesService {
  constructor(private readonly guesses: GuessStore) {}

  /** What the secret names. 404, always the same, for what names nothing or was taken back; 429 for many of those from one network. A right one is never
   *  counted: a whole office or meeting asks from one address, some with what ended long ago. Calls are bounded before, as all that come from nobody we know. */
  async found<T>(kind: string, address: string, lookUp: () => Promise<T | undefined>): Promise<T> {
    const found = await lookUp();
    if (found !== undefined) return found;
    const wait = await this.guesses.guess([`${kind}/${address}`], () => [WRONG]);
    throw wait > 0 ? tooMany(wait, '试错过多', 'Too many wrong codes') : unknown();
  }
}

const unknown = (): Refused =>
  new Refused(404, 'code.unknown', '没有这个地址，或已停用', 'There is no such address, or it was taken back');
