/** What became of opinions, from the record of their cases as it stands. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { answerFacts, type AnswerFacts } from '../../domain/answers.js';
import type { CaseState } from '../../domain/case.js';
import { CaseStore } from '../../store/cases/case.store.js';
import type { OpinionRow } from '../../store/meetings/opinion.store.js';
import { ReferenceDataStore } from '../../store/reference-data/reference-data.store.js';

/** A case that went into another, which went into another: no further than this. */
const MOST_MERGED = 10;

@Injectable()
export class AnswersOfService {
  constructor(
    private readonly cases: CaseStore,
    private readonly referenceData: ReferenceDataStore,
    private readonly clock: Clock,
  ) {}

  /** The facts of each opinion now, in the order of the opinions. */
  async of(opinions: readonly OpinionRow[]): Promise<AnswerFacts[]> {
    const { calendar } = this.referenceData.current();
    const today = calendar.dayOf(this.clock.now());
    const cases = await this.withTargets(opinions.flatMap(({ caseId }) => caseId ?? []));
    return opinions.map(({ outcome, answer, triagedAt, caseId }) => {
      const decidedOn = triagedAt === null ? null : calendar.dayOf(triagedAt.getTime());
      return answerFacts({ outcome, answer, decidedOn }, fateOf(caseId, cases), today);
    });
  }

  /** The cases, and those that they were merged into. */
  private async withTargets(ids: readonly string[]): Promise<Map<string, CaseState>> {
    const known = new Map<string, CaseState>();
    let missing = [...new Set(ids)];
    for (let step = 0; step <= MOST_MERGED && missing.length > 0; step += 1) {
      const { cases } = await this.cases.load(missing);
      for (const [id, state] of cases) known.set(id, state);
      const targets = [...cases.values()].flatMap(({ context }) => context.mergedInto ?? []);
      missing = [...new Set(targets)].filter((id) => !known.has(id));
    }
    return known;
  }
}

/** The case that has the fate of this one. */
function fateOf(id: string | null, cases: ReadonlyMap<string, CaseState>): CaseState | undefined {
  let of = id === null ? undefined : cases.get(id);
  for (let step = 0; step < MOST_MERGED && of?.context.outcome === 'merged'; step += 1) {
    of = cases.get(of.context.mergedInto ?? '') ?? of;
  }
  return of;
}
