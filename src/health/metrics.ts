/** What Prometheus reads: the process, and how long answers take. */
import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { inTime } from '../domain/in-time.js';

/** A figure that is not there by then keeps its last value, milliseconds: one that hangs does not keep the others from being told. */
const FIGURE_MS = 1_500;

export interface Observed {
  isStream: boolean;
  method: string;
  route: string;
  status: number;
  ms: number;
}

@Injectable()
export class Metrics {
  /** Other parts register their own numbers here. */
  readonly registry = new Registry();
  private readonly durations = new Histogram({
    name: 'xiaohao_http_seconds',
    help: 'Seconds from a request to its answer, by route pattern and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** What `figure` brings in time; undefined where it fails or takes too long, so that the page answers whatever the database does. */
  inTime<T>(figure: Promise<T>): Promise<T | undefined> {
    return inTime(
      figure.catch(() => undefined),
      FIGURE_MS,
      undefined,
    );
  }

  /** Notes an answered request; of a stream, which lasts as long as its page, nothing. */
  observe({ isStream, method, route, status, ms }: Observed): void {
    if (isStream) return;
    this.durations.observe({ method, route, status }, ms / 1000);
  }
}
