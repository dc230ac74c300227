/** Wires the wall chart. */
import { Module } from '@nestjs/common';
import { ReportsModule } from '../reports/reports.module.js';
import { WallController } from './wall.controller.js';
import { WallPace, WallStream } from './wall-stream.js';
import { WallService } from './wall.service.js';

@Module({
  imports: [ReportsModule],
  controllers: [WallController],
  providers: [WallService, WallStream, WallPace],
})
export class WallModule {}
