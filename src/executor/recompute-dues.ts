/** Recomputes provisional due days after a year's calendar has been loaded, each with a line in its case's history. */
import { v7 as uuid } from 'uuid';
import { SYSTEM } from '../domain/command.js';
import { Refused } from '../domain/errors.js';
import type { CaseStore } from '../store/cases/case.store.js';
import type { CommandExecutor } from './command-executor.js';
import { commandIntent } from './intent.js';

/** How many open cases were looked at and how many due days moved or became final. */
export interface Recomputed {
  looked: number;
  moved: number;
  confirmed: number;
}

const CHUNK = 500;

/** Sends RECOMPUTE_DUE to every open case whose due day the calendar of `year` may move. Safe to run twice: a due day
 *  that stays where it is refuses the command and gets no further line. */
export async function recomputeDues(
  executor: CommandExecutor,
  cases: CaseStore,
  year: number,
  now: number,
): Promise<Recomputed> {
  const ids = await cases.movedByYear(year);
  const told: Recomputed = { looked: ids.length, moved: 0, confirmed: 0 };
  for (let at = 0; at < ids.length; at += CHUNK) {
    const intents = ids
      .slice(at, at + CHUNK)
      .map((caseId) =>
        commandIntent({ id: uuid(), type: 'RECOMPUTE_DUE', caseId, actor: SYSTEM, at: now, payload: { year } }),
      );
    for (const outcome of await executor.executeAll(intents)) {
      if (outcome instanceof Refused) continue;
      const changed = outcome.at(-1)?.events.at(-1)?.after.context ?? {};
      if ('dueOn' in changed) told.moved += 1;
      else told.confirmed += 1;
    }
  }
  return told;
}
