/** Which column means which field. */
import { type Field, FIELDS } from './entry.js';
import { HEADER_WORDS, headerKey, headerKeyWithoutNote } from './header-words.js';
import type { LedgerMapping } from './mapping.js';

/** Headers by field. A field of text may be told by several columns (整改措施 and 整改情况), in the order of the sheet. */
export type LedgerColumns = Partial<Record<Field, string[]>>;

export interface RecognisedHeaders {
  columns: LedgerColumns;
  /** Headers that mean no field; their cells are kept as extra. */
  unknown: string[];
  /** What a ledger cannot do without and this one lacks: 'description' when neither it nor a title is found, and any header the
   *  mapping names that is not there. */
  missing: string[];
}

const SEVERAL: readonly Field[] = ['description', 'measure', 'remark', 'supportingUnitNames'];
/** Fields of the person who raised it: a second such column is encrypted with the first, or the unit would read it among the extras. */
const SEALED: readonly Field[] = ['raiserName', 'raiserContact'];

const WORDS = new Map<string, { field: Field; rank: number }>();
for (const field of FIELDS) {
  for (const [rank, word] of HEADER_WORDS[field].split(' ').entries()) WORDS.set(headerKey(word), { field, rank });
}

/** Fields by the mapping first, then by the words offices use. Of two columns for one field the surer word wins and the other stays
 *  unknown (and so extra), except for fields of text and of the raiser, which take both. `id` and `标题` words are compared without case, blanks,
 *  width and notes in brackets. */
export function recogniseHeaders(headers: string[], mapping?: LedgerMapping): RecognisedHeaders {
  const columns: LedgerColumns = {};
  const missing: string[] = [];
  const taken = new Set<string>();
  for (const field of FIELDS) {
    const wanted = mapping?.columns[field];
    if (wanted === undefined) continue;
    columns[field] = [];
    for (const name of wanted) {
      const header =
        headers.find((each) => each === name) ?? headers.find((each) => headerKey(each) === headerKey(name));
      if (header === undefined) missing.push(name);
      else {
        columns[field].push(header);
        taken.add(header);
      }
    }
  }
  recogniseByWords(headers, columns, taken);
  if (columns.description === undefined && columns.title === undefined) missing.push('description');
  return { columns, unknown: headers.filter((header) => !taken.has(header)), missing };
}

function recogniseByWords(headers: string[], columns: LedgerColumns, taken: Set<string>): void {
  const found: { header: string; field: Field; rank: number }[] = [];
  for (const header of headers) {
    if (taken.has(header)) continue;
    const exact = WORDS.get(headerKey(header));
    const noted = exact ?? WORDS.get(headerKeyWithoutNote(header));
    if (noted && columns[noted.field] === undefined) {
      found.push({ header, field: noted.field, rank: noted.rank + (exact ? 0 : 0.5) });
    }
  }
  for (const field of FIELDS) {
    const candidates = found.filter((each) => each.field === field);
    if (!SEVERAL.includes(field)) candidates.sort((a, b) => a.rank - b.rank);
    const chosen = SEVERAL.includes(field) || SEALED.includes(field) ? candidates : candidates.slice(0, 1);
    if (chosen.length === 0) continue;
    columns[field] = chosen.map(({ header }) => header);
    for (const { header } of chosen) taken.add(header);
  }
}
