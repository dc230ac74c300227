/** People and their roles, kept by administrators, who keep themselves out of the cases. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Actor, RoleAt } from '../domain/command.js';
import { Refused } from '../domain/errors.js';
import { PeopleStore } from '../store/people.store.js';
import { ReferenceStore } from '../store/reference.store.js';
import { hashPassword } from './password.js';
import type { NewPerson, PersonPatch, PersonView } from './people.dto.js';

@Injectable()
export class PeopleService {
  constructor(
    private readonly people: PeopleStore,
    private readonly references: ReferenceStore,
    private readonly clock: Clock,
  ) {}

  /** People of a unit and everything below it, or all. An unknown unit has none. */
  async list(unitId: string | undefined): Promise<PersonView[]> {
    const { units } = await this.references.refresh();
    return this.people.list(unitId === undefined ? null : units.subtree(unitId.toLowerCase()));
  }

  async add({ password, ...person }: NewPerson): Promise<PersonView> {
    requireApart(person.roles);
    return this.people.add(person, await hashPassword(password), this.clock.now());
  }

  /** Changes a person. 422 where administrators would change their own roles. */
  async change(actor: Actor, id: string, { password, ...change }: PersonPatch): Promise<PersonView> {
    if (change.roles !== undefined) {
      requireApart(change.roles);
      if (actor.userId === id) {
        throw new Refused(422, 'people.ownRoles', '不能修改自己的角色', 'Nobody changes their own roles');
      }
    }
    const passwordHash = password === undefined ? undefined : await hashPassword(password);
    return this.people.change(id, { ...change, passwordHash }, this.clock.now());
  }
}

/** Administrators never touch the outcome of a case, so the role goes with no other that acts on cases. */
function requireApart(roles: readonly RoleAt[]): void {
  const acts = roles.some(({ role }) => role !== 'administrator' && role !== 'auditor');
  if (acts && roles.some(({ role }) => role === 'administrator')) {
    throw new Refused(
      422,
      'people.administratorApart',
      '管理员不得同时担任处理事项的角色',
      'An administrator holds no role that acts on cases',
    );
  }
}
