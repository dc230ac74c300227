/** What a participant reads of what became of their own words, and anybody of a meeting's, under an address that tells whose it is. */
import { Injectable } from '@nestjs/common';
import { SecretCodesService } from '../../people/secret-codes.service.js';
import { RaiserStore } from '../../store/encrypted/raiser.store.js';
import { AnswerStore, type AnswerRow } from '../../store/meetings/answer.store.js';
import { MeetingStore } from '../../store/meetings/meeting.store.js';
import { OpinionStore } from '../../store/meetings/opinion.store.js';
import { ReferenceDataStore } from '../../store/reference-data/reference-data.store.js';
import { ParticipantCipher } from '../participant-cipher.js';
import type { PublicResultLine, ResultPageShown } from './result-page.dto.js';
import { ResultLinksService } from './result-links.service.js';

@Injectable()
export class ResultPageService {
  constructor(
    private readonly codes: SecretCodesService,
    private readonly links: ResultLinksService,
    private readonly meetings: MeetingStore,
    private readonly opinions: OpinionStore,
    private readonly answers: AnswerStore,
    private readonly cipher: ParticipantCipher,
    private readonly raisers: RaiserStore,
    private readonly referenceData: ReferenceDataStore,
  ) {}

  /** The page of the address, of which only what was released is shown: under a participant's address what they said themselves, and no other name; on the public
   *  page opinions in their released wording, and no name. */
  async of(token: string, address: string): Promise<ResultPageShown> {
    const { meetingId, participantId } = await this.codes.found('result', address, () => this.links.byToken(token));
    const { units } = this.referenceData.current();
    const [meeting, participants, opinions] = await Promise.all([
      this.meetings.find(meetingId),
      this.meetings.participants(meetingId),
      this.opinions.ofMeeting(meetingId),
    ]);
    const own = participants.find(({ id }) => id === participantId);
    const theirs = opinions.filter((one) => participantId === null || one.participantId === participantId);
    const answers = await this.answers.ofOpinions(theirs.map(({ id }) => id));
    const receipts = await this.receiptsOf(participantId);
    const lines = theirs.flatMap(({ id, seq, text, caseId }): PublicResultLine[] => {
      const given = answers.get(id) ?? [];
      const last = given.at(-1);
      const said = participantId === null ? last?.said : text;
      return last === undefined || said === undefined || said === null
        ? []
        : [
            {
              seq,
              said,
              ...this.told(last),
              ...(participantId === null ? PUBLIC : this.inFull(given)),
              receipt: receipts.get(caseId ?? '') ?? null,
            },
          ];
    });
    const { title, kind, heldOn, hostUnitId } = meeting!;
    return {
      office: units.root?.name ?? '',
      ...{ title, kind, heldOn, host: units.get(hostUnitId)?.name ?? null },
      isPublic: participantId === null,
      name: own === undefined ? null : this.cipher.decrypt(own).name,
      standing: own?.standing ?? null,
      lines,
      others: theirs.length - lines.length,
    };
  }

  /** By case, the path of the participant's own receipt, where they raised it and it was not withdrawn. */
  private async receiptsOf(participantId: string | null): Promise<Map<string, string>> {
    if (participantId === null) return new Map();
    const places = await this.raisers.ofParticipants([participantId]);
    const codes = await this.raisers.receiptCodes(places.map(({ id }) => id));
    return new Map(places.flatMap(({ id, caseId }) => (codes.has(id) ? [[caseId, `/r/${codes.get(id)}`]] : [])));
  }

  private told({
    class: is,
    unitId,
    solvedOn,
    dueOn,
    releasedAt,
  }: AnswerRow): Omit<PublicResultLine, 'seq' | 'said' | 'sentence' | 'earlier' | 'receipt'> {
    const unit = this.referenceData.current().units.get(unitId ?? '')?.name ?? null;
    return { class: is, unit, solvedOn, dueOn, toldOn: this.dayOf(releasedAt) };
  }

  private inFull(given: readonly AnswerRow[]): Pick<PublicResultLine, 'sentence' | 'earlier'> {
    const sentence = ({ words, wordsEn }: AnswerRow) => ({ 'zh-CN': words, en: wordsEn });
    const earlier = given
      .slice(0, -1)
      .map((one) => ({ class: one.class, sentence: sentence(one), toldOn: this.dayOf(one.releasedAt) }));
    return { sentence: sentence(given.at(-1)!), earlier };
  }

  private dayOf(at: Date): string {
    return this.referenceData.current().calendar.dayOf(at.getTime());
  }
}

const PUBLIC: Pick<PublicResultLine, 'sentence' | 'earlier'> = { sentence: null, earlier: [] };
