/** Looks behind the seal: kept, limited, read. */
import { Module } from '@nestjs/common';
import type { Database } from '../store/database.js';
import { DATABASE } from '../store/database-token.js';
import { LookStore } from '../store/look.store.js';
import { LookService } from './look.service.js';

@Module({
  providers: [
    LookService,
    { provide: LookStore, useFactory: ({ pool }: Database) => new LookStore(pool), inject: [DATABASE] },
  ],
  exports: [LookService],
})
export class LooksModule {}
