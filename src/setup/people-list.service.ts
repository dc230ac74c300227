/** A pasted list of people: tried first, and written as it was seen with a start password for each, all of it or nobody. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Refused } from '../domain/errors.js';
import { PasswordService } from '../people/password.service.js';
import { PeopleStore } from '../store/people/people.store.js';
import { UnitStore } from '../store/reference-data/reference-units.store.js';
import { changedRow, requireAsSeen } from './as-seen.js';
import { type KnownPerson, type PersonRead, readPersonRows } from './person-rows.js';
import type { ListWritten, PersonRowGiven, PersonRowWithPassword, RowsSaid } from './setup.dto.js';
import type { KnownUnit } from './named-units.js';

@Injectable()
export class PeopleListService {
  constructor(
    private readonly people: PeopleStore,
    private readonly units: UnitStore,
    private readonly passwords: PasswordService,
    private readonly clock: Clock,
  ) {}

  /** What would become of each row; nothing is written. */
  async check(rows: readonly PersonRowGiven[]): Promise<RowsSaid> {
    const read = await this.read(rows);
    return { rows: read.map(({ kind, reason, username }) => ({ kind, reason, username })) };
  }

  /** Opens the accounts that are new, and those that were doubtful and are meant. 409 where a row is no longer what the dry run said, 422
   *  where a start password is missing or easily guessed; nothing is written then. */
  async write(rows: readonly PersonRowWithPassword[]): Promise<ListWritten> {
    const read = await this.read(rows);
    requireAsSeen(rows, read);
    const hashes = new Map<number, string>();
    for (const [at, one] of read.entries()) {
      if (!opens(one, rows[at]!)) continue;
      const { name, password } = rows[at]!;
      if (password === undefined) {
        throw new Refused(
          422,
          'setup.noPassword',
          `第 ${at + 1} 行没有初始密码`,
          `Line ${at + 1} has no start password`,
        );
      }
      const person = { name, username: one.username!, unitId: one.unitId! };
      hashes.set(at, await this.passwords.hashOf(password, person));
    }
    const added = await this.people.addAll(({ people, units }) => {
      const now = readRows(rows, people, units);
      requireAsSeen(rows, now);
      return now.flatMap((one, at) => {
        const passwordHash = hashes.get(at);
        if (!opens(one, rows[at]!)) return [];
        // somebody took the name while passwords were made ready
        if (passwordHash === undefined || one.username !== read[at]!.username) throw changedRow(at);
        const { username, unitId, roles } = one;
        return [{ name: rows[at]!.name, username: username!, unitId: unitId!, roles, passwordHash }];
      });
    }, this.clock.now());
    return { added };
  }

  private async read(rows: readonly PersonRowGiven[]): Promise<PersonRead[]> {
    const [people, units] = await Promise.all([this.people.list(null), this.units.list()]);
    return readRows(rows, people, units);
  }
}

const opens = ({ kind }: PersonRead, { despite = false }: PersonRowGiven): boolean =>
  kind === 'new' || (kind === 'doubtful' && despite);

const readRows = (
  rows: readonly PersonRowGiven[],
  people: readonly KnownPerson[],
  units: readonly KnownUnit[],
): PersonRead[] =>
  readPersonRows(
    rows.map(({ name, username = '', unit, roles = '', despite = false }) => ({
      name,
      username,
      unit,
      roles,
      despite,
    })),
    people,
    units,
  );
