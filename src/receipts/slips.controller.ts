/** Calls of the office on receipts: what raisers see and said, slips to print, and a lost one withdrawn. */
import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/command.js';
import { Allow, CurrentActor } from '../http/access.js';
import type { ActingRequest } from '../http/acting-request.js';
import { Refuses } from '../http/refusal-statuses.js';
import { IdPipe } from '../http/validation.js';
import { PrintInput, ReceiptReason, ReceiptsOfCase, Slips } from './slips.dto.js';
import { ReceiptsOfCaseService } from './receipts-of-case.service.js';
import { SlipsService, type AskedAt } from './slips.service.js';

const CASE_ID = new IdPipe('case', '事项');
const RAISER_ID = new IdPipe('raiser', '反映人');
const MEETING_ID = new IdPipe('meeting', '座谈会');

const askedAt = (request: ActingRequest): AskedAt => ({ protocol: request.protocol, host: request.host });

@ApiTags('receipts')
@Controller('api')
export class SlipsController {
  constructor(
    private readonly slips: SlipsService,
    private readonly receipts: ReceiptsOfCaseService,
  ) {}

  @Get('cases/:id/receipts')
  @ApiOperation({ summary: 'Shows what the raisers of a case were given, were told and said by their receipts' })
  @Allow('signedIn')
  @ApiOkResponse({ type: ReceiptsOfCase })
  ofCase(@CurrentActor() actor: Actor, @Param('id', CASE_ID) id: string): Promise<ReceiptsOfCase> {
    return this.receipts.ofCase(actor, id);
  }

  @Post('cases/:id/receipts')
  @ApiOperation({ summary: 'Slips for the raisers of a case, to be printed; each stands in the access log' })
  @Refuses(422)
  @HttpCode(200)
  @Allow('clerk')
  @ApiOkResponse({ type: Slips })
  print(
    @CurrentActor() actor: Actor,
    @Param('id', CASE_ID) id: string,
    @Body() { raiserId }: PrintInput,
    @Req() request: ActingRequest,
  ): Promise<Slips> {
    return this.slips.ofRaisers(actor, id, raiserId, askedAt(request));
  }

  @Post('cases/:id/receipts/:raiserId/renewal')
  @ApiOperation({
    summary: 'Withdraws a receipt that was lost and issues another',
    description: 'It stands in the access log.',
  })
  @Refuses(422)
  @HttpCode(200)
  @Allow('clerk')
  @ApiOkResponse({ type: Slips })
  renew(
    @CurrentActor() actor: Actor,
    @Param('id', CASE_ID) id: string,
    @Param('raiserId', RAISER_ID) raiserId: string,
    @Body() { reason }: ReceiptReason,
    @Req() request: ActingRequest,
  ): Promise<Slips> {
    return this.slips.renew(actor, id, raiserId, { reason, again: true }, askedAt(request));
  }

  @Post('cases/:id/receipts/:raiserId/withdrawal')
  @ApiOperation({ summary: 'Withdraws a receipt and issues none', description: 'It stands in the access log.' })
  @Refuses(422)
  @HttpCode(200)
  @Allow('clerk')
  @ApiOkResponse({ type: Slips })
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', CASE_ID) id: string,
    @Param('raiserId', RAISER_ID) raiserId: string,
    @Body() { reason }: ReceiptReason,
    @Req() request: ActingRequest,
  ): Promise<Slips> {
    return this.slips.renew(actor, id, raiserId, { reason, again: false }, askedAt(request));
  }

  @Post('meetings/:id/receipts')
  @ApiOperation({ summary: 'Slips for everybody who spoke at a meeting and whose words became a case' })
  @HttpCode(200)
  @Allow('clerk')
  @ApiOkResponse({ type: Slips })
  ofMeeting(
    @CurrentActor() actor: Actor,
    @Param('id', MEETING_ID) id: string,
    @Req() request: ActingRequest,
  ): Promise<Slips> {
    return this.slips.ofMeeting(actor, id, askedAt(request));
  }
}
