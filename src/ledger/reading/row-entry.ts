/** One row to what it says of an issue: cells with their meaning, the entry, and what has to be asked. */
import { contentHash } from './content-hash.js';
import type { RawRow } from './cell.js';
import { dittoDoubt } from './ditto.js';
import { withoutPersons } from './personal-data.js';
import { lineText, plainText } from './plain-text.js';
import type { CellReading, Doubt, ReadEntry, Said, Sureness } from './reading.js';
import { assign, IN_NOTES, IN_TEXTS, NAME_CHARACTERS, RowCells, type RowReader } from './row-cells.js';
import { takeDays } from './row-days.js';
import { takeProgress, takeState } from './row-progress.js';
import { NOTHING, takeRaisers } from './row-raisers.js';
import { takeUnits } from './row-units.js';
import { rowSaid, said } from './said.js';
import { sourceOf } from './source-words.js';

const TITLE_CHARACTERS = 120;

const NO_TEXT = rowSaid(
  'noDescription',
  'Neither a title nor a description: write it into the cell, or leave the row out',
  '没有标题，也没有问题描述：请补填单元格，或选择不导入此行',
);

export interface RowRead {
  cells: CellReading[];
  entry: ReadEntry | null;
  doubts: Doubt[];
  refusal: Said | null;
  /** The state's words were found, not inferred; how sure. */
  stateSure: Sureness;
}

/** The row as read. `entry` is null where it says no issue and `needsText` asks for one, or cannot be read at all. */
export function readRow(raw: RawRow, reader: RowReader, needsText: boolean): RowRead {
  const row = new RowCells(raw, reader);
  if (raw.problem) {
    const { code, message, messageZh } = raw.problem;
    return resultOf(row, null, { code, message, messageZh });
  }
  for (const column of raw.dangling ?? [])
    row.ask(column, dittoDoubt(column, reader.columns[column]?.header ?? '', row.value(column)));
  for (const { column, doubt } of reader.columnDoubts) if (row.cells.has(column)) row.doubts.push(doubt);
  const text = row.texts('description', IN_TEXTS).join('\n');
  const title = lineText(row.texts('title', IN_TEXTS).join(' '));
  if (needsText && text === '' && title === '') {
    const column = reader.columnDoubts.find(({ doubt }) => doubt.suggested === 'description');
    if (column !== undefined) row.ask(column.column, column.doubt);
    return resultOf(row, null, column === undefined ? NO_TEXT : null);
  }
  const { entry, stateSure } = entryOf(row, title, text);
  return resultOf(row, entry, null, stateSure);
}

function resultOf(row: RowCells, entry: ReadEntry | null, refusal: Said | null, stateSure: Sureness = 'sure'): RowRead {
  return { cells: [...row.cells.values()], entry, doubts: row.doubts, refusal, stateSure };
}

function entryOf(row: RowCells, title: string, text: string): { entry: ReadEntry; stateSure: Sureness } {
  const { choices } = row.reader;
  const constants = choices.constants ?? choices.mapping?.constants ?? {};
  const shown = shortened(title === '' ? lineText(text) : title);
  const entry: ReadEntry = {
    line: row.row.line,
    title: shown,
    description: text === '' ? title : title.length > shown.length ? `${title}\n${text}` : text,
    isClosed: false,
    extra: row.extra,
    state: { meaning: 'open', why: said('nothingSaid', 'Nothing says that it is finished', '表中没有写已完成') },
    units: { lead: null, supporting: [], written: '' },
    measures: [],
    raisers: [],
    personal: row.personal,
    isImmediate: false,
    dueWhy: null,
  };
  // Nothing depends on a serial number: one that was not calculated is none.
  if (!isError(row, 'serial')) assign(entry, 'serial', row.name('serial', IN_NOTES));
  assign(entry, 'externalId', numberOf(row));
  assign(entry, 'categoryName', row.name('categoryName', IN_NOTES) ?? constants.categoryName);
  for (const field of ['leaderName', 'handlerName'] as const)
    assign(entry, field, row.texts(field, IN_NOTES).map(lineText).join('、').slice(0, NAME_CHARACTERS) || undefined);
  assign(entry, 'sourceText', row.name('source', IN_NOTES));
  assign(entry, 'source', sourceRead(row, entry.sourceText) ?? constants.source);
  assign(entry, 'remark', row.texts('remark', IN_NOTES).join('\n') || undefined);
  const former = takeRaisers(row, entry);
  takeUnits(row, entry, constants.unitName);
  takeDays(row, entry, constants.raisedOn);
  takeProgress(row, entry);
  const stateSure = takeState(row, entry);
  if (former !== undefined) {
    const { raiserName: _, ...rest } = entry;
    entry.formerHash = contentHash({ ...rest, ...former });
  }
  keepRest(row);
  return { entry, stateSure };
}

function isError(row: RowCells, field: 'serial'): boolean {
  const [column] = row.columnsOf(field);
  const value = column === undefined ? undefined : row.value(column.column);
  return typeof value === 'object' && 'error' in value;
}

/** Digits alone are a number, whatever they look like. */
function numberOf(row: RowCells): string | undefined {
  const [column] = row.columnsOf('externalId');
  const isDigits = column !== undefined && /^\d+$/.test(row.shown(column.column).trim());
  return row.name('externalId', isDigits ? [] : IN_NOTES);
}

function sourceRead(row: RowCells, text: string | undefined): ReadEntry['source'] {
  return text === undefined ? undefined : row.reader.memo.of(`source ${text}`, () => sourceOf(text));
}

function keepRest(row: RowCells): void {
  for (const { column, field, header, isSide } of row.reader.columns) {
    if ((field !== null && field !== 'personal') || isSide) continue;
    const text = plainText(row.shown(column));
    if (text === '') continue;
    const { taken } = withoutPersons(text, IN_NOTES);
    if (field === 'personal' || taken.length > 0) {
      if (NOTHING.test(text)) continue;
      row.personal.push({ label: header, text });
      row.mark(column, null, field === 'personal' ? 'sure' : 'likely', said('sealed', 'Encrypted', '加密保存'));
    } else if (!row.reader.columnDoubts.some((each) => each.column === column)) row.extra[header] = text;
  }
}

/** At most 120 characters, whole characters only. */
function shortened(text: string): string {
  const characters = text.length > TITLE_CHARACTERS ? [...text] : [];
  return characters.length > TITLE_CHARACTERS ? `${characters.slice(0, TITLE_CHARACTERS - 1).join('')}…` : text;
}
