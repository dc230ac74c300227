/** What a person is offered: never a step that no form could make right. */
import { allowed } from '../../src/engine/allowed.js';
import { ACTOR, Drive, at, rectification, refs, type ActorKind } from '../support/engine.js';

const offered = (drive: Drive, actor: ActorKind, now: number): string[] =>
  allowed(rectification, drive.state, ACTOR[actor], now, refs).map(({ type }) => type);

it('offers the handler of a new case nothing about orders, and the office nothing but its triage', () => {
  const drive = new Drive(rectification, at('2026-03-02'));
  expect(offered(drive, 'clerk', at('2026-03-02'))).toEqual([
    'ASSIGN',
    'REJECT',
    'MERGE',
    'WITHDRAW',
    'COMMENT',
    'RELEASE_RESULT',
  ]);
  drive.send('ASSIGN', ACTOR.clerk, at('2026-03-02'));
  drive.send('ACCEPT', ACTOR.handler, at('2026-03-02'));
  expect(offered(drive, 'handler', at('2026-03-02'))).toEqual(['PROGRESS', 'SUBMIT', 'REQUEST_EXTENSION', 'COMMENT']);
  expect(offered(drive, 'otherHandler', at('2026-03-02'))).toEqual([]);
});

it('offers an order only while it waits for that person', () => {
  const drive = new Drive(rectification, at('2026-03-02'));
  drive.send('ASSIGN', ACTOR.clerk, at('2026-03-02')).send('ACCEPT', ACTOR.handler, at('2026-03-02'));
  drive.until(at('2026-04-02'));
  expect(drive.clock).toBe('overdue.red');
  expect(offered(drive, 'handler', at('2026-04-02'))).toContain('REPLY_ORDER');
  expect(offered(drive, 'leader', at('2026-04-02'))).toEqual(expect.arrayContaining(['SIGN_ORDER', 'WAIVE_ORDER']));
  drive.send('SIGN_ORDER', ACTOR.leader, at('2026-04-02'), { period: 1, rung: 'red' });
  expect(offered(drive, 'leader', at('2026-04-02'))).not.toContain('SIGN_ORDER');
  expect(offered(drive, 'leader', at('2026-04-02'))).toContain('INSTRUCT_ORDER');
});
