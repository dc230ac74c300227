/** Accesses to encrypted names: kept, limited, read. */
import { Module } from '@nestjs/common';
import { AccessLogReadingService } from './access-log-reading.service.js';
import { AccessLogController } from './access-log.controller.js';
import { AccessLogService } from './access-log.service.js';

@Module({
  controllers: [AccessLogController],
  providers: [AccessLogService, AccessLogReadingService],
  exports: [AccessLogService],
})
export class AccessLogModule {}
