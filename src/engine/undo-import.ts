/** Takes back a case that an import made and nobody has touched: a pure decision with one line of history. */
import { freshContext, type CaseContext, type CaseState } from '../domain/case.js';
import type { Command } from '../domain/command.js';
import { Refused } from '../domain/errors.js';
import { stoppedAt } from './beside-charts.js';
import { append, envOf, type Decision } from './decide.js';
import type { ReferenceData } from './env.js';
import type { Did } from './machine.js';
import { payloadFaults } from './payload.js';
import type { Workflow } from './workflow.js';

/** The command that takes a case back; sent by the undoing of an import only. */
export const UNDO_IMPORT = 'UNDO_IMPORT';

/**
 * The case withdrawn as if it had never been assigned, so that no unit is charged with it and no closing of it is counted. Refused where the case has
 * moved on since the version that the import left (`expectedVersion`), and to everything but the import.
 */
export function undoImport(
  workflow: Workflow,
  state: CaseState,
  command: Command,
  refs: ReferenceData,
): Decision | Refused {
  const { type, payload, actor, expectedVersion } = command;
  const faults = payloadFaults(workflow, type, payload);
  if (faults !== null) return faults;
  if (actor.via !== 'import')
    return new Refused(422, 'rule.isImport', '只能由撤销导入执行', 'Only the undoing of an import does this');
  if (expectedVersion !== state.version)
    return new Refused(
      422,
      'import.touched',
      '导入之后事项已有新的办理',
      'The case has moved on since it was imported',
    );
  const env = envOf(workflow, state, actor, Math.max(command.at, state.lastAt), refs, new Map());
  const { officeUnitId, categoryId, raisedOutside, raisers, desk, origin } = state.context;
  const context: CaseContext = {
    ...freshContext({ officeUnitId, categoryId, isKey: false, raisedOutside, raisers, desk, origin }),
    mode: 'stopped',
    closedAt: env.at,
    closedOn: env.today,
    outcome: 'withdrawn',
    settled: state.context.settled,
  };
  const did = state.timers.map(({ id }): Did => ({ kind: 'cancel', timerId: id }));
  const step = { value: stoppedAt(workflow, 'withdrawn'), context, outcome: context.outcome, did };
  const decision: Decision = { state, events: [], deadLettered: [] };
  return append(decision, step, env, { type, commandId: command.id || null, payload });
}
