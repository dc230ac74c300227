/** Reads the JSON body of a request once it is known who calls and what the route takes: the work of reading comes after the right to ask. */
import { type CanActivate, type ExecutionContext, Injectable, type Type } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { RULE, type Rule } from './access.js';
import type { ActingRequest } from './acting-request.js';
import { BODY_LIMIT, FORM_BYTES, RAW_BODY, SIGNED_OUT_BYTES } from './body-limit.js';
import { bringsJson, jsonBody } from './json-body.js';

@Injectable()
export class BodyGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  /** True, with `request.body` read where the request brings JSON; refuses what jsonBody refuses. Stands behind AccessGuard. */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ActingRequest>();
    const isRaw = this.reflector.get<boolean | undefined>(RAW_BODY, context.getHandler()) === true;
    if (!isRaw && bringsJson(request))
      request.body = await jsonBody(request, this.limitOf(context.getHandler(), context.getClass()));
    return true;
  }

  private limitOf(handler: ReturnType<ExecutionContext['getHandler']>, controller: Type): number {
    const places = [handler, controller];
    const rule = this.reflector.getAllAndOverride<Rule | undefined>(RULE, places);
    const usual = rule?.kind === 'public' ? SIGNED_OUT_BYTES : FORM_BYTES;
    return this.reflector.getAllAndOverride<number | undefined>(BODY_LIMIT, places) ?? usual;
  }
}
