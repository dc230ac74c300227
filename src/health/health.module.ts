/** Health and metrics. */
import { Global, Module } from '@nestjs/common';
import { HealthController } from './health.controller.js';
import { Metrics } from './metrics.js';
import { WorkMetrics } from './work-metrics.js';

@Global()
@Module({ controllers: [HealthController], providers: [Metrics, WorkMetrics], exports: [Metrics] })
export class HealthModule {}
