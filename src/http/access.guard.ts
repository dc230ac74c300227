/** The one guard in front of every route: finds its rule, finds out who calls, and denies what no rule allows. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { withDuties } from '../domain/deputies.js';
import { Refused } from '../domain/errors.js';
import { FOR_ABSENT, KEY_IN_ADDRESS, RULE, type Rule, WITH_START_PASSWORD } from './access.js';
import type { ActingRequest } from './acting-request.js';
import { Authenticator, type Credential, unauthenticated } from './authenticator.js';
import { credentialOf } from './credential.js';
import { HttpSettings } from './http-settings.js';
import { SignedOutThrottle } from './signed-out-throttle.js';
import { requireSameOrigin } from './same-origin.js';

@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
    private readonly settings: HttpSettings,
    private readonly throttle: SignedOutThrottle,
  ) {}

  /** True, with `request.actor` set where the rule asks for a person; 401 or 403 otherwise, 429 for too many calls by nobody we know. */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const places = [context.getHandler(), context.getClass()];
    const rule = this.reflector.getAllAndOverride<Rule | undefined>(RULE, places);
    const isKeyed =
      rule?.kind === 'public' && this.reflector.getAllAndOverride<boolean | undefined>(KEY_IN_ADDRESS, places) === true;
    const request = context.switchToHttp().getRequest<ActingRequest>();
    const credential = credentialOf(request);
    // A program that sends its token in a header cannot be led astray by a foreign page.
    if (credential?.kind !== 'token' && !isKeyed) requireSameOrigin(request);
    switch (rule?.kind) {
      case 'public':
        this.throttle.take(request);
        return true;
      case 'machines':
        if (isThisComputer(request) || this.isMetricsToken(credential)) return true;
        throw unauthenticated();
      case 'signedIn':
        await this.identify(request, credential, context);
        return true;
      case 'roles': {
        const { roles } = await this.identify(request, credential, context);
        if (roles.some(({ role }) => rule.roles.includes(role))) return true;
        throw new Refused(403, 'access.roleMissing', '您的角色不能进行此操作', 'Your roles do not allow this', {
          roles: [...rule.roles],
        });
      }
      default:
        throw new Refused(403, 'access.denied', '此接口未开放', 'This route is closed');
    }
  }

  private async identify(
    request: ActingRequest,
    credential: Credential | undefined,
    context: ExecutionContext,
  ): Promise<NonNullable<ActingRequest['actor']>> {
    const caller = credential === undefined ? null : await this.authenticator.callerOf(credential);
    if (caller === null || credential === undefined) {
      // Only now is it known that the secret is worth nothing; whoever has a good one is never counted.
      this.throttle.take(request);
      throw unauthenticated();
    }
    if (credential.kind === 'session' && isMeantForAnother(request, caller.actor.userId)) {
      throw new Refused(
        401,
        'access.otherPerson',
        '本浏览器中已有另一人登录，请重新登录后再办',
        'Somebody else has signed in with this browser: sign in again to go on',
      );
    }
    if (caller.passwordDue && !this.reflector.get<boolean | undefined>(WITH_START_PASSWORD, context.getHandler())) {
      throw new Refused(
        403,
        'account.passwordDue',
        '您的密码是别人设置的，请先改成自己的密码',
        'Your password was set by somebody else: change it to one of your own first',
      );
    }
    const isForAbsent = this.reflector.get<boolean | undefined>(FOR_ABSENT, context.getHandler()) === true;
    const actor = isForAbsent ? withDuties(caller.actor) : caller.actor;
    request.actor = actor;
    request.credential = credential;
    return actor;
  }

  private isMetricsToken(credential: Credential | undefined): boolean {
    const wanted = this.settings.metricsToken;
    if (wanted === undefined || credential?.kind !== 'token') return false;
    const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
    return timingSafeEqual(digest(wanted), digest(credential.secret));
  }
}

/** A page of the desk says for whom it acts: the cookie may have become another person's in another tab meanwhile. */
function isMeantForAnother(request: ActingRequest, personId: string | null): boolean {
  const meant = request.get('x-acting-person');
  return meant !== undefined && meant !== personId;
}

/** Straight from this computer: what a proxy passes on for others does not count. */
function isThisComputer(request: ActingRequest): boolean {
  const address = request.socket.remoteAddress ?? '';
  const forwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'].some((name) => request.get(name));
  return !forwarded && /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(address);
}
