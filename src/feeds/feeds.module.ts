/** Wires people's calendars of deadlines. */
import { Module } from '@nestjs/common';
import { WorkModule } from '../work/work.module.js';
import { FeedsController } from './feeds.controller.js';
import { FeedsService } from './feeds.service.js';

@Module({ imports: [WorkModule], controllers: [FeedsController], providers: [FeedsService] })
export class FeedsModule {}
