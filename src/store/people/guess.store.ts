/** Counts guesses at passwords in the database, so that a second server does not double what an attacker may try. */
import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import {
  forgottenAt,
  guessed,
  NO_GUESSES,
  takenBack,
  type GuessBudget,
  type GuessCount,
} from '../../domain/guessing.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { inTransaction } from '../database/transaction.js';

/** One thing that is counted, in words, and what it may do. */
export interface GuessKey {
  key: string;
  budget: GuessBudget;
}

interface Row {
  key: Buffer;
  level: number;
  at: Date;
  freeAt: Date;
}

/** Rows that have nothing to say any more, thrown away with each guess; more than a guess adds. */
const SWEPT = 8;

export interface SignInAlarmRow {
  personId: string;
  username: string;
  personName: string;
  unitId: string;
  day: string;
  refused: number;
  firstAt: Date;
  lastAt: Date;
}

@Injectable()
export class GuessStore {
  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'pool'>) {}

  /** Counts one guess under all the keys, or under none where one of them has to wait: then the seconds, else 0. `budgetsOf` may look at
   *  the counts before it says what each key may do. Time is the database's, since the servers' clocks differ. */
  guess(keys: readonly string[], budgetsOf: (counts: GuessCount[], now: number) => GuessBudget[]): Promise<number> {
    return this.change(keys, (counts, now) => {
      const budgets = budgetsOf(counts, now);
      const after = counts.map((count, at) => guessed(count, budgets[at]!, now));
      const waits = after.map((one) => ('waitSeconds' in one ? one.waitSeconds : 0));
      const longest = Math.max(...waits);
      if (longest > 0) return { answer: longest, counts: [] };
      return {
        answer: 0,
        counts: after.map((one, at) => ({
          ...(one as GuessCount),
          forgottenAt: forgottenAt(one as GuessCount, budgets[at]!),
        })),
      };
    });
  }

  /** The last guess under these keys was right. */
  async right(keys: readonly GuessKey[]): Promise<void> {
    await this.change(
      keys.map(({ key }) => key),
      (counts, now) => ({
        answer: undefined,
        counts: counts.map((count, at) => {
          const after = takenBack(count, keys[at]!.budget, now);
          return { ...after, forgottenAt: forgottenAt(after, keys[at]!.budget) };
        }),
      }),
    );
  }

  /** Days from `from` on, on which an account was guessed at, newest first, `limit` at most. */
  async alarms(from: string, limit: number): Promise<SignInAlarmRow[]> {
    const { rows } = await this.database.pool.query<SignInAlarmRow>(
      `SELECT a.person_id AS "personId", p.username, p.name AS "personName", p.unit_id AS "unitId", a.day, a.refused,
              a.first_at AS "firstAt", a.last_at AS "lastAt"
         FROM sign_in_alarm a JOIN person p ON p.id = a.person_id WHERE a.day >= $1
        ORDER BY a.day DESC, a.refused DESC, p.name, a.person_id LIMIT $2`,
      [from, limit],
    );
    return rows;
  }

  /** The counts of the keys under lock, changed together. */
  private async change<T>(
    keys: readonly string[],
    step: (counts: GuessCount[], now: number) => { answer: T; counts: (GuessCount & { forgottenAt: number })[] },
  ): Promise<T> {
    const hashes = keys.map((key) => createHash('sha256').update(key).digest());
    await this.sweep();
    return inTransaction(this.database.pool, async (client) => {
      // Made or locked, always in the same order, so that two never wait for each other; a row that is being swept is made anew.
      const { rows } = await client.query<Row & { now: Date }>(
        `INSERT INTO guess AS g (key, level, at, free_at, forgotten_at) SELECT k, 0, now(), now(), now() FROM unnest($1::bytea[]) k ORDER BY k
         ON CONFLICT (key) DO UPDATE SET level = g.level
         RETURNING key, level, at, free_at AS "freeAt", clock_timestamp() AS now`,
        [hashes],
      );
      const now = Math.max(...rows.map((row) => row.now.getTime()));
      const { answer, counts } = step(
        hashes.map((hash) => countOf(rows.find(({ key }) => key.equals(hash)))),
        now,
      );
      if (counts.length > 0) {
        const moments = (of: 'at' | 'freeAt' | 'forgottenAt'): Date[] => counts.map((count) => new Date(count[of]));
        await client.query(
          `UPDATE guess g SET level = n.level, at = n.at, free_at = n.free_at, forgotten_at = n.forgotten_at
             FROM unnest($1::bytea[], $2::float8[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[])
               AS n (key, level, at, free_at, forgotten_at) WHERE g.key = n.key`,
          [hashes, counts.map(({ level }) => level), moments('at'), moments('freeAt'), moments('forgottenAt')],
        );
      }
      return answer;
    });
  }

  /** Throws a few rows away that say nothing any more: on its own, and past what others hold, so that it never waits and nobody waits for it
   *  while they hold something else. */
  private async sweep(): Promise<void> {
    await this.database.pool.query(
      `DELETE FROM guess WHERE key IN (SELECT key FROM guess WHERE forgotten_at < now() ORDER BY forgotten_at LIMIT ${SWEPT} FOR UPDATE SKIP LOCKED)`,
    );
  }

  /** Notes that an attempt to sign in as this person was slowed down, for those who watch over accounts; nothing for an unknown name. */
  async alarm(username: string, day: string, at: number): Promise<void> {
    await this.database.pool.query(
      `INSERT INTO sign_in_alarm AS a (person_id, day, refused, first_at, last_at)
       SELECT id, $2, 1, $3, $3 FROM person WHERE username = $1
       ON CONFLICT (person_id, day) DO UPDATE SET refused = a.refused + 1, last_at = $3`,
      [username, day, new Date(at)],
    );
  }
}

function countOf(row: Row | undefined): GuessCount {
  return row === undefined ? NO_GUESSES : { level: row.level, at: row.at.getTime(), freeAt: row.freeAt.getTime() };
}
