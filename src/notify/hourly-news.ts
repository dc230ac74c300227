/** What an office has come to owe, looked for every hour and told to its clerks. */
import { Logger } from '@nestjs/common';
import type { OfficeDebt, OfficeNews } from './office-news.js';

/** Each kind of debt says what is owed at these offices, and when it is looked for. */
export abstract class HourlyNews {
  private readonly logger: Logger;

  constructor(
    name: string,
    private readonly news: OfficeNews,
    /** Epoch milliseconds. */
    private readonly now: () => number,
  ) {
    this.logger = new Logger(name);
  }

  protected abstract owing(offices: readonly string[]): Promise<OfficeDebt[]>;

  /** On every server that runs jobs; the list of what is owed is right whether it ran or not. Never throws. */
  async tick(): Promise<void> {
    try {
      await this.pass();
    } catch (error) {
      this.logger.error(error instanceof Error ? error.message : String(error));
    }
  }

  /** Tells what is new; answers how many entries that made. The same debt is told once, however often it is found. */
  async pass(): Promise<number> {
    return this.news.tell(await this.owing(this.news.offices()), this.now());
  }
}
