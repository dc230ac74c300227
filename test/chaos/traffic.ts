/** What the workers of the chaos run send: random but sensible commands for the place a case is in, on a clock that runs fast. */
import { v7 as uuid } from 'uuid';
import { commandIntent, type Intent } from '../../src/executor/intent.js';
import { collecting } from '../support/fixture.js';
import { ACTOR, at, calendar, payloadFor, rectification } from '../support/engine.js';

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

type Choice = [type: string, actor: keyof typeof ACTOR];

const BY_PLACE: Record<string, Choice[]> = {
  collected: [
    ['ASSIGN', 'clerk'],
    ['ASSIGN', 'clerk'],
    ['ASSIGN', 'clerk'],
    ['REJECT', 'clerk'],
    ['ASSIGN', 'handler'],
  ],
  assigned: [
    ['ACCEPT', 'handler'],
    ['ACCEPT', 'liaison'],
    ['DECLINE', 'handler'],
    ['ACCEPT', 'otherHandler'],
  ],
  rectifying: [
    ['PROGRESS', 'handler'],
    ['SUBMIT', 'handler'],
    ['PARK', 'leader'],
    ['REQUEST_EXTENSION', 'handler'],
    ['GRANT_EXTENSION', 'clerk'],
    ['COMMENT', 'clerk'],
    ['REPLY_ORDER', 'handler'],
  ],
  verifying: [
    ['RETURN', 'supervisor'],
    ['PASS', 'supervisor'],
    ['PASS', 'supervisorInLead'],
  ],
  parked: [['RESUME', 'clerk']],
  visiting: [
    ['RECORD_VISIT', 'visitor'],
    ['COMMENT', 'visitor'],
  ],
};

/** A command for a case at this place, or a merge into `other`. */
export function commandFor(
  found: { id: string; place: string },
  other: string,
  now: number,
  random: () => number,
): Intent {
  const merges = found.place === 'collected' && random() < 0.15 && other !== found.id;
  const chosen: Choice[] = merges ? [['MERGE', 'clerk']] : (BY_PLACE[found.place] ?? [['COMMENT', 'clerk']]);
  const [type, actor] = oneOf(chosen, random);
  const payload = {
    ...payloadFor(type, rectification, calendar.dayOf(now)),
    ...(merges ? { caseId: other } : {}),
  };
  return commandIntent({ id: uuid(), type, caseId: found.id, actor: ACTOR[actor], at: now, payload });
}

/** A new case, half of them assigned in the same breath. */
export function collectionFor(now: number, random: () => number): Intent {
  const intent = collecting(now, {});
  const [step] = intent.steps;
  if (random() < 0.5 || step?.kind !== 'collect') return intent;
  const { caseId } = step.collection;
  const payload = payloadFor('ASSIGN', rectification, calendar.dayOf(now));
  const command = { id: uuid(), type: 'ASSIGN', caseId, actor: ACTOR.clerk, at: now, payload };
  return { steps: [step, { kind: 'command', command }] };
}
