/** The rows of one sheet of a workbook, read in pieces so that memory follows the row and not the sheet. */
import type { CellValue, RawRow } from './cell.js';
import { columnNumber } from './cell-reference.js';
import { serialMoment } from './excel-serial.js';
import { fileTooLarge } from './file-refusals.js';
import type { LedgerLimits } from './limits.js';
import { mergeFiller, type VerticalMerge, verticalMerges } from './merged-cells.js';
import { type Archive, isStruck, type SheetPlace, unescapeOoxml, type WorkbookFrame } from './workbook-parts.js';
import { xmlEvents, type XmlEvents } from './xml-events.js';
import { unpack } from './zip-part.js';

/** Rows that hold something, in order, hidden ones too and marked as such. Formula cells give their stored result, an error where none
 *  was stored, rich text its text, error cells their error, vertically merged cells the value of the merge. `hiddenColumns` is filled
 *  with the columns (from 0) that are hidden. Refuses damage and what passes the limits. */
export async function* sheetRows(
  archive: Archive,
  frame: WorkbookFrame,
  sheet: SheetPlace,
  limits: LedgerLimits,
  hiddenColumns: Set<number> = new Set(),
): AsyncGenerator<RawRow> {
  const merges = await mergesOf(archive, sheet);
  const fill = mergeFiller(merges.filter(({ column }) => column < limits.columns));
  const found: RawRow[] = [];
  const events = rowEvents(sheet.entry.name, frame, limits, hiddenColumns, (row) => found.push(row));
  const decoder = new TextDecoder('utf-8');
  let characters = 0;
  let rows = 0;
  for await (const piece of unpack(archive.bytes, sheet.entry, archive.budget)) {
    events.write(decoder.decode(piece, { stream: true }));
    for (const row of found.splice(0)) {
      fill(row);
      if (!row.cells.some((cell) => cell !== undefined)) continue;
      if (++rows > limits.rows + 10) throw tooManyRows(limits);
      for (const cell of row.cells) if (typeof cell === 'string') characters += cell.length;
      if (characters > limits.characters) throw tooMuchText(limits);
      yield row;
    }
  }
  events.end();
}

/** Merges stand behind the rows, so the sheet is unpacked once before it is read (a tenth of the time that parsing takes);
 *  this pass also proves its size before anything is built from it. It is not taken off the budget twice. */
async function mergesOf(archive: Archive, sheet: SheetPlace): Promise<VerticalMerge[]> {
  const budget = { left: archive.budget.left };
  let tail = '';
  let behindRows = false;
  for await (const piece of unpack(archive.bytes, sheet.entry, budget)) {
    const text = piece.toString('latin1');
    if (behindRows) {
      tail += text;
      continue;
    }
    const joined = tail + text;
    const end = joined.lastIndexOf('sheetData>');
    behindRows = end !== -1 && /<\/(?:\w+:)?$/.test(joined.slice(Math.max(0, end - 40), end));
    tail = behindRows ? joined.slice(end) : joined.slice(-60);
  }
  return behindRows ? verticalMerges(tail) : [];
}

function rowEvents(
  part: string,
  frame: WorkbookFrame,
  limits: LedgerLimits,
  hiddenColumns: Set<number>,
  emit: (row: RawRow) => void,
): XmlEvents {
  const marked = frame.looks.some(({ struck, shaded }) => struck || shaded) ? frame.looks : [];
  let inRows = false;
  let row: RawRow = { line: 0, cells: [] };
  let column = -1;
  let type = '';
  let style = -1;
  let text = '';
  let reading = false;
  let inPhonetic = false;
  let hasFormula = false;
  let isStruckRun = false;
  return xmlEvents(part, {
    open: (name, attributes) => {
      if (name === 'sheetData') inRows = true;
      else if (!inRows) {
        if (name === 'col' && (attributes.hidden === '1' || attributes.hidden === 'true'))
          for (let at = Number(attributes.min); at <= Math.min(Number(attributes.max), limits.columns); at++)
            hiddenColumns.add(at - 1);
      } else if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : columnNumber(attributes.r);
        type = attributes.t ?? 'n';
        style = attributes.s === undefined ? -1 : Number(attributes.s);
        text = '';
        hasFormula = false;
        isStruckRun = false;
      } else if (name === 'v' || (name === 't' && type === 'inlineStr')) reading = !inPhonetic;
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 'f') hasFormula = true;
      else if (name === 'strike') isStruckRun ||= isStruck(attributes);
      else if (name === 'row') {
        row = { line: attributes.r === undefined ? row.line + 1 : Number(attributes.r), cells: [] };
        if (attributes.hidden === '1' || attributes.hidden === 'true') row.hidden = true;
        column = -1;
      }
    },
    text: (piece) => {
      if (reading) text += piece;
    },
    close: (name) => {
      if (!inRows) return;
      if (name === 'v' || name === 't') reading = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'c') {
        // A program that does not calculate writes the formula alone; Excel writes its result, if only as an empty text.
        const value = hasFormula && text === '' && type === 'n' ? NOT_CALCULATED : cellValue(type, style, text, frame);
        if (value === undefined) return;
        if (column < 0 || column >= limits.columns) throw tooManyColumns(limits);
        row.cells[column] = value;
        if (isStruckRun || (type === 's' && frame.struckStrings.has(Number(text)))) (row.struck ??= []).push(column);
        const look = marked[style];
        if (look?.struck === true && row.struck?.at(-1) !== column) (row.struck ??= []).push(column);
        if (look?.shaded === true) (row.shaded ??= []).push(column);
        if (typeof value === 'string' && value.length > limits.cellCharacters) row.problem ??= tooLong(limits);
      } else if (name === 'row') emit(row);
      else if (name === 'sheetData') inRows = false;
    },
  });
}

/** A formula whose result the file does not hold. */
export const NOT_CALCULATED: CellValue = { error: '公式未计算' };

function cellValue(type: string, style: number, text: string, frame: WorkbookFrame): CellValue | undefined {
  if (type === 's') return textOrNothing(frame.strings[Number(text)] ?? '');
  if (type === 'inlineStr' || type === 'str') return textOrNothing(unescapeOoxml(text));
  if (text === '') return undefined;
  if (type === 'b') return text === '1' || text === 'true';
  if (type === 'e') return { error: text };
  if (type === 'd') return text;
  const number = Number(text);
  if (!Number.isFinite(number)) return text;
  const kind = frame.formats[style] ?? 'number';
  if (kind === 'date') return serialMoment(number, frame.date1904) ?? number;
  if (kind === 'percent') return `${Number((number * 100).toPrecision(12))}%`;
  return Number.isInteger(number) && !Number.isSafeInteger(number) && /^\d+$/.test(text) ? text : number;
}

function textOrNothing(text: string): string | undefined {
  return text.trim() === '' ? undefined : text;
}

/** The refusal of a cell longer than the limit, for its row. */
export function tooLong(limits: LedgerLimits) {
  return {
    code: 'ledger.row.tooLong',
    message: `A cell is longer than ${limits.cellCharacters} characters`,
    messageZh: `有单元格超过 ${limits.cellCharacters} 个字符`,
  };
}

/** The refusal of a file with more rows than the limit. */
export function tooManyRows(limits: LedgerLimits) {
  return fileTooLarge(`More than ${limits.rows} rows; split the ledger`, `超过 ${limits.rows} 行，请拆分台账后再导入`);
}

function tooMuchText({ characters }: LedgerLimits) {
  return fileTooLarge(
    `The cells hold more than ${characters} characters; split the ledger`,
    `单元格内容合计超过 ${characters} 个字符，请拆分台账后再导入`,
  );
}

/** The refusal of a file with more columns than the limit. */
export function tooManyColumns(limits: LedgerLimits) {
  return fileTooLarge(`A cell stands beyond column ${limits.columns}`, `有内容超出第 ${limits.columns} 列`);
}
