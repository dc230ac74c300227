/** One's own sessions and tokens. */
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/command.js';
import { Allow, CurrentActor } from '../http/access.js';
import { Refuses } from '../http/refusal-statuses.js';
import type { ActingRequest } from '../http/acting-request.js';
import { ACCOUNT_BYTES, BodyLimit } from '../http/body-limit.js';
import { IdPipe } from '../http/validation.js';
import { AccountService } from './account.service.js';
import { IssuedToken, NewToken, SessionView, TokenView } from './session.dto.js';

@ApiTags('session')
@Controller('api')
export class AccountController {
  constructor(private readonly account: AccountService) {}

  @Get('me/sessions')
  @ApiOperation({ summary: 'Lists one’s sessions, one for each browser' })
  @Allow('signedIn')
  @ApiOkResponse({ type: [SessionView] })
  sessions(@CurrentActor() actor: Actor, @Req() request: ActingRequest): Promise<SessionView[]> {
    return this.account.listSessions(actor, request.credential!.secret);
  }

  @Delete('me/sessions')
  @ApiOperation({ summary: 'Ends every session of one’s own but this one' })
  @Allow('signedIn')
  @HttpCode(204)
  @ApiNoContentResponse()
  endOthers(@CurrentActor() actor: Actor, @Req() request: ActingRequest): Promise<void> {
    return this.account.endOtherSessions(actor, request.credential!.secret);
  }

  @Delete('me/sessions/:id')
  @ApiOperation({ summary: 'Ends one session of one’s own' })
  @Allow('signedIn')
  @HttpCode(204)
  @ApiNoContentResponse()
  end(@CurrentActor() actor: Actor, @Param('id', new IdPipe('session', '登录')) id: string): Promise<void> {
    return this.account.endSession(actor, id);
  }

  @Post('tokens')
  @ApiOperation({ summary: 'Issues a token for a program; its secret is shown once' })
  @Refuses(422)
  @BodyLimit(ACCOUNT_BYTES)
  @Allow('signedIn')
  @ApiCreatedResponse({ type: IssuedToken })
  issueToken(
    @CurrentActor() actor: Actor,
    @Body() token: NewToken,
    @Req() request: ActingRequest,
  ): Promise<IssuedToken> {
    return this.account.issueToken(actor, request.credential!.secret, token);
  }

  @Get('tokens')
  @ApiOperation({ summary: 'Lists one’s tokens, without their secrets' })
  @Allow('signedIn')
  @ApiOkResponse({ type: [TokenView] })
  tokens(@CurrentActor() actor: Actor): Promise<TokenView[]> {
    return this.account.tokens(actor);
  }

  @Delete('tokens/:id')
  @ApiOperation({ summary: 'Revokes a token of one’s own' })
  @Allow('signedIn')
  @HttpCode(204)
  @ApiNoContentResponse()
  revokeToken(@CurrentActor() actor: Actor, @Param('id', new IdPipe('token', '令牌')) id: string): Promise<void> {
    return this.account.revokeToken(actor, id);
  }
}
