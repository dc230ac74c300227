/** How much is under way, how far the process is behind, and what it sent away: what tells an operator to add a server. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Counter, Gauge } from 'prom-client';
import { Admission } from '../http/admission.js';
import { Metrics } from './metrics.js';

@Injectable()
export class LoadMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly admission: Admission,
  ) {}

  onModuleInit(): void {
    const registers = [this.metrics.registry];
    const { admission } = this;
    new Gauge({
      name: 'xiaohao_requests_under_way',
      help: 'Calls of the API that are being answered',
      registers,
      collect() {
        this.set(admission.figures().underWay);
      },
    });
    new Gauge({
      name: 'xiaohao_loop_lag_seconds',
      help: 'How long whatever is ready waited for its turn lately, median of half a second',
      registers,
      collect() {
        this.set(admission.figures().lag);
      },
    });
    new Counter({
      name: 'xiaohao_requests_sent_away_total',
      help: 'Calls answered 503 at once, since too many were under way or since they can wait',
      labelNames: ['why'],
      registers,
      collect() {
        const { tooMany, canWait } = admission.figures().refused;
        this.reset();
        this.inc({ why: 'tooMany' }, tooMany);
        this.inc({ why: 'canWait' }, canWait);
      },
    });
  }
}
