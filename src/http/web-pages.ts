/** Serves the built pages of web/dist: hashed files for ever, index.html always fresh, and index.html for every address of a page. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';

/** Middleware for the folder; none where the pages have not been built. */
export function webPages(folder: string): RequestHandler[] {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return [];
  const files = express.static(folder, {
    index: false,
    redirect: false,
    setHeaders: (response, path) => {
      const hashed = path.startsWith(join(folder, 'assets'));
      response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  return [files, (request, response, next) => page(index, request, response, next)];
}

/** The single page for what a person may type into the address bar; files that are missing and everything of machines go on to a 404. */
function page(index: string, request: Request, response: Response, next: NextFunction): void {
  const { method, path } = request;
  const ofMachines = path === '/api' || path.startsWith('/api/') || path === '/metrics';
  const isFile = /\.[a-z0-9]{1,8}$/i.test(path);
  if ((method !== 'GET' && method !== 'HEAD') || ofMachines || isFile || !request.accepts('html')) return next();
  response.setHeader('Cache-Control', 'no-cache');
  response.sendFile(index);
}
