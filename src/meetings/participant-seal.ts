/** Seals a participant's name and contact, and seals them anew for the case the participant becomes the raiser of. */
import { Injectable } from '@nestjs/common';
import { RaiserStore } from '../store/sealed/raiser.store.js';
import type { SealedRaiser } from '../store/cases/decision-rows.js';
import type { SealedParticipant } from '../store/meetings/meeting.store.js';
import type { OpinionToTriage } from '../store/meetings/opinion.store.js';
import { closeParticipant, openParticipant } from '../store/sealed/participant-names.js';
import { Seal } from '../store/sealed/seal.js';

@Injectable()
export class ParticipantSeal {
  constructor(
    private readonly seal: Seal,
    private readonly raisers: RaiserStore,
  ) {}

  /** Name and contact sealed, and the keyed hashes by which the participant is found. */
  close(id: string, person: { name: string; contact?: string | undefined }): ReturnType<typeof closeParticipant> {
    return closeParticipant(this.seal, id, person);
  }

  /** Name and contact of a participant. */
  open({ id, ...sealed }: SealedParticipant & { id: string }): { name: string; contact: string | null } {
    return openParticipant(this.seal, id, sealed);
  }

  /** The participant as raiser of a case, with the code under which they follow it; anonymous where nobody was named. */
  raiserOf(caseId: string, { participant }: OpinionToTriage): { raiser: SealedRaiser; receiptCode: string } {
    if (participant === null) return this.raisers.sealed(caseId, { anonymous: true });
    const { name, contact } = this.open(participant);
    return this.raisers.sealed(caseId, { name, ...(contact === null ? {} : { contact }) });
  }
}
