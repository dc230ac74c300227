/** Answers the questions of balancers before anything else is done for a request: under load they are asked most, and hold least. */
import type { NextFunction, Request, Response } from 'express';
import { HEALTHY } from './health.controller.js';
import type { Readiness } from './readiness.js';

/** Express middleware for `/api/health/live` and `/api/health/ready`; the routes of the same addresses describe them. */
export function healthFirst(readiness: Readiness) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const isAsked = request.method === 'GET' || request.method === 'HEAD';
    if (isAsked && request.path === '/api/health/live') response.json(HEALTHY);
    else if (isAsked && request.path === '/api/health/ready') {
      readiness.require().then(() => response.json(HEALTHY), next);
    } else next();
  };
}
