/** What the workers of the chaos run send: random but sensible commands of version 2 for how a case stands, on a clock that runs fast. */
import { v7 as uuid } from 'uuid';
import type { CaseContext } from '../../src/domain/case.js';
import type { Actor } from '../../src/domain/command.js';
import { addDays, type Day } from '../../src/domain/day.js';
import { commandIntent, type Intent } from '../../src/executor/intent.js';
import { collecting } from '../support/fixture.js';
import { ACTOR, at, calendar, payloadFor, rectification2, SECOND, UNIT } from '../support/engine.js';

/** Where the tenant's time begins; all processes derive its present from the computer's clock. */
export const BEGIN = at('2026-03-02', '09:00');

export interface Pace {
  /** The computer's time at which the tenant's time begins, epoch milliseconds. */
  startedAt: number;
  /** Milliseconds of the tenant's time in one of the computer's. */
  speed: number;
}

/** The tenant's present. */
export function tenantTime({ startedAt, speed }: Pace): number {
  return Math.floor(BEGIN + (Date.now() - startedAt) * speed);
}

/** A generator of numbers in [0, 1) after mulberry32: the same seed, the same numbers. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const oneOf = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)]!;

/** An open case as a sender saw it, perhaps a moment ago. */
export interface Seen {
  id: string;
  place: string;
  context: CaseContext;
}

type Choice = [type: string, actor: Actor];
type Draw = () => number;

const { clerk, handler, liaison, otherHandler, unitLeader, supervisor, supervisorInLead, visitor, leader } = ACTOR;

const BY_PLACE: Record<string, Choice[]> = {
  collected: [
    ['ASSIGN', clerk],
    ['ASSIGN', clerk],
    ['ASSIGN', clerk],
    ['REJECT', clerk],
    ['ASSIGN', handler],
  ],
  assigned: [
    ['ACCEPT', handler],
    ['ACCEPT', liaison],
    ['ACCEPT', otherHandler],
    ['ACCEPT', otherHandler],
    ['DECLINE', handler],
    ['TRANSFER', clerk],
  ],
  rectifying: [
    ['PROGRESS', handler],
    ['SUBMIT', handler],
    ['SUBMIT', otherHandler],
    ['PARK', leader],
    ['REQUEST_EXTENSION', handler],
    ['GRANT_EXTENSION', clerk],
    ['COMMENT', clerk],
    ['URGE', clerk],
    ['TRANSFER', clerk],
    ['SPLIT', clerk],
  ],
  verifying: [
    ['RETURN', supervisor],
    ['PASS', supervisor],
    ['PASS', SECOND.supervisor],
    ['PASS', supervisorInLead],
    ['CORRECT', leader],
    ['TRANSFER', clerk],
  ],
  parked: [
    ['RESUME', clerk],
    ['RESUME', leader],
    ['TRANSFER', clerk],
  ],
  visiting: [
    ['RECORD_VISIT', visitor],
    ['RECORD_VISIT', visitor],
    ['COMMENT', visitor],
  ],
};

/** What brings a late case on: whoever the present order is addressed to, and the leader. */
function ofLadder({ context: { rung, leadUnitId } }: Seen): Choice[] {
  const byUnit = leadUnitId === UNIT.other ? otherHandler : handler;
  const leads: Choice[] = [
    ['SIGN_ORDER', leader],
    ['WAIVE_ORDER', leader],
    ['INSTRUCT_ORDER', leader],
  ];
  if (rung === 'blue') return [['REPLY_ORDER', byUnit]];
  if (rung === 'orange') return [['REPLY_ORDER', unitLeader]];
  if (rung === 'red') return [['REPLY_ORDER', unitLeader], ...leads];
  return [['RECORD_TALK', leader], ...leads];
}

/** The departure that was asked for is decided, now and then by whoever asked; where none was, one is asked for. */
function ofDeparture({ context: { departure } }: Seen): Choice[] {
  if (departure == null) {
    return [
      ['ASK_DEPARTURE', clerk],
      ['ASK_DEPARTURE', SECOND.leader],
    ];
  }
  return [
    ['GRANT_DEPARTURE', leader],
    ['GRANT_DEPARTURE', leader],
    ['GRANT_DEPARTURE', clerk],
    ['REFUSE_DEPARTURE', SECOND.leader],
  ];
}

function choicesFor(seen: Seen, random: Draw): Choice[] {
  if (seen.context.departure != null && random() < 0.7) return ofDeparture(seen);
  const drawn = random();
  if (seen.context.rung !== null && seen.context.mode === 'running' && drawn < 0.5) return ofLadder(seen);
  if (seen.context.period > 0 && drawn > 0.75) return ofDeparture(seen);
  return BY_PLACE[seen.place] ?? [['COMMENT', clerk]];
}

/** What the form says about this very case; the rest is `payloadFor`'s. */
function about({ id, context }: Seen, type: string, other: string, today: Day, random: Draw): Record<string, unknown> {
  const { period, rung, leadUnitId } = context;
  const ahead = (most: number): Day => addDays(today, 1 + Math.floor(random() * most));
  switch (type) {
    case 'ASSIGN':
      return random() < 0.6 ? { dueOn: ahead(6) } : {}; // late within the run
    case 'MERGE':
      return { caseId: other };
    case 'REPLY_ORDER':
      return { period, rung, promisedOn: ahead(5), isFinal: random() < 0.2 };
    case 'SIGN_ORDER':
    case 'INSTRUCT_ORDER':
      return { period, rung };
    case 'WAIVE_ORDER':
      return { period, rung, reviewOn: ahead(8) };
    case 'TRANSFER':
      return { leadUnitId: leadUnitId === UNIT.lead ? UNIT.other : UNIT.lead };
    case 'CORRECT':
      return { isKey: false }; // a key case wants photographs, which nobody uploads here
    case 'ASK_DEPARTURE':
      return random() < 0.5 && other !== id ? { kind: 'merge', caseId: other } : {};
    case 'RECORD_VISIT':
      return { outcome: oneOf(['fixed', 'fixed', 'fixed', 'unreachable', 'notFixed', 'mannerComplaint'], random) };
    default:
      return {};
  }
}

/** A command for a case that stands like this, or a merge into `other`. */
export function commandFor(seen: Seen, other: string, now: number, random: Draw): Intent {
  const merges = seen.place === 'collected' && random() < 0.15 && other !== seen.id;
  const [type, actor] = merges ? (['MERGE', clerk] as const) : oneOf(choicesFor(seen, random), random);
  const today = calendar.dayOf(now);
  const { photosBefore: _, photosAfter: __, ...given } = payloadFor(type, rectification2, today);
  const payload = { ...given, ...about(seen, type, other, today, random) };
  return commandIntent({ id: uuid(), type, caseId: seen.id, actor, at: now, payload });
}

/** A new case, every fifth a key one, half of them assigned in the same breath. */
export function collectionFor(now: number, random: Draw): Intent {
  const intent = collecting(now, {});
  const [step] = intent.steps;
  if (step?.kind !== 'collect') return intent;
  step.collection.context.isKey = random() < 0.2;
  if (random() < 0.5) return intent;
  const { caseId } = step.collection;
  const today = calendar.dayOf(now);
  const payload = {
    ...payloadFor('ASSIGN', rectification2, today),
    dueOn: addDays(today, 1 + Math.floor(random() * 6)),
  };
  const command = { id: uuid(), type: 'ASSIGN', caseId, actor: clerk, at: now, payload };
  return { steps: [step, { kind: 'command', command }] };
}
