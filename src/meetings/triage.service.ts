/** Decides what becomes of an opinion, once: it opens a case, joins one, was answered at the table, or is declined. */
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../clock.js';
import { stageOf, type CaseState } from '../domain/case.js';
import type { Actor } from '../domain/command.js';
import { notFound, Refused } from '../domain/errors.js';
import { holds } from '../domain/visibility.js';
import { CommandExecutor } from '../executor/command-executor.js';
import type { Intent } from '../executor/intent.js';
import { CaseStore } from '../store/cases/case.store.js';
import {
  OpinionStore,
  type ClosedTriage,
  type OpinionRow,
  type OpinionToTriage,
} from '../store/meetings/opinion.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { adoption, joining } from './adoption.js';
import { opinionShown } from './opinion-shown.js';
import { Joiners, type RaisersOfSpeakers } from './joiners.js';
import { ParticipantCipher } from './participant-cipher.js';
import type { AdoptInput, AnswerInput, DeclineInput, MergeInput, TriageShown } from './triage.dto.js';

/** One opinion and what is to become of it. */
export type Triaged = { opinionId: string } & (
  | { action: 'adopt'; input: AdoptInput }
  | { action: 'merge'; input: MergeInput }
  | { action: 'answer'; input: AnswerInput }
  | { action: 'decline'; input: DeclineInput }
);

@Injectable()
export class TriageService {
  constructor(
    private readonly executor: CommandExecutor,
    private readonly opinions: OpinionStore,
    private readonly cases: CaseStore,
    private readonly referenceData: ReferenceDataStore,
    private readonly cipher: ParticipantCipher,
    private readonly joiners: Joiners,
    private readonly clock: Clock,
  ) {}

  /** Triages one opinion; throws the refusal where there is one. */
  async one(actor: Actor, triaged: Triaged): Promise<TriageShown> {
    const [outcome] = await this.many(actor, [triaged]);
    if (outcome instanceof Refused) throw outcome;
    return outcome!;
  }

  /** Triages many; each has its own outcome, in the order given, and a refused one takes no other down. Cases that are opened
   *  and joined go through the command executor together, answers and refusals go in one statement. An opinion may be named once. */
  async many(actor: Actor, triaged: readonly Triaged[]): Promise<(TriageShown | Refused)[]> {
    const found = await this.opinions.toTriage(triaged.map(({ opinionId }) => opinionId));
    const targets = await this.cases.load(triaged.flatMap((one) => (one.action === 'merge' ? [one.input.caseId] : [])));
    const raisers = await this.joiners.among(found, triaged);
    const named = new Set<string>();
    const prepared = triaged.map((one): Prepared | Refused => {
      const opinion = found.get(one.opinionId);
      if (opinion === undefined || !this.keeps(actor, opinion.officeUnitId))
        return notFound('opinion', '意见建议', one.opinionId);
      if (named.has(one.opinionId))
        return new Refused(422, 'opinion.namedTwice', '同一条意见在本次提交中出现两次', 'The opinion is named twice');
      named.add(one.opinionId);
      return this.prepare(actor, opinion, one, targets.cases, raisers);
    });
    const refusals = await this.carryOut(actor, prepared);
    const [after, codes] = await Promise.all([
      this.opinions.byId([...found.keys()]),
      this.joiners.receiptCodes(prepared.flatMap((one) => (one instanceof Refused ? [] : (one.receiptOf ?? [])))),
    ]);
    return prepared.map((one, at) => {
      const opinion = after.get(triaged[at]!.opinionId);
      const refusal = one instanceof Refused ? one : refusals.get(one);
      if (opinion === undefined) return refusal!;
      // An opinion of another office must not tell its end.
      if (refusal?.status === 404) return refusal;
      if (refusal !== undefined && !isAgain(triaged[at]!, opinion)) return withOutcome(refusal, opinion);
      const receiptOf = one instanceof Refused ? null : one.receiptOf;
      return { ...opinionShown(opinion), receiptCode: codes.get(receiptOf ?? '') ?? null };
    });
  }

  private prepare(
    actor: Actor,
    opinion: OpinionToTriage,
    one: Triaged,
    targets: ReadonlyMap<string, CaseState>,
    raisers: RaisersOfSpeakers,
  ): Prepared | Refused {
    const triaging = { id: one.input.id?.toLowerCase() ?? uuid(), actor, opinion, at: this.clock.now() };
    switch (one.action) {
      case 'adopt': {
        const raiser = this.cipher.raiserOf(triaging.id, opinion);
        return { intent: adoption(triaging, one.input, raiser), receiptOf: raiser.id };
      }
      case 'merge': {
        const target = targets.get(one.input.caseId.toLowerCase());
        if (target === undefined || !this.keeps(actor, target.context.officeUnitId))
          return notFound('case', '事项', one.input.caseId);
        if (stageOf(target.value) === 'closed')
          return new Refused(422, 'rule.mergeTargetIsOpen', '只能并入未销号的事项', 'Only an open case can be joined');
        const { raiser, receiptOf } = this.joiners.raiserOf(opinion, target, raisers);
        return { intent: joining(triaging, target, raiser), receiptOf };
      }
      case 'answer':
        return { closed: { opinionId: opinion.id, outcome: 'answered', answer: one.input.reply }, receiptOf: null };
      case 'decline':
        return { closed: { opinionId: opinion.id, outcome: 'declined', answer: one.input.reason }, receiptOf: null };
    }
  }

  /** Does what was prepared; answers what was refused. */
  private async carryOut(actor: Actor, prepared: readonly (Prepared | Refused)[]): Promise<Map<Prepared, Refused>> {
    const ready = prepared.filter((one): one is Prepared => !(one instanceof Refused));
    const closing = ready.filter((one): one is Closing => 'closed' in one);
    const opening = ready.filter((one): one is Opening => 'intent' in one);
    const [closed, outcomes] = await Promise.all([
      this.opinions.close(
        closing.map((one) => one.closed),
        actor.userId,
        this.clock.now(),
      ),
      this.executor.executeAll(opening.map(({ intent }) => intent)),
    ]);
    return new Map<Prepared, Refused>([
      ...closing.filter((one) => !closed.has(one.closed.opinionId)).map((one) => [one, ALREADY_TRIAGED] as const),
      ...opening.flatMap((one, at) => {
        const outcome = outcomes[at];
        return outcome instanceof Refused ? [[one, outcome] as const] : [];
      }),
    ]);
  }

  private keeps(actor: Actor, officeUnitId: string | null): boolean {
    return holds(actor, ['clerk'], officeUnitId, this.referenceData.current().units);
  }
}

/** What a line comes to: an intent for the executor, or an end without a case. */
type Prepared = Opening | Closing;
interface Opening {
  intent: Intent;
  /** The raiser whose receipt is handed over. */
  receiptOf: string | null;
}
interface Closing {
  closed: ClosedTriage;
  receiptOf: null;
}

/** What the executor says too, from the key that lets an opinion be triaged once. */
const ALREADY_TRIAGED = new Refused(
  422,
  'opinion.alreadyTriaged',
  '该意见已处理',
  'This opinion has been triaged already',
);

/** Whoever sends an id may be sending again what was done already; adoptions are known to the executor by that id. */
function isAgain(one: Triaged, { outcome, answer, caseId }: OpinionRow): boolean {
  if (one.input.id === undefined) return false;
  switch (one.action) {
    case 'adopt':
      return false;
    case 'merge':
      return outcome === 'merged' && caseId === one.input.caseId.toLowerCase();
    case 'answer':
      return outcome === 'answered' && answer === one.input.reply;
    case 'decline':
      return outcome === 'declined' && answer === one.input.reason;
  }
}

/** A second triage is told what became of the opinion. */
function withOutcome(refusal: Refused, { outcome, caseNumber }: OpinionRow): Refused {
  if (refusal.code !== ALREADY_TRIAGED.code) return refusal;
  return new Refused(refusal.status, refusal.code, refusal.messageZh, refusal.message, { outcome, caseNumber });
}
