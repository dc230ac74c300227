/** What would become of a pasted list of units, row by row: new, there already, doubtful, or refused with the reason. */
import { unitKey } from '../domain/alike-units.js';
import { lastKey, NamedUnits, type KnownUnit } from './named-units.js';
import { refusedRow, saidRow, type RowSaid } from './row-said.js';

export interface UnitAsked {
  name: string;
  /** Name of the unit above, or its way from the top with `/` between; empty for the topmost one. */
  parent: string;
  /** What was doubtful is meant as it stands. */
  despite: boolean;
}

/** A row and what it means: `id` is that of the unit it names, `parentId` the one above; null where it means nothing yet. */
export interface UnitRead extends RowSaid {
  id: string | null;
  parentId: string | null;
}

const LONGEST = 200;
/** What the topmost unit of a new office is called until somebody names it. */
export const UNNAMED = '本单位';

/** Reads the rows against the units that are there, whose topmost has no parent. A parent may stand anywhere in the list. `newId` makes the
 *  ids of what is new; `levels` is how deep units may stand. The answer has the order of the rows. */
export function readUnitRows(
  rows: readonly UnitAsked[],
  known: readonly KnownUnit[],
  { newId, levels }: { newId: () => string; levels: number },
): UnitRead[] {
  const units = new NamedUnits(known);
  const listed = new Map<string, number[]>();
  rows.forEach(({ name }, at) => {
    const key = unitKey(name);
    listed.set(key, [...(listed.get(key) ?? []), at]);
  });
  const topmost = soleTop(rows);
  const read = new Map<number, UnitRead>();
  const lineOf = new Map<string, number>();

  /** Reads a row, those that may stand above it first; what stands above itself finds nothing there. */
  const reading = new Set<number>();
  function readAt(at: number): void {
    if (read.has(at) || reading.has(at)) return;
    reading.add(at);
    const row = rows[at]!;
    // deeper than units may stand is refused in any case
    if (row.parent !== '' && reading.size <= levels && units.called(row.parent).length === 0)
      for (const above of listed.get(lastKey(row.parent)) ?? []) readAt(above);
    reading.delete(at);
    const said = judged(row);
    if (said.kind === 'new' || (said.kind === 'doubtful' && row.despite)) {
      said.id = newId();
      units.add({ id: said.id, name: row.name, parentId: said.parentId });
      lineOf.set(said.id, at + 1);
    }
    read.set(at, said);
  }

  function judged(row: UnitAsked): UnitRead {
    const nothing = { id: null, parentId: null };
    if (row.name === '') return { ...nothing, ...refusedRow('没有名称', 'No name') };
    if (row.name.length > LONGEST)
      return { ...nothing, ...refusedRow(`名称超过 ${LONGEST} 字`, `The name is longer than ${LONGEST} characters`) };
    const above = row.parent === '' ? [units.top] : units.called(row.parent);
    const [parent] = above;
    if (parent === undefined || above.length > 1) return { ...nothing, ...noParent(row, above) };
    const parentId = parent.id;
    const key = unitKey(row.name);
    if (row.parent === '' && key === unitKey(units.top.name))
      return { id: units.top.id, parentId: null, ...saidRow('known', '系统中已有', 'There already') };
    const twin = units.called(row.name).find((unit) => unit.parentId === parentId);
    const line = lineOf.get(twin?.id ?? '');
    if (line !== undefined)
      return { ...nothing, ...refusedRow(`与本表第 ${line} 行重复`, `Stands in line ${line} already`) };
    if (twin !== undefined) return { id: twin.id, parentId, ...saidRow('known', '系统中已有', 'There already') };
    if (units.depthOf(parent) + 1 > levels)
      return { ...nothing, ...refusedRow(`单位层级不能超过 ${levels} 级`, `At most ${levels} levels of units`) };
    return { id: null, parentId, ...doubtOf(row, key) };
  }

  function noParent({ parent }: UnitAsked, found: readonly KnownUnit[]): RowSaid {
    const ways = found.map((one) => units.wayOf(one));
    if (found.length > 1)
      return refusedRow(
        `叫“${parent}”的单位有 ${found.length} 个，请写明：${ways.join('；')}`,
        `${found.length} units are called “${parent}”; write one of: ${ways.join('; ')}`,
      );
    return (listed.get(lastKey(parent)) ?? []).some((at) => read.get(at)?.id === null)
      ? refusedRow(`上级单位“${parent}”本身没有录入`, `The unit above, “${parent}”, is itself left out`)
      : refusedRow(`没有上级单位“${parent}”`, `No unit above is called “${parent}”`);
  }

  function doubtOf(row: UnitAsked, key: string): RowSaid {
    if (units.top.name === UNNAMED && key === topmost)
      return saidRow(
        'doubtful',
        `将建在“${UNNAMED}”之下；如果它就是顶层单位，请先把“${UNNAMED}”改成这个名称`,
        `Would stand below “${UNNAMED}”; if this is the topmost unit itself, rename “${UNNAMED}” first`,
      );
    const alike = units.alike(row.name);
    if (alike.length === 0) return saidRow('new', '', '');
    const ways = alike.slice(0, 3).map((one) => units.wayOf(one));
    const more = alike.length - ways.length;
    return saidRow(
      'doubtful',
      `已有同名或近似的单位：${ways.join('；')}${more > 0 ? ` 等 ${alike.length} 个` : ''}`,
      `There is the same or nearly the same name: ${ways.join('; ')}${more > 0 ? ` and ${more} more` : ''}`,
    );
  }

  rows.forEach((_, at) => readAt(at));
  return rows.map((_, at) => read.get(at)!);
}

/** Key of the row that alone stands at the top of the list with others below it, since a sheet often begins with the whole house; else null. */
function soleTop(rows: readonly UnitAsked[]): string | null {
  const tops = new Set(rows.flatMap(({ name, parent }) => (parent === '' && name !== '' ? [unitKey(name)] : [])));
  const [top] = tops;
  return tops.size === 1 && rows.some(({ parent }) => lastKey(parent) === top) ? top! : null;
}
