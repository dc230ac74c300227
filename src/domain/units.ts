/** The organisation tree as decisions see it: who stands above whom. */

export interface Unit {
  id: string;
  name: string;
  parentId: string | null;
  leaderId: string | null;
  liaisonId: string | null;
}

/** Where a unit stood and what it was called until an instant, epoch milliseconds. */
export interface UnitPast {
  unitId: string;
  until: number;
  parentId: string | null;
  name: string;
}

/** Immutable view of all units of a tenant, and of what they were. */
export class UnitTree {
  private readonly byId: ReadonlyMap<string, Unit>;
  /** The latest change first. */
  private readonly past: readonly UnitPast[];
  /** Trees of the past that were asked for, by how many changes they lie back. */
  private readonly earlier = new Map<number, UnitTree>();

  /** `past` in the order of the changes, the first first. */
  constructor(units: readonly Unit[], past: readonly UnitPast[] = []) {
    this.byId = new Map(units.map((unit) => [unit.id, unit]));
    this.past = [...past].reverse();
  }

  /** The tree as it stood just before the instant: names and places of then; of a unit that was made later its first ones. */
  before(at: number): UnitTree {
    const undone = this.past.filter(({ until }) => until >= at).length;
    if (undone === 0) return this;
    let tree = this.earlier.get(undone);
    if (tree === undefined) {
      const units = new Map(this.byId);
      for (const { unitId, parentId, name } of this.past.slice(0, undone)) {
        const unit = units.get(unitId);
        if (unit !== undefined) units.set(unitId, { ...unit, parentId, name });
      }
      tree = new UnitTree([...units.values()]);
      this.earlier.set(undone, tree);
    }
    return tree;
  }

  /** The unit, or undefined where no such unit exists. */
  get(id: string): Unit | undefined {
    return this.byId.get(id);
  }

  /** The unit that all others lie below; undefined of a tree without units. */
  get root(): Unit | undefined {
    return this.all().find(({ parentId }) => parentId === null);
  }

  /** All units, in no particular order. */
  all(): Unit[] {
    return [...this.byId.values()];
  }

  /** True when `id` is `ancestor` itself or stands below it. */
  isWithin(id: string | null, ancestor: string | null): boolean {
    const seen = new Set<string>();
    for (let at = id; at !== null && ancestor !== null && !seen.has(at); at = this.byId.get(at)?.parentId ?? null) {
      if (at === ancestor) return true;
      seen.add(at);
    }
    return false;
  }

  /** The unit and every unit above it, from below; empty where no such unit exists. */
  above(id: string | null): Unit[] {
    const found: Unit[] = [];
    for (
      let unit = this.byId.get(id ?? '');
      unit !== undefined && !found.includes(unit);
      unit = this.byId.get(unit.parentId ?? '')
    ) {
      found.push(unit);
    }
    return found;
  }

  /** Ids of the unit and everything below it; empty where no such unit exists. */
  subtree(id: string): string[] {
    return this.all()
      .filter((unit) => this.isWithin(unit.id, id))
      .map((unit) => unit.id);
  }
}
