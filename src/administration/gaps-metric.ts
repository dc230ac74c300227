/** The number of cases nobody can act on, for machines; looked for anew at most once a minute. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Metrics } from '../health/metrics.js';
import { GapsService } from './gaps.service.js';

const EVERY_MS = 60_000;

@Injectable()
export class GapsMetric implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly gaps: GapsService,
  ) {}

  onModuleInit(): void {
    const { gaps } = this;
    let lookedAt = -EVERY_MS;
    new Gauge({
      name: 'xiaohao_cases_stranded',
      help: 'Open cases whose next step nobody may take; the page on the health of the service lists them',
      registers: [this.metrics.registry],
      async collect() {
        if (performance.now() - lookedAt < EVERY_MS) return;
        // While the database is away the figure keeps its last value.
        const found = await gaps.lately().catch(() => undefined);
        if (found === undefined) return;
        lookedAt = performance.now();
        this.set(found.stranded);
      },
    });
  }
}
