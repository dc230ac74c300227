/** Tells browsers to load and send nothing beyond our own origin. */
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';

/** Charts set style attributes on their tooltips; style elements and scripts inside a page stay forbidden. */
const PAGES = policy({ 'style-src-attr': ["'unsafe-inline'"] });
/** The page of the API documentation carries its style sheet inside. */
const DOCUMENTATION = policy({ 'style-src': ["'self'", "'unsafe-inline'"] });

type Header = readonly [name: string, value: string];

/** The headers of a page, worked out once: none of them depends on the request. */
function policy(more: Record<string, string[]>): readonly Header[] {
  return headersOf(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': ["'self'"],
          'script-src': ["'self'"],
          'style-src': ["'self'"],
          'img-src': ["'self'", 'data:', 'blob:'],
          'font-src': ["'self'", 'data:'],
          'connect-src': ["'self'"],
          'object-src': ["'none'"],
          'base-uri': ["'self'"],
          'form-action': ["'self'"],
          'frame-ancestors': ["'none'"],
          ...more,
        },
      },
      // Offices serve it over plain HTTP inside their network too; whoever ends TLS decides on HSTS.
      strictTransportSecurity: false,
      referrerPolicy: { policy: 'same-origin' },
    }),
  );
}

/** What the middleware sets on an answer, in its order. */
function headersOf(middleware: RequestHandler): readonly Header[] {
  const headers: Header[] = [];
  const response = {
    setHeader: (name: string, value: string) => void headers.push([name, value]),
    removeHeader: () => undefined,
  };
  middleware({} as Request, response as unknown as Response, (error?: unknown) => {
    if (error !== undefined) throw error as Error;
  });
  return headers;
}

/** Express middleware: security headers, and no storing of what the API answers. */
export function securityHeaders(request: Request, response: Response, next: NextFunction): void {
  if (request.path.startsWith('/api/')) response.setHeader('Cache-Control', 'no-store');
  const headers = request.path.startsWith('/api/docs') ? DOCUMENTATION : PAGES;
  for (const [name, value] of headers) response.setHeader(name, value);
  next();
}
