/** A command that was written while the case moved on: refused only where what it rests on has changed. */
import { Refused } from '../../src/domain/errors.js';
import { decide } from '../../src/engine/decide.js';
import type { Actor } from '../../src/domain/command.js';
import { ACTOR, Drive, UNIT, at, command, payloadFor, rectification, rectification2, refs } from '../support/engine.js';

/** Assigned and signed for on Monday 2026-03-02, due on the 23rd. */
const working = (): Drive =>
  new Drive(rectification, at('2026-03-02'))
    .send('ASSIGN', ACTOR.clerk, at('2026-03-02'))
    .send('ACCEPT', ACTOR.handler, at('2026-03-02'));
const visiting = (): Drive =>
  working().send('SUBMIT', ACTOR.handler, at('2026-03-10')).send('PASS', ACTOR.supervisor, at('2026-03-11'));

/** Code of the refusal of a command written on version `seen`, or 'ok'. */
function written(
  drive: Drive,
  seen: number,
  type: string,
  actor: Actor,
  day: string,
  payload: Record<string, unknown> = {},
  passed = drive.events,
): string {
  const whole = { ...payloadFor(type, rectification, '2026-03-02'), ...payload };
  const sent = { ...command(type, actor, at(day), whole), expectedVersion: seen };
  const decided = decide(rectification, drive.state, sent, refs, undefined, passed);
  return decided instanceof Refused ? decided.code : 'ok';
}

describe('beside the case', () => {
  it.each(['COMMENT', 'PROGRESS'])('%s of a colleague does not stop a submission', (type) => {
    const drive = working();
    const seen = drive.state.version;
    drive.send(type, ACTOR.handler, at('2026-03-03'));
    expect(written(drive, seen, 'SUBMIT', ACTOR.handler, '2026-03-03')).toBe('ok');
  });

  it('lights that climbed and orders that went out do not stop a submission', () => {
    const drive = working();
    const seen = drive.state.version;
    drive.until(at('2026-04-10'));
    expect(drive.orders.length).toBeGreaterThan(1);
    expect(written(drive, seen, 'SUBMIT', ACTOR.handler, '2026-04-10')).toBe('ok');
  });

  it('an extension that was granted meanwhile does not stop a submission, but another request for one', () => {
    const drive = working();
    const seen = drive.state.version;
    drive.send('REQUEST_EXTENSION', ACTOR.handler, at('2026-03-05'));
    expect(written(drive, seen, 'SUBMIT', ACTOR.handler, '2026-03-06')).toBe('ok');
    expect(written(drive, seen, 'REQUEST_EXTENSION', ACTOR.handler, '2026-03-06')).toBe('case.stale');
  });

  it('a comment is taken whatever became of the case', () => {
    const drive = working();
    const seen = drive.state.version;
    drive.send('SUBMIT', ACTOR.handler, at('2026-03-10'));
    expect(written(drive, seen, 'COMMENT', ACTOR.handler, '2026-03-10')).toBe('ok');
  });
});

describe('what a command rests on', () => {
  it('a submission that a colleague made first, also when it was returned meanwhile', () => {
    const drive = working();
    const seen = drive.state.version;
    drive.send('SUBMIT', ACTOR.handler, at('2026-03-10')).send('RETURN', ACTOR.supervisor, at('2026-03-11'));
    expect(drive.place).toBe('rectifying');
    expect(written(drive, seen, 'SUBMIT', ACTOR.handler, '2026-03-11')).toBe('case.stale');
    expect(written(drive, drive.state.version, 'SUBMIT', ACTOR.handler, '2026-03-11')).toBe('ok');
  });

  it('an attempt to reach the raiser that a colleague recorded', () => {
    const drive = visiting();
    const seen = drive.state.version;
    drive.send('RECORD_VISIT', ACTOR.visitor, at('2026-03-12'), {
      outcome: 'unreachable',
      nextAttemptOn: '2026-03-13',
    });
    expect(drive.place).toBe('visiting');
    expect(written(drive, seen, 'RECORD_VISIT', ACTOR.visitor, '2026-03-13')).toBe('case.stale');
  });

  it('another lead unit', () => {
    const drive = new Drive(rectification, at('2026-03-02')).send('ASSIGN', ACTOR.clerk, at('2026-03-02'));
    const seen = drive.state.version;
    drive.send('DECLINE', ACTOR.liaison, at('2026-03-03')).send('ASSIGN', ACTOR.clerk, at('2026-03-03'), {
      leadUnitId: UNIT.other,
    });
    expect(written(drive, seen, 'ACCEPT', ACTOR.handler, '2026-03-03')).toBe('case.stale');
  });

  it('the order it is about, not the next one', () => {
    const drive = working().until(at('2026-03-26'));
    const order = drive.effects('order')[0]!;
    const seen = drive.state.version;
    const about = { period: order.period, rung: order.rung };
    drive.until(at('2026-03-31'));
    expect(drive.effects('order').length).toBeGreaterThan(1);
    expect(written(drive, seen, 'REPLY_ORDER', ACTOR.handler, '2026-03-31', about)).toBe('ok');
    const before = drive.state.version;
    drive.send('REPLY_ORDER', ACTOR.handler, at('2026-03-31'), about);
    expect(written(drive, before, 'REPLY_ORDER', ACTOR.handler, '2026-03-31', about)).toBe('case.stale');
  });
});

it('is stale where the lines between are not at hand, or the version is one that never was', () => {
  const drive = working();
  drive.send('COMMENT', ACTOR.handler, at('2026-03-03'));
  expect(written(drive, 3, 'SUBMIT', ACTOR.handler, '2026-03-03', {}, [])).toBe('case.stale');
  expect(written(drive, 9, 'SUBMIT', ACTOR.handler, '2026-03-03')).toBe('case.stale');
});

describe('a visit to one of several raisers', () => {
  const SECOND_RAISER = '0192d000-0000-7000-8000-00000000cc01';
  const FIXED = { outcome: 'fixed', satisfaction: 'satisfied' };
  const several = (): Drive => {
    const drive = new Drive(rectification2, at('2026-03-02'));
    drive.send('ASSIGN', ACTOR.clerk, at('2026-03-02')).send('ACCEPT', ACTOR.handler, at('2026-03-02'));
    drive.send('JOIN', ACTOR.system, at('2026-03-03'), { raisers: [SECOND_RAISER] });
    return drive.send('SUBMIT', ACTOR.handler, at('2026-03-10')).send('PASS', ACTOR.supervisor, at('2026-03-11'));
  };
  const visited = (drive: Drive, seen: number, raiserId: string): string => {
    const payload = { method: 'phone', ...FIXED, raiserId };
    const sent = { ...command('RECORD_VISIT', ACTOR.visitor, at('2026-03-12'), payload), expectedVersion: seen };
    const decided = decide(rectification2, drive.state, sent, refs, undefined, drive.events);
    return decided instanceof Refused ? decided.code : 'ok';
  };

  it('stands whatever was recorded of another one meanwhile, and is refused where their own answer is there', () => {
    const drive = several();
    const seen = drive.state.version;
    const [first] = drive.state.context.raisers!;
    drive.send('RECORD_VISIT', ACTOR.visitor, at('2026-03-12'), { method: 'phone', ...FIXED, raiserId: SECOND_RAISER });
    expect(visited(drive, seen, first!)).toBe('ok');
    expect(visited(drive, seen, SECOND_RAISER)).toBe('case.stale');
  });
});
