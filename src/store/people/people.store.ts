/** People of the tenant: accounts, the unit they belong to and the roles they hold. */
import { Inject, Injectable } from '@nestjs/common';
import type { ClientBase } from 'pg';
import { Any, type EntityManager, type FindManyOptions, IsNull, type Repository } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { RoleAt } from '../../domain/command.js';
import { notFound, Refused } from '../../domain/errors.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { ReferenceDataStore } from '../reference-data/reference-data.store.js';
import { UnitEntity } from '../reference-data/unit.entity.js';
import { entitiesOn } from '../database/one-pool.js';
import { faultCode } from '../database/store-refusal.js';
import { inTransaction } from '../database/transaction.js';
import { Person, PersonRole } from './person.entity.js';
import { Session, Token } from './session.entity.js';
import { beginTenures, heldPosts, type HeldPost, keepTenure } from './tenure.store.js';

export interface PersonRow extends Pick<Person, 'id' | 'username' | 'name' | 'unitId' | 'active' | 'startPassword'> {
  roles: RoleAt[];
}

export interface NewPerson {
  username: string;
  name: string;
  unitId: string;
  roles: readonly RoleAt[];
}

/** What changes; an absent key stays as it is. Roles are replaced as a whole. */
export interface PersonChange {
  name?: string | undefined;
  unitId?: string | undefined;
  active?: boolean | undefined;
  /** A start password, which the person has to replace. */
  startPasswordHash?: string | undefined;
  roles?: readonly RoleAt[] | undefined;
}

/** A person with the roles they hold, as a repository is asked for them: one statement, with a join. */
const WITH_ROLES = {
  relations: { roles: true },
  select: {
    ...{ id: true, username: true, name: true, unitId: true, active: true, startPassword: true },
    roles: { personId: true, role: true, unitId: true },
  },
} satisfies FindManyOptions<Person>;
const BY_ROLE = { roles: { role: 'ASC', unitId: 'ASC' } } as const;

@Injectable()
export class PeopleStore {
  constructor(
    @Inject(DATABASE) private readonly database: Pick<Database, 'pool' | 'dataSource'>,
    private readonly referenceData: ReferenceDataStore,
  ) {}

  /** Id and password hash of an active account; null where there is none. */
  credentials(username: string): Promise<Pick<Person, 'id' | 'passwordHash'> | null> {
    return this.people.findOne({ select: { id: true, passwordHash: true }, where: { username, active: true } });
  }

  /** The password hash of a person. 404 where there is none. */
  async passwordHash(id: string): Promise<string> {
    const found = await this.people.findOne({ select: { id: true, passwordHash: true }, where: { id } });
    if (found === null) throw notFound('person', '人员', id);
    return found.passwordHash;
  }

  /** People of the given units, or all, by unit and name. */
  async list(unitIds: readonly string[] | null): Promise<PersonRow[]> {
    const found = await this.people.find({
      ...WITH_ROLES,
      where: unitIds === null ? {} : { unitId: Any([...unitIds]) },
      order: { unitId: 'ASC', name: 'ASC', id: 'ASC', ...BY_ROLE },
    });
    return found.map(rowOf);
  }

  /** One person. 404 where there is none. */
  async get(id: string, people = this.people): Promise<PersonRow> {
    const [found] = await people.find({ ...WITH_ROLES, where: { id }, order: BY_ROLE });
    if (found === undefined) throw notFound('person', '人员', id);
    return rowOf(found);
  }

  /** Their names by id; who is unknown is left out. */
  async names(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = await this.people.find({ select: { id: true, name: true }, where: { id: Any([...ids]) } });
    return new Map(found.map(({ id, name }) => [id, name]));
  }

  /** Sets the password a person chose; all their sessions and tokens end, since whoever knew the old one could have made them. False, and
   *  nothing changes, where the hash `before` is no longer the one in force: a reset is not undone by a change that was under way. */
  setOwnPassword(id: string, { before, after }: { before: string; after: string }, at: number): Promise<boolean> {
    const { pool, dataSource } = this.database;
    return inTransaction(pool, async (client) => {
      const entities = entitiesOn(dataSource, client);
      const own = { passwordHash: after, startPassword: false };
      const { affected } = await entities.update(Person, { id, passwordHash: before }, own);
      if (affected === 0) return false;
      await endAccess(entities, id, at);
      return true;
    });
  }

  /** Opens an account with a start password, or, where `own` says so, with one nobody has to replace. 409 where the username is taken, 422 where a unit does not exist. */
  async add(person: NewPerson, passwordHash: string, at: number, own = false): Promise<PersonRow> {
    const id = uuid();
    try {
      return await this.referenceData.change(async (entities, client) => {
        const { username, name, unitId, roles } = person;
        const createdAt = new Date(at);
        await entities.insert(Person, { id, username, name, passwordHash, unitId, createdAt, startPassword: !own });
        await setRoles(entities, id, roles);
        await keepTenure(client, id, createdAt);
        return this.get(id, entities.getRepository(Person));
      });
    } catch (error) {
      throw refusalOf(error);
    }
  }

  /** Opens many accounts with start passwords in one transaction, as `plan` answers from people and units as they stand in it; nothing is
   *  written where it throws. Answers their number. */
  async addAll(
    plan: (present: { people: PersonRow[]; units: UnitEntity[] }) => (NewPerson & { passwordHash: string })[],
    at: number,
  ): Promise<number> {
    try {
      return await this.referenceData.change(async (entities, client) => {
        const people = (await entities.find(Person, WITH_ROLES)).map(rowOf);
        const added = plan({ people, units: await entities.find(UnitEntity) }).map((one) => ({ id: uuid(), ...one }));
        if (added.length === 0) return 0;
        const createdAt = new Date(at);
        await entities.insert(
          Person,
          added.map(({ roles: _, ...person }) => ({ ...person, createdAt, startPassword: true })),
        );
        const held = added.flatMap(({ id, roles }) => roles.map((one) => ({ personId: id, ...one })));
        if (held.length > 0) await entities.insert(PersonRole, held);
        await beginTenures(
          client,
          added.map(({ id }) => id),
          createdAt,
        );
        return added.length;
      });
    } catch (error) {
      throw refusalOf(error);
    }
  }

  /** Changes an account, and does `also` in the same transaction; a deactivated one loses its sessions and tokens at once, and so does one with a new password.
   *  422 where nobody would be left who may administer. The reference version orders such changes one after another. */
  async change(
    id: string,
    change: PersonChange,
    at: number,
    also: (client: ClientBase) => Promise<void>,
  ): Promise<PersonRow> {
    try {
      return await this.referenceData.change(async (entities, client) => {
        const people = entities.getRepository(Person);
        const before = await this.get(id, people);
        const { name = before.name, unitId = before.unitId, active = before.active, startPasswordHash, roles } = change;
        const password =
          startPasswordHash === undefined ? {} : { passwordHash: startPasswordHash, startPassword: true };
        await people.update({ id }, { name, unitId, active, ...password });
        if (roles !== undefined) await setRoles(entities, id, roles);
        await keepTenure(client, id, new Date(at));
        if (change.active === false || startPasswordHash !== undefined) await endAccess(entities, id, at);
        await also(client);
        if (before.active && before.roles.some(({ role }) => role === 'administrator'))
          await requireAdministrator(people);
        return this.get(id, people);
      });
    } catch (error) {
      throw refusalOf(error);
    }
  }

  /** Every post that anybody holds or held, with the time of it. */
  heldPosts(): Promise<HeldPost[]> {
    return heldPosts(this.database.pool);
  }

  private get people(): Repository<Person> {
    return this.database.dataSource.getRepository(Person);
  }
}

/** Ends every session and revokes every token of the person. */
async function endAccess(entities: EntityManager, personId: string, at: number): Promise<void> {
  await entities.delete(Session, { personId });
  await entities.update(Token, { personId, revokedAt: IsNull() }, { revokedAt: new Date(at) });
}

async function setRoles(entities: EntityManager, personId: string, roles: readonly RoleAt[]): Promise<void> {
  await entities.delete(PersonRole, { personId });
  const held = roles.map(({ role, unitId }) => ({ personId, role, unitId }));
  // What is named twice is held once.
  if (held.length > 0) await entities.createQueryBuilder().insert().into(PersonRole).values(held).orIgnore().execute();
}

async function requireAdministrator(people: Repository<Person>): Promise<void> {
  if (await people.existsBy({ active: true, roles: { role: 'administrator' } })) return;
  throw new Refused(
    422,
    'people.lastAdministrator',
    '至少要留一名在用的管理员',
    'At least one active administrator must remain',
  );
}

function rowOf({ roles, ...person }: Person): PersonRow {
  return { ...person, roles: roles.map(({ role, unitId }) => ({ role, unitId })) };
}

function refusalOf(error: unknown): unknown {
  const { constraint } = error as { constraint?: string };
  if (constraint === 'person_username_key') {
    return new Refused(409, 'people.usernameTaken', '用户名已被使用', 'This username is taken');
  }
  if (faultCode(error) === '23503') return new Refused(422, 'unit.unknown', '单位不存在', 'No such unit');
  return error;
}
