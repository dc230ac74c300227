/** The numbers of cases nobody can act on and of late ones that nothing brings up again, for machines; looked for anew at most once a minute. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Metrics } from '../health/metrics.js';
import type { GapsView } from './gaps.dto.js';
import { GapsService } from './gaps.service.js';

const EVERY_MS = 60_000;

@Injectable()
export class GapsMetric implements OnModuleInit {
  private lookedAt = -EVERY_MS;
  private looking: Promise<GapsView | undefined> | undefined;
  private last: GapsView | undefined;

  constructor(
    private readonly metrics: Metrics,
    private readonly gaps: GapsService,
  ) {}

  onModuleInit(): void {
    const registers = [this.metrics.registry];
    const lately = (): Promise<GapsView | undefined> => this.metrics.inTime(this.lately());
    new Gauge({
      name: 'xiaohao_cases_stranded',
      help: 'Open cases whose next step nobody may take; the page on the health of the service lists them',
      registers,
      async collect() {
        const found = await lately();
        if (found !== undefined) this.set(found.stranded);
      },
    });
    new Gauge({
      name: 'xiaohao_late_cases_without_date',
      help: 'Late open cases, not on hold, that no timer brings up again, by their workflow and its version; of a version after the first only where a timer failed',
      labelNames: ['workflow', 'version'],
      registers,
      async collect() {
        const found = await lately();
        if (found === undefined) return;
        this.reset();
        for (const { workflow, version, cases } of found.withoutDate) this.inc({ workflow, version }, cases);
      },
    });
  }

  /** The gaps, looked for anew at most once a minute by all who ask; while the database is away the last ones, if any. */
  private async lately(): Promise<GapsView | undefined> {
    if (performance.now() - this.lookedAt >= EVERY_MS) {
      this.lookedAt = performance.now();
      this.looking = this.gaps.lately().catch(() => {
        this.lookedAt = -EVERY_MS;
        return this.last;
      });
    }
    return (this.last = await this.looking);
  }
}
