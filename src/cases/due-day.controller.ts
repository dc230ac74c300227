/** Calls that tell which due day a decision will set, before it is made. */
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/command.js';
import { Allow, CurrentActor, ForAbsentToo } from '../http/access.js';
import { Refuses } from '../http/refusal-statuses.js';
import { IdPipe } from '../http/validation.js';
import { withPayload } from '../http/with-payload.js';
import { DueAfterInput, DueAfterShown, DueDayQuery, DueDayShown } from './due-day.dto.js';
import { DueDayService } from './due-day.service.js';

@ApiTags('cases')
@ApiExtraModels(DueAfterInput)
@Controller('api')
export class DueDayController {
  constructor(private readonly days: DueDayService) {}

  @Get('due-day')
  @ApiOperation({ summary: 'Tells the due day an assignment would set' })
  @Refuses(404, 422)
  @Allow('signedIn')
  @ApiOkResponse({ type: DueDayShown })
  ofAssignment(@Query() query: DueDayQuery): DueDayShown {
    return this.days.ofAssignment(query);
  }

  @Post('cases/:id/due-after')
  @ApiOperation({ summary: 'Tells the due day a decision would set, without making it' })
  @Refuses(422)
  @HttpCode(200)
  @ForAbsentToo()
  @Allow('signedIn')
  @ApiBody({ schema: withPayload(DueAfterInput) })
  @ApiOkResponse({ type: DueAfterShown })
  after(
    @CurrentActor() actor: Actor,
    @Param('id', new IdPipe('case', '事项')) id: string,
    @Body() body: object,
  ): Promise<DueAfterShown> {
    return this.days.after(actor, id, { ...body });
  }
}
