/** Headers and status words as offices use them, kept per layout of their ledgers. */
import { Inject, Injectable } from '@nestjs/common';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { LedgerWords } from './ledger-words.entity.js';

export interface KeptWords {
  layout: string;
  words: object;
  knownAs: string;
  changedAt: Date;
  /** Id of who changed them last; null where a program did. */
  changedBy: string | null;
}

@Injectable()
export class LedgerWordsStore {
  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'dataSource'>) {}

  /** The words of the office for this layout, the empty one for every ledger; undefined where none are kept. */
  async of(officeUnitId: string, layout: string): Promise<object | undefined> {
    const found = await this.database.dataSource.manager.findOneBy(LedgerWords, { officeUnitId, layout });
    return found?.words;
  }

  /** All words of the office by layout, those for every ledger first, then as they were changed last. */
  async all(officeUnitId: string): Promise<KeptWords[]> {
    const { manager } = this.database.dataSource;
    const kept = await manager.find(LedgerWords, {
      where: { officeUnitId },
      order: { changedAt: 'DESC', layout: 'ASC' },
    });
    return kept.sort((a, b) => Number(a.layout !== '') - Number(b.layout !== ''));
  }

  /** Keeps them in place of those that stand; without `knownAs` the layout keeps its name. */
  async keep(
    {
      officeUnitId,
      layout,
      words,
      knownAs,
    }: { officeUnitId: string; layout: string; words: object; knownAs?: string | undefined },
    by: string | null,
    now: number,
  ): Promise<void> {
    const row = { officeUnitId, layout, words, changedAt: new Date(now), changedBy: by };
    const named = knownAs === undefined ? row : { ...row, knownAs };
    await this.database.dataSource.manager.upsert(LedgerWords, named, ['officeUnitId', 'layout']);
  }

  /** Forgets the words for a layout. */
  async forget(officeUnitId: string, layout: string): Promise<void> {
    await this.database.dataSource.manager.delete(LedgerWords, { officeUnitId, layout });
  }
}
