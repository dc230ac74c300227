/** Who holds which role where, and who is named at which unit: looked up for every message that goes out. */
import type { Actor } from '../domain/command.js';
import type { Unit, UnitTree } from '../domain/units.js';
import type { Role } from '../domain/words.js';

/** Everybody with an account in use and a role, as of one version of the reference data. */
export class Directory {
  private readonly byPost = new Map<string, Actor[]>();
  private readonly byId = new Map<string, Actor>();

  constructor(
    people: readonly Actor[],
    readonly units: UnitTree,
  ) {
    for (const person of people) {
      this.byId.set(person.userId!, person);
      for (const { role, unitId } of person.roles) {
        const post = `${role}/${unitId}`;
        const holders = this.byPost.get(post);
        if (holders === undefined) this.byPost.set(post, [person]);
        else holders.push(person);
      }
    }
  }

  /** The person, where their account is in use and they hold any role. */
  person(id: string | null): Actor[] {
    const found = this.byId.get(id ?? '');
    return found === undefined ? [] : [found];
  }

  /** Whoever holds the role at this very unit. */
  holdersAt(role: Role, unitId: string): Actor[] {
    return this.byPost.get(`${role}/${unitId}`) ?? [];
  }

  /** Whoever holds the role, wherever. */
  everybody(role: Role): Actor[] {
    return [...this.byId.values()].filter(({ roles }) => roles.some((held) => held.role === role));
  }

  /** Whoever holds the role at the unit and `fits`, or at the nearest unit above with such a holder; none where there is none up to the top. */
  nearest(role: Role, unitId: string | null, fits: (person: Actor) => boolean): Actor[] {
    return this.firstAbove(unitId, ({ id }) => this.holdersAt(role, id).filter(fits));
  }

  /** What `of` finds at the unit, or at the nearest unit above at which it finds somebody. */
  firstAbove(unitId: string | null, of: (unit: Unit) => Actor[]): Actor[] {
    for (const unit of this.units.above(unitId)) {
      const found = of(unit);
      if (found.length > 0) return found;
    }
    return [];
  }
}
