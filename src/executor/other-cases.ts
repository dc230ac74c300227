/** The cases beside those of a batch that its decisions look at or write to. */
import type { CaseState } from '../domain/case.js';
import { sharersBeside } from '../domain/fates.js';
import type { CaseStore } from '../store/cases/case.store.js';

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
