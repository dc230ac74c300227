/** Separation of duties asks for everything a person was and is: two roles, a move between units, a hand in the work. */
import { replay } from '../../src/engine/decide.js';
import { allowed } from '../../src/engine/allowed.js';
import type { Actor } from '../../src/domain/command.js';
import { Refused } from '../../src/domain/errors.js';
import { ACTOR, at, Drive, rectification, refs, UNIT } from '../support/engine.js';

const DAY = at('2026-03-02');
const handed = (): Drive =>
  new Drive(rectification, DAY)
    .send('ASSIGN', ACTOR.clerk, DAY)
    .send('ACCEPT', ACTOR.handler, DAY)
    .send('PROGRESS', ACTOR.supporter, DAY)
    .send('SUBMIT', ACTOR.handler, DAY);
/** The same person in the office, and no record of where they were. */
const promoted = (who: Actor): Actor => ({ ...ACTOR.moved, past: [], userId: who.userId });

it('remembers who worked on a case, each once, and folding its history gives the same', () => {
  const drive = handed();
  expect(drive.context.workers).toEqual([ACTOR.handler.userId, ACTOR.supporter.userId]);
  expect(replay(drive.events)!.context.workers).toEqual(drive.context.workers);
  expect(JSON.stringify(drive.events)).not.toContain('workers');
});

it('lets nobody pass, visit, sign or look back on what they handed in themselves, though they hold the role now', () => {
  const drive = handed();
  const once = promoted(ACTOR.handler);
  expect(drive.code('PASS', once, DAY)).toBe('rule.didNotWorkOnIt');
  expect(drive.code('RETURN', once, DAY)).toBe('rule.didNotWorkOnIt');
  drive.send('PASS', ACTOR.supervisor, DAY);
  expect(drive.code('RECORD_VISIT', promoted(ACTOR.supporter), DAY)).toBe('rule.didNotWorkOnIt');
  drive.send('RECORD_VISIT', ACTOR.visitor, DAY);
  expect(drive.code('REOPEN', once, DAY)).toBe('rule.didNotWorkOnIt');
});

it('lets nobody decide on the extension they asked for, nor park or waive what they worked on', () => {
  const drive = new Drive(rectification, DAY).send('ASSIGN', ACTOR.clerk, DAY).send('ACCEPT', ACTOR.liaison, DAY);
  drive.send('REQUEST_EXTENSION', ACTOR.handler, DAY);
  expect(drive.code('PARK', promoted(ACTOR.liaison), DAY)).toBe('rule.didNotWorkOnIt');
  expect(drive.code('GRANT_EXTENSION', promoted(ACTOR.liaison), DAY)).toBe('rule.didNotWorkOnIt');
  expect(drive.code('WITHDRAW', promoted(ACTOR.liaison), DAY)).toBe('rule.didNotWorkOnIt');
  drive.until(at('2026-05-29'));
  expect(drive.code('WAIVE_ORDER', promoted(ACTOR.handler), at('2026-05-29'))).toBe('rule.didNotWorkOnIt');
});

it('frees who left the unit before it was given the case', () => {
  const left = (until: number): Actor => ({ ...ACTOR.moved, past: [{ role: 'handler', unitId: UNIT.lead, until }] });
  expect(handed().code('PASS', left(DAY + 1), DAY)).toBe('rule.holdsNoPostInIt');
  expect(handed().code('PASS', left(DAY), DAY)).toBe('ok');
});

it('says which rule, in both languages, and which roles could', () => {
  const refused = handed().ask('PASS', ACTOR.twoHats, DAY) as Refused;
  expect(refused).toMatchObject({ code: 'rule.holdsNoPostInIt', details: { who: ['supervisor'] } });
  expect(refused.messageZh).toMatch(/牵头或协办单位/);
  expect(refused.message).toMatch(/lead or a supporting unit/);
});

it('offers no judgement that would be refused', () => {
  const drive = handed();
  const offered = (actor: Actor): string[] =>
    allowed(rectification, drive.state, actor, DAY, refs).map(({ type }) => type);
  for (const actor of [ACTOR.twoHats, ACTOR.moved, ACTOR.judgeInSupport, promoted(ACTOR.handler)]) {
    for (const type of ['PASS', 'RETURN', 'WITHDRAW']) expect(offered(actor)).not.toContain(type);
  }
  expect(offered(ACTOR.supervisor)).toEqual(expect.arrayContaining(['PASS', 'RETURN']));
});

it('holds whatever a workflow file says: no file can leave it out', () => {
  // Version 1 asks a parking leader for the role alone.
  const drive = new Drive(rectification, DAY).send('ASSIGN', ACTOR.clerk, DAY).send('ACCEPT', ACTOR.handler, DAY);
  expect(drive.code('PARK', ACTOR.leaderInLead, DAY)).toBe('rule.holdsNoPostInIt');
  expect(drive.code('PARK', ACTOR.leader, DAY)).toBe('ok');
});
