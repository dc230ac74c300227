/** Adds whoever came late, or was forgotten, to a meeting that is on record. */
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../domain/command.js';
import { Refused } from '../domain/errors.js';
import { MeetingStore } from '../store/meetings/meeting.store.js';
import type { ParticipantAddition, ParticipantShown } from './meetings.dto.js';
import { MeetingsService } from './meetings.service.js';
import { ParticipantCipher } from './participant-cipher.js';

@Injectable()
export class ParticipantsService {
  constructor(
    private readonly records: MeetingsService,
    private readonly meetings: MeetingStore,
    private readonly cipher: ParticipantCipher,
  ) {}

  /** The participants, after those who are there, all or none; names and contacts are encrypted. 404 where another office keeps the meeting.
   *  The same ids with the same content again answer the same; 409 where one is another's, or at another meeting, or that of somebody whose
   *  name is hidden from the actor: else names could be tried out on it. */
  async add(actor: Actor, meetingId: string, inputs: readonly ParticipantAddition[]): Promise<ParticipantShown[]> {
    await this.records.kept(actor, meetingId);
    const people = inputs.map((input) => ({ ...input, id: input.id?.toLowerCase() ?? uuid() }));
    const hidden = await this.records.hiddenFrom(actor, meetingId);
    // a second look, for who was sent twice in the same instant
    if (
      people.some(({ id }) => hidden.has(id)) ||
      (!(await this.written(meetingId, people)) && !(await this.written(meetingId, people)))
    )
      throw new Refused(
        409,
        'participant.exists',
        '该编号已用于另一位参会代表',
        'This id was used for a different participant',
      );
    return people.map(({ id, name, standing, contact }) => ({ id, name, standing, hasContact: contact !== undefined }));
  }

  /** Writes those who are not there; true where then all are, each as sent. */
  private async written(
    meetingId: string,
    people: readonly (ParticipantAddition & { id: string })[],
  ): Promise<boolean> {
    const there = new Map((await this.meetings.participants(meetingId)).map((one) => [one.id, one]));
    const fresh = people.filter(({ id }) => !there.has(id));
    const areSame = people.every(({ id, name, standing, contact = null }) => {
      const one = there.get(id);
      if (one === undefined) return true;
      const known = this.cipher.decrypt(one);
      return known.name === name && one.standing === standing && known.contact === contact;
    });
    if (!areSame || fresh.length === 0) return areSame;
    return this.meetings.addParticipants(
      meetingId,
      fresh.map(({ id, standing, ...person }) => ({ id, standing, ...this.cipher.encrypt(id, person) })),
    );
  }
}
