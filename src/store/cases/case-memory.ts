/** Cases as this process last wrote them, so that the next command on a case need not read it again. */
import type { CaseState } from '../../domain/case.js';

/**
 * Never a truth of its own: the commit compares versions under a lock, so a memory that is behind loses and is forgotten,
 * and a refusal that rests on it is checked against the database before it is said.
 */
export class CaseMemory {
  private readonly kept = new Map<string, CaseState>();

  /** `most` cases are kept, the longest unused forgotten first; about 3 KB each. */
  constructor(private readonly most = 4000) {}

  /** Those of the cases that are remembered. */
  recall(ids: readonly string[]): Map<string, CaseState> {
    const found = new Map<string, CaseState>();
    for (const id of ids) {
      const state = this.kept.get(id);
      if (state !== undefined) found.set(id, state);
    }
    return found;
  }

  /** Keeps these cases as they are now. */
  remember(states: Iterable<CaseState>): void {
    for (const state of states) {
      this.kept.delete(state.id);
      this.kept.set(state.id, state);
    }
    for (const id of this.kept.keys()) {
      if (this.kept.size <= this.most) return;
      this.kept.delete(id);
    }
  }

  /** Forgets these cases: somebody else has changed them, or nobody knows. */
  forget(ids: Iterable<string>): void {
    for (const id of ids) this.kept.delete(id);
  }
}
