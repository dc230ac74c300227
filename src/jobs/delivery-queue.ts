/** Keeps deliveries moving: gathers what waits into jobs, works on them, and takes over from a server that is gone. */
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { MorningService } from '../inbox/morning.service.js';
import { Dispatch } from '../notify/dispatch.js';
import { DeliveryStore } from '../store/messages/delivery.store.js';
import { JobQueueStore } from '../store/messages/job-queue.store.js';

/** So long at most is waited for what belongs together, milliseconds: a timer that never fires holds nobody's mail. */
const LONGEST_WAIT_MS = 600_000;
/** Bundles without a job are looked for so often, milliseconds. */
const LOOK_FOR_MISSING_MS = 60_000;

@Injectable()
export class DeliveryQueue implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('deliveries');
  private running: Promise<void> | undefined;
  private prepared = false;
  private stopping = false;
  private lookedForMissing = -LOOK_FOR_MISSING_MS;
  private wasInHours = false;
  private told = '';

  constructor(
    private readonly deliveries: DeliveryStore,
    private readonly jobs: JobQueueStore,
    private readonly dispatch: Dispatch,
    private readonly morning: MorningService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    void this.tick();
  }

  /** Takes no more jobs, and lets those in hand finish before the database goes. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.running;
    await this.jobs.stop();
  }

  /** Every ten seconds, on every server with jobs. What fails is told once and tried again; nothing is lost by waiting. */
  @Cron(CronExpression.EVERY_10_SECONDS, { name: 'deliveries', waitForCompletion: true })
  tick(): Promise<void> {
    return (this.running ??= this.round()
      .then(() => (this.told = ''))
      .catch((error: unknown) => {
        const words = error instanceof Error ? error.message : String(error);
        if (words !== this.told) this.logger.error(words);
        this.told = words;
      })
      .then(() => (this.running = undefined)));
  }

  private async round(): Promise<void> {
    const log = (message: string): void => this.logger.warn(message);
    if (!this.prepared) await this.jobs.prepare(log);
    this.prepared = true;
    if (this.stopping) return;
    await this.jobs.start((bundleId) => this.deliver(bundleId), log);
    if ((await this.jobs.releaseGone()) > 0) this.logger.warn('deliveries of a server that is gone were taken over');
    const now = this.clock.now();
    const inHours = this.dispatch.inHours(now);
    if (performance.now() - this.lookedForMissing >= LOOK_FOR_MISSING_MS || inHours !== this.wasInHours) {
      await this.deliveries.addMissingJobs(inHours);
      this.lookedForMissing = performance.now();
      this.wasInHours = inHours;
    }
    const oldest = await this.deliveries.oldest();
    if (oldest === null) return;
    const areDigestsThere = await this.morning.areMadeToday();
    const isMoreToCome = !areDigestsThere || (await this.deliveries.isMoreToCome(now));
    if (isMoreToCome && now - oldest < LONGEST_WAIT_MS) return;
    while (!this.stopping && (await this.deliveries.gather(inHours)) > 0);
  }

  private deliver(bundleId: string): Promise<void> {
    return this.dispatch.deliver(bundleId, { now: this.clock.now(), publicUrl: this.config.publicUrl ?? null });
  }
}
