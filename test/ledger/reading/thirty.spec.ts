/** Thirty ledgers as offices keep them, each with what it means written down by hand before it was read: nothing comes in wrong without a
 *  word, and nothing is asked that the ledger says. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readingOf } from '../../../src/ledger/reading/reading-of.js';
import type { LedgerReading, ReadEntry, RowReading } from '../../../src/ledger/reading/reading.js';
import { type Expected, writtenLedger } from './written-ledger.js';

const FOLDER = join(__dirname, 'thirty');
const TODAY = '2026-06-10';
const LEDGERS = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => writtenLedger(join(FOLDER, name)));

/** The row in the words of the files: every field where nothing is asked, those that are written where something is. */
function told(row: RowReading, { says }: Expected): Record<string, string> {
  const all: Record<string, string> = {};
  const say = (key: string, value: string | null | undefined): void => {
    if (value !== null && value !== undefined && value !== '') all[key] = value;
  };
  say('asks', [...new Set(row.doubts.map(({ key }) => key.split(':')[0]!))].sort().join('+'));
  if (row.joinsLine !== null) say('joins', String(row.joinsLine));
  say('refused', row.refusal?.code);
  if (row.kind === 'issue' && row.entry !== null) {
    const { entry } = row;
    say('lead', entry.units.lead);
    say('with', entry.units.supporting.join('+'));
    say('due', entry.dueOn);
    say('raised', entry.raisedOn);
    if (entry.state.meaning !== 'open') say('closed', entry.closedOn);
    say('raiser', entry.raisers.map(({ name }) => name).join('+'));
    say('immediate', entry.isImmediate ? 'yes' : '');
    for (const [key, value] of Object.entries(optional(row, entry))) if (key in says) say(key, value);
  }
  const needless = row.doubts.length > 0 && row.kind === 'issue';
  return needless ? Object.fromEntries(Object.entries(all).filter(([key]) => key === 'asks' || key in says)) : all;
}

function optional(row: RowReading, entry: ReadEntry): Record<string, string> {
  return { section: row.section ?? '', number: entry.externalId ?? '', measures: String(entry.measures.length) };
}

function whatOf(row: RowReading): string {
  if (row.kind === 'issue') return row.entry?.state.meaning ?? 'issue';
  return row.kind === 'continuation' ? 'joins' : row.kind;
}

/** Everything that people other than the sealed place's readers may see of a row. */
function seen({ entry }: RowReading): string {
  if (entry === null) return '';
  const { raiserName: _, raiserContact: __, raisers: ___, personal: ____, ...open } = entry;
  return JSON.stringify(open);
}

describe.each(LEDGERS.map((ledger) => [ledger.name, ledger] as const))('%s', (_, ledger) => {
  let reading: LedgerReading;
  beforeAll(async () => {
    reading = await readingOf({ name: 'ledger', bytes: ledger.bytes }, {}, TODAY);
  });

  it(`means what was written down: ${ledger.about}`, () => {
    const read = reading.rows.map((row) => {
      const expected = ledger.expected.find(({ line }) => line === row.line);
      return { line: row.line, what: whatOf(row), says: told(row, expected ?? { line: row.line, what: '', says: {} }) };
    });
    const wanted = ledger.expected.map(({ line, what, says }) => ({
      line,
      what,
      says: { ...says, ...('asks' in says ? { asks: says['asks']!.split('+').sort().join('+') } : {}) },
    }));
    expect(read).toEqual(wanted);
    if (ledger.identity !== undefined) expect(reading.identity.kind).toBe(ledger.identity);
  });

  it('accounts for each physical line, and puts nothing of a person where others read', () => {
    let next = 1;
    for (const { line, lastLine } of reading.rows) {
      expect(line).toBe(next);
      next = lastLine + 1;
    }
    for (const secret of ledger.secrets) for (const row of reading.rows) expect(seen(row)).not.toContain(secret);
  });
});
