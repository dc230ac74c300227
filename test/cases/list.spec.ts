/** The list of cases: lights for the moment of reading, filters, pages that neither skip nor repeat, and what the index does. */
import { lightOf } from '../../src/cases/case-core.js';
import { caseCursorText, type CaseCursor } from '../../src/cases/case-list.cursor.js';
import type { CaseItem, CaseListQuery } from '../../src/cases/case-list.dto.js';
import { clockAccount, isLateOn } from '../../src/domain/account.js';
import { stageOf, type CaseState } from '../../src/domain/case.js';
import type { Actor } from '../../src/domain/command.js';
import { addDays } from '../../src/domain/day.js';
import { maySee, visibleUnits } from '../../src/domain/visibility.js';
import { LIGHTS, SOURCES, STAGES } from '../../src/domain/words.js';
import { sweep } from '../../src/executor/sweep.js';
import { DIRECTIONS, SORTS } from '../../src/store/lists/case-list.orders.js';
import { pageStatement } from '../../src/store/lists/case-list.store.js';
import { openFixture, type Fixture } from '../support/fixture.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { atLength } from '../support/length.js';
import { ACTOR, at, calendar, CATEGORY, refs, UNIT, units } from '../support/engine.js';
import { reading, type Reading } from '../reports/reading.js';
import { chance, daysFrom, evening, MEETING, SimulatedOffice } from '../reports/simulated-office.js';

const DAYS = daysFrom('2026-03-02', '2026-03-27');
const NOW = evening(DAYS.at(-1)!);

let test: TestDatabase;
let fixture: Fixture;
let read: Reading;
let states: CaseState[];

beforeAll(async () => {
  test = await createTestDatabase({ statementTimeout: 0 });
  fixture = await openFixture(test.database);
  await test.database.pool.query(
    `INSERT INTO meeting (id, title, kind, held_on, place, host_unit_id, office_unit_id, created_at)
     VALUES ($1, '座谈会', 'business', '2026-03-02', '会议室', $2, $2, now())`,
    [MEETING, UNIT.office],
  );
  const office = new SimulatedOffice(fixture, 7);
  for (const day of DAYS) {
    await office.day(day, calendar.isWorkingDay(day) ? 6 : 0, 30);
    while ((await sweep(fixture.dependencies, evening(day), 200)).claimed > 0);
  }
  const supported = await fixture.collect(at('2026-03-27', '20:00'), { title: '夜市噪音扰民' });
  const payload = { leadUnitId: UNIT.other, supportingUnitIds: [UNIT.support] };
  await fixture.send(supported, ACTOR.clerk, at('2026-03-27', '20:01'), 'ASSIGN', payload);
  read = reading(test.database, fixture);
  read.clock.at = NOW;
  const { rows } = await test.database.pool.query<{ id: string }>('SELECT id FROM rectification_case');
  states = [...(await fixture.dependencies.cases.load(rows.map(({ id }) => id))).cases.values()];
}, 240_000);
afterAll(() => test.drop());

const all = async (query: CaseListQuery, actor: Actor = ACTOR.leader): Promise<CaseItem[]> => {
  const items: CaseItem[] = [];
  let cursor: string | null = null;
  do {
    const page = await read.lists.list(actor, { limit: 200, ...query, ...(cursor === null ? {} : { cursor }) });
    items.push(...page.items);
    expect(page).toMatchObject({ totalIsEstimate: false });
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
};
const ids = (of: readonly { id: string }[]): string[] => of.map(({ id }) => id).sort();
const workflowOf = (state: CaseState) => fixture.dependencies.workflows.pinned(state.workflow);

describe('the light', () => {
  it('is the one of the rule at any moment of reading, with every scheduler off', async () => {
    const random = chance(11);
    const seen = new Set<string | null>();
    for (let n = 0; n < 40; n += 1) {
      const now = NOW + Math.floor(random() * 40 * 86_400_000);
      read.clock.at = now;
      const expected = new Map(states.map((state) => [state.id, lightOf(state, workflowOf(state), refs, now)]));
      for (const { id, light } of await all({})) {
        expect([id, light]).toEqual([id, expected.get(id)]);
        seen.add(light);
      }
    }
    expect([...seen].sort()).toEqual([...LIGHTS, null].sort());
  });

  it.each(LIGHTS)('filters: %s', async (light) => {
    read.clock.at = NOW + 6 * 86_400_000;
    const expected = states.filter((state) => lightOf(state, workflowOf(state), refs, read.clock.at) === light);
    expect(ids(await all({ light }))).toEqual(ids(expected));
  });

  it('goes with the days left and late of the account', async () => {
    read.clock.at = NOW + 3 * 86_400_000;
    const today = calendar.dayOf(read.clock.at);
    for (const item of await all({})) {
      const { context } = states.find(({ id }) => id === item.id)!;
      const { remaining, workingDaysLate } = clockAccount(context, calendar, today);
      const isOpen = context.outcome === null;
      expect([item.remaining, item.workingDaysLate]).toEqual(isOpen ? [remaining, workingDaysLate] : [0, 0]);
    }
  });
});

describe('filters', () => {
  beforeEach(() => (read.clock.at = NOW));
  const lateToday = (state: CaseState): boolean =>
    isLateOn(state.context, DAYS.at(-1)!) && state.context.outcome === null;

  it.each(STAGES)('stage %s', async (stage) => {
    expect(ids(await all({ stage }))).toEqual(ids(states.filter(({ value }) => stageOf(value) === stage)));
  });
  it('a unit means everything below it', async () => {
    const below = [UNIT.lead, UNIT.squad] as string[];
    const expected = states.filter(({ context }) => below.includes(context.leadUnitId ?? ''));
    expect(ids(await all({ unitId: UNIT.lead }))).toEqual(ids(expected));
  });
  it('a category means its children too', async () => {
    expect(ids(await all({ categoryId: CATEGORY.order }))).toEqual(ids(states));
    const noise = states.filter(({ context }) => context.categoryId === CATEGORY.noise);
    expect(ids(await all({ categoryId: CATEGORY.noise }))).toEqual(ids(noise));
  });
  it('source, meeting, outcome, takeovers', async () => {
    for (const source of SOURCES) {
      expect(ids(await all({ source }))).toEqual(ids(states.filter(({ facts }) => facts.source === source)));
    }
    const { length } = states.filter(({ facts }) => facts.meetingId === MEETING);
    expect(await all({ meetingId: MEETING })).toHaveLength(length);
    expect(await all({ meetingId: 'none' })).toHaveLength(states.length - length);
    const resolved = states.filter(({ context }) => context.outcome === 'resolved');
    expect(ids(await all({ outcome: 'resolved' }))).toEqual(ids(resolved));
    // one that came in closed and was reopened here counts like any other
    const own = resolved.filter(({ context }) => !context.takenOver || context.relapses > 0);
    expect(ids(await all({ outcome: 'resolved', takenOver: 'exclude' }))).toEqual(ids(own));
  });
  it('overdue, whether read unit by unit or not', async () => {
    const expected = ids(states.filter(lateToday));
    expect(expected.length).toBeGreaterThan(5);
    for (const sort of SORTS)
      for (const order of DIRECTIONS)
        expect(ids(await all({ overdue: true, sort, order, limit: 4 }))).toEqual(expected);
    const others = states.filter((state) => !lateToday(state));
    expect(ids(await all({ overdue: false }))).toEqual(ids(others));
  });
  it('the days of falling due and of closing, and whose a case is', async () => {
    const [first, last] = [DAYS[5]!, DAYS[12]!];
    const within = (day: string | null): boolean => day !== null && day >= first && day <= last;
    const due = states.filter(({ context }) => within(context.dueOn));
    expect(ids(await all({ dueFrom: first, dueTo: last }))).toEqual(ids(due));
    const closed = states.filter(({ context }) => within(context.closedOn));
    expect(closed.length).toBeGreaterThan(0);
    for (const sort of ['collectedOn', 'closedOn', 'dueOn'] as const)
      expect(ids(await all({ closedFrom: first, closedTo: last, sort }))).toEqual(ids(closed));
    expect(await all({ closedFrom: first, stage: 'collected', sort: 'dueOn' })).toEqual([]);
    const { userId } = ACTOR.handler;
    const own = units.all().filter(({ leaderId, liaisonId }) => leaderId === userId || liaisonId === userId);
    const theirs = states.filter(
      ({ context }) => context.workers.includes(userId!) || own.some((unit) => unit.id === context.leadUnitId),
    );
    expect(theirs.length).toBeGreaterThan(0);
    expect(ids(await all({ personId: userId! }))).toEqual(ids(theirs));
  });
  it('words of the text', async () => {
    expect((await all({ q: '噪音' })).map(({ title }) => title)).toEqual(['夜市噪音扰民']);
    expect(await all({ q: '无此事' })).toEqual([]);
  });
});

describe('who sees what', () => {
  it.each(Object.entries(ACTOR))('%s sees the cases the rule lets them see', async (_, actor) => {
    const expected = states.filter(({ context }) => maySee(actor, context, units));
    expect(ids(await all({}, actor))).toEqual(ids(expected));
    expect(ids(await all({ overdue: true, sort: 'dueOn' }, actor)).every((id) => ids(expected).includes(id))).toBe(
      true,
    );
  });
});

describe('pages', () => {
  beforeEach(() => (read.clock.at = NOW));

  it.each(SORTS.flatMap((sort) => DIRECTIONS.map((order) => [sort, order] as const)))(
    'by %s, %s, hold every case once, in the order of the whole',
    async (sort, order) => {
      const whole = (await all({ sort, order })).map(({ id }) => id);
      expect(new Set(whole).size).toBe(states.length);
      expect((await all({ sort, order, limit: 17 })).map(({ id }) => id)).toEqual(whole);
    },
  );

  it('run by every head the way that is asked for', async () => {
    const said: Record<string, (item: CaseItem) => string | number> = {
      number: (item) => item.number,
      collectedOn: (item) => item.collectedOn,
      source: (item) => SOURCES.indexOf(item.source),
      stage: (item) => STAGES.indexOf(item.stage),
    };
    for (const [sort, of] of Object.entries(said)) {
      const values = (await all({ sort, order: 'asc' } as CaseListQuery)).map(of);
      const rising = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      expect([sort, values]).toEqual([sort, rising]);
      expect((await all({ sort, order: 'desc' } as CaseListQuery)).map(of)).toEqual(rising.reverse());
    }
    for (const order of DIRECTIONS) {
      const closed = (await all({ sort: 'closedOn', order })).map(({ closedOn }) => closedOn);
      const first = closed.filter((day) => day !== null);
      expect(closed.slice(0, first.length)).toEqual(order === 'asc' ? [...first].sort() : [...first].sort().reverse());
      const due = (await all({ sort: 'dueOn', order, stage: 'deadline' })).map(({ dueOn }) => dueOn!);
      expect(due).toEqual(order === 'asc' ? [...due].sort() : [...due].sort().reverse());
    }
    const names = (await all({ sort: 'unit' })).map(({ leadUnit }) => leadUnit?.name ?? '龥');
    expect(names).toEqual([...names].sort(new Intl.Collator('zh').compare));
  });

  it('run from the most urgent, the earliest due, the newest', async () => {
    const rank = (item: CaseItem): number => (item.light === null ? -1 : LIGHTS.indexOf(item.light));
    const isOpen = (item: CaseItem): boolean => item.stage !== 'closed';
    const byUrgency = await all({ sort: 'urgency' });
    const urgent = byUrgency.filter(isOpen).map(rank);
    expect(urgent).toEqual([...urgent].sort((a, b) => b - a));
    expect(byUrgency.slice(0, urgent.length).every(isOpen)).toBe(true);
    expect(urgent.length).toBeLessThan(byUrgency.length);
    const byDue = await all({ sort: 'dueOn' });
    const open = byDue.filter(isOpen);
    expect(byDue.slice(0, open.length)).toEqual(open);
    for (const half of [open, byDue.slice(open.length)]) {
      const due = half.map((item) => item.dueOn ?? '9999');
      expect(due).toEqual([...due].sort());
    }
    const collected = (await all({ sort: 'collectedOn' })).map((item) => item.collectedOn);
    expect(collected).toEqual([...collected].sort().reverse());
  });

  it('keep their moment: a light that changes meanwhile moves no case to another page', async () => {
    const first = await read.lists.list(ACTOR.leader, { sort: 'urgency', limit: 20 });
    const whole = (await all({ sort: 'urgency' })).map(({ id }) => id);
    read.clock.at = NOW + 5 * 86_400_000;
    const second = await read.lists.list(ACTOR.leader, { sort: 'urgency', limit: 20, cursor: first.nextCursor! });
    expect(second.items.map(({ id }) => id)).toEqual(whole.slice(20, 40));
  });

  it('refuse a cursor that was not given out for this list', async () => {
    const place: CaseCursor = { sort: 'dueOn', direction: 'asc', now: NOW, values: [0, '2026-03-02'], id: UNIT.lead };
    const bad = [
      'x',
      Buffer.from('[]').toString('base64url'),
      caseCursorText({ ...place, sort: 'number' }),
      caseCursorText({ ...place, direction: 'desc' }),
      caseCursorText({ ...place, now: NOW + 1 }),
      caseCursorText({ ...place, values: [0, `2026-03-02'; --`] }),
      caseCursorText({ ...place, values: ['2026-03-02'] }),
      caseCursorText({ ...place, values: [] }),
      caseCursorText({ ...place, id: 'nobody' }),
    ];
    for (const cursor of bad) {
      await expect(read.lists.list(ACTOR.leader, { sort: 'dueOn', cursor })).rejects.toMatchObject({ status: 400 });
    }
    await expect(
      read.lists.list(ACTOR.leader, { sort: 'dueOn', cursor: caseCursorText(place) }),
    ).resolves.toBeDefined();
  });

  it('refuse an unknown unit, a report day ahead, and a report day without a figure', async () => {
    await expect(read.lists.list(ACTOR.leader, { unitId: MEETING })).rejects.toMatchObject({ status: 404 });
    const ahead = { measure: 'resolved', asOf: addDays(DAYS.at(-1)!, 1) } as const;
    await expect(read.lists.list(ACTOR.leader, ahead)).rejects.toMatchObject({ status: 422 });
    await expect(read.lists.list(ACTOR.leader, { asOf: DAYS[0]! })).rejects.toMatchObject({ status: 400 });
  });
});

const MANY = atLength(100_000, 20_000);
describe(`with ${MANY} cases`, () => {
  beforeAll(async () => {
    const { pool } = test.database;
    const { rows } = await pool.query<{ name: string }>(
      `SELECT attname AS name FROM pg_attribute WHERE attrelid = 'rectification_case'::regclass AND attnum > 0 AND NOT attisdropped`,
    );
    const late = states.find((state) => isLateOn(state.context, DAYS.at(-1)!) && state.context.mode === 'running')!;
    const made: Record<string, string> = {
      id: 'gen_random_uuid()',
      number: `'ZG-2020-' || n`,
      external_key: 'NULL',
      lead_unit_id: `(ARRAY['${Object.values(UNIT).join(`','`)}'])[1 + n % 5]::uuid`,
      due_on: `due_on - n % 300`,
      late_at: `late_at - (n % 300) * interval '1 day'`,
    };
    const columns = rows.map(({ name }) => name);
    await pool.query(
      `INSERT INTO rectification_case (${columns.join(', ')})
       SELECT ${columns.map((name) => made[name] ?? `c.${name}`).join(', ')} FROM rectification_case c, generate_series(1, ${MANY}) n WHERE c.id = $1`,
      [late.id],
    );
    await pool.query(
      `INSERT INTO case_text (case_id, title, description) SELECT id, number, '' FROM rectification_case ON CONFLICT DO NOTHING`,
    );
    await pool.query('ANALYZE rectification_case');
    read.clock.at = NOW;
  }, 180_000);

  const question = {
    filter: { overdue: true, takenOver: 'include' as const, unitIds: [UNIT.lead, UNIT.squad] },
    visible: visibleUnits(ACTOR.leader, units),
    sort: 'dueOn' as const,
    direction: 'asc' as const,
    ranked: [],
    limit: 50,
    now: new Date(NOW),
    today: DAYS.at(-1)!,
    units: [UNIT.lead, UNIT.squad],
  };

  it.each([
    ['first page', null],
    ['a later page', { values: [0, '2025-12-20'], id: UNIT.lead }],
  ])('reads the overdue of a subtree from the index on due days: %s', async (_, after) => {
    const { text, values } = pageStatement({ ...question, after }, 'dense');
    const { rows } = await test.database.pool.query<Record<string, string>>(
      `EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) ${text}`,
      values,
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toMatch(/Index Scan using case_due/);
    expect(plan).not.toMatch(/Seq Scan on rectification_case/);
    // Each unit stops at a page.
    const read = [...plan.matchAll(/Index Scan using case_due.*rows=([\d.]+) loops/g)].map((found) => Number(found[1]));
    expect(Math.max(...read)).toBeLessThanOrEqual(51);
  });

  it('sorts by a name or a word no more than it counts, and says so', async () => {
    for (const sort of ['title', 'unit', 'category', 'source', 'stage'] as const)
      await expect(read.lists.list(ACTOR.leader, { sort })).rejects.toMatchObject({
        status: 422,
        code: 'list.tooManyToSort',
      });
    const few = await read.lists.list(ACTOR.leader, { sort: 'title', outcome: 'resolved' });
    expect(few.items.length).toBeGreaterThan(3);
  });

  it('counts up to 10,000 and says where it estimates', async () => {
    const some = await read.lists.list(ACTOR.leader, { outcome: 'merged', limit: 1 });
    expect(some).toMatchObject({ totalIsEstimate: false });
    const { total, totalIsEstimate } = await read.lists.list(ACTOR.leader, { limit: 1 });
    expect(totalIsEstimate).toBe(true);
    expect(total).toBeGreaterThan(MANY / 2);
    expect(total).toBeLessThan(MANY * 2);
  });
});
