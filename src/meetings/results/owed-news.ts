/** Tells the clerks of an office of each answer that it has come to owe to somebody who spoke, once. */
import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Clock } from '../../clock.js';
import { HourlyNews } from '../../notify/hourly-news.js';
import { type OfficeDebt, OfficeNews } from '../../notify/office-news.js';
import { OwedService } from './owed.service.js';

const NAME = 'answers-owed';

@Injectable()
export class OwedNews extends HourlyNews {
  constructor(
    private readonly owed: OwedService,
    news: OfficeNews,
    clock: Clock,
  ) {
    super(NAME, news, () => clock.now());
  }

  @Cron('0 5 * * * *', { name: NAME, waitForCompletion: true })
  override tick(): Promise<void> {
    return super.tick();
  }

  protected async owing(offices: readonly string[]): Promise<OfficeDebt[]> {
    const owing = await this.owed.at(offices);
    return owing.map(({ officeUnitId, answerSeq, ...one }) => ({
      officeUnitId,
      topic: 'answer.owed',
      facts: { meetingId: one.meetingId, meeting: one.meetingTitle, seq: one.seq, answerBy: one.by, cause: one.kind },
      key: `answer owed ${one.opinionId} ${answerSeq} ${one.kind}`,
    }));
  }
}
