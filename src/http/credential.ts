/** Finds the secret that came with a request, without asking whether it is worth anything. */
import { parseCookie } from 'cookie';
import { SESSION_COOKIE } from './access.js';
import type { ActingRequest } from './acting-request.js';
import type { Credential } from './authenticator.js';

/** The secret of a request: a bearer token goes before a cookie. Undefined where there is none. */
export function credentialOf(request: ActingRequest): Credential | undefined {
  const header = request.get('authorization');
  if (header !== undefined) {
    const secret = /^Bearer +([\x21-\x7e]{1,200})$/i.exec(header)?.[1];
    // Another scheme, or a broken one, is no credential, and does not fall back on a cookie.
    return { kind: 'token', secret: secret ?? '' };
  }
  const secret = parseCookie(request.get('cookie') ?? '')[SESSION_COOKIE];
  return secret === undefined || secret === '' ? undefined : { kind: 'session', secret };
}
