/** Every row is imported, merged or refused. */
import fc from 'fast-check';
import { type AccountRules, accountForRows } from '../../../src/ledger/reading/account.js';
import type { LedgerEntry } from '../../../src/ledger/reading/entry.js';
import { readLedger } from '../../../src/ledger/reading/read-ledger.js';

const DATED: AccountRules = { isDated: true };

function entry(line: number, more: Partial<LedgerEntry> = {}): { entry: LedgerEntry } {
  const entry = { line, title: `第${line}条`, description: '…', isClosed: false, raisedOn: '2024-03-01', extra: {} };
  return { entry: { ...entry, ...more } };
}

const codes = (results: { entry: LedgerEntry }[], rules = DATED) =>
  accountForRows(results, rules).refused.map(({ line, code }) => [line, code]);

describe('accounting for rows', () => {
  test('refuses a row without the day raised where the ledger has such a column', () => {
    const undated = [entry(2, { raisedOn: undefined })];
    expect(codes(undated)).toEqual([[2, 'ledger.row.undated']]);
    expect(codes(undated, { isDated: false })).toEqual([]);
  });

  test('refuses closed rows without a day, imports rows that only lack the closing day as open', () => {
    expect(codes([entry(2, { isClosed: true }), entry(3, { measure: '已答复' })])).toEqual([
      [2, 'ledger.row.closedUndated'],
    ]);
  });

  test('refuses what was closed before it was raised, by instants where both are known', () => {
    const day = { closedOn: '2024-03-01', isClosed: true };
    expect(
      codes([
        entry(2, { ...day, closedOn: '2024-02-29' }),
        entry(3, day),
        entry(4, { ...day, raisedAt: '2024-03-01T05:00:00Z', closedAt: '2024-03-01T04:00:00Z' }),
        entry(5, { ...day, raisedAt: '2024-03-01T05:00:00Z', closedAt: '2024-03-01T05:00:00Z' }),
      ]),
    ).toEqual([
      [2, 'ledger.row.closedBeforeRaised'],
      [4, 'ledger.row.closedBeforeRaised'],
    ]);
  });

  test('merges a repeated number into its first row and says whether the text differs', () => {
    const same = { externalId: 'A1', title: '同' };
    const { imported, merged } = accountForRows(
      [entry(2, same), entry(3, same), entry(4, { ...same, title: '异' })],
      DATED,
    );
    expect(imported).toMatchObject([{ line: 2, identity: 'id:A1' }]);
    expect(merged).toMatchObject([
      { line: 3, into: 2, sameContent: true, code: 'ledger.row.repeatedId' },
      { line: 4, into: 2, sameContent: false, code: 'ledger.row.repeatedId', entry: { title: '异' } },
    ]);
  });

  test('refuses a repeated number with another text where the mapping says so', () => {
    const rows = [entry(2, { externalId: 'A1' }), entry(3, { externalId: 'A1' })];
    expect(codes(rows, { isDated: true, repeatedIds: 'refuse' })).toEqual([[3, 'ledger.row.repeatedId']]);
  });

  test('merges rows without a number that say the same, whatever their 序号', () => {
    const { imported, merged } = accountForRows(
      [
        entry(2, { title: '同', serial: '1' }),
        entry(3, { title: '同', serial: '2' }),
        entry(4, { title: '同', unitName: '所' }),
      ],
      DATED,
    );
    expect(imported.map(({ line }) => line)).toEqual([2, 4]);
    expect(merged).toMatchObject([{ line: 3, into: 2, sameContent: true, code: 'ledger.row.repeatedRow' }]);
  });

  test('lets a repeat of a refused row stand for itself', () => {
    const rows = [entry(2, { externalId: 'A1', raisedOn: undefined }), entry(3, { externalId: 'A1' })];
    expect(accountForRows(rows, DATED)).toMatchObject({ imported: [{ line: 3 }], refused: [{ line: 2 }], merged: [] });
  });

  test('adds up for any rows, each line once, and the same again for the same rows', () => {
    const day = fc.option(fc.constantFrom('2024-03-01', '2024-03-02', '2024-02-01'), { nil: undefined });
    const row = fc.record({
      externalId: fc.option(fc.constantFrom('A', 'B', 'C'), { nil: undefined }),
      title: fc.constantFrom('x', 'y'),
      isClosed: fc.boolean(),
      raisedOn: day,
      closedOn: day,
    });
    fc.assert(
      fc.property(fc.array(row), fc.boolean(), (rows, isDated) => {
        const results = rows.map((each, i) => entry(i + 2, each));
        const { imported, merged, refused, ...account } = accountForRows(results, { isDated });
        const lines = [...imported, ...merged, ...refused].map(({ line }) => line).sort((a, b) => a - b);
        expect(lines).toEqual(rows.map((_, i) => i + 2));
        expect(account.rows).toBe(rows.length);
        expect(accountForRows(results, { isDated })).toEqual({ imported, merged, refused, ...account });
      }),
    );
  });
});

describe('reading a ledger', () => {
  test('answers how the file was read and accounts for its rows', async () => {
    const content = [
      '某某局整改台账,,,,',
      '序号,问题描述,责任单位,整改时限,是否销号',
      '1,"路灯\n不亮",城关所,2024.3.5,否',
      '2,路面破损,城关所,2月30日,否',
      '3,"路灯\n不亮",城关所,2024.3.5,否',
      '合计,,,,',
    ].join('\n');
    const read = await readLedger({ name: '台账.csv', bytes: Buffer.from(content) });
    expect(read.rows).toBe(4);
    expect(read.imported).toMatchObject([{ line: 3, entry: { dueOn: '2024-03-05', description: '路灯\n不亮' } }]);
    expect(read.merged).toMatchObject([{ line: 6, into: 3 }]);
    expect(read.refused.map(({ line, code }) => [line, code])).toEqual([
      [5, 'ledger.row.badDate'],
      [8, 'ledger.row.total'],
    ]);
    expect(read.ledger).toMatchObject({ kind: 'csv', headerLine: 2, unreadSheets: [], unknown: [] });
  });
});
