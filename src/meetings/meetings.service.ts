/** What the office does with meetings: put one on record, log what was said, see what became of it. */
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../clock.js';
import type { Actor } from '../domain/command.js';
import { malformed, notFound, Refused } from '../domain/errors.js';
import { isApart } from '../domain/separation.js';
import { holds, visibleUnits } from '../domain/visibility.js';
import { CaseStore } from '../store/cases/case.store.js';
import { MeetingStore, type MeetingRow } from '../store/meetings/meeting.store.js';
import { OpinionStore, type NewOpinion, type OpinionRow } from '../store/meetings/opinion.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { SearchStore } from '../store/lists/search.store.js';
import type {
  LoggedOpinion,
  MeetingInput,
  MeetingShown,
  MeetingsPage,
  MeetingsQuery,
  OpinionInput,
} from './meetings.dto.js';
import { opinionShown } from './opinion-shown.js';
import { ParticipantCipher } from './participant-cipher.js';

/** Similar cases offered for each opinion. */
const OFFERED = 5;

@Injectable()
export class MeetingsService {
  constructor(
    private readonly meetings: MeetingStore,
    private readonly opinions: OpinionStore,
    private readonly search: SearchStore,
    private readonly referenceData: ReferenceDataStore,
    private readonly cipher: ParticipantCipher,
    private readonly cases: CaseStore,
    private readonly clock: Clock,
  ) {}

  /** The meeting as kept by the clerk's office. The same id with the same content again answers the same; 409 with another. */
  async add(actor: Actor, input: MeetingInput): Promise<MeetingShown> {
    const office = actor.roles.find((held) => held.role === 'clerk');
    if (office === undefined)
      throw new Refused(403, 'meeting.forbidden', '只有整改办可以登记座谈会', 'Only a clerk puts a meeting on record');
    const { units } = this.referenceData.current();
    if (units.get(input.hostUnitId) === undefined)
      throw new Refused(422, 'unit.unknown', '没有这个主办单位', 'There is no such host unit');
    const id = input.id ?? uuid();
    const added = await this.meetings.add({
      id,
      title: input.title,
      kind: input.kind,
      heldOn: input.heldOn,
      place: input.place,
      hostUnitId: input.hostUnitId,
      officeUnitId: office.unitId,
      createdBy: actor.userId,
      at: this.clock.now(),
      participants: input.participants.map(({ standing, ...person }) => {
        const participantId = uuid();
        return { id: participantId, standing, ...this.cipher.encrypt(participantId, person) };
      }),
    });
    if (!added && !(await this.isSame(actor, id, input)))
      throw new Refused(409, 'meeting.exists', '该编号已用于另一次座谈会', 'This id was used for a different meeting');
    return this.one(actor, id);
  }

  /** Meetings of the clerk's offices, newest first. */
  list(actor: Actor, { limit = 50, cursor }: MeetingsQuery): Promise<MeetingsPage> {
    const { units } = this.referenceData.current();
    const kept = actor.roles.filter((held) => held.role === 'clerk').flatMap((held) => units.subtree(held.unitId));
    return this.meetings.page([...new Set(kept)], limit, cursor);
  }

  /** The meeting with everything said there and what became of it; 404 where another office keeps it. The clerks of that office see the
   *  names, which is logged once a day; of whoever raised a case that something ties the clerk to, the name stays hidden. */
  async one(actor: Actor, id: string): Promise<MeetingShown> {
    const meeting = await this.kept(actor, id);
    const [participants, opinions] = await Promise.all([this.meetings.participants(id), this.opinions.ofMeeting(id)]);
    const hidden = await this.hiddenAmong(actor, opinions);
    const named = participants.filter((participant) => !hidden.has(participant.id));
    if (named.length > 0 && actor.userId !== null) {
      const at = this.clock.now();
      await this.meetings.logAccess(id, actor.userId, at, this.referenceData.current().calendar.dayOf(at));
    }
    const led = opinions.flatMap(({ caseId }) => caseId ?? []);
    const lights = await this.opinions.lights(led, this.clock.now());
    return {
      ...meeting,
      participants: participants.map((participant) => ({
        id: participant.id,
        name: hidden.has(participant.id) ? null : this.cipher.decrypt(participant).name,
        standing: participant.standing,
        hasContact: participant.contact !== null,
      })),
      opinions: opinions.map((row) => ({ ...opinionShown(row), caseLight: lights.get(row.caseId ?? '') ?? null })),
    };
  }

  /** Ids of the participants of the meeting who raised a case of which the actor must not know the raiser. */
  async hiddenFrom(actor: Actor, meetingId: string): Promise<Set<string>> {
    return this.hiddenAmong(actor, await this.opinions.ofMeeting(meetingId));
  }

  private async hiddenAmong(actor: Actor, opinions: readonly OpinionRow[]): Promise<Set<string>> {
    const { units } = this.referenceData.current();
    const raised = opinions.flatMap(({ participantId, caseId }) =>
      participantId === null || caseId === null ? [] : [{ participantId, caseId }],
    );
    if (raised.length === 0) return new Set();
    const { cases } = await this.cases.load([...new Set(raised.map(({ caseId }) => caseId))]);
    const tied = raised.filter(({ caseId }) => !isApart(actor, cases.get(caseId)!.context, units));
    return new Set(tied.map(({ participantId }) => participantId));
  }

  /** Logs all opinions or none; each is answered with its id and the open cases it resembles. */
  async log(actor: Actor, meetingId: string, inputs: readonly OpinionInput[]): Promise<LoggedOpinion[]> {
    await this.kept(actor, meetingId);
    const opinions: NewOpinion[] = inputs.map(({ id = uuid(), participantId, text, categoryId }) => ({
      id: id.toLowerCase(),
      participantId: participantId ?? null,
      text: text.trim(),
      categoryId: categoryId ?? null,
    }));
    await this.requireKnown(meetingId, opinions);
    if (!(await this.opinions.add(meetingId, opinions, actor.userId, this.clock.now())))
      throw new Refused(409, 'opinion.exists', '编号已用于另一条意见', 'An id was used for a different opinion');
    const offered = await this.similar(
      actor,
      opinions.map(({ text }) => text),
    );
    return opinions.map(({ id }, at) => ({ id, similar: offered[at]! }));
  }

  /** For each text the open cases within the actor's sight that speak of the same matter. */
  similar(actor: Actor, texts: readonly string[], limit = OFFERED, closed = false): ReturnType<SearchStore['similar']> {
    const { overseen } = visibleUnits(actor, this.referenceData.current().units);
    return this.search.similar(texts, overseen, limit, this.clock.now(), closed);
  }

  /** The meeting on record; 404 where another office keeps it. */
  async kept(actor: Actor, id: string): Promise<MeetingRow> {
    const meeting = await this.meetings.find(id);
    if (meeting === undefined || !holds(actor, ['clerk'], meeting.officeUnitId, this.referenceData.current().units))
      throw notFound('meeting', '座谈会', id);
    return meeting;
  }

  private async requireKnown(meetingId: string, opinions: readonly NewOpinion[]): Promise<void> {
    const { categories } = this.referenceData.current();
    const present = new Set((await this.meetings.participants(meetingId)).map(({ id }) => id));
    const ids = new Set<string>();
    opinions.forEach(({ id, participantId, categoryId }, at) => {
      const refuse = (code: string, zh: string, en: string): Refused =>
        new Refused(422, code, `第 ${at + 1} 条：${zh}`, `Opinion ${at + 1}: ${en}`, { index: at });
      if (ids.has(id)) throw malformed(`第 ${at + 1} 条的编号重复`, `Opinion ${at + 1}: its id comes twice`);
      ids.add(id);
      if (participantId !== null && !present.has(participantId.toLowerCase()))
        throw refuse('participant.unknown', '该人未参加此次座谈会', 'this person did not take part in the meeting');
      if (categoryId !== null && !categories.has(categoryId.toLowerCase()))
        throw refuse('category.unknown', '没有这个问题类别', 'there is no such category');
    });
  }

  private async isSame(actor: Actor, id: string, input: MeetingInput): Promise<boolean> {
    const known = await this.meetings.find(id);
    if (known === undefined || !holds(actor, ['clerk'], known.officeUnitId, this.referenceData.current().units))
      return false;
    const people = await this.meetings.participants(id);
    // Sent once more with one name or another, it would tell which is right.
    if ((await this.hiddenFrom(actor, id)).size > 0) return false;
    return (
      (['title', 'kind', 'heldOn', 'place'] as const).every((field) => known[field] === input[field]) &&
      known.hostUnitId === input.hostUnitId.toLowerCase() &&
      people.length === input.participants.length &&
      people.every((person, at) => {
        const { name, standing, contact = null } = input.participants[at]!;
        const known = this.cipher.decrypt(person);
        return known.name === name && person.standing === standing && known.contact === contact;
      })
    );
  }
}
