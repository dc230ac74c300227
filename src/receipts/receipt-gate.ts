/** Stands before everything that the code of a receipt opens: how often one address may try, and all of them together. */
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Refused, tooMany } from '../domain/errors.js';
import type { GuessBudget } from '../domain/guessing.js';
import { Allowances } from '../http/allowances.js';
import { RaiserStore, type RaiserPlace } from '../store/encrypted/raiser.store.js';
import { GuessStore } from '../store/people/guess.store.js';

/** Wrong codes that one address may try; a code has 80 bits, those of older receipts 60, so this keeps the noise down rather than the secret safe. */
const CODES: GuessBudget = { free: 5, forget: 60, firstWait: 15, longestWait: 300 };
/** Calls a minute with a code, right or wrong: of one address, and of all to this process, so that a crowd of addresses cannot fill the database. */
const OF_ONE = 120;
const OF_ALL = 6_000;
/** What was right a moment ago is not counted again: a page asks for its pictures all at once. */
const KNOWN_FOR_MS = 120_000;
const MOST_KNOWN = 2_000;
const WORDS = ['回执码试错过多', 'Too many wrong receipt codes'] as const;
/** The longest that anybody types for a code. */
const LONGEST = 64;

@Injectable()
export class ReceiptGate {
  private readonly ofOne = new Allowances(OF_ONE);
  private readonly ofAll = new Allowances(OF_ALL);
  private readonly known = new Map<string, number>();

  constructor(
    private readonly raisers: RaiserStore,
    private readonly guesses: GuessStore,
  ) {}

  /** Whose receipt it is. 404 for a code that nobody was given, whatever it looks like, and for one that was withdrawn: the same answer after the same
   *  work. 429 for too many calls, before anything is asked, and for too many wrong codes of one address, counted before they are looked up. */
  async open(typed: string, address: string): Promise<RaiserPlace> {
    const wait = this.ofOne.take(address) || this.ofAll.take('all');
    if (wait > 0) throw tooMany(wait, ...WORDS);
    const code = typed.slice(0, LONGEST);
    const key = createHash('sha256').update(`${address} ${code}`).digest('base64');
    if ((this.known.get(key) ?? 0) > performance.now()) {
      const place = await this.raisers.byReceipt(code);
      if (place !== undefined) return place;
      this.known.delete(key);
    }
    const keys = [{ key: `receipt/${address}`, budget: CODES }];
    const longer = await this.guesses.guess(
      keys.map((one) => one.key),
      () => [CODES],
    );
    if (longer > 0) throw tooMany(longer, ...WORDS);
    const place = await this.raisers.byReceipt(code);
    if (place === undefined) throw unknown();
    await this.guesses.right(keys);
    this.remember(key);
    return place;
  }

  private remember(key: string): void {
    this.known.delete(key);
    this.known.set(key, performance.now() + KNOWN_FOR_MS);
    if (this.known.size > MOST_KNOWN) this.known.delete(this.known.keys().next().value!);
  }
}

const unknown = (): Refused =>
  new Refused(404, 'receipt.unknown', '没有这个回执码，请核对后再试', 'There is no such receipt code: please check it');
