/** How a command that no chart takes becomes a line of history: decided after everything that fell due before it, by the same names and refusals as others. */
import type { CaseState } from '../domain/case.js';
import type { Command } from '../domain/command.js';
import { Refused } from '../domain/errors.js';
import { innermostStates } from './check-mapping.js';
import { advance, append, envOf, inWhoseName, type Decision } from './decide.js';
import type { Env, ReferenceData } from './env.js';
import type { Step } from './machine.js';
import { payloadFaults } from './payload.js';
import type { Workflow } from './workflow.js';

/** The case after the step that `stepOf` answers for its state at that moment; whatever it or the payload is refused for. */
export function besideCharts(
  workflow: Workflow,
  state: CaseState,
  command: Command,
  refs: ReferenceData,
  stepOf: (state: CaseState, env: Env) => Step | Refused,
): Decision | Refused {
  const { type, payload } = command;
  const faults = payloadFaults(workflow, type, payload);
  if (faults !== null) return faults;
  const at = Math.max(command.at, state.lastAt);
  const caughtUp = advance(workflow, state, at, refs);
  return inWhoseName(command, caughtUp.state, refs, (one) => {
    const env = envOf(workflow, caughtUp.state, one, at, refs, new Map());
    const step = stepOf(caughtUp.state, env);
    return step instanceof Refused
      ? step
      : append(caughtUp, step, env, { type, commandId: command.id || null, payload });
  });
}

/** The place in the chart of the innermost state of this name, its clock stopped. */
export function stoppedAt(workflow: Workflow, name: string): CaseState['value'] {
  const path = innermostStates(workflow.config).get(name);
  if (path === undefined) throw new Error(`${workflow.name} v${workflow.version} has no state ${name}`);
  const stage = path.reduceRight<string | object>((inner, outer) => (inner === '' ? outer : { [outer]: inner }), '');
  return { stage, clock: 'stopped' } as CaseState['value'];
}
