/** Which unit each name of a ledger means: found, to be made, left out by choice, or asked. Never a guess. */
import type { UnitTree } from '../../domain/units.js';
import type { Choices, Doubt, Option } from '../reading/reading.js';
import { UNIT_END } from '../reading/unit-cell.js';
import { unitKey } from '../../domain/alike-units.js';
import { matchUnit, type UnitMatch } from '../unit-names.js';
import { likeness } from './same-issue.js';
import { answerTo, option } from './said.js';

/** A unit of the plan; without an id until it is made. */
export interface PlannedUnit {
  name: string;
  id: string | null;
}

export type UnitAnswer = { units: PlannedUnit[] } | { left: true } | { doubt: Doubt };

const LIKE_A_LATIN_UNIT = /^[A-Za-z][A-Za-z0-9&.,'()/ -]{3,}$/;
/** 各单位 and the like name nobody. */
const NOBODY = /^(各|有关|相关|全|所有|其他|其它|本|我|上述|以上|同上|多)/;
const DASHES = /^[\s\d.,、/\\—–-]*$/;
const SIMILAR = 0.6;
const MOST_OPTIONS = 8;
const NAMES_COMPARED = 100;

/** Looks up names once each. Answers are those of the choices: `unit:<name>` is `unit:<id>`, `make`, `leave`, `split` or the name of a unit; `units`
 *  is `make` or `leave` for all names that look like units and have no answer of their own. */
export class UnitPlan {
  private readonly matches = new Map<string, UnitMatch>();
  private readonly made = new Map<string, PlannedUnit>();
  private readonly open = new Map<string, { name: string; rows: number; key: string }>();
  private readonly found = new Map<string, { name: string; unit: string; exact: boolean }>();
  private readonly doubts = new Map<string, Doubt>();
  private readonly leftNames = new Map<string, string>();

  constructor(
    private readonly units: UnitTree,
    private readonly office: string,
    private readonly choices: Pick<Choices, 'answers'>,
  ) {}

  /** What the name means on this line. */
  resolve(name: string, line: number): UnitAnswer {
    const key = `unit:${name.trim()}`;
    const own = answerTo(this.choices, key, line);
    if (own !== undefined) {
      const answered = this.answered(name, own);
      if (answered !== undefined) return answered;
    }
    const match = this.match(name);
    if (match.how === 'exact' || match.how === 'ending') {
      this.found.set(name, { name, unit: match.unit.name, exact: match.how === 'exact' });
      return { units: [match.unit] };
    }
    if (match.how === 'ambiguous') return { doubt: this.ambiguous(name, key) };
    const parts = this.partsOf(name);
    if (parts === undefined && looksLikeUnit(name)) {
      const all = this.choices.answers?.['units'];
      if (all === 'make' || all === 'leave') return this.answered(name, all)!;
    }
    this.count(name, key);
    let doubt = this.doubts.get(key);
    if (doubt === undefined) this.doubts.set(key, (doubt = this.unknownDoubt(name, key, parts)));
    return { doubt };
  }

  /** The question of the reading whether it is a unit at all, with the units there are among its answers. */
  doubtful(asked: Doubt): Doubt {
    const { key, shown, code, message, messageZh } = asked;
    this.count(shown, key);
    let doubt = this.doubts.get(key);
    if (doubt === undefined) {
      const parts = this.partsOf(shown);
      this.doubts.set(key, (doubt = { ...this.unknownDoubt(shown, key, parts), code, message, messageZh }));
    }
    return doubt;
  }

  private count(name: string, key: string): void {
    const open = this.open.get(key);
    if (open === undefined) this.open.set(key, { name, rows: 1, key });
    else open.rows += 1;
  }

  /** The unit that an answer names: `unit:<id>` or a name in full; undefined where there is none. */
  named(answer: string): PlannedUnit | undefined {
    const unit = this.units.get(answer.replace(/^unit:/, ''));
    if (unit !== undefined) return unit;
    const match = matchUnit(answer, this.units, this.office);
    return match.how === 'exact' ? match.unit : undefined;
  }

  /** Names of units to be made, as first written. */
  get toMake(): string[] {
    return [...this.made.values()].map(({ name }) => name);
  }

  /** Names that are asked about. */
  get unknown(): { name: string; rows: number; key: string }[] {
    return [...this.open.values()];
  }

  /** Names that stay without a unit by choice. */
  get left(): string[] {
    return [...this.leftNames.values()];
  }

  get matched(): { name: string; unit: string; exact: boolean }[] {
    return [...this.found.values()];
  }

  /** Tells the ids of units that were made; the planned units bear them from now on. */
  learn(ids: ReadonlyMap<string, string>): void {
    for (const unit of this.made.values()) unit.id = ids.get(unit.name) ?? unit.id;
  }

  private answered(name: string, answer: string): UnitAnswer | undefined {
    if (answer === 'leave') {
      this.leftNames.set(unitKey(name), name.trim());
      return { left: true };
    }
    if (answer === 'split') {
      const parts = this.partsOf(name);
      return parts === undefined ? undefined : { units: parts };
    }
    // A name of which the reading asked whether it is a unit at all: it is.
    if (answer === 'make' || answer === 'keep') {
      const key = unitKey(name);
      const match = this.match(name);
      // What was unknown when it was answered may have been made since.
      if (match.how === 'exact') return { units: [match.unit] };
      let unit = this.made.get(key);
      if (unit === undefined) this.made.set(key, (unit = { name: name.trim(), id: null }));
      return { units: [unit] };
    }
    const meant = this.named(answer);
    if (meant === undefined) return undefined;
    this.found.set(name, { name, unit: meant.name, exact: false });
    return { units: [meant] };
  }

  private match(name: string): UnitMatch {
    let match = this.matches.get(name);
    if (match === undefined) this.matches.set(name, (match = matchUnit(name, this.units, this.office)));
    return match;
  }

  /** Two units of ours whose names were written as one. */
  private partsOf(name: string): PlannedUnit[] | undefined {
    const wanted = unitKey(name);
    for (let at = 2; at <= wanted.length - 2; at += 1) {
      const [first, second] = [wanted.slice(0, at), wanted.slice(at)].map((part) =>
        matchUnit(part, this.units, this.office),
      );
      if (first?.how === 'exact' && second?.how === 'exact') return [first.unit, second.unit];
    }
    return undefined;
  }

  private ambiguous(name: string, key: string): Doubt {
    const match = this.match(name);
    const ids = match.how === 'ambiguous' ? match.units : [];
    const names = ids.slice(0, 5).map((unit) => unit.name);
    return {
      key,
      field: 'unitName',
      shown: name,
      code: 'ledger.row.unitAmbiguous',
      message: `“${name}” may be several units: ${names.join(', ')}; write its full name`,
      messageZh: `“${name}”可能是多个单位：${names.join('、')}；请写全称`,
      options: [...ids.slice(0, MOST_OPTIONS).map((unit) => this.unitOption(unit)), LEAVE],
      free: 'unit',
    };
  }

  private unknownDoubt(name: string, key: string, parts: PlannedUnit[] | undefined): Doubt {
    const isLike = looksLikeUnit(name);
    // Each name is compared with each unit: of a ledger of a thousand unknown names, the first are enough.
    const similar = (this.doubts.size < NAMES_COMPARED ? this.units.all() : [])
      .map((unit) => ({ unit, like: likeness(unitKey(name), unitKey(unit.name)) }))
      .filter(({ like }) => like >= SIMILAR)
      .sort((a, b) => b.like - a.like)
      .slice(0, MOST_OPTIONS)
      .map(({ unit }) => this.unitOption(unit));
    const split =
      parts === undefined
        ? []
        : [
            option(
              'split',
              `是两个单位：${parts[0]!.name}牵头，${parts[1]!.name}配合`,
              `Two units: ${parts[0]!.name} leads, ${parts[1]!.name} supports`,
            ),
          ];
    const make = option('make', `新建单位“${name.trim()}”`, `Make the unit “${name.trim()}”`);
    const suggested = split[0] !== undefined ? 'split' : isLike && similar.length === 0 ? 'make' : undefined;
    return {
      key,
      field: 'unitName',
      shown: name,
      ...(parts !== undefined
        ? {
            code: 'ledger.row.unitGlued',
            message: `“${name}” is no unit of this office, but two of its units written as one`,
            messageZh: `没有“${name}”这个单位，像是两个单位连写`,
          }
        : isLike
          ? {
              code: 'ledger.row.unknownUnit',
              message: `“${name}” is no unit of this office`,
              messageZh: `没有“${name}”这个单位`,
            }
          : {
              code: 'ledger.row.noUnitName',
              message: `“${name}” does not look like a unit`,
              messageZh: `“${name}”不像单位名称`,
            }),
      options: [...split, ...similar, make, LEAVE],
      free: 'unit',
      ...(suggested === undefined ? {} : { suggested }),
    };
  }

  private unitOption({ id, name, parentId }: { id: string; name: string; parentId: string | null }): Option {
    const parent = parentId === null ? undefined : this.units.get(parentId)?.name;
    const full = parent === undefined ? name : `${name}（${parent}）`;
    return option(`unit:${id}`, full, full);
  }
}

const LEAVE = option('leave', '不填单位（未销号的留待分办）', 'No unit: open issues wait to be assigned');

/** Whether a name could be that of an office: 李强, 12, 无, 全局 could not. */
export function looksLikeUnit(name: string): boolean {
  const text = name.normalize('NFKC').trim();
  if (text.length < 2 || text.length > 40 || DASHES.test(text) || NOBODY.test(text)) return false;
  // A name that ends otherwise is never made without a word of its own.
  return UNIT_END.test(text.replace(/[（(][^）)]*[）)]$/, '')) || LIKE_A_LATIN_UNIT.test(text);
}
