/** How far behind the sweep is and how busy the door: what tells an operator to look, or to add a server. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Gauge, Histogram } from 'prom-client';
import { Clock } from '../clock.js';
import { Door } from '../door/door.js';
import { TimerStore } from '../store/timer.store.js';
import { Metrics } from './metrics.js';

@Injectable()
export class WorkMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly door: Door,
    private readonly timers: TimerStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const registers = [this.metrics.registry];
    const { door, timers, clock } = this;
    const lag = new Gauge({
      name: 'xiaohao_timer_lag_seconds',
      help: 'How long the oldest timer that is due has been waiting to fire',
      registers,
    });
    const poisoned = new Gauge({
      name: 'xiaohao_timers_poisoned',
      help: 'Timers parked with an error; `xiaohao timers` lists them',
      registers,
    });
    new Gauge({
      name: 'xiaohao_timer_backlog',
      help: 'Timers that are due and have not fired, counted up to 100,000',
      registers,
      async collect() {
        // While the database is away the other numbers are still told; these keep their last value.
        const now = await timers.backlog(clock.now()).catch(() => undefined);
        if (now === undefined) return;
        this.set(now.due);
        lag.set(now.lag / 1000);
        poisoned.set(now.poisoned);
      },
    });
    new Gauge({
      name: 'xiaohao_door_waiting',
      help: 'Commands waiting for a transaction',
      registers,
      collect() {
        this.set(door.load().waiting);
      },
    });
    const batches = new Histogram({
      name: 'xiaohao_door_batch_size',
      help: 'Commands that went together in one transaction',
      buckets: [1, 2, 4, 8, 16, 32, 64],
      registers,
    });
    door.onBatch = (size) => batches.observe(size);
  }
}
