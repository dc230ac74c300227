/** The calls with which an administrator looks after timers that could not fire. */
import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '../http/access.js';
import { Refuses } from '../http/refusal-statuses.js';
import { IdPipe } from '../http/validation.js';
import { TimersView } from './timers.dto.js';
import { TimersService } from './timers.service.js';

@ApiTags('administration')
@Controller('api/admin/timers')
export class TimersController {
  constructor(private readonly timers: TimersService) {}

  @Get()
  @ApiOperation({ summary: 'Tells how the timers are doing, and which could not fire' })
  @Allow('administrator')
  @ApiOkResponse({ type: TimersView })
  state(): Promise<TimersView> {
    return this.timers.state();
  }

  @Post(':caseId/:timerId/retry')
  @ApiOperation({ summary: 'Lets a timer that could not fire try again' })
  @Refuses(409, 422)
  @HttpCode(200)
  @Allow('administrator')
  @ApiOkResponse({ type: TimersView })
  retry(
    @Param('caseId', new IdPipe('parkedTimer', '停放的定时')) caseId: string,
    @Param('timerId') timerId: string,
  ): Promise<TimersView> {
    return this.timers.retry(caseId, timerId);
  }
}
