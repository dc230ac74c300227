/** What waits for a person: each case with the one next step that is theirs. */
import type { AllowedCommand } from '../engine/allowed.js';

/** Steps that move a case on, the most pressing first; a comment or a withdrawal is never what a case waits for. */
const NEXT_STEPS = [
  'SIGN_ORDER',
  'SIGN_CLOSING',
  'GRANT_EXTENSION',
  'ASSIGN',
  'ACCEPT',
  'PASS',
  'RECORD_VISIT',
  'SUBMIT',
] as const;

/** The step the case waits for, among those this person may take; undefined where it waits for somebody else. */
export function nextStep(allowed: readonly AllowedCommand[]): AllowedCommand | undefined {
  for (const type of NEXT_STEPS) {
    const found = allowed.find((command) => command.type === type);
    if (found !== undefined) return found;
  }
  return undefined;
}
