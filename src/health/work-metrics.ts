/** How far behind the sweep and the messages are and how busy the executor: what tells an operator to look, or to add a server. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Gauge, Histogram } from 'prom-client';
import { Clock } from '../clock.js';
import { CommandExecutor } from '../executor/command-executor.js';
import { TimerStore, type Backlog } from '../store/cases/timer.store.js';
import { InboxStore } from '../store/messages/inbox.store.js';
import { Metrics } from './metrics.js';

@Injectable()
export class WorkMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly executor: CommandExecutor,
    private readonly timers: TimerStore,
    private readonly inboxes: InboxStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const registers = [this.metrics.registry];
    const { executor, metrics, timers, inboxes, clock } = this;
    // One look for all three; while the database is away they keep their last value and the other figures are still told.
    let looking: Promise<Backlog | undefined> | undefined;
    const look = (): Promise<Backlog | undefined> =>
      (looking ??= timers
        .backlog(clock.now())
        .catch(() => undefined)
        .finally(() => (looking = undefined)));
    const gauge = (name: string, help: string, figure: (backlog: Backlog) => number): Gauge =>
      new Gauge({
        name,
        help,
        registers,
        async collect() {
          const backlog = await metrics.inTime(look());
          if (backlog !== undefined) this.set(figure(backlog));
        },
      });
    gauge('xiaohao_timer_backlog', 'Timers that are due and have not fired, counted up to 100,000', ({ due }) => due);
    gauge(
      'xiaohao_timer_lag_seconds',
      'How long the oldest timer that is due has been waiting to fire',
      ({ lag }) => lag / 1000,
    );
    gauge(
      'xiaohao_timers_poisoned',
      'Timers parked with an error; `xiaohao timers` lists them',
      ({ deadLettered }) => deadLettered,
    );
    new Gauge({
      name: 'xiaohao_messages_lag_seconds',
      help: 'How long the oldest message that may go out has been waiting to be passed on',
      registers,
      async collect() {
        const lag = await metrics.inTime(inboxes.lag(clock.now()));
        if (lag !== undefined) this.set(lag / 1000);
      },
    });
    new Gauge({
      name: 'xiaohao_door_waiting',
      help: 'Commands waiting for a transaction',
      registers,
      collect() {
        this.set(executor.load().waiting);
      },
    });
    const batches = new Histogram({
      name: 'xiaohao_door_batch_size',
      help: 'Commands that went together in one transaction',
      buckets: [1, 2, 4, 8, 16, 32, 64],
      registers,
    });
    executor.onBatch = (size) => batches.observe(size);
  }
}
