/** The one step that a case waits for from a person: what My work offers, and what the page of the case puts forward. */
import type { Actor } from '../domain/command.js';
import type { UnitTree } from '../domain/units.js';
import { isAsked, WAITS, type Wait } from '../domain/waits.js';
import type { AllowedCommand } from './allowed.js';

export interface NextStep {
  wait: Wait;
  next: AllowedCommand;
}

const isReply = ({ kind }: Wait): boolean => kind === 'replyLeader';

/** Of what a case waits for, the earliest that is the actor's and whose step is among `steps`; undefined where it waits for others, or where
 *  its rules say that it must be somebody else. `steps` is asked only where something is theirs. */
export function nextStep(
  actor: Actor,
  waits: readonly Wait[],
  units: UnitTree,
  steps: () => readonly AllowedCommand[],
): NextStep | undefined {
  const theirs = waits
    .filter((wait) => isAsked(actor, wait, units))
    // A reply that is owed goes before the fix that it is about: until it is there, the ladder does not wait.
    .sort((a, b) => Number(isReply(b)) - Number(isReply(a)) || (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
  if (theirs.length === 0) return undefined;
  const allowed = steps();
  for (const wait of theirs) {
    const { step, before } = WAITS[wait.kind];
    const next = allowed.find(({ type }) => type === step) ?? allowed.find(({ type }) => type === before);
    if (next !== undefined) return { wait, next };
  }
  return undefined;
}
