/** A ledger written as text, with what it means beside it: see thirty/*.txt. */
import { readFileSync } from 'node:fs';
import { gb18030, type CellSpec, type SheetSpec, workbookOf } from '../../support/workbook.js';
import { serialOf } from './serial.js';

/** What a line of a file means, written by hand. */
export interface Expected {
  line: number;
  /** Kind of the row, or the state of the issue it is. */
  what: string;
  says: Record<string, string>;
}

export interface WrittenLedger {
  name: string;
  about: string;
  bytes: Buffer;
  /** Texts of persons that stand in no note. */
  secrets: string[];
  expected: Expected[];
  /** What names its issues, where that is said. */
  identity: string | undefined;
}

/** Reads a written ledger. In a table ` | ` parts cells, ⏎ is a line end within one, #12 a number, @2026-03-01 a date cell, #N/A! an error;
 *  ~text is struck through, ^text shaded, =A1→text a formula with what it gave and =A1 one without; `!merge A1:B2` merges, `!hide 3` hides
 *  rows, `!hidecol C` a column. Below `--- expect` each line has `key=value`s; a value goes up to the next key. */
export function writtenLedger(path: string): WrittenLedger {
  const lines = readFileSync(path, 'utf8').split('\n');
  const [about = '', kind = ''] = lines;
  const at = lines.indexOf('--- expect');
  const body = lines.slice(2, at);
  const secrets = body.filter((line) => line.startsWith('secret ')).flatMap((line) => line.split(' ').slice(1));
  const table = body.filter((line) => !line.startsWith('secret '));
  const expects = lines.slice(at + 1).filter((line) => line.trim() !== '');
  return {
    name: path.split('/').at(-1)!.replace('.txt', ''),
    about: about.replace(/^# /, ''),
    bytes: kind.startsWith('csv') ? csv(table.slice(1).join('\n'), kind) : workbook(table, kind.includes('1904')),
    secrets,
    expected: expects.filter((line) => /^\d/.test(line)).map(expectation),
    identity: expects.find((line) => line.startsWith('identity '))?.split(' ')[1],
  };
}

function csv(text: string, kind: string): Buffer {
  if (kind.includes('gb18030')) return gb18030(text.replaceAll('\n', '\r\n'));
  return Buffer.from(`${kind.includes('bom') ? '\ufeff' : ''}${text}\n`);
}

function workbook(lines: string[], date1904: boolean): Buffer {
  const sheets: SheetSpec[] = [];
  for (const line of lines) {
    const named = /^--- (.*?)( hidden)?$/.exec(line);
    const sheet = sheets.at(-1);
    if (named)
      sheets.push({ name: named[1]!, rows: [], merges: [], ...(named[2] ? { state: 'hidden' as const } : {}) });
    else if (line.startsWith('!merge ')) sheet!.merges!.push(...line.split(' ').slice(1));
    else if (line.startsWith('!hide ')) sheet!.hiddenRows = line.split(' ').slice(1).map(Number);
    else if (line.startsWith('!hidecol ')) sheet!.hiddenColumns = line.split(' ').slice(1);
    else sheet!.rows.push(line.split(/ ?\| ?/).map((text) => cell(text, date1904)));
  }
  const date = 'yyyy-mm-dd';
  return workbookOf({ sheets, date1904, formats: [date, 0, date, 0, date], looks: LOOKS });
}

/** Of the styles 1 to 5: a day, struck through and as a day, shaded and as a day. */
const LOOKS = ['', 'struck', 'struck', 'shaded', 'shaded'] as const;
/** Days between the two beginnings of counting. */
const DAYS_TO_1904 = 1462;

function cell(text: string, date1904: boolean): CellSpec {
  const look = text.startsWith('~') ? 2 : text.startsWith('^') ? 4 : 0;
  if (look > 0) return styled(cell(text.slice(1), date1904), look);
  const formula = /^=([^→]*)(?:→(.*))?$/.exec(text);
  if (formula) return calculated(formula[1]!, formula[2] === undefined ? null : cell(formula[2], date1904));
  if (text.trim() === '') return null;
  if (text.startsWith('@')) return { s: 1, xml: `<v>${serialOf(text.slice(1)) - (date1904 ? DAYS_TO_1904 : 0)}</v>` };
  if (text === '#N/A!') return { t: 'e', xml: '<v>#N/A</v>' };
  if (/^#-?\d/.test(text)) return Number(text.slice(1));
  return text.replaceAll('⏎', '\n');
}

function styled(value: CellSpec, look: number): CellSpec {
  if (value !== null && typeof value === 'object') return { ...value, s: look + (value.s === 1 ? 1 : 0) };
  if (typeof value === 'number') return { s: look, xml: `<v>${value}</v>` };
  return { t: 'inlineStr', s: look, xml: `<is><t xml:space="preserve">${String(value ?? '')}</t></is>` };
}

function calculated(formula: string, value: CellSpec): CellSpec {
  const f = `<f>${formula}</f>`;
  if (value === null) return { xml: f };
  if (typeof value === 'object') return { ...value, xml: f + value.xml };
  return typeof value === 'number' ? { xml: `${f}<v>${value}</v>` } : { t: 'str', xml: `${f}<v>${String(value)}</v>` };
}

function expectation(line: string): Expected {
  const [, number = '', rest = ''] = /^(\d+) (.*)$/.exec(line) ?? [];
  const [what = '', ...says] = rest.split(/ (?=[a-z]+=|immediate)/);
  const [key, value] = what.split('=');
  return {
    line: Number(number),
    what: key!,
    says: {
      ...(value === undefined ? {} : { [key!]: value }),
      ...Object.fromEntries(says.map((each) => [each.split('=')[0]!, each.split('=')[1] ?? 'yes'])),
    },
  };
}
