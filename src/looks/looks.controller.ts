/** Looks behind the seal, for those who watch over them. */
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/command.js';
import { Allow, CurrentActor } from '../http/access.js';
import { Refuses } from '../http/refusal-statuses.js';
import { LookAlarms, LookPage, LooksQuery } from './looks.dto.js';
import { LookReadingService } from './look-reading.service.js';

@ApiTags('looks')
@Controller('api/looks')
export class LooksController {
  constructor(private readonly looks: LookReadingService) {}

  @Get()
  @ApiOperation({ summary: 'Lists looks behind the seal, the newest first' })
  @Refuses(404)
  @Allow('auditor', 'clerk')
  @ApiOkResponse({ type: LookPage })
  list(@CurrentActor() actor: Actor, @Query() query: LooksQuery): Promise<LookPage> {
    return this.looks.list(actor, query);
  }

  @Get('alarms')
  @ApiOperation({ summary: 'Lists days on which somebody came near the limit of looks, or over it' })
  @Allow('auditor')
  @ApiOkResponse({ type: LookAlarms })
  alarms(@CurrentActor() actor: Actor): Promise<LookAlarms> {
    return this.looks.alarms(actor);
  }
}
