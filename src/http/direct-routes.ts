/** Finds the route of a plain address by its parts instead of trying the pattern of one route after the other. */
import type { NextFunction, Request, Response } from 'express';
import express from 'express';
import { ExpressAdapter } from '@nestjs/platform-express';

type Handler = (request: Request, response: Response, next: NextFunction) => unknown;

interface Route {
  path: string;
  parts: readonly string[];
  handler: Handler;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
/** A part of a pattern that is a word, or a parameter by itself. */
const PLAIN = /^(?::[A-Za-z_]\w*|[\w.-]*)$/;

/** Express, in which Nest's routes are also kept by method and number of parts. Every route stays one of Express's own as well: what is not found
 *  here (encoded addresses, a slash at the end, HEAD and OPTIONS, patterns of more than words and parameters) is left to it. */
export class DirectRoutes extends ExpressAdapter {
  private readonly routes = new Map<string, Route[]>();
  /** Beginnings of addresses below which a pattern stands that is not kept here: whichever comes first is to be found as before. */
  private readonly apart: string[] = [];

  constructor(instance: ReturnType<typeof express>) {
    super(instance);
    const own = this as unknown as Record<string, (path: unknown, ...handlers: Handler[]) => unknown>;
    for (const method of METHODS) {
      const register = own[method]!.bind(this);
      own[method] = (path, ...handlers) => {
        if (typeof path === 'string' && handlers.length === 1) this.keep(method, path, handlers[0]!);
        return register(path, ...handlers);
      };
    }
  }

  /** Middleware behind all others and before Express's own routes. Routes are found in the order in which they were registered. */
  readonly dispatch = (request: Request, response: Response, next: NextFunction): void => {
    const found = this.find(request.method, request.url);
    if (found === undefined) return next();
    request.params = found.params;
    (request as { route?: unknown }).route = { path: found.route.path };
    const done = found.route.handler(request, response, next);
    if (done instanceof Promise) done.catch(next);
  };

  private find(method: string, url: string): { route: Route; params: Record<string, string> } | undefined {
    const end = url.indexOf('?');
    const path = end < 0 ? url : url.slice(0, end);
    if (path.includes('%') || this.apart.some((beginning) => path.startsWith(beginning))) return undefined;
    const parts = path.split('/');
    for (const route of this.routes.get(`${method} ${parts.length}`) ?? []) {
      const params = paramsOf(route.parts, parts);
      if (params !== undefined) return { route, params };
    }
    return undefined;
  }

  private keep(method: string, path: string, handler: Handler): void {
    const parts = path.split('/');
    if (!parts.every((part) => PLAIN.test(part))) {
      this.apart.push(
        parts
          .slice(
            0,
            parts.findIndex((part) => part !== '' && !/^[\w.-]+$/.test(part)),
          )
          .join('/'),
      );
      return;
    }
    const key = `${method.toUpperCase()} ${parts.length}`;
    const kept = this.routes.get(key);
    const route = { path, parts, handler };
    if (kept === undefined) this.routes.set(key, [route]);
    else kept.push(route);
  }
}

/** What the parameters of the pattern stand for in an address of as many parts; undefined where they do not fit. */
function paramsOf(pattern: readonly string[], parts: readonly string[]): Record<string, string> | undefined {
  const params = Object.create(null) as Record<string, string>;
  for (let at = 0; at < pattern.length; at += 1) {
    const [wanted, given] = [pattern[at]!, parts[at]!];
    if (wanted.charCodeAt(0) !== 58) {
      if (wanted !== given) return undefined;
    } else if (given === '') return undefined;
    else params[wanted.slice(1)] = given;
  }
  return params;
}
