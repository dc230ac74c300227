/** Forgets once a night what was delivered long ago, so that the table stays as small as the work of an office. */
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Clock } from '../clock.js';
import { keptDeliveries } from '../notify/topics.js';
import { DeliveryStore } from '../store/messages/delivery.store.js';
import { Rounds } from './rounds.js';

/** How long it is on record that something was sent, milliseconds: 400 days, so that a year can be looked at after it is over. */
const KEPT_MS = 400 * 86_400_000;
/** Rows of one transaction. */
const TOGETHER = 5_000;

@Injectable()
export class DeliveryUpkeep implements BeforeApplicationShutdown {
  private readonly logger = new Logger('delivery-upkeep');
  private readonly rounds = new Rounds(() => this.forgetOld(), this.logger);

  constructor(
    private readonly deliveries: DeliveryStore,
    private readonly clock: Clock,
  ) {}

  /** On every server with jobs; doing it twice changes nothing. */
  @Cron('0 40 3 * * *', { name: 'delivery-upkeep', waitForCompletion: true })
  tick(): Promise<void> {
    return this.rounds.tick().then(() => undefined);
  }

  /** Lets the batch in hand commit before the database goes. */
  beforeApplicationShutdown(): Promise<void> {
    return this.rounds.stop();
  }

  /** How many were forgotten. What waits or failed stays, and so do orders and answers to platforms: that they went out is part of their case. */
  async forgetOld(): Promise<number> {
    let forgotten = 0;
    for (let last = TOGETHER; last === TOGETHER && !this.rounds.isStopping; forgotten += last)
      last = await this.deliveries.forget(this.clock.now() - KEPT_MS, keptDeliveries(), TOGETHER);
    if (forgotten > 0) this.logger.log(`${forgotten} deliveries forgotten`);
    return forgotten;
  }
}
