/** The door to cases against a real PostgreSQL: order, idempotency, atomic units, races between servers. */
import { v7 as uuid } from 'uuid';
import { Refused } from '../../src/domain/errors.js';
import { Door } from '../../src/door/door.js';
import type { Done } from '../../src/door/intent.js';
import { sweep } from '../../src/door/sweep.js';
import { fold } from '../../src/engine/decide.js';
import { collecting, openBureau, type Bureau } from '../support/bureau.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { ACTOR, UNIT, at, shown } from '../support/engine.js';

let test: TestDatabase;
let bureau: Bureau;
beforeAll(async () => {
  test = await createTestDatabase();
  bureau = await openBureau(test.database);
});
afterAll(() => test.drop());

const MONDAY = at('2026-03-02');
const code = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'accepted',
    (error: unknown) => (error instanceof Refused ? error.code : String(error)),
  );

describe('the loop', () => {
  it('takes a case from the call to the struck-off number', async () => {
    const id = await bureau.working(MONDAY);
    const { state: submitted } = await bureau.send(id, ACTOR.handler, at('2026-03-05'), 'SUBMIT', {
      measure: '更换灯具',
      lastingMeasure: '每月巡查',
    });
    expect(submitted.value).toEqual({ stage: { deadline: 'verifying' }, clock: 'held' });
    await bureau.send(id, ACTOR.supervisor, at('2026-03-06'), 'PASS', { method: 'onSite' });
    const { state } = await bureau.send(id, ACTOR.visitor, at('2026-03-09'), 'RECORD_VISIT', {
      method: 'phone',
      outcome: 'fixed',
      satisfaction: 'satisfied',
    });
    expect(state.context).toMatchObject({ outcome: 'resolved', closedOn: '2026-03-09', hasEvidence: false });
    expect(state.facts.number).toMatch(/^ZG-2026-\d{6}$/);
    const { rows } = await test.database.pool.query('SELECT stage, outcome FROM rectification_case WHERE id = $1', [
      id,
    ]);
    expect(rows).toEqual([{ stage: 'closed', outcome: 'resolved' }]);
    const { rows: timers } = await test.database.pool.query('SELECT 1 FROM case_timer WHERE case_id = $1', [id]);
    expect(timers).toEqual([]);
  });

  it('keeps a history that folds to the stored state', async () => {
    const id = await bureau.working(MONDAY);
    await bureau.send(id, ACTOR.handler, at('2026-04-20'), 'PROGRESS', { text: '已联系施工队' });
    const stored = (await bureau.shop.cases.load([id])).cases.get(id)!;
    const folded = fold(await bureau.history.of(id))!;
    expect(folded).toEqual({ value: stored.value, context: stored.context });
    expect(stored.version).toBe((await bureau.history.of(id)).length);
  });

  it('numbers cases without gaps, also when others are refused in between', async () => {
    const before = await bureau.collect(at('2031-01-06'));
    const bad = collecting(at('2031-01-06'));
    bad.steps.push({
      kind: 'command',
      command: {
        id: uuid(),
        type: 'ASSIGN',
        caseId: bad.steps[0]!.kind === 'collect' ? bad.steps[0]!.collection.caseId : '',
        actor: ACTOR.handler,
        at: at('2031-01-06'),
        payload: { leadUnitId: UNIT.lead },
      },
    });
    const outcomes = await bureau.door.executeAll([collecting(at('2031-01-06')), bad, collecting(at('2031-01-06'))]);
    expect(
      outcomes.map((outcome) => (outcome instanceof Refused ? outcome.code : outcome[0]!.state.facts.number)),
    ).toEqual(['ZG-2031-000002', 'rule.isOffice', 'ZG-2031-000003']);
    expect((await bureau.shop.cases.load([before])).cases.get(before)!.facts.number).toBe('ZG-2031-000001');
  });
});

describe('idempotency', () => {
  it('answers a repeated id with the first answer and writes nothing', async () => {
    const id = await bureau.working(MONDAY);
    const command = uuid();
    const payload = { measure: '更换灯具', lastingMeasure: '每月巡查' };
    const first = await bureau.send(id, ACTOR.handler, at('2026-03-04'), 'SUBMIT', payload, command);
    await bureau.send(id, ACTOR.supervisor, at('2026-03-05'), 'RETURN', { reason: '仍有两盏不亮' });
    const again = await bureau.send(id, ACTOR.handler, at('2026-03-06'), 'SUBMIT', payload, command);
    expect(again.repeated).toBe(true);
    expect(again.state).toMatchObject({
      version: first.state.version,
      value: first.state.value,
      context: first.state.context,
    });
    expect(again.events.map(({ seq, type }) => [seq, type])).toEqual(first.events.map(({ seq, type }) => [seq, type]));
    expect((await bureau.history.of(id)).filter((entry) => entry.type === 'SUBMIT')).toHaveLength(1);
  });

  it('answers a repeated collection with the case it made', async () => {
    const intent = collecting(MONDAY);
    const [first] = await bureau.door.execute(intent);
    const [again] = await bureau.door.execute(intent);
    expect(again).toMatchObject({ repeated: true, state: { id: first!.state.id, facts: first!.state.facts } });
  });

  it('refuses an id that was used for something else', async () => {
    const id = await bureau.working(MONDAY);
    const command = uuid();
    await bureau.send(id, ACTOR.handler, MONDAY, 'COMMENT', { text: '一' }, command);
    expect(await code(bureau.send(id, ACTOR.handler, MONDAY, 'COMMENT', { text: '二' }, command))).toBe(
      'command.duplicate',
    );
  });

  it('does it once when the same id arrives twice at once', async () => {
    const id = await bureau.working(MONDAY);
    const command = uuid();
    const both = await Promise.all(
      [1, 2].map(() => bureau.send(id, ACTOR.handler, MONDAY, 'COMMENT', { text: '一' }, command)),
    );
    expect(both.map((done) => done.repeated).sort()).toEqual([false, true]);
    expect((await bureau.history.of(id)).filter((entry) => entry.type === 'COMMENT')).toHaveLength(1);
  });
});

describe('commands that arrive together', () => {
  it('keeps their order per case and lets a refused one hurt nobody', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => bureau.working(MONDAY)));
    const sent = ids.flatMap((id) => [
      code(bureau.send(id, ACTOR.handler, MONDAY, 'COMMENT', { text: '一' })),
      code(bureau.send(id, ACTOR.otherHandler, MONDAY, 'SUBMIT', { measure: '无', lastingMeasure: '无' })),
      code(bureau.send(id, ACTOR.handler, MONDAY, 'COMMENT', { text: '二' })),
    ]);
    expect(await Promise.all(sent)).toEqual(ids.flatMap(() => ['accepted', 'rule.isOfLeadUnit', 'accepted']));
    for (const id of ids) {
      const said = (await bureau.history.of(id)).filter((entry) => entry.type === 'COMMENT');
      expect(said.map((entry) => entry.payload['text'])).toEqual(['一', '二']);
    }
  });

  it('finds the one whose evidence does not exist and lets the others through', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => bureau.working(MONDAY)));
    const outcomes = await Promise.all(
      ids.map((id, i) =>
        code(
          bureau.send(
            id,
            ACTOR.handler,
            MONDAY,
            'PROGRESS',
            i === 1 ? { text: '图', evidence: [uuid()] } : { text: '无图' },
          ),
        ),
      ),
    );
    expect(outcomes).toEqual(['accepted', 'attachment.unknown', 'accepted']);
    expect((await bureau.history.of(ids[1]!)).map((entry) => entry.type)).toEqual(['COLLECT', 'ASSIGN', 'ACCEPT']);
  });

  it('lets two servers race for one case and loses nothing', async () => {
    const id = await bureau.working(MONDAY);
    const servers = [bureau.door, new Door(bureau.shop, bureau.history), new Door(bureau.shop, bureau.history)];
    const sent = Array.from({ length: 60 }, (_, n) =>
      servers[n % 3]!.execute({
        steps: [
          {
            kind: 'command',
            command: {
              id: uuid(),
              type: 'COMMENT',
              caseId: id,
              actor: ACTOR.handler,
              at: MONDAY,
              payload: { text: `第${n}条` },
            },
          },
        ],
      }),
    );
    await Promise.all(sent);
    const history = await bureau.history.of(id);
    expect(history.map((entry) => entry.seq)).toEqual(history.map((_, i) => i + 1));
    expect(history.filter((entry) => entry.type === 'COMMENT')).toHaveLength(60);
  });

  /** A submission by somebody who saw this version of the case. */
  const submission = (caseId: string, expectedVersion: number): Promise<Done[]> => {
    const payload = { measure: '更换灯具', lastingMeasure: '每月巡查' };
    const command = { id: uuid(), type: 'SUBMIT', caseId, actor: ACTOR.handler, at: MONDAY, payload, expectedVersion };
    return bureau.door.execute({ steps: [{ kind: 'command', command }] });
  };

  it('refuses a command whose case moved on in what it rests on, also where the batch itself moved it', async () => {
    const id = await bureau.working(MONDAY);
    expect(await code(submission(id, 1))).toBe('case.stale');
    const outcomes = await Promise.all([code(submission(id, 3)), code(submission(id, 3))]);
    expect(outcomes.sort()).toEqual(['accepted', 'case.stale']);
  });

  it.each(['remembered', 'read'])('takes one whose case only got comments meanwhile: %s', async (how) => {
    const id = await bureau.working(MONDAY);
    await bureau.send(id, ACTOR.handler, MONDAY, 'COMMENT', { text: '一' });
    await bureau.send(id, ACTOR.handler, MONDAY, 'PROGRESS', { text: '二' });
    if (how === 'read') bureau.shop.cases.memory.forget([id]);
    expect(await code(submission(id, 3))).toBe('accepted');
  });
});

describe('merging', () => {
  it('closes the one, tells the other, and both or neither', async () => {
    const target = await bureau.working(MONDAY);
    const source = await bureau.collect(MONDAY);
    const { state } = await bureau.send(source, ACTOR.clerk, MONDAY, 'MERGE', { caseId: target });
    expect(state.context.outcome).toBe('merged');
    const last = (await bureau.history.of(target)).at(-1)!;
    expect(last).toMatchObject({ type: 'JOIN', payload: { fromCaseId: source, fromNumber: state.facts.number } });
    const another = await bureau.collect(MONDAY);
    expect(await code(bureau.send(another, ACTOR.clerk, MONDAY, 'MERGE', { caseId: source }))).toBe(
      'rule.mergeTargetIsOpen',
    );
    expect((await bureau.shop.cases.load([another])).cases.get(another)!.version).toBe(1);
  });
});

describe('the sweeper', () => {
  it('writes the same history after three weeks off as when it ran every hour', async () => {
    const [punctual, late] = [await bureau.working(at('2026-03-02')), await bureau.working(at('2026-03-02'))];
    const only = async (id: string, until: number): Promise<void> => {
      // Both cases share a database: the other one's timers are kept out of reach while this one is swept.
      const other = id === punctual ? late : punctual;
      await test.database.pool.query(`UPDATE case_timer SET poisoned_at = now() WHERE case_id = $1`, [other]);
      while ((await sweep(bureau.shop, until, 500)).claimed > 0);
      await test.database.pool.query(`UPDATE case_timer SET poisoned_at = NULL WHERE case_id = $1`, [other]);
    };
    for (let now = at('2026-03-02'); now <= at('2026-04-20'); now += 6 * 3_600_000) await only(punctual, now);
    await only(late, at('2026-04-20'));
    const told = async (id: string): Promise<unknown[]> =>
      (await bureau.history.of(id)).map(({ type, at: when, payload, after }) => ({
        type,
        at: shown(when),
        payload,
        after,
      }));
    expect(await told(late)).toEqual(await told(punctual));
    const orders = await test.database.pool.query(
      'SELECT rung FROM supervision_order WHERE case_id = $1 ORDER BY issued_at',
      [late],
    );
    expect(orders.rows.map((row: { rung: string }) => row.rung)).toEqual(['blue', 'orange', 'red', 'talk']);
  });

  it('fires each timer once however many sweep at the same time', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 40; n += 1) ids.push(await bureau.working(at('2026-05-06')));
    const until = at('2026-08-03');
    const sweeper = async (): Promise<number> => {
      let fired = 0;
      for (;;) {
        const swept = await sweep(bureau.shop, until, 7);
        fired += swept.fired;
        if (swept.claimed === 0) return fired;
      }
    };
    await Promise.all(Array.from({ length: 6 }, sweeper));
    while ((await sweep(bureau.shop, until, 500)).claimed > 0);
    const { rows } = await test.database.pool.query(
      'SELECT count(*) AS orders FROM supervision_order WHERE case_id = ANY($1)',
      [ids],
    );
    expect(rows[0]).toEqual({ orders: 160 });
  });
});
