/** Compresses what goes over the wire and gets smaller by it: answers of the API, pages, texts. */
import { constants } from 'node:zlib';
import compression from 'compression';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

/** Below this, bytes, what is saved is less than what the headers cost. */
const WORTH_IT = 1024;

/** Express middleware: brotli where the client takes it, else gzip. Streams of events and what is compressed already stay as they are,
 *  and so does every answer to a request that another site's page has brought about (BREACH: see docs/decisions/019). */
export function compressed(): RequestHandler {
  const compress = compression({
    threshold: WORTH_IT,
    filter: isWorthIt,
    level: 5,
    brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  return (request: Request, response: Response, next: NextFunction): void => {
    if (mayCompress(request)) compress(request, response, next);
    else next();
  };
}

/** A header longer than any browser's is not worth looking through. */
function mayCompress({ headers }: Request): boolean {
  const site = headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') return false;
  return (headers['accept-encoding'] ?? '').length < 200;
}

function isWorthIt(_request: Request, response: Response): boolean {
  const type = String(response.getHeader('Content-Type') ?? '');
  return /^(?:application\/(?:json|javascript|yaml|manifest\+json)|text\/(?!event-stream)|image\/svg\+xml)/.test(type);
}
