/** Accesses to encrypted names, for those who watch over them. */
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/command.js';
import { Allow, CurrentActor } from '../http/access.js';
import { Refuses } from '../http/refusal-statuses.js';
import { AccessAlarms, AccessLogPage, AccessLogQuery } from './access-log.dto.js';
import { AccessLogReadingService } from './access-log-reading.service.js';

@ApiTags('looks')
@Controller('api/looks')
export class AccessLogController {
  constructor(private readonly accessLog: AccessLogReadingService) {}

  @Get()
  @ApiOperation({ summary: 'Lists accesses to encrypted names, the newest first' })
  @Refuses(404)
  @Allow('auditor', 'clerk')
  @ApiOkResponse({ type: AccessLogPage })
  list(@CurrentActor() actor: Actor, @Query() query: AccessLogQuery): Promise<AccessLogPage> {
    return this.accessLog.list(actor, query);
  }

  @Get('alarms')
  @ApiOperation({ summary: 'Lists days on which somebody came near the limit of accesses, or over it' })
  @Allow('auditor')
  @ApiOkResponse({ type: AccessAlarms })
  alarms(@CurrentActor() actor: Actor): Promise<AccessAlarms> {
    return this.accessLog.alarms(actor);
  }
}
