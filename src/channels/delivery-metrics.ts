/** How many deliveries wait on each channel, how long, and how many failed for good: what tells an operator that a channel is down. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Clock } from '../clock.js';
import { WAYS } from '../domain/words.js';
import { Metrics } from '../health/metrics.js';
import { type ChannelFigures, DeliveryFiguresStore } from '../store/messages/delivery-figures.store.js';

@Injectable()
export class DeliveryMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly figures: DeliveryFiguresStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const { metrics } = this;
    const registers = [metrics.registry];
    // One look for all three; while the database is away they keep their last values.
    let looking: Promise<ChannelFigures[] | undefined> | undefined;
    const look = (): Promise<ChannelFigures[] | undefined> =>
      (looking ??= this.figures
        .byChannel()
        .catch(() => undefined)
        .finally(() => (looking = undefined)));
    const gauge = (name: string, help: string, figure: (one: ChannelFigures) => number): Gauge =>
      new Gauge({
        ...{ name, help, registers, labelNames: ['channel'] },
        async collect() {
          const found = await metrics.inTime(look());
          if (found === undefined) return;
          for (const channel of WAYS) {
            const one = found.find((row) => row.channel === channel);
            this.set({ channel }, one === undefined ? 0 : figure(one));
          }
        },
      });
    const age = ({ waiting, oldest }: ChannelFigures): number =>
      waiting === 0 ? 0 : Math.max(0, Math.round((this.clock.now() - oldest) / 1000));
    gauge('xiaohao_deliveries_waiting', 'Deliveries that wait, by channel', ({ waiting }) => waiting);
    gauge('xiaohao_delivery_age_seconds', 'How long the oldest of them has waited; through a night is no fault', age);
    gauge('xiaohao_deliveries_dead', 'Deliveries that failed for good; the health page lists them', ({ dead }) => dead);
  }
}
