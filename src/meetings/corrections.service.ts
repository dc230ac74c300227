/** Mends what the office wrote about a meeting, until it has decided on it; from then on the cases are corrected, each with its line in history. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { Actor } from '../domain/command.js';
import { notFound, Refused } from '../domain/errors.js';
import type { Corrected } from '../store/meetings/correction.entity.js';
import { CorrectionStore } from '../store/meetings/correction.store.js';
import { MeetingStore } from '../store/meetings/meeting.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import type { CorrectionShown, MeetingPatch, OpinionPatch, ParticipantPatch } from './corrections.dto.js';
import { MeetingsService } from './meetings.service.js';
import { ParticipantCipher } from './participant-cipher.js';

@Injectable()
export class CorrectionsService {
  constructor(
    private readonly records: MeetingsService,
    private readonly meetings: MeetingStore,
    private readonly corrections: CorrectionStore,
    private readonly referenceData: ReferenceDataStore,
    private readonly cipher: ParticipantCipher,
    private readonly clock: Clock,
  ) {}

  /** Title, kind, day, place and host, until the first opinion was triaged (409). 404 where another office keeps the meeting. */
  async meeting(actor: Actor, id: string, patch: MeetingPatch): Promise<void> {
    await this.records.kept(actor, id);
    const hostUnitId = patch.hostUnitId?.toLowerCase();
    if (hostUnitId !== undefined && this.referenceData.current().units.get(hostUnitId) === undefined)
      throw new Refused(422, 'unit.unknown', '没有这个主办单位', 'There is no such host unit');
    await this.correct(actor, 'meeting', id, id, { ...patch, hostUnitId });
  }

  /** Name, standing and contact, until something that they said was triaged (409): a case has them as its raiser from then on. */
  async participant(actor: Actor, meetingId: string, id: string, patch: ParticipantPatch): Promise<void> {
    await this.records.kept(actor, meetingId);
    const there = (await this.meetings.participants(meetingId)).find((one) => one.id === id);
    if (there === undefined) throw notFound('participant', '参会代表', id);
    const { standing, ...person } = patch;
    const isNamed = person.name !== undefined || person.contact !== undefined;
    const encrypted = isNamed ? this.encrypted(there, person) : {};
    await this.correct(actor, 'participant', id, meetingId, { standing, ...encrypted });
  }

  /** Speaker, words and category, until the opinion was triaged (409). 422 for a speaker who did not take part or an unknown category. */
  async opinion(
    actor: Actor,
    meetingId: string,
    id: string,
    { participantId, text, categoryId }: OpinionPatch,
  ): Promise<void> {
    await this.records.kept(actor, meetingId);
    const given = { participantId: participantId?.toLowerCase() ?? participantId, categoryId: categoryId?.toLowerCase() ?? categoryId }; // prettier-ignore
    const present = await this.meetings.participants(meetingId);
    if (given.participantId != null && !present.some((one) => one.id === given.participantId))
      throw new Refused(
        422,
        'participant.unknown',
        '该人未参加此次座谈会',
        'This person did not take part in the meeting',
      );
    if (given.categoryId != null && !this.referenceData.current().categories.has(given.categoryId))
      throw new Refused(422, 'category.unknown', '没有这个问题类别', 'There is no such category');
    await this.correct(actor, 'opinion', id, meetingId, { ...given, text: text?.trim() });
  }

  /** What was corrected at a meeting, the latest first. */
  async list(actor: Actor, meetingId: string): Promise<CorrectionShown[]> {
    await this.records.kept(actor, meetingId);
    const lines = await this.corrections.ofMeeting(meetingId);
    return lines.map(({ at, ...line }) => ({ ...line, at: at.toISOString() }));
  }

  /** Name and contact as they will be, encrypted; what stays the same stays as it is. */
  private encrypted(
    there: Parameters<ParticipantCipher['decrypt']>[0],
    person: Pick<ParticipantPatch, 'name' | 'contact'>,
  ): Record<string, unknown> {
    const known = this.cipher.decrypt(there);
    const name = person.name ?? known.name;
    const contact = person.contact === undefined ? known.contact : person.contact;
    const { name: nameSealed, contact: contactSealed, searchKeys } = this.cipher.encrypt(there.id, { name, contact: contact ?? undefined }); // prettier-ignore
    return {
      ...(name === known.name ? {} : { name: nameSealed }),
      ...(contact === known.contact ? {} : { contact: contactSealed }),
      searchKeys,
    };
  }

  private async correct(
    actor: Actor,
    kind: Corrected,
    id: string,
    meetingId: string,
    given: Record<string, unknown>,
  ): Promise<void> {
    const values = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const { userId: by } = actor;
    const done = await this.corrections.correct({ kind, id, meetingId, values, by, at: this.clock.now() });
    if (done === 'unknown') throw notFound('opinion', '意见', id);
    if (done === 'decided') throw decided(kind);
  }
}

const DECIDED: Record<Corrected, readonly [zh: string, en: string]> = {
  meeting: [
    '已有意见处理完毕，座谈会信息不再修改',
    'An opinion of this meeting was triaged: its record is no longer changed',
  ],
  participant: [
    '此人的意见已处理，姓名已作为反映人登记在事项里：请在事项中更正',
    'Something this person said was triaged and they are the complainant of a case: correct it there',
  ],
  opinion: [
    '该意见已处理：请在事项中用“更正”修改，历程里会留下记录',
    'This opinion was triaged: correct its case, which keeps a line in its history',
  ],
};
const decided = (kind: Corrected): Refused => new Refused(409, `${kind}.triaged`, ...DECIDED[kind]);
