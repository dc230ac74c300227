/** Keeps the texts that units use for replies and instructions. */
import { Inject, Injectable } from '@nestjs/common';
import { In, type Repository } from 'typeorm';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { StandardText } from './standard-text.entity.js';

@Injectable()
export class StandardTextStore {
  constructor(@Inject(DATABASE) private readonly database: Pick<Database, 'dataSource'>) {}

  /** The texts of these units, by name. */
  of(unitIds: readonly string[]): Promise<StandardText[]> {
    return this.texts.find({ where: { unitId: In([...unitIds]) }, order: { name: 'ASC', id: 'ASC' } });
  }

  /** The text; null where there is none. */
  find(id: string): Promise<StandardText | null> {
    return this.texts.findOneBy({ id });
  }

  /** How many texts the unit has, this one aside. */
  countOthers(unitId: string, id: string): Promise<number> {
    return this.texts.createQueryBuilder('t').where('t.unit_id = :unitId AND t.id <> :id', { unitId, id }).getCount();
  }

  /** Writes a text in place of the one with its id. Whose that is, is for the caller to look at. */
  async put(text: StandardText): Promise<void> {
    await this.texts.upsert(text, ['id']);
  }

  /** Takes a text away. */
  async remove(id: string): Promise<void> {
    await this.texts.delete({ id });
  }

  private get texts(): Repository<StandardText> {
    return this.database.dataSource.getRepository(StandardText);
  }
}
