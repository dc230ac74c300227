/** The days of a row: as they are meant, or asked. */
import type { Day } from '../../domain/day.js';
import { cellText } from './cell.js';
import { dayMeaning, type DayMeaning } from './day-words.js';
import { DATE_FIELDS, type DateField, type Field } from './entry.js';
import type { Column } from './column.js';
import { yearDoubt } from './ledger-year.js';
import { withoutPersons } from './personal-data.js';
import { lineText } from './plain-text.js';
import type { ReadEntry, Said } from './reading.js';
import { IN_NOTES, type RowCells } from './row-cells.js';
import { rowSaid, said } from './said.js';

const INSTANTS = { raisedOn: 'raisedAt', assignedOn: 'assignedAt', dueOn: 'dueAt', closedOn: 'closedAt' } as const;

/** Takes the row's days into the entry; `constant` is the day raised where the row has none. */
export function takeDays(row: RowCells, entry: ReadEntry, constant: string | undefined): void {
  const read = new Set<DateField>();
  for (const field of DATE_FIELDS) {
    const column = columnThatCounts(row, field);
    if (column === undefined || row.shown(column.column) === '') continue;
    if (row.reader.eitherDay?.column === column.column) {
      row.ask(column.column, row.reader.eitherDay.doubt);
      continue;
    }
    read.add(field);
    takeDay(row, entry, field, column);
    if (column.role === 'extended' && entry.dueOn !== undefined)
      entry.dueWhy = said('putOff', `Put off, by “${column.header}”`, `按“${column.header}”列，已延期`);
  }
  if (entry.raisedOn === undefined && constant !== undefined && !read.has('raisedOn')) {
    const day = dayMeaning(constant, 'raisedOn', row.reader.days);
    if (day.kind === 'day') setDay(entry, 'raisedOn', day);
  }
}

/** The column of a field; a due day that was put off takes the place of the first, which the note keeps. */
function columnThatCounts(row: RowCells, field: DateField): Column | undefined {
  const [first, ...others] = row.columnsOf(field);
  const extended = others.findLast(
    ({ column, role }) => role === 'extended' && !SAYS_NONE.test(row.shown(column).trim()),
  );
  if (first === undefined || extended === undefined) return first;
  const former = lineText(row.shown(first.column));
  if (former !== '') row.extra[first.header] = withoutPersons(former, IN_NOTES).text;
  return extended;
}

const SAYS_NONE = /^([-—–/\\无否]*|不延期|未延期|无需延期)$/;

function takeDay(row: RowCells, entry: ReadEntry, field: DateField, { column, header }: Column): void {
  const value = row.value(column)!;
  const shown = lineText(cellText(value));
  const key = `day:${field}:${shown}`;
  const answer = row.answer(key);
  const read =
    answer === undefined
      ? row.reader.memo.of(`${field} ${typeof value} ${shown}`, () => dayMeaning(value, field, row.reader.days))
      : answer === 'none'
        ? ({ kind: 'none' } as const)
        : dayMeaning(answer, field, row.reader.days);
  switch (read.kind) {
    case 'day':
      if (read.usesYear && field === 'dueOn' && entry.raisedOn !== undefined && read.day < entry.raisedOn) {
        const next = `${Number(read.day.slice(0, 4)) + 1}${read.day.slice(4)}`;
        askDay(
          row,
          column,
          key,
          field,
          shown,
          [next, read.day],
          rowSaid(
            'badDate',
            `“${shown}” of that year lies before the day it was raised`,
            `“${shown}”按该年份早于反映时间`,
          ),
        );
        return;
      }
      setDay(entry, field, read);
      row.mark(
        column,
        read.instant === undefined ? read.day : `${read.day} ${shown.slice(-8)}`.trim() === shown ? null : read.day,
        read.sure,
        read.why,
      );
      return;
    case 'noYear':
      row.ask(column, yearDoubt(shown, field, row.reader.today));
      return;
    case 'immediate':
      entry.isImmediate = field === 'dueOn';
      row.extra[header] = withoutPersons(shown, IN_NOTES).text;
      entry.dueWhy = said('atOnce', `“${shown}”: at once, by the short workflow`, `“${shown}”：立行立改`);
      row.mark(column, '立行立改', 'likely', entry.dueWhy);
      return;
    case 'term':
      row.extra[header] = withoutPersons(shown, IN_NOTES).text;
      return;
    case 'status':
      row.sayings.push({ header, text: shown, of: 'word' });
      row.extra[header] = withoutPersons(shown, IN_NOTES).text;
      return;
    case 'unread':
      askDay(row, column, key, field, shown, read.days, read.why);
      return;
    case 'none':
      return;
  }
}

function askDay(row: RowCells, column: number, key: string, field: Field, shown: string, days: Day[], why: Said): void {
  const options = days.map((day) => ({ value: day, label: day, labelZh: day }));
  row.ask(column, {
    code: why.code,
    message: why.message,
    messageZh: why.messageZh,
    key,
    field,
    shown,
    options: [...options, { value: 'none', label: 'No day', labelZh: '不填日期' }],
    free: 'day',
    ...(days[0] === undefined ? {} : { suggested: days[0] }),
  });
}

function setDay(entry: ReadEntry, field: DateField, read: Extract<DayMeaning, { kind: 'day' }>): void {
  entry[field] = read.day;
  if (read.instant !== undefined) entry[INSTANTS[field]] = read.instant;
  if (field === 'dueOn' && read.sure !== 'sure') entry.dueWhy = read.why;
}
