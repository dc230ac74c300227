/** Tells the clerks of an office of what it has come to owe, each of them once for each debt. */
import { Inject, Injectable } from '@nestjs/common';
import { holds } from '../domain/visibility.js';
import type { Database } from '../store/database/database.js';
import { DATABASE } from '../store/database/database-token.js';
import { inTransaction } from '../store/database/transaction.js';
import { ReachStore } from '../store/people/reach.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { type NewEntry, tell } from './told.js';

/** Something owed, without the person; its key says which debt, so that it is told once however often it is found. */
export interface OfficeDebt extends Omit<NewEntry, 'personId'> {
  officeUnitId: string;
}

@Injectable()
export class OfficeNews {
  constructor(
    @Inject(DATABASE) private readonly database: Pick<Database, 'pool'>,
    private readonly people: ReachStore,
    private readonly referenceData: ReferenceDataStore,
  ) {}

  /** All units: any of them may be an office. */
  offices(): string[] {
    return this.referenceData
      .current()
      .units.all()
      .map(({ id }) => id);
  }

  /** Tells at `now` (epoch milliseconds) what is new; answers how many entries that made. */
  async tell(debts: readonly OfficeDebt[], now: number): Promise<number> {
    if (debts.length === 0) return 0;
    const { units } = this.referenceData.current();
    const clerks = (await this.people.actors()).filter(({ roles }) => roles.some(({ role }) => role === 'clerk'));
    const entries = debts.flatMap(({ officeUnitId, ...debt }): NewEntry[] =>
      clerks
        .filter((clerk) => holds(clerk, ['clerk'], officeUnitId, units))
        .map(({ userId }) => ({ ...debt, personId: userId! })),
    );
    const told = await inTransaction(this.database.pool, (client) => tell(client, entries, now));
    return told.length;
  }
}
