/** Health, metrics, and spans for a collector. */
import { Global, Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { LoadMetrics } from './load-metrics.js';
import { Metrics } from './metrics.js';
import { Readiness } from './readiness.js';
import { Spans } from './spans.js';
import { StoreMetrics } from './store-metrics.js';
import { WorkMetrics } from './work-metrics.js';

@Global()
@Module({
  controllers: [HealthController],
  providers: [Metrics, Readiness, Spans, LoadMetrics, StoreMetrics, WorkMetrics],
  exports: [Metrics, Readiness, Spans],
})
export class HealthModule {}
