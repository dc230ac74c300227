/** Rounds of a job that works until nothing is left: calls that meet share one, and a shutdown lets what is in hand be finished. */
import type { Logger } from '@nestjs/common';

export class Rounds<T> {
  private running: Promise<T> | undefined;
  private stopping = false;

  constructor(
    private readonly round: () => Promise<T>,
    private readonly logger: Logger,
  ) {}

  /** True from the moment the service ends: a round begins nothing more. */
  get isStopping(): boolean {
    return this.stopping;
  }

  /** What the round brings; joins one that is under way. */
  join(): Promise<T> {
    this.running ??= this.round().finally(() => (this.running = undefined));
    return this.running;
  }

  /** The same by the clock: a failed round is logged and tried again by the next tick; nothing is lost by waiting. */
  async tick(): Promise<void> {
    try {
      await this.join();
    } catch (error) {
      this.logger.error(error instanceof Error ? error.message : String(error));
    }
  }

  /** Resolves when the round in hand has ended, before the database goes. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.running?.catch(() => undefined);
  }
}
