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
 *  `!merge A1:B2` merges. Below `--- expect` each line has `key=value`s; a value goes up to the next key. */
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
    bytes: kind.startsWith('csv') ? csv(table.slice(1).join('\n'), kind) : workbook(table),
    secrets,
    expected: expects.filter((line) => /^\d/.test(line)).map(expectation),
    identity: expects.find((line) => line.startsWith('identity '))?.split(' ')[1],
  };
}

function csv(text: string, kind: string): Buffer {
  if (kind.includes('gb18030')) return gb18030(text.replaceAll('\n', '\r\n'));
  return Buffer.from(`${kind.includes('bom') ? '\ufeff' : ''}${text}\n`);
}

function workbook(lines: string[]): Buffer {
  const sheets: SheetSpec[] = [];
  for (const line of lines) {
    const named = /^--- (.*?)( hidden)?$/.exec(line);
    const sheet = sheets.at(-1);
    if (named)
      sheets.push({ name: named[1]!, rows: [], merges: [], ...(named[2] ? { state: 'hidden' as const } : {}) });
    else if (line.startsWith('!merge ')) sheet!.merges!.push(...line.split(' ').slice(1));
    else sheet!.rows.push(line.split(/ ?\| ?/).map(cell));
  }
  return workbookOf({ sheets, formats: ['yyyy-mm-dd'] });
}

function cell(text: string): CellSpec {
  if (text.trim() === '') return null;
  if (text.startsWith('@')) return { s: 1, xml: `<v>${serialOf(text.slice(1))}</v>` };
  if (text === '#N/A!') return { t: 'e', xml: '<v>#N/A</v>' };
  if (/^#\d/.test(text)) return Number(text.slice(1));
  return text.replaceAll('⏎', '\n');
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
