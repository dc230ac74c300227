/** The units as names find them: by the name, by the way from the top, by nearly the same name. */
import { bareName, isAlike, unitKey } from '../domain/alike-units.js';

export interface KnownUnit {
  id: string;
  name: string;
  parentId: string | null;
}

const SEPARATOR = /[/\\>›→]/;

/** The last part of a way from the top that is written with `/` between, as names are compared. */
export const lastKey = (written: string): string => unitKey(written.split(SEPARATOR).at(-1)!);

/** Units that are there, and those that a list adds while it is read. */
export class NamedUnits {
  private readonly byId = new Map<string, KnownUnit>();
  private readonly byKey = new Map<string, KnownUnit[]>();
  private readonly bare = new Map<KnownUnit, string>();
  /** The unit above all others. */
  readonly top: KnownUnit;

  constructor(units: readonly KnownUnit[]) {
    for (const unit of units) this.add(unit);
    this.top = units.find(({ parentId }) => parentId === null)!;
  }

  add(unit: KnownUnit): void {
    this.byId.set(unit.id, unit);
    const key = unitKey(unit.name);
    this.byKey.set(key, [...(this.byKey.get(key) ?? []), unit]);
    this.bare.set(unit, bareName(unit.name));
  }

  /** Units that bear the name, or that end the way from the top which is written with `/` between. */
  called(written: string): KnownUnit[] {
    const way = written.split(SEPARATOR).map(unitKey).filter(Boolean).reverse();
    return (this.byKey.get(way[0] ?? '') ?? []).filter((unit) => {
      let at: KnownUnit | undefined = unit;
      return way.every((key) => {
        const fits = at !== undefined && unitKey(at.name) === key;
        at = this.above(at);
        return fits;
      });
    });
  }

  /** Units whose name is the same or nearly the same, wherever they stand. */
  alike(name: string): KnownUnit[] {
    const wanted = bareName(name);
    return [...this.bare].filter(([, bare]) => isAlike(bare, wanted)).map(([unit]) => unit);
  }

  /** `市局/治安支队`: the unit with those above it, the topmost only where the way would be short without it. */
  wayOf(unit: KnownUnit): string {
    const names: string[] = [];
    for (let at: KnownUnit | undefined = unit; at !== undefined; at = this.above(at))
      if (at.parentId !== null || names.length < 2) names.unshift(at.name);
    return names.join('/');
  }

  /** Levels from the topmost unit down to this one, both counted. */
  depthOf(unit: KnownUnit): number {
    let depth = 0;
    for (let at: KnownUnit | undefined = unit; at !== undefined; at = this.above(at)) depth += 1;
    return depth;
  }

  private above(unit: KnownUnit | undefined): KnownUnit | undefined {
    return unit?.parentId == null ? undefined : this.byId.get(unit.parentId);
  }
}
