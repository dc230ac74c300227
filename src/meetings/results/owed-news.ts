/** Tells the clerks of an office of each answer that it has come to owe to somebody who spoke, once. */
import { Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Clock } from '../../clock.js';
import { OfficeNews } from '../../notify/office-news.js';
import { OwedService } from './owed.service.js';

@Injectable()
export class OwedNews {
  private readonly logger = new Logger('answers-owed');

  constructor(
    private readonly owed: OwedService,
    private readonly news: OfficeNews,
    private readonly clock: Clock,
  ) {}

  /** Every hour, on every server that runs jobs; the list of what is owed is right whether it ran or not. */
  @Cron('0 5 * * * *', { name: 'answers-owed', waitForCompletion: true })
  async tick(): Promise<void> {
    try {
      await this.pass();
    } catch (error) {
      this.logger.error(error instanceof Error ? error.message : String(error));
    }
  }

  /** Tells what is new; answers how many entries that made. The same answer is owed for the same reason once, however often it is found. */
  async pass(): Promise<number> {
    const owing = await this.owed.at(this.news.offices());
    return this.news.tell(
      owing.map(({ officeUnitId, answerSeq, ...one }) => ({
        officeUnitId,
        topic: 'answer.owed',
        facts: { meetingId: one.meetingId, meeting: one.meetingTitle, seq: one.seq, answerBy: one.by, cause: one.kind },
        key: `answer owed ${one.opinionId} ${answerSeq} ${one.kind}`,
      })),
      this.clock.now(),
    );
  }
}
