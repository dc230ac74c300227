/** Sign in and out, who one is, and one's password. */
import { Body, Controller, Delete, Get, HttpCode, Inject, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Response } from 'express';
import { CONFIG, type Config } from '../config.js';
import type { Actor } from '../domain/command.js';
import { Allow, CurrentActor, Public, SESSION_COOKIE, WithStartPassword } from '../http/access.js';
import { Refuses } from '../http/refusal-statuses.js';
import type { ActingRequest } from '../http/acting-request.js';
import { ACCOUNT_BYTES, BodyLimit } from '../http/body-limit.js';
import { credentialOf } from '../http/credential.js';
import { networkOf } from '../http/signed-out-throttle.js';
import { AccountService, idOf } from './account.service.js';
import { DraftKeys } from './draft-keys.js';
import { DEVICE_COOKIE, DEVICE_PATHS, DEVICE_SECONDS, KnownDevices } from './known-devices.js';
import { OwnPasswordService } from './own-password.service.js';
import { Me, NewPassword, SignIn } from './session.dto.js';
import { type Begun, SessionService } from './session.service.js';

@ApiTags('session')
@Controller('api')
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly account: AccountService,
    private readonly ownPassword: OwnPasswordService,
    private readonly devices: KnownDevices,
    private readonly draftKeys: DraftKeys,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('session')
  @ApiOperation({ summary: 'Signs in: the answer sets the session’s cookie' })
  @Refuses(401, 422)
  @BodyLimit(ACCOUNT_BYTES)
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: Me })
  async signIn(
    @Body() { username, password }: SignIn,
    @Req() request: ActingRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Me> {
    const begun = await this.sessions.signIn({
      username,
      password,
      address: networkOf(request.ip ?? ''),
      deviceCookie: deviceCookieOf(request),
      userAgent: userAgentOf(request),
    });
    const { startPassword, ...user } = begun.person;
    response.setHeader('Set-Cookie', this.cookiesOf(begun, request));
    return { user, officeZone: this.config.zone, passwordDue: startPassword, draftKey: this.draftKeys.of(user.id) };
  }

  @Delete('session')
  @ApiOperation({ summary: 'Signs out: the session of the cookie ends' })
  @Public()
  @HttpCode(204)
  @ApiNoContentResponse()
  async signOut(@Req() request: ActingRequest, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.sessions.signOut(credentialOf(request));
    response.setHeader('Set-Cookie', cookie('', request.secure));
  }

  @Get('me')
  @ApiOperation({ summary: 'Tells who is signed in' })
  @Allow('signedIn')
  @WithStartPassword()
  @ApiOkResponse({ type: Me })
  async me(@CurrentActor() actor: Actor): Promise<Me> {
    const me = await this.account.me(actor);
    // a program has no drafts
    const draftKey = actor.via === 'web' ? this.draftKeys.of(me.user.id) : '';
    return { ...me, officeZone: this.config.zone, draftKey };
  }

  @Patch('me/password')
  @ApiOperation({
    summary: 'Sets a password of one’s own',
    description: 'Every session and token of the person ends; this browser goes on with a new session.',
  })
  @Refuses(422)
  @BodyLimit(ACCOUNT_BYTES)
  @Allow('signedIn')
  @WithStartPassword()
  @HttpCode(204)
  @ApiNoContentResponse()
  async changePassword(
    @CurrentActor() actor: Actor,
    @Body() passwords: NewPassword,
    @Req() request: ActingRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const passwordHash = await this.ownPassword.change(actor, request.credential!.secret, passwords);
    const begun = await this.sessions.begin({ id: idOf(actor), passwordHash }, userAgentOf(request));
    response.setHeader('Set-Cookie', this.cookiesOf(begun, request));
  }

  /** The session, and what this browser is known by from now on. */
  private cookiesOf({ secret, account }: Begun, request: ActingRequest): string[] {
    const known = this.devices.remember(account, deviceCookieOf(request));
    return [cookie(secret, request.secure), ...DEVICE_PATHS.map((path) => deviceCookie(known, path, request.secure))];
  }
}

const userAgentOf = (request: ActingRequest): string => request.get('user-agent') ?? '';
const deviceCookieOf = (request: ActingRequest): string | undefined =>
  parseCookie(request.get('cookie') ?? '')[DEVICE_COOKIE];

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

function deviceCookie(value: string, path: string, secure: boolean): string {
  return stringifySetCookie({
    name: DEVICE_COOKIE,
    value,
    httpOnly: true,
    sameSite: 'lax',
    path,
    secure,
    maxAge: DEVICE_SECONDS,
  });
}
