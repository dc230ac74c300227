/** People of the bureau: accounts, the unit they belong to and the roles they hold. */
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { v7 as uuid } from 'uuid';
import type { RoleAt } from '../../domain/command.js';
import { notFound, Refused } from '../../domain/errors.js';
import type { Database } from '../database/database.js';
import { DATABASE } from '../database/database-token.js';
import { ReferenceStore } from '../reference/reference.store.js';
import { faultCode } from '../database/store-refusal.js';
import { keepTenure } from './tenure.store.js';
import { inTransaction } from '../database/transaction.js';

export interface PersonRow {
  id: string;
  username: string;
  name: string;
  unitId: string;
  active: boolean;
  /** They have not yet set a password of their own. */
  startPassword: boolean;
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

const COLUMNS = `p.id, p.username, p.name, p.unit_id AS "unitId", p.active, p.start_password AS "startPassword",
  coalesce((SELECT json_agg(json_build_object('role', r.role, 'unitId', r.unit_id) ORDER BY r.role, r.unit_id)
              FROM person_role r WHERE r.person_id = p.id), '[]') AS roles`;

@Injectable()
export class PeopleStore {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly references: ReferenceStore,
  ) {}

  /** Id and password hash of an active account; null where there is none. */
  async credentials(username: string): Promise<{ id: string; passwordHash: string } | null> {
    const { rows } = await this.database.pool.query<{ id: string; passwordHash: string }>(
      'SELECT id, password_hash AS "passwordHash" FROM person WHERE username = $1 AND active',
      [username],
    );
    return rows[0] ?? null;
  }

  /** The password hash of a person. 404 where there is none. */
  async passwordHash(id: string): Promise<string> {
    const { rows } = await this.database.pool.query<{ passwordHash: string }>(
      'SELECT password_hash AS "passwordHash" FROM person WHERE id = $1',
      [id],
    );
    if (rows[0] === undefined) throw notFound('person', '人员', id);
    return rows[0].passwordHash;
  }

  /** People of the given units, or all, by unit and name. */
  async list(unitIds: readonly string[] | null): Promise<PersonRow[]> {
    const { rows } = await this.database.pool.query<PersonRow>(
      `SELECT ${COLUMNS} FROM person p WHERE $1::uuid[] IS NULL OR p.unit_id = ANY($1) ORDER BY p.unit_id, p.name, p.id`,
      [unitIds],
    );
    return rows;
  }

  /** One person. 404 where there is none. */
  async get(id: string, on: pg.Pool | pg.ClientBase = this.database.pool): Promise<PersonRow> {
    const { rows } = await on.query<PersonRow>(`SELECT ${COLUMNS} FROM person p WHERE p.id = $1`, [id]);
    if (rows[0] === undefined) throw notFound('person', '人员', id);
    return rows[0];
  }

  /** Sets the password a person chose; all their sessions and tokens end, since whoever knew the old one could have made them. */
  async setOwnPassword(id: string, passwordHash: string, at: number): Promise<void> {
    await inTransaction(this.database.pool, async (client) => {
      await client.query('UPDATE person SET password_hash = $2, start_password = false WHERE id = $1', [
        id,
        passwordHash,
      ]);
      await endAccess(client, id, at);
    });
  }

  /** Opens an account with a start password, or, where `own` says so, with one nobody has to replace. 409 where the username is taken, 422 where a unit does not exist. */
  async add(person: NewPerson, passwordHash: string, at: number, own = false): Promise<PersonRow> {
    const id = uuid();
    try {
      return await this.references.change(async (client) => {
        await client.query(
          `INSERT INTO person (id, username, name, password_hash, unit_id, created_at, start_password)
           VALUES ($1, $2, $3, $4, $5, $6, $7)`,
          [id, person.username, person.name, passwordHash, person.unitId, new Date(at), !own],
        );
        await setRoles(client, id, person.roles);
        await keepTenure(client, id, new Date(at));
        return this.get(id, client);
      });
    } catch (error) {
      throw refusalOf(error);
    }
  }

  /** Changes an account; a deactivated one loses its sessions and tokens at once, and so does one with a new password.
   *  422 where nobody would be left who may administer. The reference version orders such changes one after another. */
  async change(id: string, change: PersonChange, at: number): Promise<PersonRow> {
    try {
      return await this.references.change(async (client) => {
        const before = await this.get(id, client);
        await client.query(
          `UPDATE person SET name = coalesce($2, name), unit_id = coalesce($3, unit_id), active = coalesce($4, active),
             password_hash = coalesce($5, password_hash), start_password = start_password OR $5 IS NOT NULL WHERE id = $1`,
          [id, change.name ?? null, change.unitId ?? null, change.active ?? null, change.startPasswordHash ?? null],
        );
        if (change.roles !== undefined) await setRoles(client, id, change.roles);
        await keepTenure(client, id, new Date(at));
        if (change.active === false || change.startPasswordHash !== undefined) await endAccess(client, id, at);
        if (before.active && before.roles.some(({ role }) => role === 'administrator'))
          await requireAdministrator(client);
        return this.get(id, client);
      });
    } catch (error) {
      throw refusalOf(error);
    }
  }
}

/** Ends every session and revokes every token of the person. */
async function endAccess(client: pg.ClientBase, id: string, at: number): Promise<void> {
  await client.query('DELETE FROM session WHERE person_id = $1', [id]);
  await client.query('UPDATE token SET revoked_at = $2 WHERE person_id = $1 AND revoked_at IS NULL', [
    id,
    new Date(at),
  ]);
}

async function setRoles(client: pg.ClientBase, id: string, roles: readonly RoleAt[]): Promise<void> {
  await client.query('DELETE FROM person_role WHERE person_id = $1', [id]);
  await client.query(
    `INSERT INTO person_role (person_id, role, unit_id) SELECT $1, role, unit_id FROM unnest($2::text[], $3::uuid[]) AS r (role, unit_id)
     ON CONFLICT DO NOTHING`,
    [id, roles.map(({ role }) => role), roles.map(({ unitId }) => unitId)],
  );
}

async function requireAdministrator(client: pg.ClientBase): Promise<void> {
  const { rowCount } = await client.query(
    `SELECT FROM person p JOIN person_role r ON r.person_id = p.id WHERE p.active AND r.role = 'administrator' LIMIT 1`,
  );
  if (rowCount === 0) {
    throw new Refused(
      422,
      'people.lastAdministrator',
      '至少要留一名在用的管理员',
      'At least one active administrator must remain',
    );
  }
}

function refusalOf(error: unknown): unknown {
  const { constraint } = error as { constraint?: string };
  if (constraint === 'person_username_key') {
    return new Refused(409, 'people.usernameTaken', '用户名已被使用', 'This username is taken');
  }
  if (faultCode(error) === '23503') return new Refused(422, 'unit.unknown', '单位不存在', 'No such unit');
  return error;
}
