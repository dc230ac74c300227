/** The signed call of a hotline platform, and the office's calls on what it is answered. */
import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/command.js';
import { Allow, CurrentActor, KeyInAddress, Public } from '../http/access.js';
import type { ActingRequest } from '../http/acting-request.js';
import { RawBody } from '../http/body-limit.js';
import { Refuses } from '../http/refusal-statuses.js';
import { IdPipe } from '../http/validation.js';
import { HotlineAnswersService } from './hotline-answers.service.js';
import {
  HotlineOfCaseOrNone,
  HotlineOwedList,
  HotlineReceived,
  HotlineReport,
  NewHotlineAnswer,
} from './hotline.dto.js';
import { HotlineOwedService } from './hotline-owed.service.js';
import { HotlineReceivingService } from './hotline-receiving.service.js';

const CASE_ID = new IdPipe('case', '事项');

@ApiTags('hotline')
@Controller('api')
export class HotlineController {
  constructor(
    private readonly receiving: HotlineReceivingService,
    private readonly answers: HotlineAnswersService,
    private readonly owed: HotlineOwedService,
  ) {}

  @Post('hotline/:platform')
  @ApiOperation({
    summary: 'Takes a call from a hotline platform, signed as Standard Webhooks say',
    description:
      'Signed over the very bytes with the platform’s secret, within five minutes. The same number with the same content answers the same case; with other content 409 names the fields that differ. Other names of fields are read by the platform’s mapping.',
  })
  @ApiHeader({ name: 'webhook-id', required: true })
  @ApiHeader({ name: 'webhook-timestamp', required: true, description: 'Seconds since 1970' })
  @ApiHeader({ name: 'webhook-signature', required: true, description: '`v1,` and base64 of HMAC-SHA-256' })
  @ApiBody({ type: HotlineReport })
  @Refuses(401, 409, 413)
  @Public()
  // The signature is the only key, and no cookie is looked at.
  @KeyInAddress()
  @RawBody()
  @HttpCode(200)
  @ApiOkResponse({ type: HotlineReceived })
  receive(@Param('platform') code: string, @Req() request: ActingRequest): Promise<HotlineReceived> {
    return this.receiving.receive(code, request, Date.now());
  }

  @Get('hotline-answers/owed')
  @ApiOperation({ summary: 'Lists the answers that one’s office owes to hotline platforms' })
  @Allow('clerk')
  @ApiOkResponse({ type: HotlineOwedList })
  async owing(@CurrentActor() actor: Actor): Promise<HotlineOwedList> {
    return { items: await this.owed.of(actor) };
  }

  @Get('cases/:id/hotline-answers')
  @ApiOperation({ summary: 'Shows what came with a case from a hotline platform, and what it was answered' })
  @Allow('clerk')
  @ApiOkResponse({ type: HotlineOfCaseOrNone })
  async of(@CurrentActor() actor: Actor, @Param('id', CASE_ID) id: string): Promise<HotlineOfCaseOrNone> {
    return { hotline: await this.answers.of(actor, id) };
  }

  @Post('cases/:id/hotline-answers')
  @ApiOperation({
    summary: 'Answers the hotline platform of a case: on the way, or once it is closed',
    description: 'It goes out by the platform’s webhook as `hotline.answer`; one final answer to each closing.',
  })
  @Refuses(422)
  @Allow('clerk')
  @HttpCode(200)
  @ApiOkResponse({ type: HotlineOfCaseOrNone })
  async give(
    @CurrentActor() actor: Actor,
    @Param('id', CASE_ID) id: string,
    @Body() input: NewHotlineAnswer,
  ): Promise<HotlineOfCaseOrNone> {
    return { hotline: await this.answers.give(actor, id, input) };
  }
}
