/** The one step that a case waits for from a person: what My work offers, and what the page of the case puts forward. */
import type { Actor } from '../domain/command.js';
import type { UnitTree } from '../domain/units.js';
import { holds } from '../domain/visibility.js';
import { WAITS, type Wait } from '../domain/waits.js';
import type { AllowedCommand } from './allowed.js';

export interface NextStep {
  wait: Wait;
  next: AllowedCommand;
}

/** Of what a case waits for, the earliest that is the actor's and whose step is among `steps`; undefined where it waits for others, or where
 *  its rules say that it must be somebody else. `steps` is asked only where something is theirs. */
export function nextStep(
  actor: Actor,
  waits: readonly Wait[],
  units: UnitTree,
  steps: () => readonly AllowedCommand[],
): NextStep | undefined {
  const theirs = waits
    .filter(({ kind, unitId }) => holds(actor, WAITS[kind].roles, unitId, units))
    .sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
  if (theirs.length === 0) return undefined;
  const allowed = steps();
  for (const wait of theirs) {
    const { step, before } = WAITS[wait.kind];
    const next = allowed.find(({ type }) => type === step) ?? allowed.find(({ type }) => type === before);
    if (next !== undefined) return { wait, next };
  }
  return undefined;
}
