/** Closes a server that serves no people: it answers how it is, and nothing else. */
import type { NextFunction, Request, Response } from 'express';
import { notFound } from '../domain/errors.js';

const OPEN = ['/api/health/live', '/api/health/ready', '/metrics'];

/** Express middleware: 404 for everything but health and metrics, whose own rules still hold. */
export function onlyHealth(request: Request, response: Response, next: NextFunction): void {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (isRead && OPEN.includes(request.path)) return next();
  const refused = notFound('page', '页面', request.path.slice(0, 200));
  response.status(refused.status).json(refused.toJSON());
}
