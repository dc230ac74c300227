/** Which unit a ledger means by a name: units are written in full, shortened, or with the city in front. */
import { unitKey } from '../domain/alike-units.js';
import type { Unit, UnitTree } from '../domain/units.js';

export type UnitMatch =
  | { how: 'exact' | 'ending'; unit: Unit }
  | { how: 'ambiguous'; units: Unit[] }
  | { how: 'unknown' };

/** Endings that say nothing about which unit is meant. */
const GENERIC = new Set(
  '办公室 领导小组 指挥部 委员会 派出所 工作组 人民政府 管理局 服务中心 分局 支队 大队 中队 机关'.split(' '),
);
const SHORTEST = 3;

/** The unit `name` means. First by the whole name (width and blanks do not count), then by an ending: 治安大队 is 城东分局治安大队,
 *  and 商洛市城东分局 is 城东分局, where exactly one unit fits, the ending has three characters or more and is no general word.
 *  Of several, those below `office` go first; where several remain, ambiguous: never a guess. */
export function matchUnit(name: string, units: UnitTree, office: string): UnitMatch {
  const wanted = unitKey(name);
  const known = keysOf(units);
  const exact = known.filter(({ key }) => key === wanted).map(({ unit }) => unit);
  if (exact.length > 0) return chosen('exact', exact, units, office);
  const ending = known.filter(({ key }) => isEnding(wanted, key) || isEnding(key, wanted)).map(({ unit }) => unit);
  return ending.length > 0 ? chosen('ending', ending, units, office) : { how: 'unknown' };
}

const keys = new WeakMap<UnitTree, { unit: Unit; key: string }[]>();

/** The units with their keys, made once: a ledger asks for as many names as it has rows. */
function keysOf(units: UnitTree): { unit: Unit; key: string }[] {
  let known = keys.get(units);
  if (known === undefined) keys.set(units, (known = units.all().map((unit) => ({ unit, key: unitKey(unit.name) }))));
  return known;
}

function isEnding(short: string, long: string): boolean {
  return short.length >= SHORTEST && !GENERIC.has(short) && long.endsWith(short);
}

function chosen(how: 'exact' | 'ending', found: Unit[], units: UnitTree, office: string): UnitMatch {
  const [only] = found;
  if (only !== undefined && found.length === 1) return { how, unit: only };
  const below = found.filter((unit) => units.isWithin(unit.id, office));
  const [nearest] = below;
  if (nearest !== undefined && below.length === 1) return { how, unit: nearest };
  return { how: 'ambiguous', units: found };
}
