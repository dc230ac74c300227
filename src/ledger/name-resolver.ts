/** Looks up the names of a ledger once each, and gathers those that the tenant does not know. */
import type { UnitTree } from '../domain/units.js';
import { CategoryNames } from './category-names.js';
import type { Problem } from './reading/cell.js';
import { matchUnit, unitKey, type UnitMatch } from './unit-names.js';

export class NameResolver {
  private readonly matches = new Map<string, UnitMatch>();
  /** Ids of units that this import makes, by key. */
  private readonly made = new Map<string, string>();
  /** Names by key, as first written. */
  private readonly missing = new Map<string, string>();
  private readonly matchedNames = new Map<string, string>();
  private readonly unknownWords = new Set<string>();

  constructor(
    private readonly units: UnitTree,
    private readonly categories: CategoryNames,
    private readonly office: string,
  ) {}

  /** Notes that the name is needed. Answers the problem where it could be several units. */
  want(name: string): Problem | undefined {
    const match = this.match(name);
    if (match.how === 'ambiguous') {
      const names = match.names.slice(0, 5).join('、');
      return {
        code: 'ledger.row.unitAmbiguous',
        message: `“${name}” may be several units: ${names}; write its full name`,
        messageZh: `“${name}”可能是多个单位：${names}；请写全称`,
      };
    }
    if (match.how === 'unknown' && !this.missing.has(unitKey(name))) this.missing.set(unitKey(name), name.trim());
    if (match.how === 'ending') this.matchedNames.set(name, match.unit.name);
    return undefined;
  }

  /** Wanted names that are no unit yet. */
  get unknownUnits(): string[] {
    return [...this.missing.values()];
  }

  /** Names that were found by an ending, with the unit they were taken for. */
  get matched(): { name: string; unit: string }[] {
    return [...this.matchedNames].map(([name, unit]) => ({ name, unit }));
  }

  /** Tells the ids of units made for unknown names. */
  learn(ids: ReadonlyMap<string, string>): void {
    for (const [name, id] of ids) this.made.set(unitKey(name), id);
  }

  /** The unit's id; undefined where there is none and none was made. */
  unitId(name: string): string | undefined {
    const match = this.match(name);
    return match.how === 'exact' || match.how === 'ending' ? match.unit.id : this.made.get(unitKey(name));
  }

  /** The category's id, that of 其他 for a word nobody knows; `known` says which. */
  categoryId(word: string | undefined): { id: string | undefined; known: boolean } {
    const id = word === undefined ? undefined : this.categories.idOf(word);
    if (word !== undefined && id === undefined) this.unknownWords.add(word);
    return { id: id ?? this.categories.other, known: word === undefined || id !== undefined };
  }

  get unknownCategories(): string[] {
    return [...this.unknownWords];
  }

  private match(name: string): UnitMatch {
    let match = this.matches.get(name);
    if (match === undefined) this.matches.set(name, (match = matchUnit(name, this.units, this.office)));
    return match;
  }
}
