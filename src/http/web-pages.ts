/** Serves the built pages of web/dist: hashed files for ever, index.html always fresh, and index.html for every address of a page. */
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { packedFiles } from './packed-files.js';

const SECRET = {
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex, nofollow',
  'Referrer-Policy': 'no-referrer',
} as const;

const TAKES_HTML = /text\/(?:html|\*)|\*\/\*/;

/** Middleware for the folder; none where the pages have not been built. */
export function webPages(folder: string): RequestHandler[] {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return [];
  const packed = packedFiles(folder, keep);
  const files = express.static(folder, {
    index: false,
    redirect: false,
    setHeaders: (response, path) => void response.setHeader('Cache-Control', keep(relative(folder, path))),
  });
  return [packed, files, (request, response, next) => page(index, packed, request, response, next)];
}

/** How long a file may be kept: what bears a hash in its name never changes. */
const keep = (name: string): string => (name.startsWith('assets') ? 'public, max-age=31536000, immutable' : 'no-cache');

/** The single page for what a person may type into the address bar; files that are missing, everything of machines
 *  and the pages of raisers go on. */
function page(index: string, packed: RequestHandler, request: Request, response: Response, next: NextFunction): void {
  const { method, path } = request;
  const ofMachines = path === '/api' || path.startsWith('/api/') || path === '/metrics';
  const ofRaisers = path === '/r' || path.startsWith('/r/');
  const isFile = /\.[a-z0-9]{1,8}$/i.test(path);
  const takesHtml = TAKES_HTML.test(request.headers.accept ?? '*/*');
  if ((method !== 'GET' && method !== 'HEAD') || ofMachines || ofRaisers || isFile || !takesHtml) return next();
  // The address of a participant's results is the only key to them: no proxy keeps it, no list of a search engine has it, no other site is told.
  if (path.startsWith('/m/')) response.set(SECRET);
  request.url = '/index.html';
  void packed(request, response, () => {
    if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(index, { cacheControl: false });
  });
}
