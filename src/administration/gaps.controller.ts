/** The calls with which an administrator sees where nobody can act. */
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '../http/access.js';
import { Refuses } from '../http/refusal-statuses.js';
import { GapsView, ReachQuery, ReachView } from './gaps.dto.js';
import { GapsService } from './gaps.service.js';

@ApiTags('administration')
@Controller('api/admin')
export class GapsController {
  constructor(private readonly service: GapsService) {}

  @Get('gaps')
  @ApiOperation({ summary: 'Tells where nobody can act: cases, units, roles' })
  @Allow('administrator')
  @ApiOkResponse({ type: GapsView })
  gaps(): Promise<GapsView> {
    return this.service.gaps();
  }

  @Get('reach')
  @ApiOperation({ summary: 'Tells what a role at a unit would see and could do' })
  @Refuses(404)
  @Allow('administrator')
  @ApiOkResponse({ type: ReachView })
  reach(@Query() query: ReachQuery): Promise<ReachView> {
    return this.service.reach(query);
  }
}
