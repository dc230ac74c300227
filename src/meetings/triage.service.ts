/** Decides what becomes of an opinion, once: it opens a case, joins one, was answered at the table, or is declined. */
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../clock.js';
import type { Actor } from '../domain/command.js';
import { notFound, Refused } from '../domain/errors.js';
import { holds } from '../domain/visibility.js';
import { Door } from '../door/door.js';
import { CaseStore } from '../store/case.store.js';
import { OpinionStore, type ClosedTriage, type OpinionRow, type OpinionToTriage } from '../store/opinion.store.js';
import { ReferenceStore } from '../store/reference.store.js';
import { adoption, joining } from './adoption.js';
import { ContactSeal } from './contact-seal.js';
import { opinionShown } from './opinion-shown.js';
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
    private readonly door: Door,
    private readonly opinions: OpinionStore,
    private readonly cases: CaseStore,
    private readonly reference: ReferenceStore,
    private readonly contacts: ContactSeal,
    private readonly clock: Clock,
  ) {}

  /** Triages one opinion; throws the refusal where there is one. */
  async one(actor: Actor, triaged: Triaged): Promise<TriageShown> {
    const [outcome] = await this.many(actor, [triaged]);
    if (outcome instanceof Refused) throw outcome;
    return outcome!;
  }

  /** Triages many; each has its own outcome, in the order given, and a refused one takes no other down. What comes to the
   *  door together shares its transactions. */
  async many(actor: Actor, triaged: readonly Triaged[]): Promise<(TriageShown | Refused)[]> {
    const found = await this.opinions.toTriage(triaged.map(({ opinionId }) => opinionId));
    const codes = await Promise.all(
      triaged.map(async (one): Promise<string | null | Refused> => {
        const opinion = found.get(one.opinionId);
        if (opinion === undefined || !this.keeps(actor, opinion.officeUnitId))
          return notFound('opinion', '意见建议', one.opinionId);
        return this.carryOut(actor, opinion, one).catch(refusedOrThrow);
      }),
    );
    const after = await this.opinions.byId([...found.keys()]);
    return codes.map((code, at) =>
      code instanceof Refused ? code : { ...opinionShown(after.get(triaged[at]!.opinionId)!), receiptCode: code },
    );
  }

  /** Answers the receipt code where a case was opened. */
  private async carryOut(actor: Actor, opinion: OpinionToTriage, one: Triaged): Promise<string | null> {
    const triaging = { id: one.input.id?.toLowerCase() ?? uuid(), actor, opinion, at: this.clock.now() };
    switch (one.action) {
      case 'adopt': {
        const { raiser, receiptCode } = this.contacts.raiserOf(triaging.id, opinion);
        await this.door.execute(adoption(triaging, one.input, raiser));
        return receiptCode;
      }
      case 'merge': {
        const caseId = one.input.caseId.toLowerCase();
        const target = (await this.cases.load([caseId])).cases.get(caseId);
        if (target === undefined || !this.keeps(actor, target.context.officeUnitId))
          throw notFound('case', '事项', caseId);
        await this.door.execute(joining(triaging, caseId));
        return null;
      }
      case 'answer':
        return this.close(actor, { opinionId: opinion.id, outcome: 'answered', answer: one.input.reply }, one.input.id);
      case 'decline':
        return this.close(
          actor,
          { opinionId: opinion.id, outcome: 'declined', answer: one.input.reason },
          one.input.id,
        );
    }
  }

  private async close(actor: Actor, triage: ClosedTriage, id: string | undefined): Promise<null> {
    const closed = await this.opinions.close([triage], actor.userId, this.clock.now());
    if (closed.has(triage.opinionId)) return null;
    const known = (await this.opinions.byId([triage.opinionId])).get(triage.opinionId)!;
    // Whoever sends an id may be sending again what was done already.
    if (id !== undefined && known.outcome === triage.outcome && known.answer === triage.answer) return null;
    throw alreadyTriaged(known);
  }

  private keeps(actor: Actor, officeUnitId: string | null): boolean {
    return holds(actor, ['clerk'], officeUnitId, this.reference.current().units);
  }
}

/** 422 for a second triage; says which case the opinion led to. */
function alreadyTriaged({ outcome, caseNumber }: OpinionRow): Refused {
  return new Refused(422, 'opinion.alreadyTriaged', '该意见已处理', 'This opinion has been triaged already', {
    outcome,
    caseNumber,
  });
}

function refusedOrThrow(error: unknown): Refused {
  if (error instanceof Refused) return error;
  throw error;
}
