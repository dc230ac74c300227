/** Tells the clerks of an office, once a meeting, that opinions still wait for their triage after the next working day. */
import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Clock } from '../clock.js';
import { addDays } from '../domain/day.js';
import { HourlyNews } from '../notify/hourly-news.js';
import { type OfficeDebt, OfficeNews } from '../notify/office-news.js';
import { MeetingStore } from '../store/meetings/meeting.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';

const NAME = 'opinions-waiting';
/** Of older meetings nothing is told: a ledger of the past is no news. */
const RECENT_DAYS = 30;

@Injectable()
export class TriageNews extends HourlyNews {
  constructor(
    private readonly meetings: MeetingStore,
    private readonly referenceData: ReferenceDataStore,
    news: OfficeNews,
    private readonly clock: Clock,
  ) {
    super(NAME, news, () => clock.now());
  }

  @Cron('0 8 * * * *', { name: NAME, waitForCompletion: true })
  override tick(): Promise<void> {
    return super.tick();
  }

  protected async owing(offices: readonly string[]): Promise<OfficeDebt[]> {
    const { calendar } = this.referenceData.current();
    const now = this.clock.now();
    const today = calendar.dayOf(now);
    // Made in the morning of a working day, like every other reminder.
    if (calendar.nextDelivery(now) > now) return [];
    const waiting = await this.meetings.untriaged(offices, addDays(today, -RECENT_DAYS));
    return waiting
      .filter(({ heldOn }) => calendar.dueDay(heldOn, 1).day < today)
      .map(({ id, title, officeUnitId, untriaged }) => ({
        officeUnitId,
        topic: 'opinions.waiting' as const,
        facts: { on: today, meetingId: id, meeting: title, count: untriaged },
        key: `opinions waiting ${id}`,
      }));
  }
}
