/** The public ledgers beside the repository, taken over whole. Skipped, and named so, where they are absent. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isLateOn } from '../../src/domain/account.js';
import { importLedger } from '../../src/ledger/import-ledger.js';
import { parseMapping } from '../../src/ledger/reading/mapping.js';
import { readLedger } from '../../src/ledger/reading/read-ledger.js';
import { openLedgerFixture, type LedgerFixture } from './ledger-fixture.js';

const DATA = join(__dirname, '../../../shared/data');
const MAILBOX = join(DATA, 'mayor-mailbox.csv');
const BOSTON = join(DATA, 'boston311-100.csv');
const NOW = Date.parse('2026-11-20T10:00:00+08:00');
/** Two imports of 1,179 rows in one test, perhaps on a busy machine. */
jest.setTimeout(240_000);

(existsSync(MAILBOX) ? describe : describe.skip)('the mailbox of a city (needs ../shared/data)', () => {
  let fixture: LedgerFixture;
  beforeAll(async () => {
    fixture = await openLedgerFixture();
  });
  afterAll(() => fixture.test.drop());

  const file = () => ({ name: 'mayor-mailbox.csv', bytes: readFileSync(MAILBOX) });
  const run = (dryRun: boolean) =>
    importLedger(fixture.office, { file: file(), dryRun, actor: fixture.clerk, now: NOW });
  const numbers = async () => ({
    cases: await fixture.count('rectification_case'),
    events: await fixture.count('case_event'),
    units: await fixture.count('unit'),
    orders: await fixture.count('supervision_order'),
  });

  it('says in a dry run what the import then does, and writes nothing', async () => {
    const before = await numbers();
    const dry = await run(true);
    expect(await numbers()).toEqual(before);
    expect(await fixture.count('ledger_import')).toBe(0);
    const real = await run(false);
    expect({ ...dry, importId: null, dryRun: false }).toEqual({ ...real, importId: null });
  });

  it('accounts for each of the 1,179 rows: 1,158 cases, 8 joined, 13 refused line by line', async () => {
    const { rows } = await fixture.test.database.pool.query<{ summary: Awaited<ReturnType<typeof run>> }>(
      'SELECT summary FROM ledger_import',
    );
    const { summary } = rows[0]!;
    const { imported, merged, refused, joined, became, additions, units } = summary;
    expect({ rows: summary.rows, imported, merged, refused: refused.length }).toEqual({
      rows: 1179,
      imported: 1158,
      merged: 8,
      refused: 13,
    });
    expect(became).toEqual({ closed: 1157, dropped: 0, assigned: 1, collected: 0 });
    expect(joined.map(({ line, into, code }) => `${line} ${into} ${code}`)).toHaveLength(8);
    expect(joined.every(({ into, code }) => into !== undefined && code === 'ledger.row.repeatedId')).toBe(true);
    expect(additions).toBeGreaterThanOrEqual(8);
    expect(refused.filter(({ code }) => code === 'ledger.row.undated')).toHaveLength(9);
    expect(refused.filter(({ code }) => code === 'ledger.row.closedBeforeRaised')).toHaveLength(4);
    expect(refused.every(({ line, message, messageZh }) => line > 1 && message !== '' && messageZh !== '')).toBe(true);
    const named = await readLedger({ name: '', path: MAILBOX });
    const agencies = new Set(named.imported.map(({ entry }) => entry.unitName));
    expect(units.created.length).toBe(agencies.size);
    expect(await numbers()).toMatchObject({ cases: 1158, units: 2 + agencies.size, orders: 0 });
  });

  it('takes each letter over as closed on its own day, never as visited, and orders nothing in the past', async () => {
    const { rows } = await fixture.test.database.pool.query(
      `SELECT count(*) FILTER (WHERE taken_over AND outcome = 'resolved') AS taken,
         min(collected_on) AS first, max(closed_on) AS last FROM rectification_case`,
    );
    expect(rows).toEqual([{ taken: 1157, first: '2012-02-06', last: '2022-05-12' }]);
    expect(await fixture.count('visit')).toBe(0);
    const { rows: early } = await fixture.test.database.pool.query(
      'SELECT count(*) AS n FROM message WHERE deliver_at < $1',
      [new Date(NOW)],
    );
    expect(early).toEqual([{ n: 0 }]);
  });

  it('keeps every word of the rows that repeat a number', async () => {
    const { imported, merged } = await readLedger({ name: '', path: MAILBOX });
    const { rows } = await fixture.test.database.pool.query<{ said: string; key: string }>(
      `SELECT c.external_key AS key, string_agg(body->'payload'->>'text', '' ORDER BY seq) AS said
       FROM case_event e JOIN rectification_case c ON c.id = e.case_id WHERE e.type = 'COMMENT' GROUP BY c.id`,
    );
    const said = new Map(rows.map((row) => [row.key, row.said]));
    for (const { entry } of merged) {
      const kept = said.get(`id:${entry.externalId}`) ?? '';
      expect(kept).toContain(entry.title);
      expect(kept).toContain(entry.description);
      expect(kept).toContain(entry.measure ?? '');
    }
    expect(imported).toHaveLength(1158);
  });

  it('finds nothing new in the same file: no case, no event, no unit', async () => {
    const before = await numbers();
    const again = await run(false);
    expect(await numbers()).toEqual(before);
    expect(again).toMatchObject({ rows: 1179, imported: 0, merged: 1166, additions: 0, units: { created: [] } });
    expect(again.refused).toHaveLength(13);
    expect(again.joined.filter(({ code }) => code === 'ledger.row.alreadyThere')).toHaveLength(1158);
  });
});

(existsSync(BOSTON) ? describe : describe.skip)('service requests of Boston (needs ../shared/data)', () => {
  let fixture: LedgerFixture;
  beforeAll(async () => {
    fixture = await openLedgerFixture('America/New_York');
  });
  afterAll(() => fixture.test.drop());

  /** Open requests are judged at this moment: noon in Boston on 2022-07-01, after the last target day of the file (2022-05-20). */
  const MOMENT = Date.parse('2022-07-01T12:00:00-04:00');
  const mapping = parseMapping({
    zone: 'America/New_York',
    columns: {
      externalId: 'case_enquiry_id',
      title: 'case_title',
      description: [],
      source: [],
      categoryName: 'reason',
      unitName: 'department',
      raisedOn: 'open_dt',
      dueOn: 'target_dt',
      closedOn: 'closed_dt',
      status: 'case_status',
      measure: 'closure_reason',
    },
    closedValues: ['Closed'],
    constants: { source: 'hotline' },
  });

  it('are late here exactly where the city says so, all 100', async () => {
    const file = { name: 'boston311-100.csv', bytes: readFileSync(BOSTON) };
    const report = await importLedger(fixture.office, {
      file,
      mapping,
      dryRun: false,
      actor: fixture.clerk,
      now: MOMENT,
    });
    expect(report).toMatchObject({ rows: 100, imported: 100, became: { closed: 85, assigned: 15 } });
    const { imported } = await readLedger(file, { mapping });
    const known = await fixture.store.known(
      imported.map(({ identity }) => identity),
      [],
    );
    const cases = await fixture.store.load(known.map(({ id }) => id));
    const ids = new Map(known.map(({ externalKey, id }) => [externalKey, id]));
    const today = fixture.referenceData.current().calendar.dayOf(MOMENT);
    const verdicts = imported.map(({ entry, identity }) => {
      const { context } = cases.get(ids.get(identity)!)!;
      const late = context.outcome === null ? isLateOn(context, today) : context.breaches.length > 0;
      return [entry.externalId, late ? 'OVERDUE' : 'ONTIME'];
    });
    expect(verdicts).toEqual(imported.map(({ entry }) => [entry.externalId, entry.extra['ontime']]));
    expect(verdicts.filter(([, verdict]) => verdict === 'OVERDUE')).toHaveLength(17);
  });

  it('needed the minute in one row only: closed an hour late on the due day itself', async () => {
    const { imported } = await readLedger({ name: '', path: BOSTON }, { mapping });
    const wholeDays = imported.filter(({ entry }) => {
      const late = entry.dueOn !== undefined && (entry.closedOn ?? '2022-07-01') > entry.dueOn;
      return (late ? 'OVERDUE' : 'ONTIME') !== entry.extra['ontime'];
    });
    expect(wholeDays.map(({ entry }) => [entry.dueAt, entry.closedAt])).toEqual([
      ['2022-01-04T13:30:00Z', '2022-01-04T14:30:03Z'],
    ]);
  });
});
