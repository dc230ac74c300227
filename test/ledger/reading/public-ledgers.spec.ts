/** The public ledgers beside the repository, read whole. Skipped, and named so, where they are absent. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMapping } from '../../../src/ledger/reading/mapping.js';
import { readLedger } from '../../../src/ledger/reading/read-ledger.js';

const DATA = join(__dirname, '../../../../shared/data');
const MAILBOX = join(DATA, 'mayor-mailbox.csv');
const BOSTON = join(DATA, 'boston311-100.csv');

function countBy<T>(all: T[], key: (each: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const each of all) counts[key(each)] = (counts[key(each)] ?? 0) + 1;
  return counts;
}

(existsSync(MAILBOX) ? describe : describe.skip)('the mailbox of a city (needs ../shared/data)', () => {
  const reading = () => readLedger({ name: 'mayor-mailbox.csv', path: MAILBOX });

  test('accounts for each of its 1,179 rows', async () => {
    const { rows, imported, merged, refused } = await reading();
    expect({ rows, imported: imported.length, merged: merged.length, refused: refused.length }).toEqual({
      rows: 1179,
      imported: 1158,
      merged: 8,
      refused: 13,
    });
    expect(countBy(refused, ({ code }) => code)).toEqual({
      'ledger.row.undated': 9,
      'ledger.row.closedBeforeRaised': 4,
    });
    expect(countBy(merged, ({ code, sameContent }) => `${code} ${sameContent}`)).toEqual({
      'ledger.row.repeatedId false': 8,
    });
    const lines = [...imported, ...merged, ...refused].map(({ line }) => line);
    expect(new Set(lines).size).toBe(1179);
  });

  test('finds 1,169 rows with both dates, four of them negative, and one case left open', async () => {
    const { imported, merged, refused } = await reading();
    const dated = [...imported, ...merged].filter(({ entry }) => entry.raisedOn && entry.closedOn);
    const negative = refused.filter(({ code }) => code === 'ledger.row.closedBeforeRaised');
    expect(dated.length + negative.length).toBe(1169);
    const open = imported.filter(({ entry }) => !entry.isClosed);
    expect(open).toMatchObject([{ entry: { externalId: '20120416001', raisedOn: '2012-04-16' } }]);
    expect(open[0]?.entry.closedOn).toBeUndefined();
    expect(open[0]?.entry.measure).toContain('转扶贫局处理');
  });

  test('gives physical lines, text and 194 agencies', async () => {
    const { imported, merged, refused } = await reading();
    const lines = readFileSync(MAILBOX, 'utf8').split('\n');
    for (const { line, entry } of [...imported, ...merged]) {
      expect(lines[line - 1]?.startsWith(`${entry.externalId},`)).toBe(true);
      expect(entry.title).not.toBe('');
      expect(entry.description).not.toBe('');
      expect(entry.extra).toEqual({});
    }
    for (const { line } of refused) expect(lines[line - 1]).toMatch(/^\d{11},/);
    expect(new Set([...imported, ...merged].map(({ entry }) => entry.unitName)).size).toBeGreaterThan(185);
    const quoting = imported.find(({ entry }) => entry.externalId === '20211029002');
    expect(quoting?.entry.description).toContain('<陕西省住宅专项维修资金管理办法>');
  });
});

(existsSync(BOSTON) ? describe : describe.skip)('service requests of Boston (needs ../shared/data)', () => {
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
    const { rows, imported } = await readLedger({ name: 'boston311-100.csv', path: BOSTON }, { mapping });
    expect([rows, imported.length]).toEqual([100, 100]);
    expect(imported.every(({ entry }) => entry.raisedAt !== undefined)).toBe(true);
    expect(imported.every(({ entry }) => (entry.closedAt !== undefined) === entry.isClosed)).toBe(true);
    expect(countBy(imported, ({ entry }) => `${entry.isClosed ? 'closed' : 'open'} ${entry.extra['ontime']}`)).toEqual({
      'closed ONTIME': 80,
      'closed OVERDUE': 5,
      'open OVERDUE': 12,
      'open ONTIME': 3,
    });
  });

  test('were closed late exactly where the city says so', async () => {
    const { imported } = await readLedger({ name: 'boston311-100.csv', path: BOSTON }, { mapping });
    for (const { entry } of imported.filter(({ entry }) => entry.isClosed)) {
      const late = entry.dueAt !== undefined && Date.parse(entry.closedAt ?? '') > Date.parse(entry.dueAt);
      expect([entry.externalId, late ? 'OVERDUE' : 'ONTIME']).toEqual([entry.externalId, entry.extra['ontime']]);
    }
  });

  test('begin with the request that stands on the second line', async () => {
    const { imported } = await readLedger({ name: 'boston311-100.csv', path: BOSTON }, { mapping });
    expect(imported[0]).toMatchObject({
      line: 2,
      identity: 'id:101004143000',
      entry: {
        title: 'BTDT: Complaint',
        raisedOn: '2022-01-21',
        raisedAt: '2022-01-21T18:47:00Z',
        dueAt: '2022-02-04T18:47:30Z',
        isClosed: false,
        sourceText: 'Constituent Call',
      },
    });
  });
});
