/** Headers and status words as offices use them, kept per layout of their ledgers. */
import { Inject, Injectable } from '@nestjs/common';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { LedgerWords } from './ledger-words.entity.js';

@Injectable()
export class LedgerWordsStore {
  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'dataSource'>) {}

  /** The words of the office for this layout, the empty one for every ledger; undefined where none are kept. */
  async of(officeUnitId: string, layout: string): Promise<object | undefined> {
    const found = await this.database.dataSource.manager.findOneBy(LedgerWords, { officeUnitId, layout });
    return found?.words;
  }

  /** Keeps them in place of those that stand. */
  async keep(officeUnitId: string, layout: string, words: object, by: string | null, now: number): Promise<void> {
    const row = { officeUnitId, layout, words, changedAt: new Date(now), changedBy: by };
    await this.database.dataSource.manager.upsert(LedgerWords, row, ['officeUnitId', 'layout']);
  }
}
