/** Figures for whoever may see the cases behind them. */
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Actor } from '../domain/command.js';
import { Allow, CurrentActor } from '../http/access.js';
import { CanWait } from '../http/admission.js';
import { Refuses } from '../http/refusal-statuses.js';
import { savedAs } from '../spreadsheet/file-format.js';
import { ClosureFileQuery, ClosureReport, ClosureReportQuery, ClosureTrend, ClosureTrendQuery } from './closure.dto.js';
import { ClosureExportService } from './closure-export.service.js';
import { ClosureService } from './closure.service.js';

@ApiTags('reports')
@Controller('api/reports')
export class ReportsController {
  constructor(
    private readonly reports: ClosureService,
    private readonly exports: ClosureExportService,
  ) {}

  @Get('closure')
  @CanWait()
  @ApiOperation({ summary: 'Gives the closure rate and its companions, as of any day' })
  @Refuses(404, 422)
  @Allow('signedIn')
  @ApiOkResponse({ type: ClosureReport })
  async closure(@CurrentActor() actor: Actor, @Query() query: ClosureReportQuery): Promise<ClosureReport> {
    const { rows, ...question } = query;
    const report = await this.reports.closure(actor, question);
    return rows === 'none' ? { ...report, rows: [] } : report;
  }

  @Get('closure/trend')
  @CanWait()
  @ApiOperation({
    summary: 'Gives the closure rates as they stood at the ends of twelve months, and on the day asked for',
  })
  @Refuses(404, 422)
  @Allow('signedIn')
  @ApiOkResponse({ type: ClosureTrend })
  trend(@CurrentActor() actor: Actor, @Query() query: ClosureTrendQuery): Promise<ClosureTrend> {
    return this.reports.trend(actor, query);
  }

  @Get('closure/export')
  @CanWait()
  @ApiOperation({ summary: 'Gives the closure report as a spreadsheet' })
  @Refuses(404, 422)
  @Allow('signedIn')
  @ApiOkResponse({ description: 'The file', content: { '*/*': { schema: { type: 'string', format: 'binary' } } } })
  async export(
    @CurrentActor() actor: Actor,
    @Query() query: ClosureFileQuery,
    @Res() response: Response,
  ): Promise<void> {
    const { format = 'xlsx', language = 'zh-CN', ...question } = query;
    const { name, bytes } = await this.exports.file(actor, question, format, language);
    response.set(savedAs(format, name, 'closure-rate')).send(bytes);
  }
}
