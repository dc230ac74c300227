/** The executor to cases against a real PostgreSQL: order, idempotency, atomic units, races between servers. */
import { v7 as uuid } from 'uuid';
import { Refused } from '../../src/domain/errors.js';
import { CommandExecutor } from '../../src/executor/command-executor.js';
import type { Done } from '../../src/executor/intent.js';
import { sweep } from '../../src/executor/sweep.js';
import { replay } from '../../src/engine/decide.js';
import { collecting, openFixture, type Fixture } from '../support/fixture.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { ACTOR, UNIT, at, shown } from '../support/engine.js';

let test: TestDatabase;
let fixture: Fixture;
beforeAll(async () => {
  test = await createTestDatabase();
  fixture = await openFixture(test.database);
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
    const id = await fixture.working(MONDAY);
    const { state: submitted } = await fixture.send(id, ACTOR.handler, at('2026-03-05'), 'SUBMIT', {
      measure: '更换灯具',
      lastingMeasure: '每月巡查',
    });
    expect(submitted.value).toEqual({ stage: { deadline: 'verifying' }, clock: 'held' });
    await fixture.send(id, ACTOR.supervisor, at('2026-03-06'), 'PASS', { method: 'onSite' });
    const { state } = await fixture.send(id, ACTOR.visitor, at('2026-03-09'), 'RECORD_VISIT', {
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
    const id = await fixture.working(MONDAY);
    await fixture.send(id, ACTOR.handler, at('2026-04-20'), 'PROGRESS', { text: '已联系施工队' });
    const stored = (await fixture.dependencies.cases.load([id])).cases.get(id)!;
    const replayed = replay(await fixture.history.of(id))!;
    expect(replayed).toEqual({ value: stored.value, context: stored.context });
    expect(stored.version).toBe((await fixture.history.of(id)).length);
  });

  it('numbers cases without gaps, also when others are refused in between', async () => {
    const before = await fixture.collect(at('2031-01-06'));
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
    const outcomes = await fixture.executor.executeAll([
      collecting(at('2031-01-06')),
      bad,
      collecting(at('2031-01-06')),
    ]);
    expect(
      outcomes.map((outcome) => (outcome instanceof Refused ? outcome.code : outcome[0]!.state.facts.number)),
    ).toEqual(['ZG-2031-000002', 'rule.isOffice', 'ZG-2031-000003']);
    expect((await fixture.dependencies.cases.load([before])).cases.get(before)!.facts.number).toBe('ZG-2031-000001');
  });
});

describe('idempotency', () => {
  it('answers a repeated id with the first answer and writes nothing', async () => {
    const id = await fixture.working(MONDAY);
    const command = uuid();
    const payload = { measure: '更换灯具', lastingMeasure: '每月巡查' };
    const first = await fixture.send(id, ACTOR.handler, at('2026-03-04'), 'SUBMIT', payload, command);
    await fixture.send(id, ACTOR.supervisor, at('2026-03-05'), 'RETURN', { reason: '仍有两盏不亮' });
    const again = await fixture.send(id, ACTOR.handler, at('2026-03-06'), 'SUBMIT', payload, command);
    expect(again.repeated).toBe(true);
    expect(again.state).toMatchObject({
      version: first.state.version,
      value: first.state.value,
      context: first.state.context,
    });
    expect(again.events.map(({ seq, type }) => [seq, type])).toEqual(first.events.map(({ seq, type }) => [seq, type]));
    expect((await fixture.history.of(id)).filter((entry) => entry.type === 'SUBMIT')).toHaveLength(1);
  });

  it('answers a repeated collection with the case it made', async () => {
    const intent = collecting(MONDAY);
    const [first] = await fixture.executor.execute(intent);
    const [again] = await fixture.executor.execute(intent);
    expect(again).toMatchObject({ repeated: true, state: { id: first!.state.id, facts: first!.state.facts } });
  });

  it('refuses an id that was used for something else', async () => {
    const id = await fixture.working(MONDAY);
    const command = uuid();
    await fixture.send(id, ACTOR.handler, MONDAY, 'COMMENT', { text: '一' }, command);
    expect(await code(fixture.send(id, ACTOR.handler, MONDAY, 'COMMENT', { text: '二' }, command))).toBe(
      'command.duplicate',
    );
  });

  it('does it once when the same id arrives twice at once', async () => {
    const id = await fixture.working(MONDAY);
    const command = uuid();
    const both = await Promise.all(
      [1, 2].map(() => fixture.send(id, ACTOR.handler, MONDAY, 'COMMENT', { text: '一' }, command)),
    );
    expect(both.map((done) => done.repeated).sort()).toEqual([false, true]);
    expect((await fixture.history.of(id)).filter((entry) => entry.type === 'COMMENT')).toHaveLength(1);
  });
});

describe('commands that arrive together', () => {
  it('keeps their order per case and lets a refused one hurt nobody', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => fixture.working(MONDAY)));
    const sent = ids.flatMap((id) => [
      code(fixture.send(id, ACTOR.handler, MONDAY, 'COMMENT', { text: '一' })),
      code(fixture.send(id, ACTOR.otherHandler, MONDAY, 'SUBMIT', { measure: '无', lastingMeasure: '无' })),
      code(fixture.send(id, ACTOR.handler, MONDAY, 'COMMENT', { text: '二' })),
    ]);
    expect(await Promise.all(sent)).toEqual(ids.flatMap(() => ['accepted', 'rule.isOfLeadUnit', 'accepted']));
    for (const id of ids) {
      const said = (await fixture.history.of(id)).filter((entry) => entry.type === 'COMMENT');
      expect(said.map((entry) => entry.payload['text'])).toEqual(['一', '二']);
    }
  });

  it('decides one half while the other is written, and lets few and lone ones go as they came', async () => {
    const ids = await Promise.all(Array.from({ length: 16 }, () => fixture.working(MONDAY)));
    const executor = new CommandExecutor(fixture.dependencies, fixture.history);
    const batches: number[] = [];
    executor.onBatch = (size) => batches.push(size);
    const comment = (caseId: string): Promise<Done[]> => {
      const command = {
        id: uuid(),
        type: 'COMMENT',
        caseId,
        actor: ACTOR.handler,
        at: MONDAY,
        payload: { text: '好' },
      };
      return executor.execute({ steps: [{ kind: 'command', command }] });
    };
    for (const together of [16, 7, 1]) await Promise.all(ids.slice(0, together).map(comment));
    expect(batches).toEqual([8, 8, 7, 1]);
  });

  it('finds the one whose evidence does not exist and lets the others through', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => fixture.working(MONDAY)));
    const outcomes = await Promise.all(
      ids.map((id, i) =>
        code(
          fixture.send(
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
    expect((await fixture.history.of(ids[1]!)).map((entry) => entry.type)).toEqual(['COLLECT', 'ASSIGN', 'ACCEPT']);
  });

  it('lets two servers race for one case and loses nothing', async () => {
    const id = await fixture.working(MONDAY);
    const servers = [
      fixture.executor,
      new CommandExecutor(fixture.dependencies, fixture.history),
      new CommandExecutor(fixture.dependencies, fixture.history),
    ];
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
    const history = await fixture.history.of(id);
    expect(history.map((entry) => entry.seq)).toEqual(history.map((_, i) => i + 1));
    expect(history.filter((entry) => entry.type === 'COMMENT')).toHaveLength(60);
  });

  /** A submission by somebody who saw this version of the case. */
  const submission = (caseId: string, expectedVersion: number): Promise<Done[]> => {
    const payload = { measure: '更换灯具', lastingMeasure: '每月巡查' };
    const command = { id: uuid(), type: 'SUBMIT', caseId, actor: ACTOR.handler, at: MONDAY, payload, expectedVersion };
    return fixture.executor.execute({ steps: [{ kind: 'command', command }] });
  };

  it('refuses a command whose case moved on in what it rests on, also where the batch itself moved it', async () => {
    const id = await fixture.working(MONDAY);
    expect(await code(submission(id, 1))).toBe('case.stale');
    const outcomes = await Promise.all([code(submission(id, 3)), code(submission(id, 3))]);
    expect(outcomes.sort()).toEqual(['accepted', 'case.stale']);
  });

  it.each(['remembered', 'read'])('takes one whose case only got comments meanwhile: %s', async (how) => {
    const id = await fixture.working(MONDAY);
    await fixture.send(id, ACTOR.handler, MONDAY, 'COMMENT', { text: '一' });
    await fixture.send(id, ACTOR.handler, MONDAY, 'PROGRESS', { text: '二' });
    if (how === 'read') fixture.dependencies.cases.memory.forget([id]);
    expect(await code(submission(id, 3))).toBe('accepted');
  });
});

describe('merging', () => {
  it('closes the one, tells the other, and both or neither', async () => {
    const target = await fixture.working(MONDAY);
    const source = await fixture.collect(MONDAY);
    const { state } = await fixture.send(source, ACTOR.clerk, MONDAY, 'MERGE', { caseId: target });
    expect(state.context.outcome).toBe('merged');
    const last = (await fixture.history.of(target)).at(-1)!;
    expect(last).toMatchObject({ type: 'JOIN', payload: { fromCaseId: source, fromNumber: state.facts.number } });
    const another = await fixture.collect(MONDAY);
    expect(await code(fixture.send(another, ACTOR.clerk, MONDAY, 'MERGE', { caseId: source }))).toBe(
      'rule.mergeTargetIsOpen',
    );
    expect((await fixture.dependencies.cases.load([another])).cases.get(another)!.version).toBe(1);
  });
});

describe('the sweeper', () => {
  it('writes the same history after three weeks off as when it ran every hour', async () => {
    const [punctual, late] = [await fixture.working(at('2026-03-02')), await fixture.working(at('2026-03-02'))];
    const only = async (id: string, until: number): Promise<void> => {
      // Both cases share a database: the other one's timers are kept out of reach while this one is swept.
      const other = id === punctual ? late : punctual;
      await test.database.pool.query(`UPDATE case_timer SET poisoned_at = now() WHERE case_id = $1`, [other]);
      while ((await sweep(fixture.dependencies, until, 500)).claimed > 0);
      await test.database.pool.query(`UPDATE case_timer SET poisoned_at = NULL WHERE case_id = $1`, [other]);
    };
    for (let now = at('2026-03-02'); now <= at('2026-04-20'); now += 6 * 3_600_000) await only(punctual, now);
    await only(late, at('2026-04-20'));
    const told = async (id: string): Promise<unknown[]> =>
      (await fixture.history.of(id)).map(({ type, at: when, payload, after }) => ({
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
    for (let n = 0; n < 40; n += 1) ids.push(await fixture.working(at('2026-05-06')));
    const until = at('2026-08-03');
    const sweeper = async (): Promise<number> => {
      let fired = 0;
      for (;;) {
        const swept = await sweep(fixture.dependencies, until, 7);
        fired += swept.fired;
        if (swept.claimed === 0) return fired;
      }
    };
    await Promise.all(Array.from({ length: 6 }, sweeper));
    while ((await sweep(fixture.dependencies, until, 500)).claimed > 0);
    const { rows } = await test.database.pool.query(
      'SELECT count(*) AS orders FROM supervision_order WHERE case_id = ANY($1)',
      [ids],
    );
    expect(rows[0]).toEqual({ orders: 160 });
  });
});
