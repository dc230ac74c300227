/** Tells the clerks of an office of each answer that it has come to owe a hotline platform, once. */
import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Clock } from '../clock.js';
import { HourlyNews } from '../notify/hourly-news.js';
import { type OfficeDebt, OfficeNews } from '../notify/office-news.js';
import { HotlineOwedService } from './hotline-owed.service.js';

const NAME = 'hotline-answers-owed';

@Injectable()
export class HotlineNews extends HourlyNews {
  constructor(
    private readonly owed: HotlineOwedService,
    news: OfficeNews,
    clock: Clock,
  ) {
    super(NAME, news, () => clock.now());
  }

  @Cron('0 6 * * * *', { name: NAME, waitForCompletion: true })
  override tick(): Promise<void> {
    return super.tick();
  }

  protected async owing(offices: readonly string[]): Promise<OfficeDebt[]> {
    const owing = await this.owed.at(offices);
    return owing.map(({ officeUnitId, since, caseId, caseNumber, platform, kind, by }) => ({
      officeUnitId,
      caseId,
      topic: 'hotline.owed',
      facts: { number: caseNumber, platform, answerBy: by, cause: kind },
      key: `hotline answer owed ${caseId} ${kind} ${since}`,
    }));
  }
}
