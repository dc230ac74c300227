/** The history of a case played through another workflow: exact under its own, and under a draft what the draft would have made of it. */
import type { Actor } from '../../src/domain/command.js';
import type { EventRecord } from '../../src/engine/decide.js';
import { simulateCase, type PastCase, type Past, type Played } from '../../src/engine/simulate-case.js';
import { outlineOf } from '../../src/engine/history-outline.js';
import type { Workflow } from '../../src/engine/workflow.js';
import { compiled, withPolicy } from '../support/drafted.js';
import { ACTOR, at, calendar, Drive, immediate, rectification, refs, staged } from '../support/engine.js';
import { randomLife } from './random-life.js';

const people = new Map<string | null, Actor>(Object.values(ACTOR).map((actor) => [actor.userId, actor]));
const actorOf = ({ actor }: EventRecord): Actor => people.get(actor.userId)!;
const past = (until: number): Past => ({ refs, actorOf, until, today: '2026-12-31' });
const pastOf = ({ state, events }: Drive): PastCase => ({
  id: state.id,
  facts: state.facts,
  workflow: state.workflow,
  lines: JSON.parse(JSON.stringify(events)) as EventRecord[],
});
const play = (drive: Drive, draft: Workflow, until = drive.state.lastAt): Played =>
  simulateCase(past(until), pastOf(drive), draft);
const year = { from: '2026-01-01', to: '2026-12-31', until: at('2026-12-31') };
const rungs = (events: readonly EventRecord[]): string[] =>
  outlineOf(events, calendar, year).rungs.map(({ rung, on }) => `${rung} ${on}`);

const working = (when = at('2026-03-02')): Drive =>
  new Drive(rectification, when).send('ASSIGN', ACTOR.clerk, when).send('ACCEPT', ACTOR.handler, when);

describe('under its own workflow', () => {
  it.each([
    ['rectification', rectification],
    ['immediate', immediate],
    ['staged', staged],
  ])('every random life of %s comes out line for line', (_name, workflow) => {
    let closed = 0;
    for (let seed = 1; seed <= 300; seed += 1) {
      const drive = randomLife(workflow, seed);
      const played = play(drive, workflow);
      expect(played.differences).toEqual([]);
      expect(played.events).toEqual(drive.events);
      expect(played.context).toEqual(drive.context);
      if (drive.context.outcome !== null) closed += 1;
    }
    expect(closed).toBeGreaterThan(20);
  });
});

describe('under other numbers', () => {
  it('gives the due day and the orders that a case begun under them has', () => {
    const draft = compiled(withPolicy('rectification', { workingDays: { default: 5, byCategory: {} } }));
    const drive = working().send('PROGRESS', ACTOR.handler, at('2026-03-10')).until(at('2026-03-20'));
    const played = play(drive, draft, at('2026-03-20'));
    const begun = new Drive(draft, at('2026-03-02')).send('ASSIGN', ACTOR.clerk, at('2026-03-02'));
    begun
      .send('ACCEPT', ACTOR.handler, at('2026-03-02'))
      .send('PROGRESS', ACTOR.handler, at('2026-03-10'))
      .until(at('2026-03-20'));
    expect(played.context).toEqual(begun.context);
    expect(rungs(drive.events)).toEqual([]);
    expect(rungs(played.events)).toEqual(['blue 2026-03-10', 'orange 2026-03-13', 'red 2026-03-18']);
    expect(played.differences).toEqual([]);
  });

  it('names a step that would have been refused, with the rule, and goes on where it moves the case nowhere', () => {
    const draft = compiled(withPolicy('rectification', { extension: { times: 1, maxDays: 3 } }));
    const drive = working();
    drive.send('REQUEST_EXTENSION', ACTOR.handler, at('2026-03-20'), { days: 5 });
    drive.send('GRANT_EXTENSION', ACTOR.clerk, at('2026-03-20'), {}).until(at('2026-03-26'));
    const played = play(drive, draft, at('2026-03-26'));
    expect(played.differences.map(({ type, code, closes }) => [type, code, closes])).toEqual([
      ['REQUEST_EXTENSION', 'rule.extensionWithinLimit', false],
      ['GRANT_EXTENSION', 'rule.hasPendingExtension', false],
    ]);
    expect(played.comparable).toBe(at('2026-03-26'));
    expect([rungs(drive.events), rungs(played.events)]).toEqual([[], ['blue 2026-03-24']]);
  });

  it('ends right before a closing that would have been refused, since nobody can know what people would have done then', () => {
    const draft = compiled(withPolicy('rectification', { visit: { within: 2, attempts: 5 } }));
    const drive = working()
      .send('SUBMIT', ACTOR.handler, at('2026-03-04'))
      .send('PASS', ACTOR.supervisor, at('2026-03-05'));
    for (const day of ['2026-03-06', '2026-03-09', '2026-03-10']) {
      drive.send('RECORD_VISIT', ACTOR.visitor, at(day), { outcome: 'unreachable', satisfaction: undefined });
    }
    drive.send('CLOSE_UNVERIFIED', ACTOR.supervisor, at('2026-03-11'));
    const played = play(drive, draft, at('2026-06-01'));
    expect(played.differences).toMatchObject([
      { type: 'CLOSE_UNVERIFIED', code: 'rule.hasAttemptsEnough', closes: true },
    ]);
    expect(played.comparable).toBe(at('2026-03-11') - 1);
    expect(played.events.every(({ at: when }) => when < at('2026-03-11'))).toBe(true);
  });
});

describe('under a rule that asks more', () => {
  it('ends where a fix could not have been handed in, although the stage would be the same', () => {
    const file = withPolicy('rectification', {});
    const { rectifying } = file.machine.states!['stage']!.states!['deadline']!.states!;
    const submit = rectifying!.on!['SUBMIT'] as { guard: unknown };
    Object.assign(submit, { guard: 'isSupervisor' });
    const drive = working().send('SUBMIT', ACTOR.handler, at('2026-03-04'));
    drive.send('PASS', ACTOR.supervisor, at('2026-03-05')).until(at('2026-06-01'));
    const played = play(drive, compiled(file), at('2026-06-01'));
    expect(played.differences).toMatchObject([{ type: 'SUBMIT', code: 'rule.isSupervisor', closes: false }]);
    expect([played.comparable, rungs(played.events)]).toEqual([at('2026-03-04') - 1, []]);
  });
});

describe('under another chart', () => {
  it('says where a step would have led instead', () => {
    const file = withPolicy('rectification', {});
    const { visiting } = file.machine.states!['stage']!.states!['followUpVisit']!.states!;
    const given = visiting!.on!['RECORD_VISIT'] as { target?: string; actions?: unknown }[];
    // Whatever the visit finds, the case goes back to the unit.
    const back = given.find(({ target }) => target?.includes('deadline'))!;
    for (const one of given)
      if (one.target?.includes('closed')) Object.assign(one, { target: back.target, actions: back.actions });
    const drive = working()
      .send('SUBMIT', ACTOR.handler, at('2026-03-04'))
      .send('PASS', ACTOR.supervisor, at('2026-03-05'));
    drive.send('RECORD_VISIT', ACTOR.visitor, at('2026-03-06'));
    expect(drive.context.outcome).toBe('resolved');
    const played = play(drive, compiled(file), at('2026-06-01'));
    expect(played.differences).toMatchObject([
      {
        type: 'RECORD_VISIT',
        code: 'simulation.elsewhere',
        closes: true,
        message: 'It would lead to “Rectification”, and led to “Closed”',
      },
    ]);
  });
});
