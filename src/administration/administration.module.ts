/** What an administrator looks after beside people and reference data: timers that could not fire, and where nobody can act. */
import { Module } from '@nestjs/common';
import { GapsController } from './gaps.controller.js';
import { GapsMetric } from './gaps-metric.js';
import { GapsService } from './gaps.service.js';
import { TimersController } from './timers.controller.js';
import { TimersService } from './timers.service.js';

@Module({
  controllers: [TimersController, GapsController],
  providers: [TimersService, GapsService, GapsMetric],
  exports: [GapsService],
})
export class AdministrationModule {}
