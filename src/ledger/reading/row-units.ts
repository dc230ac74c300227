/** The units that a row names. */
import type { Column } from './column.js';
import { withoutPersons } from './personal-data.js';
import { lineText } from './plain-text.js';
import type { ReadEntry } from './reading.js';
import { assign, IN_NOTES, type RowCells } from './row-cells.js';
import { unitsIn } from './unit-cell.js';

/** Takes who leads and who supports into the entry; `constant` leads where the row names nobody. */
export function takeUnits(row: RowCells, entry: ReadEntry, constant: string | undefined): void {
  const [leads] = row.columnsOf('unitName');
  const leading = unitsOf(row, leads);
  const supporting = row.columnsOf('supportingUnitNames').map((column) => unitsOf(row, column));
  entry.units = {
    lead: leading.lead ?? (leads === undefined || leading.supporting.length === 0 ? (constant ?? null) : null),
    supporting: [
      ...new Set([
        ...leading.supporting,
        ...supporting.flatMap(({ lead, supporting: more }) => [...(lead === null ? [] : [lead]), ...more]),
      ]),
    ],
    written: leads === undefined ? '' : lineText(withoutPersons(row.shown(leads.column), IN_NOTES).text),
  };
  entry.units.supporting = entry.units.supporting.filter((name) => name !== entry.units.lead);
  const persons = [leading, ...supporting].flatMap((each) => each.persons);
  if (persons.length > 0)
    entry.handlerName = [...new Set([...(entry.handlerName?.split('、') ?? []), ...persons])].join('、');
  assign(entry, 'unitName', entry.units.lead ?? undefined);
  assign(entry, 'supportingUnitNames', entry.units.supporting.length > 0 ? entry.units.supporting : undefined);
}

function unitsOf(
  row: RowCells,
  column: Column | undefined,
): { lead: string | null; supporting: string[]; persons: string[] } {
  const nobody = { lead: null, supporting: [], persons: [] };
  if (column === undefined) return nobody;
  const text = row.clean(column.column, column.header, IN_NOTES).trim();
  if (text === '') return nobody;
  const whole = row.answer(`unit:${lineText(text)}`);
  const read =
    whole === undefined
      ? row.reader.memo.of(`units ${text}`, () => unitsIn(text, row.reader.isUnit))
      : unitsIn(whole === 'keep' || whole === 'none' ? text : whole, () => true);
  if (whole === 'none') return nobody;
  const renamed = new Map<string, string | null>();
  for (const { name, why } of read.doubtful) {
    const answer = row.answer(`unit:${name}`);
    if (answer === undefined) {
      renamed.set(name, null);
      row.ask(column.column, {
        ...why,
        key: `unit:${name}`,
        field: column.field === 'unitName' ? 'unitName' : 'supportingUnitNames',
        shown: name,
        options: [
          { value: 'keep', label: `It is the unit “${name}”`, labelZh: `就是单位“${name}”` },
          { value: 'none', label: 'No unit', labelZh: '不指定单位' },
        ],
        free: 'unit',
      });
    } else renamed.set(name, answer === 'none' ? null : answer === 'keep' ? name : answer);
  }
  const as = (name: string): string | null => (renamed.has(name) ? (renamed.get(name) ?? null) : name);
  const lead = read.lead === null ? null : as(read.lead);
  const supporting = read.supporting.flatMap((name) => as(name) ?? []);
  if (read.doubtful.every(({ name }) => renamed.get(name) != null)) {
    const meaning = supporting.length === 0 ? lead : `牵头：${lead ?? '—'}；配合：${supporting.join('、')}`;
    row.mark(column.column, meaning, read.doubtful.length > 0 ? 'sure' : read.sure, read.why);
  }
  return { lead, supporting, persons: read.persons };
}
