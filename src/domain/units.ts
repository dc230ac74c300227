/** The organisation tree as decisions see it: who stands above whom. */

export interface Unit {
  id: string;
  name: string;
  parentId: string | null;
  leaderId: string | null;
  liaisonId: string | null;
}

/** Immutable view of all units of a bureau. */
export class UnitTree {
  private readonly byId: ReadonlyMap<string, Unit>;

  constructor(units: readonly Unit[]) {
    this.byId = new Map(units.map((unit) => [unit.id, unit]));
  }

  /** The unit, or undefined where no such unit exists. */
  get(id: string): Unit | undefined {
    return this.byId.get(id);
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

  /** Ids of the unit and everything below it; empty where no such unit exists. */
  subtree(id: string): string[] {
    return this.all()
      .filter((unit) => this.isWithin(unit.id, id))
      .map((unit) => unit.id);
  }
}
