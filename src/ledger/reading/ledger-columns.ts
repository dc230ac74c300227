/** The columns of a ledger: by what people chose, by their headers, and by what stands in them. */
import type { RawRow } from './cell.js';
import { columnLetters } from './cell-reference.js';
import type { Column, LedgerColumnsRead } from './column.js';
import { columnProfile, type ColumnProfile } from './column-profile.js';
import { columnQuestions } from './column-questions.js';
import { DATE_FIELDS, type Field, FIELDS } from './entry.js';
import { headerMeaning, type HeaderMeaning } from './header-meaning.js';
import { type FoundHeader, meaningsOf } from './header-lines.js';
import { headerKey } from './header-words.js';
import type { Choices } from './reading.js';
import { CHOSEN, said } from './said.js';

/** Fields that take several columns. */
const SEVERAL: readonly Field[] = [
  'description',
  'measure',
  'remark',
  'supportingUnitNames',
  'status',
  'isClosed',
  'raiserName',
  'raiserContact',
  'handlerName',
  'leaderName',
];

/** The columns below `header`. `rows` are those below it, for what stands in them. */
export function ledgerColumns(
  header: FoundHeader,
  rows: readonly RawRow[],
  choices: Choices,
  hidden: ReadonlySet<number> = new Set(),
): LedgerColumnsRead {
  const meanings = meaningsOf(header, choices.words?.headers);
  const columns = header.names.map(({ group, name }, column): Column => {
    const meaning = meanings[column]!;
    const { field, role, sure, why } = chosenOf(column, name, group, choices) ?? meaning;
    return {
      column,
      letter: columnLetters(column),
      header: group === '' || group === name ? name : `${group} ${name}`,
      group,
      name,
      field,
      role,
      sure,
      why,
      profile: profileOf(rows, column),
      example: null,
      isSide: false,
    };
  });
  for (const column of columns) column.example = column.profile.example;
  contest(columns, meanings, choices, hidden);
  for (const column of columns) if (hidden.has(column.column)) shownAsHidden(column);
  bySides(columns, rows);
  byContent(columns);
  const doubts = columnQuestions(columns, choices);
  const byField = new Map<Field, Column[]>();
  for (const field of FIELDS) {
    const found = columns.filter((column) => column.field === field && !column.isSide);
    if (!SEVERAL.includes(field)) found.sort((a, b) => rankOf(meanings, a) - rankOf(meanings, b));
    if (found.length > 0) byField.set(field, found);
  }
  return { columns, byField, doubts };
}

const rankOf = (meanings: HeaderMeaning[], { column }: Column): number => meanings[column]?.rank ?? 0;

/** What people chose, or a mapping by header. */
function chosenOf(
  column: number,
  name: string,
  group: string,
  choices: Choices,
): Pick<HeaderMeaning, 'field' | 'role' | 'sure' | 'why'> | undefined {
  const chosen = choices.columns?.[column] ?? answered(choices.answers, column);
  if (chosen !== undefined) {
    const field = chosen === 'none' ? null : chosen;
    const { role, field: own } = headerMeaning(name, group);
    // A day that was chosen is no longer either of two.
    return {
      field,
      role: own === field && role !== 'eitherDay' ? role : field === 'status' ? 'progress' : 'plain',
      sure: 'sure',
      why: CHOSEN,
    };
  }
  const mapped = choices.mapping?.columns;
  if (mapped === undefined) return undefined;
  const key = headerKey(name);
  const field = FIELDS.find((each) => mapped[each]?.some((header) => header === name || headerKey(header) === key));
  if (field !== undefined) return { field, role: field === 'status' ? 'progress' : 'plain', sure: 'sure', why: CHOSEN };
  const meant = headerMeaning(name, group);
  const isTaken = meant.field !== null && meant.field !== 'personal' && mapped[meant.field] !== undefined;
  return isTaken ? { field: null, role: 'plain', sure: 'sure', why: CHOSEN } : undefined;
}

function answered(answers: Choices['answers'], column: number): Field | 'personal' | 'none' | undefined {
  const answer = answers?.[`column:${column}`] ?? answers?.[`completion:${column}`];
  return answer === 'personal' || answer === 'none' ? answer : FIELDS.find((field) => field === answer);
}

/** Where two columns tell one field the surer word wins; the other is kept in the note, or supports. */
function contest(columns: Column[], meanings: HeaderMeaning[], choices: Choices, hidden: ReadonlySet<number>): void {
  for (const field of FIELDS) {
    if (SEVERAL.includes(field)) continue;
    const rivals = columns.filter((column) => column.field === field && choices.columns?.[column.column] === undefined);
    const [first, ...others] = rivals.sort(
      (a, b) =>
        Number(b.why === CHOSEN) - Number(a.why === CHOSEN) ||
        Number(hidden.has(a.column)) - Number(hidden.has(b.column)) ||
        Number(a.role === 'eitherDay') - Number(b.role === 'eitherDay') ||
        rankOf(meanings, a) - rankOf(meanings, b) ||
        a.column - b.column,
    );
    if (first === undefined) continue;
    if (field === 'unitName') {
      // 牵头单位 beside 责任单位: the one that says so leads.
      const lead = rivals.find(({ name }) => /牵头|主责|主办|承办/.test(name));
      if (lead !== undefined && lead !== first) {
        others.splice(others.indexOf(lead), 1, first);
        for (const other of others) second(other, 'supportingUnitNames', lead);
        continue;
      }
    }
    for (const other of others) {
      if (other.role !== 'extended') second(other, other.field === 'unitName' ? 'supportingUnitNames' : null, first);
    }
  }
}

/** A hidden column is read like any other, and says so. */
function shownAsHidden(column: Column): void {
  if (column.field === null || column.field === 'personal' || column.why === CHOSEN) return;
  const { message, messageZh } = column.why;
  column.sure = 'likely';
  column.why = said('hiddenColumn', `${message}; the column is hidden in the sheet`, `${messageZh}；该列在表中被隐藏`);
}

function second(column: Column, field: Field | null, first: Column): void {
  const kept = field === null;
  column.field = field;
  column.role = 'plain';
  column.sure = 'likely';
  column.why = said(
    kept ? 'secondColumn' : 'secondUnits',
    kept
      ? `“${first.header}” tells this already: kept in the note`
      : `Beside “${first.header}”, which leads: these support`,
    kept ? `已由“${first.header}”列说明，本列记入备注` : `已有“${first.header}”列，本列单位为配合单位`,
  );
}

/** A column without a name that holds only merged cells stands beside the table. */
function bySides(columns: Column[], rows: readonly RawRow[]): void {
  for (const column of columns) {
    if (column.field !== null || !/^第\d+列/.test(column.name)) continue;
    let merged = 0;
    let own = 0;
    for (const row of rows.slice(0, 200)) {
      if (row.cells[column.column] === undefined) continue;
      if (row.filled?.includes(column.column)) merged += 1;
      else own += 1;
    }
    if (merged >= 1 && own <= merged) {
      column.isSide = true;
      column.why = said('sideHeading', 'A heading beside the table', '表格左侧的竖排标题');
    }
  }
}

/** Persons' data under a header that does not say so. */
function byContent(columns: Column[]): void {
  for (const column of columns) {
    const { profile, field, name } = column;
    if (field !== null || column.why === CHOSEN || profile.filled === 0 || column.isSide) continue;
    if (profile.personal >= 0.3) {
      column.field = 'personal';
      column.why = said(
        'personalByShape',
        'Telephones, identity numbers or dwellings stand here: sealed',
        '含电话、身份证号或住址：加密保存',
      );
    } else if (profile.persons >= 0.6 && profile.filled >= 2 && !/地|点|街|路|村|镇/.test(name)) {
      column.field = 'personal';
      column.why = said('personalByName', 'Names of persons stand here: sealed', '内容像人名：加密保存');
    }
  }
}

function profileOf(rows: readonly RawRow[], column: number): ColumnProfile {
  return columnProfile(cellsOf(rows, column));
}

function* cellsOf(rows: readonly RawRow[], column: number) {
  for (const row of rows) if (!row.filled?.includes(column)) yield row.cells[column];
}

/** Whether a field holds days. */
export const isDateField = (field: string | null): boolean =>
  (DATE_FIELDS as readonly (string | null)[]).includes(field);
