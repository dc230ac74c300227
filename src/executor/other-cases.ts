/** The cases beside those of a batch that its decisions look at or write to. */
import type { CaseState } from '../domain/case.js';
import type { Command } from '../domain/command.js';
import { sharersOf } from '../engine/fate-effects.js';
import type { CaseStore } from '../store/cases/case.store.js';

/** The other case that a command is about: the one it names, or the one that its departure was to go into. */
export function otherCase({ type, payload }: Command, { context }: CaseState): string | undefined {
  const named = payload['caseId'];
  if (typeof named === 'string') return named;
  return type === 'GRANT_DEPARTURE' ? (context.departure?.caseId ?? undefined) : undefined;
}

/** Ids of cases that share the fate of these and are not among them: what these come to is written in theirs too. */
export function sharersBeside(cases: ReadonlyMap<string, CaseState>): string[] {
  const sharers = [...cases.values()].flatMap(({ context }) => sharersOf(context));
  return [...new Set(sharers)].filter((id) => !cases.has(id));
}

/** Loads `others` into `cases`, then what shares the fate of one that is there, which may itself be shared by others, until none is missing. */
export async function loadWithSharers(
  store: Pick<CaseStore, 'load'>,
  cases: Map<string, CaseState>,
  others: readonly string[],
): Promise<void> {
  for (let missing = others; missing.length > 0; missing = sharersBeside(cases)) {
    const found = (await store.load(missing)).cases;
    if (found.size === 0) return;
    for (const [id, state] of found) cases.set(id, state);
  }
}
