/** Who comes into a case with an opinion that is merged: each person once, however often they spoke of it. */
import { Injectable } from '@nestjs/common';
import type { CaseState } from '../domain/case.js';
import { raiserIds } from '../domain/raisers.js';
import { visitsByName } from '../engine/form.js';
import { Workflows } from '../engine/workflow.js';
import type { EncryptedRaiser } from '../store/cases/decision-rows.js';
import { RaiserStore } from '../store/encrypted/raiser.store.js';
import type { OpinionToTriage } from '../store/meetings/opinion.store.js';
import { raiserIdOf } from './adoption.js';
import { ParticipantCipher } from './participant-cipher.js';

/** Ids under which each participant raised something already. */
export type RaisersOfSpeakers = ReadonlyMap<string, ReadonlySet<string>>;

@Injectable()
export class Joiners {
  constructor(
    private readonly raisers: RaiserStore,
    private readonly cipher: ParticipantCipher,
    private readonly workflows: Workflows,
  ) {}

  /** What is known of those who said the opinions that are to be merged; nothing is asked where none is. */
  async among(
    opinions: ReadonlyMap<string, OpinionToTriage>,
    triaged: readonly { opinionId: string; action: string }[],
  ): Promise<RaisersOfSpeakers> {
    const merged = triaged.filter(({ action }) => action === 'merge');
    const ids = merged.flatMap(({ opinionId }) => opinions.get(opinionId)?.participant?.id ?? []);
    const known = new Map<string, Set<string>>();
    if (ids.length === 0) return known;
    for (const { id, participantId } of await this.raisers.ofParticipants([...new Set(ids)])) {
      known.set(participantId, (known.get(participantId) ?? new Set()).add(id));
    }
    return known;
  }

  /** The codes of the receipts that these raisers get. */
  receiptCodes(raiserIds: readonly string[]): Promise<Map<string, string>> {
    return this.raisers.receiptCodes(raiserIds);
  }

  /** The raiser who comes in, and the id of whose receipt theirs is; none where they are among those of the case already, or where its version visits one only:
   *  there they stand beside the first. */
  raiserOf(
    opinion: OpinionToTriage,
    into: CaseState,
    known: RaisersOfSpeakers,
  ): { raiser: EncryptedRaiser | undefined; receiptOf: string | null } {
    if (!visitsByName(this.workflows.pinned(into.workflow))) return { raiser: undefined, receiptOf: null };
    const own = known.get(opinion.participant?.id ?? '') ?? new Set();
    const there = raiserIds(into.id, into.context).find((id) => own.has(id));
    if (there !== undefined) return { raiser: undefined, receiptOf: there };
    const raiser = this.cipher.raiserOf(raiserIdOf(opinion, into.id), opinion);
    return { raiser, receiptOf: raiser.id };
  }
}
