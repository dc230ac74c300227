/** What raisers say by receipt, in both versions of the workflow: a line of history that moves nothing, and an answer that somebody owes. */
import type { Actor } from '../../src/domain/command.js';
import { isBelowVisit, openWords } from '../../src/domain/raiser-words.js';
import { Refused } from '../../src/domain/errors.js';
import { allowed } from '../../src/engine/allowed.js';
import { hear } from '../../src/engine/hear.js';
import { waitsFor } from '../../src/engine/waits-for.js';
import type { Workflow } from '../../src/engine/workflow.js';
import { ACTOR, at, calendar, command, Drive, rectification, rectification2, refs, SECOND } from '../support/engine.js';

const RAISER: Actor = { userId: null, name: '反映人', unitId: null, roles: [], via: 'receipt' };

/** Closed on Wednesday 2026-03-11, the raiser visited and satisfied. */
function closed(workflow: Workflow): Drive {
  const drive = new Drive(workflow, at('2026-03-02'), {})
    .send('ASSIGN', ACTOR.clerk, at('2026-03-02'))
    .send('ACCEPT', ACTOR.liaison, at('2026-03-02', '15:00'))
    .send('SUBMIT', ACTOR.handler, at('2026-03-09'))
    .send('PASS', ACTOR.supervisor, at('2026-03-10'));
  return drive.send('RECORD_VISIT', ACTOR.visitor, at('2026-03-11'), { outcome: 'fixed', satisfaction: 'satisfied' });
}
/** What the case answers, and how it stands then. */
function say(drive: Drive, type: string, who: Actor, day: string, payload: Record<string, unknown>): string {
  const decided = hear(drive.workflow, drive.state, command(type, who, at(day), payload), refs);
  if (decided instanceof Refused) return decided.code;
  drive.state = decided.state;
  drive.events.push(...decided.events);
  return 'ok';
}
const byRaiser = (drive: Drive, type: string, day: string, payload: Record<string, unknown> = {}): string =>
  say(drive, type, RAISER, day, { raiserId: drive.state.id, ...payload });
const waits = (drive: Drive, day: string): string[] =>
  waitsFor(drive.state, drive.workflow.policy, calendar, day).map(({ kind, by }) => `${kind} ${by}`);
const steps = (drive: Drive, who: Actor, day: string): string[] =>
  allowed(drive.workflow, drive.state, who, at(day), refs).map(({ type }) => type);

describe.each([
  ['1', rectification],
  ['2', rectification2],
])('of version %s', (_, workflow) => {
  it('“not solved” of a closed case waits for the supervisors, who dismiss it with a reason', () => {
    const drive = closed(workflow);
    const before = { value: drive.state.value, timers: drive.state.timers };
    expect(waits(drive, '2026-03-12')).toEqual([]);
    expect(byRaiser(drive, 'SAY_UNSOLVED', '2026-03-12', { text: '夜里仍有人飙车' })).toBe('ok');
    expect({ value: drive.state.value, timers: drive.state.timers }).toEqual(before);
    expect(waits(drive, '2026-03-12')).toEqual(['unsolved 2026-03-16']);
    expect(drive.messages('tell.unsolved')).toEqual(['supervisor 2026-03-12 10:00']);
    expect(byRaiser(drive, 'SAY_UNSOLVED', '2026-03-12', { text: '再说一次' })).toBe('receipt.saidAlready');
    expect(steps(drive, ACTOR.supervisor, '2026-03-12')).toEqual(
      expect.arrayContaining(['REOPEN', 'DISMISS_UNSOLVED']),
    );
    for (const who of [ACTOR.supervisorInLead, ACTOR.clerk, ACTOR.handler, ACTOR.leader]) {
      expect(steps(drive, who, '2026-03-12')).not.toContain('DISMISS_UNSOLVED');
      expect(say(drive, 'DISMISS_UNSOLVED', who, '2026-03-12', { reason: '不属实' })).toMatch(/^rule\./);
    }
    expect(say(drive, 'DISMISS_UNSOLVED', ACTOR.supervisor, '2026-03-13', { reason: '三晚复查未见飙车' })).toBe('ok');
    expect(waits(drive, '2026-03-13')).toEqual([]);
    expect(drive.context.heard?.words).toMatchObject([{ answer: { on: '2026-03-13', text: '三晚复查未见飙车' } }]);
    expect(byRaiser(drive, 'SAY_UNSOLVED', '2026-03-16', { text: '还是没有' })).toBe('receipt.saidAlready');
  });

  it('a case that is reopened on that ground owes nothing, and the next closing may be spoken about anew', () => {
    const drive = closed(workflow);
    byRaiser(drive, 'SAY_UNSOLVED', '2026-03-12', { text: '没有解决' });
    drive.send('REOPEN', ACTOR.supervisor, at('2026-03-13'));
    expect(waits(drive, '2026-03-13').some((wait) => wait.startsWith('unsolved'))).toBe(false);
    expect(openWords(drive.context, 'unsolved')).toEqual([]);
    expect(byRaiser(drive, 'SAY_UNSOLVED', '2026-03-13', { text: '没有解决' })).toBe('notice.over');
    drive.send('SUBMIT', ACTOR.handler, at('2026-03-16')).send('PASS', ACTOR.supervisor, at('2026-03-16', '11:00'));
    drive.send('RECORD_VISIT', ACTOR.visitor, at('2026-03-17'), { outcome: 'fixed', satisfaction: 'satisfied' });
    expect(byRaiser(drive, 'SAY_UNSOLVED', '2026-03-18', { text: '还是没有解决' })).toBe('ok');
  });

  it('is heard until the look-back ends, and not a day longer', () => {
    expect(byRaiser(closed(workflow), 'SAY_UNSOLVED', '2026-09-07', { text: '又来了' })).toBe('ok');
    expect(byRaiser(closed(workflow), 'SAY_UNSOLVED', '2026-09-08', { text: '又来了' })).toBe('receipt.tooLate');
    expect(byRaiser(closed(workflow), 'RATE_RESULT', '2026-09-08', { overall: 'satisfied', aspects: {} })).toBe(
      'receipt.tooLate',
    );
  });

  it('a rating is one for each round, changed for seven days, and seen where it is lower than the visit’s', () => {
    const drive = closed(workflow);
    const rate = (day: string, overall: string) =>
      byRaiser(drive, 'RATE_RESULT', day, { overall, aspects: { speed: 2 } });
    expect(rate('2026-03-12', 'dissatisfied')).toBe('ok');
    expect(isBelowVisit(drive.context, drive.context.heard!.ratings![0]!)).toBe(true);
    expect(rate('2026-03-19', 'satisfied')).toBe('ok');
    expect(drive.context.heard!.ratings).toMatchObject([
      { overall: 'satisfied', firstOn: '2026-03-12', on: '2026-03-19' },
    ]);
    expect(isBelowVisit(drive.context, drive.context.heard!.ratings![0]!)).toBe(false);
    expect(rate('2026-03-20', 'dissatisfied')).toBe('receipt.tooLate');
    expect(drive.context.rounds.at(-1)).toMatchObject({ satisfaction: 'satisfied', answeredOn: '2026-03-11' });
  });

  it('a question waits for the clerk, one at a time, and nobody signed in speaks for a raiser', () => {
    const drive = new Drive(workflow, at('2026-03-02'), {}).send('ASSIGN', ACTOR.clerk, at('2026-03-02'));
    expect(byRaiser(drive, 'RATE_RESULT', '2026-03-03', { overall: 'satisfied', aspects: {} })).toBe(
      'receipt.noResult',
    );
    expect(byRaiser(drive, 'ASK_OFFICE', '2026-03-03', { text: '什么时候能好' })).toBe('ok');
    expect(byRaiser(drive, 'ASK_OFFICE', '2026-03-03', { text: '在吗' })).toBe('receipt.askedAlready');
    expect(waits(drive, '2026-03-03')).toContain('raiserQuestion 2026-03-05');
    expect(drive.messages('tell.question')).toEqual(['clerk 2026-03-03 10:00']);
    expect(steps(drive, ACTOR.handler, '2026-03-03')).not.toContain('ANSWER_RAISER');
    expect(say(drive, 'ANSWER_RAISER', SECOND.clerk, '2026-03-04', { text: '三月底前' })).toBe('ok');
    expect(waits(drive, '2026-03-04').some((wait) => wait.startsWith('raiserQuestion'))).toBe(false);
    expect(byRaiser(drive, 'ASK_OFFICE', '2026-03-05', { text: '谁来修' })).toBe('ok');
    for (const who of [ACTOR.clerk, ACTOR.handler, ACTOR.leader, ACTOR.system])
      expect(say(drive, 'ASK_OFFICE', who, '2026-03-05', { raiserId: drive.state.id, text: '冒充' })).toBe(
        'receipt.raiserOnly',
      );
  });
});
