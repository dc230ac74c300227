/** Makes and takes back the addresses under which results are read: each participant's own, and the meeting's for anybody. */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../clock.js';
import type { Actor } from '../../domain/command.js';
import { notFound, Refused } from '../../domain/errors.js';
import { Cipher } from '../../store/encrypted/cipher.js';
import { AnswerStore } from '../../store/meetings/answer.store.js';
import { MeetingStore } from '../../store/meetings/meeting.store.js';
import { OpinionStore } from '../../store/meetings/opinion.store.js';
import { ResultLinkStore, type LinkRow } from '../../store/meetings/result-link.store.js';
import { MeetingsService } from '../meetings.service.js';
import type { ResultLinkShown } from './results.dto.js';

/** Letters and digits of the secret part, 5 bits each. */
const LENGTH = 20;
const TOKEN = new RegExp(`^[2-9A-HJ-NP-Z]{${LENGTH}}$`);

@Injectable()
export class ResultLinksService {
  constructor(
    private readonly meetings: MeetingsService,
    private readonly records: MeetingStore,
    private readonly opinions: OpinionStore,
    private readonly answers: AnswerStore,
    private readonly store: ResultLinkStore,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
  ) {}

  /** Addresses of the meeting that are in force; of a participant in `hidden` without the address itself, behind which the name stands. */
  async inForce(meetingId: string, hidden: ReadonlySet<string>): Promise<ResultLinkShown[]> {
    return (await this.store.ofMeeting(meetingId)).map(({ id, participantId, madeAt }) => ({
      id,
      participantId,
      path: hidden.has(participantId ?? '') ? null : `/m/${this.tokenOf(id)}`,
      madeAt: madeAt.toISOString(),
    }));
  }

  /** Makes the addresses of these participants where there is none in force. */
  async make(actor: Actor, meetingId: string, participantIds: readonly (string | null)[]): Promise<void> {
    const links = participantIds.map((participantId) => {
      const id = uuid();
      return { id, meetingId, participantId, tokenHash: hashOf(this.tokenOf(id)) };
    });
    if (links.length > 0) await this.store.add(links, actor.userId, this.clock.now());
  }

  /** A participant's address, or of all who spoke; 404 for somebody who was not there. */
  async makeFor(actor: Actor, meetingId: string, participantId: string | undefined): Promise<void> {
    await this.meetings.kept(actor, meetingId);
    const spoke = (await this.opinions.ofMeeting(meetingId)).flatMap((one) => one.participantId ?? []);
    if (participantId === undefined) return this.make(actor, meetingId, [...new Set(spoke)]);
    const there = (await this.records.participants(meetingId)).some(({ id }) => id === participantId.toLowerCase());
    if (!there) throw notFound('participant', '参会代表', participantId);
    return this.make(actor, meetingId, [participantId.toLowerCase()]);
  }

  /** Opens the public page of a meeting of which something was released; once open it stays under the same address. */
  async open(actor: Actor, meetingId: string): Promise<void> {
    await this.meetings.kept(actor, meetingId);
    const ids = (await this.opinions.ofMeeting(meetingId)).map(({ id }) => id);
    const given = [...(await this.answers.ofOpinions(ids)).values()];
    if (!given.some((answers) => (answers.at(-1)?.said ?? null) !== null)) throw NOTHING_PUBLIC;
    await this.make(actor, meetingId, [null]);
  }

  /** Takes an address back: whoever has it reads nothing any more. */
  async revoke(actor: Actor, meetingId: string, id: string): Promise<void> {
    await this.meetings.kept(actor, meetingId);
    await this.store.revoke(meetingId, id, actor.userId, this.clock.now());
  }

  /** Whose address it is; undefined for one that nobody was given or that was taken back. */
  async byToken(typed: string): Promise<LinkRow | undefined> {
    const token = typed.replace(/[\s-]/g, '').toUpperCase();
    return TOKEN.test(token) ? this.store.byHash(hashOf(token)) : undefined;
  }

  /** The secret part of an address: it follows from the row and the key, so that a sheet can be printed again though only its hash is kept. */
  private tokenOf(id: string): string {
    return this.cipher.code(`result/${id}`, LENGTH);
  }
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

const NOTHING_PUBLIC = new Refused(
  422,
  'result.nothingPublic',
  '还没有公开表述的反馈可以公布：请先为意见写公开表述并发布',
  'Nothing was released in a wording for the public yet: write it for the opinions and release them first',
);
