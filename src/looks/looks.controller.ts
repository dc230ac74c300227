/** Looks behind the seal, for those who watch over them. */
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/command.js';
import { Allow, CurrentActor } from '../http/access.js';
import { LookAlarms, LookPage, LooksQuery } from './looks.dto.js';
import { LookReadingService } from './look-reading.service.js';

@ApiTags('looks')
@Controller('api/looks')
export class LooksController {
  constructor(private readonly looks: LookReadingService) {}

  @Get()
  @Allow('auditor', 'clerk')
  @ApiOkResponse({ type: LookPage })
  list(@CurrentActor() actor: Actor, @Query() query: LooksQuery): Promise<LookPage> {
    return this.looks.list(actor, query);
  }

  @Get('alarms')
  @Allow('auditor')
  @ApiOkResponse({ type: LookAlarms })
  alarms(@CurrentActor() actor: Actor): Promise<LookAlarms> {
    return this.looks.alarms(actor);
  }
}
