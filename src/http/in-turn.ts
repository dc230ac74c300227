/** Several middlewares as one: the router of Express looks at each that it is given anew for every request. */
import type { NextFunction, Request, RequestHandler, Response } from 'express';

/** One middleware that runs these one after the other, as if each had been given to Express by itself. */
export function inTurn(...middlewares: RequestHandler[]): RequestHandler {
  return (request: Request, response: Response, next: NextFunction): void => {
    let at = 0;
    const go = (error?: unknown): void => {
      const middleware = middlewares[at];
      if (error !== undefined || middleware === undefined) return next(error);
      at += 1;
      try {
        void middleware(request, response, go);
      } catch (thrown) {
        next(thrown);
      }
    };
    go();
  };
}
