/** People and their roles, kept by administrators, who keep themselves out of the cases. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Actor, RoleAt } from '../domain/command.js';
import { Refused } from '../domain/errors.js';
import { PeopleStore } from '../store/people/people.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { DeputiesService } from './deputies.service.js';
import { PasswordService } from './password.service.js';
import type { NewPerson, PersonPatch, PersonView } from './people.dto.js';

@Injectable()
export class PeopleService {
  constructor(
    private readonly people: PeopleStore,
    private readonly referenceData: ReferenceDataStore,
    private readonly passwords: PasswordService,
    private readonly deputies: DeputiesService,
    private readonly clock: Clock,
  ) {}

  /** People of a unit and everything below it, or all. An unknown unit has none. Only administrators are told who still has a start password. */
  async list(actor: Actor, unitId: string | undefined): Promise<PersonView[]> {
    const { units } = await this.referenceData.refresh();
    const people = await this.people.list(unitId === undefined ? null : units.subtree(unitId.toLowerCase()));
    if (actor.roles.some(({ role }) => role === 'administrator')) return people;
    return people.map((person) => ({ ...person, startPassword: null }));
  }

  /** Opens an account with a start password. 422 for one that is easily guessed. */
  async add({ password, ...person }: NewPerson): Promise<PersonView> {
    requireApart(person.roles);
    return this.people.add(person, await this.passwords.hashOf(password, person), this.clock.now());
  }

  /** Changes a person. 422 where administrators would change their own roles, or their password without the present one. */
  async change(actor: Actor, id: string, { password, ...change }: PersonPatch): Promise<PersonView> {
    if (change.roles !== undefined) {
      requireApart(change.roles);
      if (actor.userId === id) {
        throw new Refused(422, 'people.ownRoles', '不能修改自己的角色', 'Nobody changes their own roles');
      }
    }
    return this.people.change(
      id,
      {
        ...change,
        startPasswordHash: password === undefined ? undefined : await this.startPassword(actor, id, password),
      },
      this.clock.now(),
      async (client) => {
        if (change.active === false) await this.deputies.endAllOf(client, actor, id);
      },
    );
  }

  private async startPassword(actor: Actor, id: string, password: string): Promise<string> {
    if (actor.userId === id) {
      throw new Refused(
        422,
        'people.ownPassword',
        '自己的密码请在“我的账号”中修改',
        'Change your own password under “My account”',
      );
    }
    return this.passwords.hashOf(password, await this.people.get(id));
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
