/** Gives each request an id and writes one line when it is answered: never a body, a query, a cookie or a token. */
import { randomUUID } from 'node:crypto';
import type { NextFunction, Response } from 'express';
import type { ActingRequest } from './acting-request.js';
import { traceParentOf } from './trace-parent.js';

export interface RequestLine {
  requestId: string;
  /** Of the caller's trace; null where it sent none. */
  traceId: string | null;
  method: string;
  /** The pattern of the route, since an address may hold a receipt code; the bare path where no route took it. */
  route: string;
  status: number;
  ms: number;
  /** A stream lasts as long as its page is open: its time says nothing about how fast answers are. */
  isStream: boolean;
  userId: string | null;
}

/** An id that a proxy gave is taken over where it is a plain word, so that its log and ours say the same. */
const PLAIN_ID = /^[\w.:-]{8,64}$/;

/** Longer than this is worth a look; milliseconds. */
const SLOW_MS = 1_000;

/** Express middleware; `write` gets one line for each request. */
export function requestLog(write: (line: RequestLine) => void) {
  return (request: ActingRequest, response: Response, next: NextFunction): void => {
    const started = performance.now();
    const given = request.headers['x-request-id'];
    request.id = typeof given === 'string' && PLAIN_ID.test(given) ? given : randomUUID();
    response.setHeader('X-Request-Id', request.id);
    response.once('close', () => {
      const route = request.route as { path?: unknown } | undefined;
      write({
        requestId: request.id,
        traceId: traceParentOf(request.headers)?.traceId ?? null,
        method: request.method,
        route: typeof route?.path === 'string' ? route.path : '(none)',
        status: response.statusCode,
        ms: Math.round(performance.now() - started),
        isStream: String(response.getHeader('content-type') ?? '').startsWith('text/event-stream'),
        userId: request.actor?.userId ?? null,
      });
    });
    next();
  };
}

/** How loud a line is: a fault of ours is an error, one that somebody waited for or that could not be served a warning. */
export function levelOf({ status, ms, isStream }: RequestLine): 'error' | 'warn' | 'info' {
  if (status >= 500) return status === 503 ? 'warn' : 'error';
  return ms > SLOW_MS && !isStream ? 'warn' : 'info';
}
