/** Keeps views of the list of cases: each person's own, and those that are shared with units. */
import { Inject, Injectable } from '@nestjs/common';
import { In, type Repository } from 'typeorm';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { SavedView } from './saved-view.entity.js';

@Injectable()
export class SavedViewStore {
  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'dataSource'>) {}

  /** The views of a person, and those shared with one of the units, by name. */
  of(ownerId: string, unitIds: readonly string[]): Promise<SavedView[]> {
    return this.views.find({
      where: [{ ownerId }, { sharedUnitId: In([...unitIds]) }],
      order: { name: 'ASC', id: 'ASC' },
    });
  }

  /** The view; null where there is none. */
  find(id: string): Promise<SavedView | null> {
    return this.views.findOneBy({ id });
  }

  /** How many views the person has, this one aside. */
  countOthers(ownerId: string, id: string): Promise<number> {
    return this.views
      .createQueryBuilder('v')
      .where('v.owner_id = :ownerId AND v.id <> :id', { ownerId, id })
      .getCount();
  }

  /** Writes a view in place of the one with its id. Whose that is, is for the caller to look at. */
  async put(view: SavedView): Promise<void> {
    await this.views.upsert(view, ['id']);
  }

  /** Takes a view away. */
  async remove(id: string): Promise<void> {
    await this.views.delete({ id });
  }

  private get views(): Repository<SavedView> {
    return this.database.dataSource.getRepository(SavedView);
  }
}
