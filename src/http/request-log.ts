/** Gives each request an id and writes one line when it is answered: never a body, a query, a cookie or a token. */
import { randomUUID } from 'node:crypto';
import type { NextFunction, Response } from 'express';
import type { ActingRequest } from './acting-request.js';

export interface RequestLine {
  requestId: string;
  method: string;
  /** The pattern of the route, since an address may hold a receipt code; the bare path where no route took it. */
  route: string;
  status: number;
  ms: number;
  userId: string | null;
}

/** Express middleware; `write` gets one line for each request. */
export function requestLog(write: (line: RequestLine) => void) {
  return (request: ActingRequest, response: Response, next: NextFunction): void => {
    const started = performance.now();
    request.id = randomUUID();
    response.setHeader('X-Request-Id', request.id);
    response.once('close', () => {
      const route = request.route as { path?: unknown } | undefined;
      write({
        requestId: request.id,
        method: request.method,
        route: typeof route?.path === 'string' ? route.path : '(none)',
        status: response.statusCode,
        ms: Math.round(performance.now() - started),
        userId: request.actor?.userId ?? null,
      });
    });
    next();
  };
}
