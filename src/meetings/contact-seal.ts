/** Seals a participant's contact, and seals it anew for the case the participant becomes the raiser of. */
import { Injectable } from '@nestjs/common';
import { RaiserStore } from '../store/raiser.store.js';
import type { SealedRaiser } from '../store/decision-rows.js';
import type { OpinionToTriage } from '../store/opinion.store.js';
import { personKeys } from '../store/search-keys.js';
import { Seal } from '../store/seal.js';

@Injectable()
export class ContactSeal {
  constructor(
    private readonly seal: Seal,
    private readonly raisers: RaiserStore,
  ) {}

  /** The sealed contact, null where there is none. It opens only beside this participant. */
  close(contact: string | undefined, participantId: string): Buffer | null {
    return contact === undefined ? null : this.seal.close(contact, about(participantId));
  }

  /** The keyed hashes by which the participant is found. */
  searchKeys(name: string, contact: string | undefined): Buffer[] {
    return personKeys(this.seal, { name, contact: contact ?? null });
  }

  /** The contact of a participant, null where there is none. */
  open({ id, contact }: { id: string; contact: Buffer | null }): string | null {
    return contact === null ? null : this.seal.open(contact, about(id));
  }

  /** The participant as raiser of a case, with the code under which they follow it; anonymous where nobody was named. */
  raiserOf(caseId: string, opinion: OpinionToTriage): { raiser: SealedRaiser; receiptCode: string } {
    const { participantId, participantName, contact } = opinion;
    if (participantId === null || participantName === null) return this.raisers.sealed(caseId, { anonymous: true });
    const opened = this.open({ id: participantId, contact });
    return this.raisers.sealed(caseId, { name: participantName, ...(opened === null ? {} : { contact: opened }) });
  }
}

const about = (participantId: string): string => `${participantId}/contact`;
