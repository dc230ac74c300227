/** Encrypts a participant's name and contact, and encrypts them anew for the case the participant becomes the raiser of. */
import { Injectable } from '@nestjs/common';
import { RaiserStore } from '../store/encrypted/raiser.store.js';
import type { EncryptedRaiser } from '../store/cases/decision-rows.js';
import type { EncryptedParticipant } from '../store/meetings/meeting.store.js';
import type { OpinionToTriage } from '../store/meetings/opinion.store.js';
import { encryptParticipant, decryptParticipant } from '../store/encrypted/participant-names.js';
import { Cipher } from '../store/encrypted/cipher.js';

@Injectable()
export class ParticipantCipher {
  constructor(
    private readonly cipher: Cipher,
    private readonly raisers: RaiserStore,
  ) {}

  /** Name and contact encrypted, and the keyed hashes by which the participant is found. */
  encrypt(id: string, person: { name: string; contact?: string | undefined }): ReturnType<typeof encryptParticipant> {
    return encryptParticipant(this.cipher, id, person);
  }

  /** Name and contact of a participant. */
  decrypt({ id, ...encrypted }: EncryptedParticipant & { id: string }): { name: string; contact: string | null } {
    return decryptParticipant(this.cipher, id, encrypted);
  }

  /** The participant as a raiser under the id; anonymous where nobody was named. */
  raiserOf(id: string, { participant }: OpinionToTriage): EncryptedRaiser {
    if (participant === null) return this.raisers.encrypted(id, { anonymous: true });
    const { name, contact } = this.decrypt(participant);
    return this.raisers.encrypted(id, {
      name,
      participantId: participant.id,
      ...(contact === null ? {} : { contact }),
    });
  }
}
