/** What an administrator looks after beside people and reference data: timers that could not fire. */
import { Module } from '@nestjs/common';
import type { Database } from '../store/database.js';
import { DATABASE } from '../store/database-token.js';
import { ParkedTimerStore } from '../store/parked-timer.store.js';
import { TimersController } from './timers.controller.js';
import { TimersService } from './timers.service.js';

@Module({
  controllers: [TimersController],
  providers: [
    TimersService,
    {
      provide: ParkedTimerStore,
      useFactory: ({ pool }: Database) => new ParkedTimerStore(pool),
      inject: [DATABASE],
    },
  ],
})
export class AdministrationModule {}
