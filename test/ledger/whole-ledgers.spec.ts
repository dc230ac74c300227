/** Whole ledgers as cities keep them, taken over to the last row: two invented ones, and the public ones where they are beside the
 *  repository, the long one of them in `npm run test:long`. */
import { isLateOn } from '../../src/domain/account.js';
import { importLedger } from '../../src/ledger/import-ledger.js';
import { parseMapping } from '../../src/ledger/reading/mapping.js';
import { wherePublic } from '../support/public-data.js';
import { openLedgerFixture, type LedgerFixture } from './ledger-fixture.js';
import { inventedLetters, type LetterFile } from './invented-letters.js';
import { inventedRequests, type RequestFile } from './invented-requests.js';
import { publicLetters, publicRequests } from './public-ledgers.js';
import { ledgerRead } from './reading/rows-read.js';

const NOW = Date.parse('2026-11-20T10:00:00+08:00');
/** Two imports of 1,179 rows in one test, perhaps on a busy machine. */
jest.setTimeout(240_000);

function takesOverLetters(letters: LetterFile): void {
  let fixture: LedgerFixture;
  beforeAll(async () => {
    fixture = await openLedgerFixture();
  });
  afterAll(() => fixture.test.drop());

  // Letters that bear one number and say different things are one correspondence here: a question, and its answer.
  const mapping = parseMapping({ repeatedIds: 'merge', answers: letters.answers });
  const refusedRows = letters.undated + letters.closedBeforeRaised;
  const file = () => ({ name: 'letters.csv', bytes: letters.bytes });
  const run = (dryRun: boolean) =>
    importLedger(fixture.office, { file: file(), mapping, dryRun, actor: fixture.clerk, now: NOW });
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

  it('accounts for each row: a case, joined to the case of its number, or refused line by line', async () => {
    const { rows } = await fixture.test.database.pool.query<{ summary: Awaited<ReturnType<typeof run>> }>(
      'SELECT summary FROM ledger_import',
    );
    const { summary } = rows[0]!;
    const { imported, merged, refused, joined, became, additions, units } = summary;
    expect({ rows: summary.rows, imported, merged, refused: refused.length }).toEqual({
      rows: letters.rows,
      imported: letters.imported,
      merged: letters.merged,
      refused: refusedRows,
    });
    expect(became).toEqual({ closed: letters.imported - 1, dropped: 0, assigned: 1, collected: 0 });
    expect(joined.map(({ line, into, code }) => `${line} ${into} ${code}`)).toHaveLength(letters.merged);
    expect(joined.every(({ into, code }) => into !== undefined && code === 'ledger.row.repeatedId')).toBe(true);
    expect(additions).toBeGreaterThanOrEqual(letters.merged);
    expect(refused.filter(({ code }) => code === 'ledger.row.undated')).toHaveLength(letters.undated);
    expect(refused.filter(({ code }) => code === 'ledger.row.closedBeforeRaised')).toHaveLength(
      letters.closedBeforeRaised,
    );
    expect(refused.every(({ line, message, messageZh }) => line > 1 && message !== '' && messageZh !== '')).toBe(true);
    const named = await ledgerRead(file().bytes, mapping);
    // two agencies with a blank between them answered together: the first leads
    const agencies = new Set(
      named.imported.flatMap(({ entry }) =>
        [entry.units.lead, ...entry.units.supporting].filter((name) => name !== null),
      ),
    );
    expect(units.created.length).toBe(agencies.size);
    expect(await numbers()).toMatchObject({ cases: letters.imported, units: 2 + agencies.size, orders: 0 });
  });

  it('takes each letter over as closed on its own day, never as visited, and orders nothing in the past', async () => {
    const { rows } = await fixture.test.database.pool.query(
      `SELECT count(*) FILTER (WHERE taken_over AND outcome = 'resolved') AS taken,
         min(collected_on) AS first, max(closed_on) AS last FROM rectification_case`,
    );
    expect(rows).toEqual([{ taken: letters.imported - 1, first: letters.first, last: letters.last }]);
    expect(await fixture.count('visit')).toBe(0);
    const { rows: early } = await fixture.test.database.pool.query(
      'SELECT count(*) AS n FROM message WHERE deliver_at < $1',
      [new Date(NOW)],
    );
    expect(early).toEqual([{ n: 0 }]);
  });

  it('keeps every word of the rows that repeat a number', async () => {
    const { imported, merged } = await ledgerRead(file().bytes);
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
    expect(imported).toHaveLength(letters.imported);
  });

  it('finds nothing new in the same file: no case, no event, no unit', async () => {
    const before = await numbers();
    const again = await run(false);
    expect(await numbers()).toEqual(before);
    expect(again).toMatchObject({
      rows: letters.rows,
      imported: 0,
      merged: letters.imported + letters.merged,
      additions: 0,
      units: { created: [] },
    });
    expect(again.refused).toHaveLength(refusedRows);
    expect(again.joined.filter(({ code }) => code === 'ledger.row.alreadyThere')).toHaveLength(letters.imported);
  });
}
describe('the mailbox of an invented city', () => takesOverLetters(inventedLetters(240)));
wherePublic(
  'mayor-mailbox.csv',
  (path) => describe('the mailbox of a city', () => takesOverLetters(publicLetters(path))),
  { inLong: true },
);

function takesOverRequests(requests: RequestFile): void {
  let fixture: LedgerFixture;
  beforeAll(async () => {
    fixture = await openLedgerFixture('America/New_York');
  });
  afterAll(() => fixture.test.drop());

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
    // departments that are called by letters
    answers: { 'unit:ISD': 'make', 'unit:GEN_': 'make' },
  });

  it('are late here exactly where the city says so, each one', async () => {
    const file = { name: 'requests.csv', bytes: requests.bytes };
    const report = await importLedger(fixture.office, {
      file,
      mapping,
      dryRun: false,
      actor: fixture.clerk,
      now: requests.judgedAt,
    });
    expect(report).toMatchObject({
      rows: requests.rows,
      imported: requests.rows,
      became: { closed: requests.closed, assigned: requests.open },
    });
    const { imported } = await ledgerRead(requests.bytes, mapping);
    const known = await fixture.store.known(
      imported.map(({ identity }) => identity),
      [],
    );
    const cases = await fixture.store.load(known.map(({ id }) => id));
    const ids = new Map(known.map(({ externalKey, id }) => [externalKey, id]));
    const today = fixture.referenceData.current().calendar.dayOf(requests.judgedAt);
    const verdicts = imported.map(({ entry, identity }) => {
      const { context } = cases.get(ids.get(identity)!)!;
      const late = context.outcome === null ? isLateOn(context, today) : context.breaches.length > 0;
      return [entry.externalId, late ? 'OVERDUE' : 'ONTIME'];
    });
    expect(verdicts).toEqual(imported.map(({ entry }) => [entry.externalId, entry.extra['ontime']]));
    expect(verdicts.filter(([, verdict]) => verdict === 'OVERDUE')).toHaveLength(
      (requests.verdicts['closed OVERDUE'] ?? 0) + (requests.verdicts['open OVERDUE'] ?? 0),
    );
  });

  it('needed the minute in one row only: closed an hour late on the due day itself', async () => {
    const { imported } = await ledgerRead(requests.bytes, mapping);
    const wholeDays = imported.filter(({ entry }) => {
      const late =
        entry.dueOn !== undefined &&
        (entry.closedOn ?? new Date(requests.judgedAt).toISOString().slice(0, 10)) > entry.dueOn;
      return (late ? 'OVERDUE' : 'ONTIME') !== entry.extra['ontime'];
    });
    expect(wholeDays.map(({ entry }) => [entry.dueAt, entry.closedAt])).toEqual([requests.lateByTheHour]);
  });
}
describe('service requests of an invented city', () => takesOverRequests(inventedRequests()));
wherePublic('boston311-100.csv', (path) =>
  describe('service requests of Boston', () => takesOverRequests(publicRequests(path))),
);
