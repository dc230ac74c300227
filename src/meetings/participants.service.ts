/** Adds whoever came late, or was forgotten, to a meeting that is on record. */
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../domain/command.js';
import { Refused } from '../domain/errors.js';
import { MeetingStore } from '../store/meeting.store.js';
import { ContactSeal } from './contact-seal.js';
import type { ParticipantAddition, ParticipantShown } from './meetings.dto.js';
import { MeetingsService } from './meetings.service.js';

@Injectable()
export class ParticipantsService {
  constructor(
    private readonly records: MeetingsService,
    private readonly meetings: MeetingStore,
    private readonly contacts: ContactSeal,
  ) {}

  /** The participant, after those who are there; the contact is sealed. 404 where another office keeps the meeting. The same id with
   *  the same content again answers the same; 409 with another, or at another meeting. */
  async add(actor: Actor, meetingId: string, input: ParticipantAddition): Promise<ParticipantShown> {
    await this.records.kept(actor, meetingId);
    const { name, standing, contact } = input;
    const id = input.id?.toLowerCase() ?? uuid();
    await this.meetings.addParticipant(meetingId, {
      id,
      name,
      standing,
      contact: this.contacts.close(contact, id),
      searchKeys: this.contacts.searchKeys(name, contact),
    });
    const there = (await this.meetings.participants(meetingId)).find((one) => one.id === id);
    const isSame =
      there?.name === name && there.standing === standing && this.contacts.open(there) === (contact ?? null);
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
