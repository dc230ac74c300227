/** Looks behind the seal: kept, limited, read. */
import { Module } from '@nestjs/common';
import { LookReadingService } from './look-reading.service.js';
import { LooksController } from './looks.controller.js';
import { LookService } from './look.service.js';

@Module({
  controllers: [LooksController],
  providers: [LookService, LookReadingService],
  exports: [LookService],
})
export class LooksModule {}
