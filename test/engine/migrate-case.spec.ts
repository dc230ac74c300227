/** An open case goes over to the next version of its workflow: same day, same rung, same orders, and nobody gets new time. */
import { Refused } from '../../src/domain/errors.js';
import { SYSTEM, type Actor } from '../../src/domain/command.js';
import { calledTimers } from '../../src/engine/chart-timers.js';
import { advance, decide, replay, type Decision } from '../../src/engine/decide.js';
import { migrateCase } from '../../src/engine/migrate-case.js';
import { delayOf } from '../../src/engine/timer-id.js';
import type { Workflow } from '../../src/engine/workflow.js';
import { compiled, renamed, withPolicy } from '../support/drafted.js';
import { ACTOR, at, command, Drive, payloadFor, rectification, refs, shown, staged } from '../support/engine.js';
import { randomLife } from './random-life.js';

const same = compiled(withPolicy('rectification', {}));

function ask(drive: Drive, to: Workflow | undefined, when: number, actor: Actor = SYSTEM): Decision | Refused {
  const payload = { from: 1, to: to?.version ?? 9, orderedBy: '管理员' };
  return migrateCase(drive.workflow, to, drive.state, command('MIGRATE', actor, when, payload), refs);
}
function move(drive: Drive, to: Workflow, when: number): Decision {
  const decision = ask(drive, to, when);
  if (decision instanceof Refused) throw decision;
  return decision;
}
const working = (when = at('2026-03-02')): Drive =>
  new Drive(rectification, when).send('ASSIGN', ACTOR.clerk, when).send('ACCEPT', ACTOR.handler, when);
const timer = ({ state }: Decision, delay: string): string | undefined => {
  const found = state.timers.find(({ id }) => delayOf(id) === delay);
  return found && shown(found.dueAt);
};

describe('a case that goes over', () => {
  it('keeps place, due day, rung, orders and period, and says from which version it came', () => {
    const drive = working().until(at('2026-04-01'));
    const decision = move(drive, same, at('2026-04-01'));
    const { value, context, version } = drive.state;
    expect(decision.state).toMatchObject({
      value,
      context,
      version: version + 1,
      workflow: { version: 3, hash: same.hash },
    });
    const line = decision.events.at(-1)!;
    expect(line).toMatchObject({
      type: 'MIGRATE',
      actor: { userId: null, via: 'system' },
      before: { workflow: { version: 1, hash: rectification.hash } },
      after: { workflow: { version: 3, hash: same.hash } },
      effects: [],
    });
    expect(replay([...drive.events, ...decision.events])).toEqual({
      value,
      context,
      workflow: decision.state.workflow,
    });
  });

  it('goes to the state that the new version names, and works there', () => {
    const drive = working();
    const fixing = compiled(renamed('rectification', 'deadline', 'rectifying', 'fixing'));
    const { state } = move(drive, fixing, at('2026-03-04'));
    expect(state.value).toEqual({ stage: { deadline: 'fixing' }, clock: 'onTime' });
    const send = command('SUBMIT', ACTOR.handler, at('2026-03-05'), payloadFor('SUBMIT', fixing, '2026-03-05'));
    expect(decide(fixing, state, send, refs)).toMatchObject({ state: { value: { stage: { deadline: 'verifying' } } } });
  });

  it('fires under the old version what fell due before, each at its moment', () => {
    const { events } = move(working(), same, at('2026-03-26'));
    expect(events.map(({ type, at: when }) => `${type} ${shown(when)}`)).toEqual([
      'TIMER 2026-03-18 09:00',
      'TIMER 2026-03-24 00:00',
      'TIMER 2026-03-24 09:00',
      'MIGRATE 2026-03-26 10:00',
    ]);
  });

  it('leaves an order that is out the day on which it lapses, whatever the new version gives', () => {
    const drive = working().until(at('2026-03-24'));
    expect(drive.clock).toBe('overdue.blue');
    const before = drive.state.timers.map(({ dueAt }) => shown(dueAt));
    const generous = compiled(
      withPolicy('rectification', {
        ladder: { replyWithin: { blue: 9, orange: 9, red: 9 }, returnsToOrange: 2 },
      }),
    );
    const moved = move(drive, generous, at('2026-03-25'));
    expect(moved.state.timers.map(({ dueAt }) => shown(dueAt))).toEqual(before);
    // The next rung is the new version's.
    const orange = advance(generous, moved.state, at('2026-04-01'), refs);
    expect(orange.state.context.rung).toBe('orange');
    expect(timer(orange, 'untilReplyLapses')).toBe('2026-04-13 09:00');
  });

  it('takes the days before the due day from the new version', () => {
    const early = compiled(withPolicy('rectification', { dueSoonDays: 6 }));
    expect(timer(move(working(), same, at('2026-03-04')), 'untilDueSoon')).toBe('2026-03-18 09:00');
    expect(timer(move(working(), early, at('2026-03-04')), 'untilDueSoon')).toBe('2026-03-13 09:00');
  });

  it('gives no reminder twice, and arms one that has not gone out', () => {
    const when = at('2026-03-02');
    const unsigned = new Drive(rectification, when).send('ASSIGN', ACTOR.clerk, when).until(at('2026-03-04'));
    const moved = move(unsigned, same, at('2026-03-04'));
    expect(moved.state.timers.map(({ id }) => delayOf(id)).sort()).toEqual(['untilDueSoon', 'untilOfficeIsTold']);
    expect(moved.events.at(-1)!.payload['fired']).toEqual(['untilSigningReminder']);
    expect(advance(same, moved.state, at('2026-03-10'), refs).events).toHaveLength(1);
  });

  it('takes up a ladder again that a reply had stopped, where the new version says so', () => {
    const drive = working().until(at('2026-03-24'));
    drive.send('REPLY_ORDER', ACTOR.handler, at('2026-03-24', '15:00'), { period: 1, rung: 'blue' });
    expect(drive.clock).toBe('overdue.answered');
    expect(move(drive, same, at('2026-04-08')).state.timers).toEqual([]);
    const resumed = move(
      drive,
      compiled(withPolicy('rectification', {}, { actions: ['resumeLadder'] })),
      at('2026-04-08'),
    );
    expect(resumed.state.value).toEqual({ stage: { deadline: 'rectifying' }, clock: { overdue: 'blue' } });
    expect(timer(resumed, 'untilReplyLapses')).toBe('2026-04-13 09:00');
  });
});

describe('a case that stays', () => {
  const code = (decision: Decision | Refused): string => (decision instanceof Refused ? decision.code : 'moved');

  it('is closed, on another version, or kept where it is by the new version, with the reason', () => {
    const closed = new Drive(rectification, at('2026-03-02')).send('REJECT', ACTOR.clerk, at('2026-03-02'));
    expect(code(ask(closed, same, at('2026-03-03')))).toBe('migrate.closed');
    const reason = { 'zh-CN': '正在核查，核完再转', en: 'It is being checked' };
    const kept = withPolicy('rectification', {});
    const { verifying: _, ...others } = kept.migratesFrom![0]!.states;
    kept.migratesFrom = [{ version: 1, states: others, notMovable: { verifying: reason } }];
    const held = working().send('SUBMIT', ACTOR.handler, at('2026-03-04'));
    expect(ask(held, compiled(kept), at('2026-03-05'))).toMatchObject({
      code: 'migrate.notMovable',
      messageZh: reason['zh-CN'],
      message: reason.en,
    });
    expect(code(ask(working(), compiled(kept), at('2026-03-05')))).toBe('moved');
    expect(code(ask(working(), undefined, at('2026-03-05')))).toBe('migrate.noMapping');
    expect(code(ask(working(), rectification, at('2026-03-05')))).toBe('migrate.noMapping');
    const moved = working();
    moved.state = move(moved, same, at('2026-03-04')).state;
    const again = new Drive(rectification, at('2026-03-02'));
    Object.assign(again, { workflow: same, state: moved.state });
    expect(code(ask(again, same, at('2026-03-05')))).toBe('migrate.otherVersion');
  });

  it('is not moved by a person, by whatever door', () => {
    expect(code(ask(working(), same, at('2026-03-04'), ACTOR.administrator))).toBe('migrate.notAllowed');
    expect(
      decide(
        rectification,
        working().state,
        command('MIGRATE', ACTOR.administrator, at('2026-03-04'), { from: 1, to: 2, orderedBy: 'x' }),
        refs,
      ),
    ).toBeInstanceOf(Refused);
  });
});

describe('any open case, at any moment of a random life', () => {
  it.each([
    ['rectification', rectification],
    ['staged', staged],
  ])('of %s: same day, rung and period; the ladder no later; every timer the state calls for', (name, from) => {
    const to = compiled(withPolicy(name, { dueSoonDays: 4 }));
    let moved = 0;
    for (let seed = 1; seed <= 400; seed += 1) {
      const drive = randomLife(from, seed);
      const when = drive.state.lastAt + (seed % 9) * 40_000_000;
      const decision = ask(drive, to, when);
      if (decision instanceof Refused) {
        expect([decision.code, drive.context.outcome]).toEqual(['migrate.closed', expect.any(String)]);
        continue;
      }
      moved += 1;
      const caughtUp = advance(from, drive.state, when, refs).state;
      const { dueOn, rung, rungAt, period, orders, breaches, mode, outcome } = caughtUp.context;
      expect(decision.state.context).toMatchObject({ dueOn, rung, rungAt, period, orders, breaches, mode, outcome });
      expect((decision.state.value as Record<string, unknown>)['stage']).toEqual(
        (caughtUp.value as Record<string, unknown>)['stage'],
      );
      const ladder = ({ timers }: typeof caughtUp): number =>
        Math.min(
          ...timers
            .filter(({ id }) => /untilReplyLapses|untilDelivery|untilBlueOrder|untilLate/.test(id))
            .map(({ dueAt }) => dueAt),
        );
      expect(ladder(decision.state)).toBeLessThanOrEqual(ladder(caughtUp));
      const called = calledTimers(to, decision.state.value);
      expect(decision.state.timers.every(({ id }) => called.some((one) => one.id === id))).toBe(true);
      const armed = new Set(decision.state.timers.map(({ id }) => id));
      expect(called.filter(({ id, leaves }) => leaves && !armed.has(id))).toEqual([]);
      const lines = [...drive.events, ...decision.events];
      expect(replay(lines)).toMatchObject({ value: decision.state.value, context: decision.state.context });
    }
    expect(moved).toBeGreaterThan(100);
  });
});
