/** The calls with which an administrator looks after timers that could not fire. */
import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow } from '../http/access.js';
import { IdPipe } from '../http/validation.js';
import { TimersView } from './timers.dto.js';
import { TimersService } from './timers.service.js';

@ApiTags('administration')
@Controller('api/admin/timers')
export class TimersController {
  constructor(private readonly timers: TimersService) {}

  @Get()
  @Allow('administrator')
  @ApiOkResponse({ type: TimersView })
  state(): Promise<TimersView> {
    return this.timers.state();
  }

  @Post(':caseId/:timerId/retry')
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
