/** Answers a command id that history already knows: the first answer again, or a conflict when it was another command. */
import type { CaseState } from '../domain/case.js';
import { Refused } from '../domain/errors.js';
import { replay } from '../engine/decide.js';
import type { CaseStore, PriorCommand } from '../store/cases/case.store.js';
import type { HistoryEntry, HistoryStore } from '../store/cases/history.store.js';
import { caseArchived } from '../store/database/database-fault.js';
import { commandDigest } from '../store/cases/history-line.js';
import { stepContent, stepId, type Done, type Intent } from './intent.js';

/** Per intent: its first answer where history knows all its ids, a 409 where an id was used for something else,
 *  undefined where history knows nothing of it. */
export async function repeats(
  cases: CaseStore,
  history: HistoryStore,
  intents: readonly Intent[],
): Promise<(Done[] | Refused | undefined)[]> {
  const ids = intents.flatMap((intent) => intent.steps.map(stepId));
  const prior = await cases.priorCommands(ids);
  if (prior.size === 0) return intents.map(() => undefined);
  return Promise.all(intents.map((intent) => repeat(cases, history, intent, prior)));
}

async function repeat(
  cases: CaseStore,
  history: HistoryStore,
  intent: Intent,
  prior: ReadonlyMap<string, PriorCommand>,
): Promise<Done[] | Refused | undefined> {
  const found = intent.steps.map((step) => ({ step, known: prior.get(stepId(step)) }));
  if (found.every(({ known }) => known === undefined)) return undefined;
  if (found.some(({ step, known }) => known === undefined || known.digest !== commandDigest(stepContent(step)))) {
    return new Refused(
      409,
      'command.duplicate',
      '该操作编号已用于另一次操作',
      'This command id was used for a different command',
    );
  }
  return Promise.all(found.map(({ known }) => firstAnswer(cases, history, known!))).catch((error: unknown) => {
    // Done it was, but what it answered is in an archive file that is out of reach here.
    if (error instanceof Refused) return error;
    throw error;
  });
}

/** The workflow that the case was on after that line, where it was moved to another version later. */
function workflowThen(entries: readonly HistoryEntry[], seq: number): Pick<CaseState, 'workflow'> | undefined {
  const moved = entries.find((entry) => entry.seq > seq && entry.before.workflow !== undefined);
  return moved?.before.workflow && { workflow: moved.before.workflow };
}

/** The case as it was right after the command, replayed from history. */
async function firstAnswer(cases: CaseStore, history: HistoryStore, known: PriorCommand): Promise<Done> {
  const [entries, loaded] = await Promise.all([history.of(known.caseId), cases.load([known.caseId])]);
  const until = entries.filter((entry) => entry.seq <= known.seq);
  const last = until.at(-1);
  if (last === undefined) throw caseArchived();
  const state: CaseState = {
    ...loaded.cases.get(known.caseId)!,
    ...replay(until)!,
    ...workflowThen(entries, known.seq),
    version: known.seq,
    lastAt: last.at,
    head: last.hash,
    timers: [],
  };
  // The events that came due just before the command were part of its answer too.
  let first = until.length - 1;
  while (first > 0 && until[first - 1]!.type === 'TIMER' && until[first - 1]!.recordedAt === last.recordedAt)
    first -= 1;
  const events = until.slice(first).map(({ hash: _hash, recordedAt: _recordedAt, ...event }) => event);
  return { state, events, repeated: true };
}
