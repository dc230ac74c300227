/** What must hold of every case at any moment: an open one waits for somebody who may take the step, and a closed one for nobody. */
import { strict as assert } from 'node:assert';
import { stageOf, substateOf, type CaseState } from '../../src/domain/case.js';
import type { Actor } from '../../src/domain/command.js';
import { isDay } from '../../src/domain/day.js';
import { isAsked, WAITS, type Wait } from '../../src/domain/waits.js';
import type { Role } from '../../src/domain/words.js';
import { allowed } from '../../src/engine/allowed.js';
import type { ReferenceData } from '../../src/engine/env.js';
import { waitsFor } from '../../src/engine/waits-for.js';
import type { Workflow } from '../../src/engine/workflow.js';
import { ACTOR, UNIT } from '../support/engine.js';

/** A case may be led by the office itself: then its people do the work, and those who check hold their roles there but belong elsewhere. */
const lent = (role: Role, n: number, home: string = UNIT.other, at: string = UNIT.office): Actor => ({
  userId: `00000000-0000-4000-8000-${String(9000 + n).padStart(12, '0')}`,
  name: `借调 ${role}`,
  unitId: home,
  roles: [{ role, unitId: at }],
  via: 'web',
});
/** Everybody, and of those who judge a second one of the office, for what takes two; units that a case may be passed to have a leader too. */
const PEOPLE: readonly Actor[] = [
  ...Object.values(ACTOR),
  ...(['handler', 'clerk', 'supervisor', 'visitor', 'leader'] as const).map((role, n) => lent(role, n)),
  ...(['clerk', 'supervisor', 'leader'] as const).map((role, n) => lent(role, 20 + n, UNIT.office)),
  ...[UNIT.other, UNIT.support].map((unit, n) => lent('unitLeader', 30 + n, unit, unit)),
];

/** The people in whose list the wait stands. */
export function askedBy(wait: Wait, { units }: ReferenceData): Actor[] {
  return PEOPLE.filter((actor) => isAsked(actor, wait, units));
}

/** How often a combination of place, clock, case and deed was asked of the people: after so many times it would be the same again. */
const asked = new Map<string, number>();
const OFTEN_ENOUGH = 20;

function isWellKnown(state: CaseState, { kind, unitId }: Wait): boolean {
  const { isKey, raisedOutside, leadUnitId, orders, checks, departure } = state.context;
  const own = [isKey, raisedOutside, leadUnitId, orders.length, checks?.length, departure?.askedBy];
  const key = [JSON.stringify(state.value), kind, unitId, ...own].join();
  const times = (asked.get(key) ?? 0) + 1;
  asked.set(key, times);
  return times > OFTEN_ENOUGH;
}

/** Throws where the open case waits for nobody who could act, or the closed one for somebody; answers what it waits for. */
export function assertWaits(workflow: Workflow, state: CaseState, now: number, refs: ReferenceData): Wait[] {
  const today = refs.calendar.dayOf(now);
  const waits = waitsFor(state, workflow.policy, refs.calendar, today);
  const where = `${substateOf(state.value)} ${JSON.stringify(state.value)}`;
  if (stageOf(state.value) === 'closed') {
    assert.deepEqual(waits, [], `a closed case waits: ${where}`);
    return waits;
  }
  assert(waits.length > 0, `nobody has it: ${where}`);
  for (const wait of waits) {
    const { step, before } = WAITS[wait.kind];
    assert(isDay(wait.by), `${wait.kind} has no day: ${where}`);
    // Led by the office that judges it, nobody stands apart: the health of the tenant lists such a case.
    const { officeUnitId, leadUnitId } = state.context;
    if (leadUnitId === officeUnitId || isWellKnown(state, wait)) continue;
    const people = askedBy(wait, refs);
    const can = people.some((actor) =>
      allowed(workflow, state, actor, now, refs).some(({ type }) => type === step || type === before),
    );
    assert(can, `${wait.kind} waits for ${people.length} people, none of whom may ${step}: ${where}`);
  }
  return waits;
}
