/** Slows down guessing at passwords, from however many addresses, without letting anybody lock out somebody else. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { addDays } from '../domain/day.js';
import { tooMany } from '../domain/errors.js';
import { levelAt, type GuessBudget } from '../domain/guessing.js';
import { GuessStore, type GuessKey } from '../store/people/guess.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { KnownDevices } from './known-devices.js';
import type { SignInAlarmShown } from './sign-in-alarms.dto.js';

/** One account, over all browsers it has not been used in before: from any number of addresses about one guess in two minutes. */
const ACCOUNT: GuessBudget = { free: 10, forget: 300, firstWait: 15, longestWait: 120 };
/** One account from one address, so that a single address does not use up what the account has. */
const PAIR: GuessBudget = { free: 5, forget: 60, firstWait: 30, longestWait: 300 };
/** The same from an address that guesses at many: one attempt for each account, then waits. */
const HOT_PAIR: GuessBudget = { ...PAIR, free: 1 };
/** One address over all accounts. It is counted, and refuses nobody by itself: a whole tenant may stand behind it. */
const ADDRESS: GuessBudget = { free: 60, forget: 10, firstWait: 0, longestWait: 0 };
const HOT = 30;
/** A browser in which this account was signed in before with its present password has guesses of its own: whoever hammers from elsewhere does not touch them. */
const DEVICE: GuessBudget = { free: 5, forget: 60, firstWait: 15, longestWait: 120 };
/** The present password, asked at the change of it. */
const SESSION: GuessBudget = { free: 5, forget: 120, firstWait: 15, longestWait: 120 };

const ALARM_DAYS = 30;
const MOST_ALARMS = 200;

export interface SignInAttempt {
  username: string;
  /** Of the account's password; null where there is no such account. */
  passwordHash: string | null;
  address: string;
  /** By which the browser may be known. */
  deviceCookie: string | undefined;
}

@Injectable()
export class GuessingService {
  constructor(
    private readonly guesses: GuessStore,
    private readonly devices: KnownDevices,
    private readonly referenceData: ReferenceDataStore,
    private readonly clock: Clock,
  ) {}

  /** Counts an attempt to sign in, before the password is looked at, so that guesses sent all at once are counted too. 429 where it has to
   *  wait. Answers what to call when the password was right. */
  async signIn({ username, passwordHash, address, deviceCookie }: SignInAttempt): Promise<() => Promise<void>> {
    const device = passwordHash === null ? null : this.devices.markOf({ username, passwordHash }, deviceCookie);
    const keys =
      device === null ? unknownKeys(username, address) : [{ key: `device/${username}/${device}`, budget: DEVICE }];
    const waits = await this.guesses.guess(
      keys.map(({ key }) => key),
      (counts, now) => {
        const hot = device === null && levelAt(counts[2]!, ADDRESS, now) >= HOT;
        return keys.map(({ budget }) => (hot && budget === PAIR ? HOT_PAIR : budget));
      },
    );
    if (waits > 0) {
      const now = this.clock.now();
      await this.guesses.alarm(username, this.referenceData.current().calendar.dayOf(now), now);
      throw tooMany(waits, '密码试错过多', 'Too many wrong passwords');
    }
    return () => this.guesses.right(keys);
  }

  /** Accounts that were guessed at in the last 30 days. */
  async alarms(): Promise<SignInAlarmShown[]> {
    const from = addDays(this.referenceData.current().calendar.dayOf(this.clock.now()), -ALARM_DAYS);
    const rows = await this.guesses.alarms(from, MOST_ALARMS);
    return rows.map((row) => ({ ...row, firstAt: row.firstAt.toISOString(), lastAt: row.lastAt.toISOString() }));
  }

  /** Counts a guess at the present password of a session; counted by session, since a new one needs the password itself. */
  async ofSession(secret: string): Promise<() => Promise<void>> {
    const keys = [{ key: `session/${secret}`, budget: SESSION }];
    const waits = await this.guesses.guess(
      keys.map(({ key }) => key),
      () => [SESSION],
    );
    if (waits > 0) throw tooMany(waits, '密码试错过多', 'Too many wrong passwords');
    return () => this.guesses.right(keys);
  }
}

function unknownKeys(username: string, address: string): GuessKey[] {
  return [
    { key: `account/${username}`, budget: ACCOUNT },
    { key: `pair/${address}/${username}`, budget: PAIR },
    { key: `address/${address}`, budget: ADDRESS },
  ];
}
