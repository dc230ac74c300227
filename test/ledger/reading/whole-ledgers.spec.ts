/** Whole ledgers as cities keep them, read to the last row: two invented ones, and the public ones where they are beside the repository. */
import { parseMapping } from '../../../src/ledger/reading/mapping.js';
import { wherePublic } from '../../support/public-data.js';
import { inventedLetters, type LetterFile } from '../invented-letters.js';
import { inventedRequests, type RequestFile } from '../invented-requests.js';
import { publicLetters, publicRequests } from '../public-ledgers.js';
import { ledgerRead } from './rows-read.js';

function countBy<T>(all: T[], key: (each: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const each of all) counts[key(each)] = (counts[key(each)] ?? 0) + 1;
  return counts;
}

function readsLetters(file: LetterFile): void {
  const reading = () => ledgerRead(file.bytes);

  test('accounts for each of its rows', async () => {
    const { rows, imported, merged, refused } = await reading();
    expect({ rows, imported: imported.length, merged: merged.length }).toEqual({
      rows: file.rows,
      imported: file.imported,
      merged: file.merged,
    });
    expect(countBy(refused, ({ code }) => code)).toEqual({
      'ledger.row.undated': file.undated,
      'ledger.row.closedBeforeRaised': file.closedBeforeRaised,
    });
    expect(countBy(merged, ({ code }) => code)).toEqual({ 'ledger.row.repeatedId': file.merged });
    const lines = [...imported, ...merged, ...refused].map(({ line }) => line);
    expect(new Set(lines).size).toBe(file.rows);
  });

  test('finds which rows have both dates, which of them are negative, and the one case left open', async () => {
    const { imported, merged, refused } = await reading();
    const dated = [...imported, ...merged].filter(({ entry }) => entry.raisedOn && entry.closedOn);
    const negative = refused.filter(({ code }) => code === 'ledger.row.closedBeforeRaised');
    expect(dated.length + negative.length).toBe(file.rows - file.undated - 1);
    const open = imported.filter(({ entry }) => !entry.isClosed);
    expect(open.map(({ entry }) => entry.externalId)).toEqual([file.open]);
    expect(open[0]?.entry.raisedOn?.replaceAll('-', '')).toBe(file.open.slice(0, 8));
    expect(open[0]?.entry.closedOn).toBeUndefined();
    expect(open[0]?.entry.measure).toMatch(/转.*局/);
  });

  test('gives physical lines, text and agencies', async () => {
    const { imported, merged, refused } = await reading();
    const lines = file.bytes.toString().split('\n');
    for (const { line, entry } of [...imported, ...merged]) {
      expect(lines[line - 1]?.startsWith(`${entry.externalId},`)).toBe(true);
      expect(entry.title).not.toBe('');
      expect(entry.description).not.toBe('');
      expect(entry.extra).toEqual({});
    }
    for (const { line } of refused) expect(lines[line - 1]).toMatch(/^\d{11},/);
    expect(new Set([...imported, ...merged].map(({ entry }) => entry.unitName)).size).toBeGreaterThan(
      file.agencies - 10,
    );
    const [id, text] = file.quoting;
    expect(imported.find(({ entry }) => entry.externalId === id)?.entry.description).toContain(text);
  });
}
describe('the mailbox of an invented city', () => readsLetters(inventedLetters(240)));
wherePublic('mayor-mailbox.csv', (path) => describe('the mailbox of a city', () => readsLetters(publicLetters(path))));

function readsRequests(file: RequestFile): void {
  const mapping = parseMapping({
    zone: 'America/New_York',
    columns: {
      externalId: 'case_enquiry_id',
      title: 'case_title',
      description: [],
      source: 'source',
      categoryName: 'reason',
      unitName: 'department',
      raisedOn: 'open_dt',
      dueOn: 'target_dt',
      closedOn: 'closed_dt',
      status: 'case_status',
      measure: 'closure_reason',
    },
    closedValues: ['Closed'],
  });

  test('are all entries with instants, and the city’s verdict is kept', async () => {
    const { rows, imported } = await ledgerRead(file.bytes, mapping);
    expect([rows, imported.length]).toEqual([file.rows, file.rows]);
    expect(imported.every(({ entry }) => entry.raisedAt !== undefined)).toBe(true);
    expect(imported.every(({ entry }) => (entry.closedAt !== undefined) === entry.isClosed)).toBe(true);
    expect(countBy(imported, ({ entry }) => `${entry.isClosed ? 'closed' : 'open'} ${entry.extra['ontime']}`)).toEqual(
      file.verdicts,
    );
  });

  test('were closed late exactly where the city says so', async () => {
    const { imported } = await ledgerRead(file.bytes, mapping);
    for (const { entry } of imported.filter(({ entry }) => entry.isClosed)) {
      const late = entry.dueAt !== undefined && Date.parse(entry.closedAt ?? '') > Date.parse(entry.dueAt);
      expect([entry.externalId, late ? 'OVERDUE' : 'ONTIME']).toEqual([entry.externalId, entry.extra['ontime']]);
    }
  });

  test('begin with the request that stands on the second line', async () => {
    const { imported } = await ledgerRead(file.bytes, mapping);
    expect(imported[0]).toMatchObject(file.second);
  });
}
describe('service requests of an invented city', () => readsRequests(inventedRequests()));
wherePublic('boston311-100.csv', (path) =>
  describe('service requests of Boston', () => readsRequests(publicRequests(path))),
);
