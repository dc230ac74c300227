/** Sign in and out, and one's own account. */
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { stringifySetCookie } from 'cookie';
import type { Response } from 'express';
import { CONFIG, type Config } from '../config.js';
import type { Actor } from '../domain/command.js';
import { Allow, CurrentActor, Public, SESSION_COOKIE } from '../http/access.js';
import type { ActingRequest } from '../http/acting-request.js';
import { ACCOUNT_BYTES, BodyLimit } from '../http/body-limit.js';
import { credentialOf } from '../http/credential.js';
import { IdPipe } from '../http/validation.js';
import { AccountService } from './account.service.js';
import { IssuedToken, Me, NewPassword, NewToken, SignIn, Token } from './session.dto.js';
import { SessionService } from './session.service.js';

@ApiTags('session')
@Controller('api')
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly account: AccountService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('session')
  @BodyLimit(ACCOUNT_BYTES)
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: Me })
  async signIn(
    @Body() { username, password }: SignIn,
    @Req() request: ActingRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Me> {
    const { secret, person } = await this.sessions.signIn(
      username,
      password,
      request.ip ?? '',
      request.get('user-agent') ?? '',
    );
    response.setHeader('Set-Cookie', cookie(secret, request.secure));
    return { user: person, officeZone: this.config.zone };
  }

  @Delete('session')
  @Public()
  @HttpCode(204)
  @ApiNoContentResponse()
  async signOut(@Req() request: ActingRequest, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.sessions.signOut(credentialOf(request));
    response.setHeader('Set-Cookie', cookie('', request.secure));
  }

  @Get('me')
  @Allow('signedIn')
  @ApiOkResponse({ type: Me })
  async me(@CurrentActor() actor: Actor): Promise<Me> {
    return { user: await this.account.me(actor), officeZone: this.config.zone };
  }

  @Patch('me/password')
  @BodyLimit(ACCOUNT_BYTES)
  @Allow('signedIn')
  @HttpCode(204)
  @ApiNoContentResponse()
  changePassword(@CurrentActor() actor: Actor, @Body() passwords: NewPassword): Promise<void> {
    return this.account.changePassword(actor, passwords);
  }

  @Post('tokens')
  @BodyLimit(ACCOUNT_BYTES)
  @Allow('signedIn')
  @ApiCreatedResponse({ type: IssuedToken })
  issueToken(@CurrentActor() actor: Actor, @Body() token: NewToken): Promise<IssuedToken> {
    return this.account.issueToken(actor, token);
  }

  @Get('tokens')
  @Allow('signedIn')
  @ApiOkResponse({ type: [Token] })
  tokens(@CurrentActor() actor: Actor): Promise<Token[]> {
    return this.account.tokens(actor);
  }

  @Delete('tokens/:id')
  @Allow('signedIn')
  @HttpCode(204)
  @ApiNoContentResponse()
  revokeToken(@CurrentActor() actor: Actor, @Param('id', new IdPipe('token', '令牌')) id: string): Promise<void> {
    return this.account.revokeToken(actor, id);
  }
}

/** A cookie that scripts cannot read and foreign pages cannot send along with a change; the server decides when it ends. */
function cookie(secret: string, secure: boolean): string {
  const ends = secret === '' ? { maxAge: 0 } : {};
  return stringifySetCookie({
    name: SESSION_COOKIE,
    value: secret,
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure,
    ...ends,
  });
}
