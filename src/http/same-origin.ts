/** Keeps other web sites from sending changes with a signed-in person's cookie (CSRF). */
import type { Request } from 'express';
import { Refused } from '../domain/errors.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
/** What a form of a foreign page can send without asking first (Fetch standard, CORS-safelisted content types). Multipart is left
 *  out here: files come that way from programs, and every browser that can send it names its origin. */
const FORMS = /^(application\/x-www-form-urlencoded|text\/plain)/i;

/** 403 for a change that a browser says comes from elsewhere, or that a plain form could have sent. Reading is always allowed.
 *  Source: OWASP CSRF cheat sheet, fetch metadata first, then the origin. */
export function requireSameOrigin(request: Request): void {
  if (SAFE.has(request.method)) return;
  const site = request.get('sec-fetch-site');
  const origin = request.get('origin');
  const fits =
    site !== undefined
      ? site === 'same-origin'
      : origin !== undefined
        ? hostOf(origin) === request.host
        : !FORMS.test(request.get('content-type') ?? '');
  if (!fits) {
    throw new Refused(
      403,
      'request.crossSite',
      '请求来自其他网站，已拒绝',
      'The request comes from another site and is refused',
    );
  }
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
