/** Bounds what one address may ask without being signed in, before a body is read or a password looked at. */
import { Injectable } from '@nestjs/common';
import type { NextFunction, Response } from 'express';
import { tooMany } from '../domain/errors.js';
import type { ActingRequest } from './acting-request.js';
import { Allowances } from './allowances.js';
import { credentialOf } from './credential.js';
import { HttpSettings } from './http-settings.js';

/** Made on demand, for anybody, and behind no guard of ours. */
const DOCUMENTS = /^\/api\/(?:docs|openapi)/;

@Injectable()
export class SignedOutThrottle {
  private readonly calls: Allowances;

  constructor(settings: HttpSettings) {
    this.calls = new Allowances(settings.signedOutPerMinute);
  }

  /** Express middleware: counts what brings no secret at all, and what no guard will look at. */
  readonly middleware = (request: ActingRequest, _response: Response, next: NextFunction): void => {
    if (DOCUMENTS.test(request.path) || credentialOf(request) === undefined) this.take(request);
    next();
  };

  /** Counts the call, once. 429, saying after how many seconds to try again, where the address has made too many. */
  take(request: ActingRequest): void {
    if (request.counted === true) return;
    request.counted = true;
    const retryAfterSeconds = this.calls.take(networkOf(request.ip ?? ''));
    if (retryAfterSeconds === 0) return;
    throw tooMany(retryAfterSeconds, '请求过于频繁', 'Too many requests');
  }
}

/** What one subscriber holds: an IPv4 address, of IPv6 the first 64 bits (RFC 6177), since the others are theirs to choose. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const front = head === '' ? [] : head.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - front.length - tail.split(':').filter(Boolean).length);
  const groups = [...front, ...Array.from({ length: zeros }, () => '0'), ...(tail ?? '').split(':')];
  return `${groups.slice(0, 4).join(':')}::/64`;
}
