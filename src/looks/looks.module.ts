/** Looks behind the seal: kept, limited, read. */
import { Module } from '@nestjs/common';
import type { Database } from '../store/database/database.js';
import { DATABASE } from '../store/database/database-token.js';
import { LookStore } from '../store/sealed/look.store.js';
import { LookListStore } from '../store/sealed/look-list.store.js';
import { LookReadingService } from './look-reading.service.js';
import { LooksController } from './looks.controller.js';
import { LookService } from './look.service.js';

@Module({
  controllers: [LooksController],
  providers: [
    LookService,
    LookReadingService,
    { provide: LookListStore, useFactory: ({ pool }: Database) => new LookListStore(pool), inject: [DATABASE] },
    { provide: LookStore, useFactory: ({ pool }: Database) => new LookStore(pool), inject: [DATABASE] },
  ],
  exports: [LookService],
})
export class LooksModule {}
