/** What the invented office tells the people of its meetings: words for the public, the answers released, the public page opened, by the services of its own pages. */
import { Clock } from '../clock.js';
import type { AnswerBasis } from '../domain/answers.js';
import type { Actor } from '../domain/command.js';
import { MeetingsService } from '../meetings/meetings.service.js';
import { ParticipantCipher } from '../meetings/participant-cipher.js';
import { AnswersOfService } from '../meetings/results/answers-of.service.js';
import { ResultLinksService } from '../meetings/results/result-links.service.js';
import { ResultsService } from '../meetings/results/results.service.js';
import type { Cipher } from '../store/encrypted/cipher.js';
import { RaiserStore } from '../store/encrypted/raiser.store.js';
import type { Database } from '../store/database/database.js';
import type { CaseStore } from '../store/cases/case.store.js';
import { SearchStore } from '../store/lists/search.store.js';
import { AnswerStore } from '../store/meetings/answer.store.js';
import { MeetingStore } from '../store/meetings/meeting.store.js';
import { OpinionStore } from '../store/meetings/opinion.store.js';
import { ResultLinkStore } from '../store/meetings/result-link.store.js';
import type { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import { titleOf } from './topics.js';

/** Working days that the office gives itself for a plan which has no day. */
const PLANNED_IN = 10;
/** What people are told where the record has no sentence for it. */
const WORDS: Partial<Record<AnswerBasis, string>> = {
  disputed: '两轮整改后现场已达标，其余要求超出现行政策，已书面答复',
  rejected: '经核实不属公安机关职责，已转主管部门办理',
  withdrawn: '已按您的书面意见撤回',
};

/** The time of the invented past. */
class ThatTime extends Clock {
  at = 0;
  now(): number {
    return this.at;
  }
}

export interface ComesBackWorld {
  database: Database;
  cases: CaseStore;
  referenceData: ReferenceDataStore;
  cipher: Cipher;
}

export class MeetingsComeBack {
  private readonly clock = new ThatTime();
  private readonly results: ResultsService;
  private readonly links: ResultLinksService;

  constructor(private readonly world: ComesBackWorld) {
    const { clock } = this;
    const { database, cases, referenceData, cipher } = world;
    const [meetings, opinions, answers] = [
      new MeetingStore(database),
      new OpinionStore(database),
      new AnswerStore(database),
    ];
    const participants = new ParticipantCipher(cipher, new RaiserStore(database, cipher));
    const search = new SearchStore(database);
    const desk = new MeetingsService(meetings, opinions, search, referenceData, participants, cases, clock);
    const addresses = new ResultLinkStore(database);
    this.links = new ResultLinksService(desk, meetings, opinions, answers, addresses, cipher, clock);
    const facts = new AnswersOfService(cases, referenceData, clock);
    this.results = new ResultsService(desk, opinions, answers, facts, this.links, referenceData, clock);
  }

  /** Tells each participant what has become of their words by `at` (epoch milliseconds), and everybody of those that have words for the public. */
  async tell(clerk: Actor, meetingId: string, at: number): Promise<void> {
    this.clock.at = at;
    const { calendar } = this.world.referenceData.current();
    const plannedOn = calendar.dueDay(calendar.dayOf(at), PLANNED_IN).day;
    const { lines } = await this.results.of(clerk, meetingId);
    for (const { opinionId, text, basis, factsClass } of lines) {
      const words = WORDS[basis];
      await this.results.word(clerk, meetingId, opinionId, {
        said: titleOf(text),
        ...(words === undefined ? {} : { words }),
        ...(factsClass === 'planned' ? { plannedOn } : {}),
      });
    }
    await this.results.release(clerk, meetingId);
    await this.links.open(clerk, meetingId);
  }

  /** Addresses of the meeting as its clerk hands them out: the public page, and a participant's own. */
  async addresses(clerk: Actor, meetingId: string): Promise<{ open: string | null; own: string | null }> {
    const links = await this.links.inForce(meetingId, new Set());
    const path = (isOwn: boolean): string | null =>
      links.find(({ participantId }) => (participantId !== null) === isOwn)?.path ?? null;
    return { open: path(false), own: path(true) };
  }
}
