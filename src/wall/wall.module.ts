/** Wires the wall chart. */
import { Module } from '@nestjs/common';
import { ReportsModule } from '../reports/reports.module.js';
import type { Database } from '../store/database/database.js';
import { DATABASE } from '../store/database/database-token.js';
import { WallStore } from '../store/lists/wall.store.js';
import { WallController } from './wall.controller.js';
import { WallPace, WallStream } from './wall-stream.js';
import { WallService } from './wall.service.js';

@Module({
  imports: [ReportsModule],
  controllers: [WallController],
  providers: [
    WallService,
    WallStream,
    WallPace,
    { provide: WallStore, useFactory: ({ pool }: Database) => new WallStore(pool), inject: [DATABASE] },
  ],
})
export class WallModule {}
