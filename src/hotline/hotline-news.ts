/** Tells the clerks of an office of each answer that it has come to owe a hotline platform, once. */
import { Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Clock } from '../clock.js';
import { OfficeNews } from '../notify/office-news.js';
import { HotlineOwedService } from './hotline-owed.service.js';

@Injectable()
export class HotlineNews {
  private readonly logger = new Logger('hotline-answers-owed');

  constructor(
    private readonly owed: HotlineOwedService,
    private readonly news: OfficeNews,
    private readonly clock: Clock,
  ) {}

  /** Every hour, on every server that runs jobs; the list of what is owed is right whether it ran or not. */
  @Cron('0 6 * * * *', { name: 'hotline-answers-owed', waitForCompletion: true })
  async tick(): Promise<void> {
    try {
      await this.pass();
    } catch (error) {
      this.logger.error(error instanceof Error ? error.message : String(error));
    }
  }

  /** Tells what is new; answers how many entries that made. */
  async pass(): Promise<number> {
    const owing = await this.owed.at(this.news.offices());
    return this.news.tell(
      owing.map(({ officeUnitId, since, caseId, caseNumber, platform, kind, by }) => ({
        officeUnitId,
        caseId,
        topic: 'hotline.owed',
        facts: { number: caseNumber, platform, answerBy: by, cause: kind },
        key: `hotline answer owed ${caseId} ${kind} ${since}`,
      })),
      this.clock.now(),
    );
  }
}
