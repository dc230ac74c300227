/** Whether a command still rests on what its sender saw: a case that moved on only in other respects is no conflict. */
import type { CaseContext, Changed, OrderBrief } from '../domain/case.js';
import type { Command } from '../domain/command.js';

/** A line of history between what the sender saw and the present. */
export interface Passed {
  seq: number;
  before: Changed;
  after: Changed;
}

/** A change of these concerns every command that does something with the case, beside its place in the stages. */
const ALWAYS: readonly (keyof CaseContext)[] = ['leadUnitId', 'outcome', 'mergedInto'];
/** What else these rest on. That a light climbed or an order went out meanwhile changes nothing for them. */
const MORE: Record<string, readonly (keyof CaseContext)[]> = {
  ASSIGN: ['categoryId', 'supportingUnitIds'],
  REQUEST_EXTENSION: ['dueOn', 'extension'],
  GRANT_EXTENSION: ['dueOn', 'extension'],
  REFUSE_EXTENSION: ['dueOn', 'extension'],
  PARK: ['dueOn'],
  RESUME: ['reviewOn'],
  RECORD_VISIT: ['rounds', 'raisers'],
  CLOSE_UNVERIFIED: ['rounds'],
  SIGN_CLOSING: ['rounds', 'pendingOutcome'],
  CLOSE_DISPUTED: ['rounds'],
  PASS: ['checks', 'categoryId', 'isKey'],
  TRANSFER: ['supportingUnitIds'],
  CORRECT: ['categoryId', 'isKey', 'supportingUnitIds'],
  SPLIT: ['parts'],
  ASK_DEPARTURE: ['departure'],
  GRANT_DEPARTURE: ['departure', 'isKey', 'dueOn'],
  REFUSE_DEPARTURE: ['departure'],
  RECORD_TALK: ['talks', 'period'],
  DISMISS_OBJECTION: ['objections'],
};
/** Words beside the case: whatever became of it, they were meant for it. */
const RESTS_ON_NOTHING = ['COMMENT'];

/**
 * True where the command says which version was seen, and something it rests on has changed since. `passed` holds the lines after
 * that version as far as they are at hand; where one is missing nobody knows, and the sender is asked to look again.
 */
export function isStale(command: Command, version: number, passed: readonly Passed[]): boolean {
  const seen = command.expectedVersion;
  if (seen === undefined || seen === version) return false;
  if (seen > version) return true;
  const since = passed.filter(({ seq }) => seq > seen && seq <= version);
  return since.length < version - seen || since.some((line) => concerns(command, line));
}

function concerns({ type, payload }: Command, { before, after }: Passed): boolean {
  if (RESTS_ON_NOTHING.includes(type)) return false;
  if (after.value !== undefined && JSON.stringify(stageIn(before)) !== JSON.stringify(stageIn(after))) return true;
  const changed = after.context ?? {};
  const isOneOfSeveral = type === 'RECORD_VISIT' && typeof payload['raiserId'] === 'string';
  if ([...ALWAYS, ...(isOneOfSeveral ? [] : (MORE[type] ?? []))].some((key) => key in changed)) return true;
  if (isOneOfSeveral && answerIn(before, payload) !== answerIn(after, payload)) return true;
  return 'rung' in payload && 'orders' in changed && statusOf(before, payload) !== statusOf(after, payload);
}

/** The place in the stages; the clock beside it ticks by itself. */
function stageIn({ value }: Changed): unknown {
  return typeof value === 'object' ? value['stage'] : value;
}

/** How the round of visits stands with the raiser whom the command names: what a visit to another one changed does not concern it, so that two
 *  visits which a telephone kept without a network both arrive. */
function answerIn({ context }: Changed, { raiserId }: Record<string, unknown>): string {
  const rounds = context?.rounds ?? [];
  const { attempts = [], answeredOn = null, outcome = null } = rounds.at(-1)?.answers?.[String(raiserId)] ?? {};
  return JSON.stringify([rounds.length, attempts, answeredOn, outcome]);
}

/** How the order stands that the command names. */
function statusOf({ context }: Changed, { period, rung }: Record<string, unknown>): OrderBrief['status'] | undefined {
  return context?.orders?.find((order) => order.period === period && order.rung === rung)?.status;
}
