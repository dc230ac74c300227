/** Whoever stands in for somebody absent carries their duties, in both names, and gets round no rule by it. */
import { allowed } from '../../src/engine/allowed.js';
import { decide, replay, type Decision } from '../../src/engine/decide.js';
import { Refused } from '../../src/domain/errors.js';
import type { Actor } from '../../src/domain/command.js';
import { dutiesFor, standingIn, withDuties } from '../../src/domain/deputies.js';
import {
  ACTOR,
  at,
  command,
  Drive,
  payloadFor,
  rectification,
  rectification2,
  refs,
  SECOND,
  UNIT,
} from '../support/engine.js';

const DAY = at('2026-03-02');
const { units } = refs;
/** The person on a route where a deputy acts for the absent too. */
const deputy = (who: Actor, ...absent: Actor[]): Actor =>
  withDuties(
    standingIn(
      who,
      absent.map((person) => ({ person, untilOn: '2026-03-31' })),
      units,
    ),
  );
const passes = (who: Actor, absent: Actor): string[] => dutiesFor(who, absent, units).map(({ role }) => role);
const names = (drive: Drive): string[] => drive.events.map(({ actor }) => actor.name);

it('passes the duties of a unit to its people, those of an office to its own, a signature to another leader, and administration to nobody', () => {
  expect(passes(ACTOR.liaison, ACTOR.unitLeader)).toEqual(['unitLeader']);
  expect(passes(ACTOR.handler, ACTOR.liaison)).toEqual(['liaison']);
  expect(passes(ACTOR.otherHandler, ACTOR.handler)).toEqual([]);
  expect(passes(ACTOR.clerk, ACTOR.handler)).toEqual([]);
  expect(passes(ACTOR.clerk, ACTOR.visitor)).toEqual(['visitor']);
  expect(passes(ACTOR.handler, ACTOR.supervisor)).toEqual([]);
  expect(passes(ACTOR.clerk, ACTOR.leader)).toEqual([]);
  expect(passes(SECOND.leader, ACTOR.leader)).toEqual(['leader']);
  for (const one of [ACTOR.clerk, ACTOR.administrator, ACTOR.auditor]) {
    expect(passes(one, ACTOR.administrator)).toEqual([]);
    expect(passes(one, ACTOR.auditor)).toEqual([]);
  }
  for (const one of [ACTOR.administrator, ACTOR.auditor]) expect(passes(one, ACTOR.clerk)).toEqual([]);
});

it('does in the name of the absent only what the deputy may not do in their own, and history has both names', () => {
  const drive = new Drive(rectification2, DAY).send('ASSIGN', ACTOR.clerk, DAY);
  const clerkForVisitor = deputy(ACTOR.clerk, ACTOR.visitor);
  drive.send('ACCEPT', deputy(ACTOR.liaison, ACTOR.handler), DAY);
  drive.send('PROGRESS', ACTOR.handler, DAY).send('SUBMIT', ACTOR.handler, DAY).send('PASS', ACTOR.supervisor, DAY);
  const offered = allowed(rectification2, drive.state, clerkForVisitor, DAY, refs);
  expect(offered.find(({ type }) => type === 'RECORD_VISIT')!.inNameOf!.name).toBe(ACTOR.visitor.name);
  expect(offered.find(({ type }) => type === 'COMMENT')!.inNameOf).toBeUndefined();
  drive.send('RECORD_VISIT', clerkForVisitor, DAY);
  expect(names(drive)).toContain(ACTOR.liaison.name);
  const { actor, inNameOf } = drive.events.at(-1)!;
  expect(actor).toMatchObject({
    userId: ACTOR.clerk.userId,
    name: `${ACTOR.clerk.name}代${ACTOR.visitor.name}`,
    via: 'deputy',
  });
  expect(inNameOf!.userId).toBe(ACTOR.visitor.userId);
  expect(replay(drive.events)!.context).toEqual(drive.context);
});

it('counts work in another’s name as the work of both', () => {
  const drive = new Drive(rectification2, DAY).send('ASSIGN', ACTOR.clerk, DAY).send('ACCEPT', ACTOR.handler, DAY);
  const late = at('2026-03-31');
  drive.until(late);
  expect(drive.context.rung).toBe('orange');
  const { period, rung } = drive.context;
  drive.send('REPLY_ORDER', deputy(ACTOR.liaison, ACTOR.unitLeader), late, { period, rung });
  expect(drive.events.at(-1)!.actor.name).toBe(`${ACTOR.liaison.name}代${ACTOR.unitLeader.name}`);
  expect(drive.context.workers).toEqual(
    expect.arrayContaining([ACTOR.liaison.userId, ACTOR.unitLeader.userId] as string[]),
  );
  expect(replay(drive.events)!.context.workers).toEqual(drive.context.workers);
});

it('lets neither the deputy grant what the absent asked for, nor the absent what the deputy asked for in their name', () => {
  const assigned = (): Drive => new Drive(rectification2, DAY, { isKey: true }).send('ASSIGN', ACTOR.clerk, DAY);
  const stands = deputy(SECOND.leader, ACTOR.leader);
  const byAbsent = assigned().send('ASK_DEPARTURE', ACTOR.leader, DAY);
  expect(byAbsent.code('GRANT_DEPARTURE', stands, DAY)).toBe('rule.isNotOwnDeparture');
  // Nor where the duty counts on no route: what ties them stays.
  expect(byAbsent.code('GRANT_DEPARTURE', { ...stands, roles: SECOND.leader.roles }, DAY)).toBe(
    'rule.isNotOwnDeparture',
  );
  expect(byAbsent.code('GRANT_DEPARTURE', SECOND.leader, DAY)).toBe('ok');
  const third: Actor = { ...SECOND.leader, userId: ACTOR.auditor.userId, name: '第三位领导' };
  // The first has no leader's role, so that it is asked for in the name of the absent.
  const clerkOnly: Actor = { ...SECOND.clerk, roles: [{ role: 'clerk', unitId: UNIT.other }] };
  const lent = { ...deputy(clerkOnly, ACTOR.clerk) };
  const inName = assigned().send('ASK_DEPARTURE', { ...lent, standsInFor: lentDuties(lent, 'leader') }, DAY);
  expect(inName.events.at(-1)!.inNameOf!.userId).toBe(ACTOR.clerk.userId);
  const back: Actor = { ...ACTOR.clerk, roles: [{ role: 'leader', unitId: UNIT.office }] };
  expect(inName.code('GRANT_DEPARTURE', back, DAY)).toBe('rule.isNotOwnDeparture');
  expect(inName.code('GRANT_DEPARTURE', deputy({ ...third, userId: SECOND.clerk.userId }), DAY)).toBe(
    'rule.isNotOwnDeparture',
  );
  // A second deputy of the same person is one with the first.
  expect(inName.code('GRANT_DEPARTURE', deputy(third, back), DAY)).toBe('rule.isNotOwnDeparture');
  expect(inName.code('GRANT_DEPARTURE', third, DAY)).toBe('ok');
});

/** As if this role of the absent passed on. */
const lentDuties = (actor: Actor, role: 'leader'): NonNullable<Actor['standsInFor']> =>
  actor.standsInFor!.map((one) => ({ ...one, duties: [{ role, unitId: UNIT.office }] }));

it('lets nobody check, visit or decide for a unit through somebody outside, nor be checked by their own deputy', () => {
  const handed = (): Drive =>
    new Drive(rectification, DAY)
      .send('ASSIGN', ACTOR.clerk, DAY)
      .send('ACCEPT', ACTOR.handler, DAY)
      .send('SUBMIT', ACTOR.handler, DAY);
  // Named by a handler: nothing passes to the supervisor, and still they judge no more.
  expect(handed().code('PASS', deputy(ACTOR.supervisor, ACTOR.handler), DAY)).toBe('rule.isOutsideLeadUnit');
  expect(handed().code('PASS', deputy(ACTOR.supervisor, ACTOR.liaison), DAY)).toBe('rule.isOutsideLeadUnit');
  // The other way round: a supervisor of the lead unit stays bound, whoever acts for them.
  expect(handed().code('PASS', deputy(ACTOR.clerk, ACTOR.supervisorInLead), DAY)).toBe('rule.isOutsideLeadUnit');
  expect(handed().code('PASS', deputy(ACTOR.clerk, ACTOR.moved), DAY)).toBe('rule.holdsNoPostInIt');
  expect(handed().code('PASS', deputy(ACTOR.clerk, ACTOR.supervisor), DAY)).toBe('ok');
});

it('counts the checks of a deputy and of the absent as one', () => {
  const weighty = new Drive(rectification2, DAY, { isKey: true }).send('ASSIGN', ACTOR.clerk, DAY);
  weighty.send('ACCEPT', ACTOR.handler, DAY).send('SUBMIT', ACTOR.handler, DAY);
  const first = weighty.code('PASS', ACTOR.supervisor, DAY);
  expect(first).toBe('ok');
  expect(weighty.context.checks).toHaveLength(1);
  expect(weighty.code('PASS', deputy(ACTOR.clerk, ACTOR.supervisor), DAY)).toBe('rule.isAnotherVerifier');
  expect(weighty.code('PASS', deputy(SECOND.supervisor, ACTOR.supervisor), DAY)).toBe('rule.isAnotherVerifier');
  expect(weighty.code('PASS', SECOND.supervisor, DAY)).toBe('ok');
});

it('does what is sent in the name of somebody absent in that name or not at all', () => {
  const drive = new Drive(rectification2, DAY).send('ASSIGN', ACTOR.clerk, DAY);
  const send = (type: string, actor: Actor, absent: Actor): Decision | Refused =>
    decide(
      rectification2,
      drive.state,
      { ...command(type, actor, DAY, payloadFor(type, rectification2, '2026-03-02')), absentId: absent.userId! },
      refs,
    );
  const codeOf = (outcome: Decision | Refused): string => (outcome instanceof Refused ? outcome.code : 'ok');
  const stands = deputy(ACTOR.liaison, ACTOR.handler);
  // Either may accept: it is done in the name that was given, also where the route lends no duties.
  for (const actor of [stands, { ...stands, roles: ACTOR.liaison.roles }]) {
    const { events } = send('ACCEPT', actor, ACTOR.handler) as Decision;
    expect(events.at(-1)!.actor).toMatchObject({ name: `${ACTOR.liaison.name}代${ACTOR.handler.name}`, via: 'deputy' });
  }
  // Over, or not begun; nothing passes; it does not reach the case; the absent may not either.
  expect(codeOf(send('ACCEPT', ACTOR.liaison, ACTOR.handler))).toBe('deputy.notNow');
  expect(codeOf(send('ACCEPT', deputy(ACTOR.handler, ACTOR.otherHandler), ACTOR.otherHandler))).toBe(
    'deputy.nothingPasses',
  );
  const inBoth: Actor = { ...ACTOR.otherHandler, roles: [...ACTOR.otherHandler.roles, ...ACTOR.handler.roles] };
  expect(codeOf(send('ACCEPT', deputy(inBoth, ACTOR.otherHandler), ACTOR.otherHandler))).toBe('deputy.reachesNot');
  const clerk = deputy(ACTOR.clerk, ACTOR.visitor);
  const refused = send('TRANSFER', clerk, ACTOR.visitor);
  expect(codeOf(refused)).toMatch(/^rule\./u);
  expect((refused as Refused).messageZh).toContain(`不能以${ACTOR.visitor.name}的名义办理：`);
});
