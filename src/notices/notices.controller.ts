/** What anybody may read and say without signing in: cases in their public notice, and an objection by the code of a receipt. */
import { Body, Controller, Get, Header, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../http/access.js';
import type { ActingRequest } from '../http/acting-request.js';
import { BodyLimit, OBJECTION_BYTES } from '../http/body-limit.js';
import { Refuses } from '../http/refusal-statuses.js';
import { networkOf } from '../http/signed-out-throttle.js';
import { NewObjection, NoticesShown, ObjectionTaken } from './notices.dto.js';
import { NoticesService } from './notices.service.js';
import { ObjectionsService } from './objections.service.js';

@ApiTags('notices')
@Controller('api')
export class NoticesController {
  constructor(
    private readonly notices: NoticesService,
    private readonly objections: ObjectionsService,
  ) {}

  @Get('notices')
  @ApiOperation({ summary: 'Shows the cases in their public notice, without persons' })
  @Public()
  // The same for everybody: a proxy may keep it for a minute, a browser shows what is so now.
  @Header('Cache-Control', 'public, max-age=0, s-maxage=60')
  @ApiOkResponse({ type: NoticesShown })
  shown(): Promise<NoticesShown> {
    return this.notices.shown();
  }

  @Post('receipts/:code/objection')
  @ApiOperation({
    summary: 'Objects to a public notice by the code of a receipt',
    description: 'It stops the notice until the supervisors have decided. One to each notice.',
  })
  @Refuses(404, 409, 422)
  @BodyLimit(OBJECTION_BYTES)
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: ObjectionTaken })
  object(
    @Param('code') code: string,
    @Body() input: NewObjection,
    @Req() request: ActingRequest,
  ): Promise<ObjectionTaken> {
    return this.objections.object(code, input, networkOf(request.ip ?? ''));
  }
}
