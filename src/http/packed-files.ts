/** Serves built files in the form in which the build has compressed them already, to those who take it. */
import { existsSync, readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

const FORMS = [
  { encoding: 'br', ending: '.br' },
  { encoding: 'gzip', ending: '.gz' },
] as const;

/** Middleware for the folder: `app.js` goes out as `app.js.br` or `app.js.gz` where the build left one beside it and the client takes it; whatever
 *  else is asked goes on. `keep` says for how long a file may be kept. */
export function packedFiles(folder: string, keep: (path: string) => string): RequestHandler {
  const packed = new Set(existsSync(folder) ? filesOf(folder, folder).filter((name) => /\.(?:br|gz)$/.test(name)) : []);
  return (request: Request, response: Response, next: NextFunction): void => {
    const { method, path } = request;
    if (packed.size === 0 || (method !== 'GET' && method !== 'HEAD')) return next();
    const taken = encodingsOf(request.headers['accept-encoding']);
    const name = path.slice(1);
    const form = FORMS.find(({ encoding, ending }) => taken.has(encoding) && packed.has(name + ending));
    if (form === undefined) return next();
    response.type(extname(name));
    response.setHeader('Content-Encoding', form.encoding);
    response.vary('Accept-Encoding');
    if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', keep(name));
    response.sendFile(join(folder, name + form.ending), { cacheControl: false });
  };
}

/** Names below `folder`, with `/` between their parts. */
function filesOf(folder: string, root: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesOf(path, root) : [relative(root, path).split(sep).join('/')];
  });
}

/** The names in an Accept-Encoding header that are not refused by a weight of 0. */
function encodingsOf(header: string | string[] | undefined): Set<string> {
  const parts = String(header ?? '')
    .slice(0, 200)
    .toLowerCase()
    .split(',')
    .map((part) => part.split(';').map((word) => word.trim()));
  return new Set(parts.filter(([, weight = '']) => !/^q=0(?:\.0*)?$/.test(weight)).map(([name = '']) => name));
}
