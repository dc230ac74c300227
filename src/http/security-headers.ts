/** Tells browsers to load and send nothing beyond our own origin. */
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';

/** Charts set style attributes on their tooltips; style elements and scripts inside a page stay forbidden. */
const PAGES = policy({ 'style-src-attr': ["'unsafe-inline'"] });
/** The page of the API documentation carries its style sheet inside. */
const DOCUMENTATION = policy({ 'style-src': ["'self'", "'unsafe-inline'"] });

function policy(more: Record<string, string[]>): RequestHandler {
  return helmet({
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
  });
}

/** Express middleware: security headers, and no storing of what the API answers. */
export function securityHeaders(request: Request, response: Response, next: NextFunction): void {
  if (request.path.startsWith('/api/')) response.setHeader('Cache-Control', 'no-store');
  (request.path.startsWith('/api/docs') ? DOCUMENTATION : PAGES)(request, response, next);
}
