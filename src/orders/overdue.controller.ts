/** The call with which a leader sees what is late. */
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/command.js';
import { Allow, CurrentActor, ForAbsentToo } from '../http/access.js';
import { OverduePage, OverdueQuery } from './overdue.dto.js';
import { OverdueService } from './overdue.service.js';

@ApiTags('orders')
@Controller('api/overdue')
export class OverdueController {
  constructor(private readonly overdue: OverdueService) {}

  @Get()
  @ApiOperation({ summary: 'Shows late cases with their ladder: those awaiting a signature first, then the worst' })
  @ForAbsentToo()
  @Allow('signedIn')
  @ApiOkResponse({ type: OverduePage })
  page(@CurrentActor() actor: Actor, @Query() query: OverdueQuery): Promise<OverduePage> {
    return this.overdue.page(actor, query);
  }
}
