/** A case hears of another whose fate it shares: a pure decision with one line of history that moves neither its place nor its time. */
import type { CaseState } from '../domain/case.js';
import type { Fate } from '../domain/case-since-2.js';
import type { Command } from '../domain/command.js';
import type { Day } from '../domain/day.js';
import { Refused } from '../domain/errors.js';
import { advance, append, envOf, type Decision } from './decide.js';
import type { ReferenceData } from './env.js';
import { payloadFaults } from './payload.js';
import type { Workflow } from './workflow.js';

/**
 * The case with what became of the other one, after everything of its own that fell due before. Whatever its version and place: a case that was merged away
 * stays merged, and only the strict rates ask (domain/fates.ts). Refused to everybody but the system.
 */
export function shareFate(
  workflow: Workflow,
  state: CaseState,
  command: Command,
  refs: ReferenceData,
): Decision | Refused {
  const { type, payload, actor } = command;
  const faults = payloadFaults(workflow, type, payload);
  if (faults !== null) return faults;
  if (actor.via !== 'system')
    return new Refused(422, 'rule.isSystem', '此操作由系统执行', 'Only the system itself does this');
  const at = Math.max(command.at, state.lastAt);
  const caughtUp = advance(workflow, state, at, refs);
  const { value, context } = caughtUp.state;
  const kind = payload['kind'] as Fate['kind'];
  const caseId = String(payload['caseId']);
  const isSame = (fate: Fate): boolean => fate.kind === kind && fate.caseId === caseId;
  const known = context.fates?.find(isSame);
  const fate: Fate = { ...known, kind, caseId, resolvedOn: (payload['resolvedOn'] as Day | undefined) ?? null };
  const fates = [...(context.fates ?? []).filter((one) => !isSame(one)), fate];
  const env = envOf(workflow, caughtUp.state, actor, at, refs, new Map());
  const step = { value, context: { ...context, fates }, outcome: context.outcome, did: [] };
  return append(caughtUp, step, env, { type, commandId: command.id || null, payload });
}
