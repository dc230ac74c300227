/** Figures for whoever may see the cases behind them. */
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/command.js';
import { Allow, CurrentActor } from '../http/access.js';
import { ClosureQuery, ClosureReport } from './closure.dto.js';
import { ClosureService } from './closure.service.js';

@ApiTags('reports')
@Controller('api/reports')
export class ReportsController {
  constructor(private readonly reports: ClosureService) {}

  @Get('closure')
  @Allow('signedIn')
  @ApiOkResponse({ type: ClosureReport })
  closure(@CurrentActor() actor: Actor, @Query() query: ClosureQuery): Promise<ClosureReport> {
    return this.reports.closure(actor, query);
  }
}
