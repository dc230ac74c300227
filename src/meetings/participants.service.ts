/** Adds whoever came late, or was forgotten, to a meeting that is on record. */
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../domain/command.js';
import { Refused } from '../domain/errors.js';
import { MeetingStore } from '../store/meeting.store.js';
import type { ParticipantAddition, ParticipantShown } from './meetings.dto.js';
import { MeetingsService } from './meetings.service.js';
import { ParticipantSeal } from './participant-seal.js';

@Injectable()
export class ParticipantsService {
  constructor(
    private readonly records: MeetingsService,
    private readonly meetings: MeetingStore,
    private readonly seal: ParticipantSeal,
  ) {}

  /** The participant, after those who are there; name and contact are sealed. 404 where another office keeps the meeting. The same id with
   *  the same content again answers the same; 409 with another, or at another meeting. */
  async add(actor: Actor, meetingId: string, input: ParticipantAddition): Promise<ParticipantShown> {
    await this.records.kept(actor, meetingId);
    const { name, standing, contact } = input;
    const id = input.id?.toLowerCase() ?? uuid();
    await this.meetings.addParticipant(meetingId, { id, standing, ...this.seal.close(id, input) });
    const there = (await this.meetings.participants(meetingId)).find((one) => one.id === id);
    const known = there === undefined ? undefined : this.seal.open(there);
    const isSame = known?.name === name && there?.standing === standing && known.contact === (contact ?? null);
    if (!isSame)
      throw new Refused(
        409,
        'participant.exists',
        '该编号已用于另一位参会代表',
        'This id was used for a different participant',
      );
    return { id, name, standing, hasContact: contact !== undefined };
  }
}
