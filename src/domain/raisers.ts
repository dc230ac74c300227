/** The raisers of a case: how a round of visits stands with each, so that nobody's complaint disappears into somebody else's. */
import type { CaseContext, RaiserAnswer, VisitRound } from './case.js';
import type { Day } from './day.js';
import type { Satisfaction, VisitOutcome } from './words.js';

/** The name under which a round keeps the only raiser of a case: its own fields. */
const ONLY = '';

type Raised = Pick<CaseContext, 'raisers' | 'rounds'>;

/** The raisers by id; one without a name where there is but one, or nobody outside raised the case and its place is looked at. */
export function raisersOf({ raisers }: Pick<CaseContext, 'raisers'>): readonly string[] {
  return raisers === undefined || raisers.length === 0 ? [ONLY] : raisers;
}

/** The raisers by the ids under which they are encrypted, whoever stands alone by that of the case; none where nobody outside raised it. */
export function raiserIds(caseId: string, of: Pick<CaseContext, 'raisers' | 'raisedOutside'>): string[] {
  return of.raisedOutside ? raisersOf(of).map((id) => id || caseId) : [];
}

/** How the last round of visits stands with each raiser, in the order in which they came; before the first round nobody has been tried. */
export function raiserAnswers(caseId: string, of: Raised & Pick<CaseContext, 'raisedOutside'>): RaiserStanding[] {
  const round = of.rounds.at(-1);
  const all = raisersOf(of);
  return raiserIds(caseId, of).map((id, at) => ({
    id,
    position: at + 1,
    ...(round === undefined ? UNTRIED : answerOf(round, of, all[at]!)),
  }));
}

/** A raiser among all of the case, never by name. */
export interface RaiserStanding extends RaiserAnswer {
  id: string;
  /** Counted from one. */
  position: number;
}

/** True where a visit must say whom it was paid to. */
export const hasSeveral = (of: Pick<CaseContext, 'raisers'>): boolean => raisersOf(of).length > 1;

const UNTRIED: RaiserAnswer = { attempts: [], answeredOn: null, outcome: null, satisfaction: null };

/** How the round stands with the raiser. What a round holds by itself is the first one's, who was alone when it was written. */
export function answerOf(round: VisitRound, of: Pick<CaseContext, 'raisers'>, raiser: string): RaiserAnswer {
  const kept = round.answers?.[raiser];
  if (kept !== undefined) return kept;
  if (round.answers !== undefined || raiser !== raisersOf(of)[0]) return UNTRIED;
  const { attempts, answeredOn, outcome, satisfaction } = round;
  return { attempts, answeredOn, outcome, satisfaction };
}

/** Raisers whom the present round has not reached. Reached is who answered and is satisfied, or need not be: who is not sends the case back. */
export function unreached(of: Raised): string[] {
  const round = of.rounds.at(-1);
  if (round === undefined) return [...raisersOf(of)];
  return raisersOf(of).filter((raiser) => answerOf(round, of, raiser).answeredOn === null);
}

/** True where the present round has not reached everybody, and all whom it has not were tried on as many days as the policy asks. */
export function allTried(of: Raised, attempts: number): boolean {
  const round = of.rounds.at(-1);
  if (round === undefined) return false;
  const left = unreached(of);
  return left.length > 0 && left.every((raiser) => answerOf(round, of, raiser).attempts.length >= attempts);
}

/** Whom a visit was paid to: the one it names, else the only one. Null where it names none of several, or one who is none. */
export function visited(of: Pick<CaseContext, 'raisers'>, raiserId: string): string | null {
  const raisers = raisersOf(of);
  if (raisers.length === 1) return raiserId === '' || raiserId === raisers[0] ? raisers[0]! : null;
  return raisers.includes(raiserId) ? raiserId : null;
}

/** The round after an attempt to reach the raiser on the day: several calls on one day are one attempt. */
export function withAttempt(of: Raised, round: VisitRound, raiser: string, today: Day): VisitRound {
  const { attempts, ...rest } = answerOf(round, of, raiser);
  return withAnswers(of, round, raiser, {
    ...rest,
    attempts: attempts.includes(today) ? attempts : [...attempts, today],
  });
}

/** The round after the raiser answered. */
export function withAnswer(
  of: Raised,
  round: VisitRound,
  raiser: string,
  said: { answeredOn: Day; outcome: VisitOutcome; satisfaction: Satisfaction | null },
): VisitRound {
  return withAnswers(of, round, raiser, { ...answerOf(round, of, raiser), ...said });
}

/** The round when a raiser has come in whom it has not reached: with who answered before it stays as it was said, and all of it is not answered any more.
 *  What a look on site found is nobody's answer. */
export function withNewcomer(of: Raised, before: readonly string[], round: VisitRound): VisitRound {
  const kept = Object.fromEntries(
    raisersOf(of).map((raiser) => [
      raiser,
      before.includes(raiser) ? answerOf(round, { raisers: [...before] }, raiser) : UNTRIED,
    ]),
  );
  const open = { ...round, answeredOn: null, outcome: null, satisfaction: null };
  return hasSeveral(of) ? { ...open, answers: kept } : { ...open, attempts: [] };
}

const isUnhappy = ({ outcome, satisfaction }: Pick<VisitRound, 'outcome' | 'satisfaction'>): boolean =>
  outcome === 'notFixed' || satisfaction === 'dissatisfied';

/** True where a raiser of the round said that it is not fixed, or was dissatisfied with how. */
export const isUnsatisfied = (round: VisitRound): boolean =>
  isUnhappy(round) || Object.values(round.answers ?? {}).some(isUnhappy);

/** Rounds since the case was last reopened in which a raiser was not satisfied. */
export function unsatisfiedRounds({ rounds, reopenedOn }: Pick<CaseContext, 'rounds' | 'reopenedOn'>): number {
  return rounds.filter((round) => (reopenedOn === null || round.from >= reopenedOn) && isUnsatisfied(round)).length;
}

/** With one raiser the round itself says it. With several it says what all of them say: answered when the last one was, or by who is not satisfied. */
function withAnswers(of: Raised, round: VisitRound, raiser: string, is: RaiserAnswer): VisitRound {
  if (!hasSeveral(of)) return { ...round, ...is };
  const answers = Object.fromEntries(
    raisersOf(of).map((one) => [one, one === raiser ? is : answerOf(round, of, one)] as const),
  );
  const all = Object.values(answers);
  const attempts = [...new Set(all.flatMap((answer) => answer.attempts))].sort();
  const speaks = all.find(isUnhappy) ?? (all.every(({ answeredOn }) => answeredOn !== null) ? is : UNTRIED);
  const { answeredOn, outcome, satisfaction } = speaks;
  return { ...round, attempts, answeredOn, outcome, satisfaction, answers };
}
