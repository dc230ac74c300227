/** Builds the Nest application around an open tenant; the service and the tests build it in the same way. */
import { join } from 'node:path';
import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter, type NestExpressApplication } from '@nestjs/platform-express';
import express from 'express';
import { AppModule, type Parts } from './app.module.js';
import { healthFirst } from './health/health-first.js';
import { onlyHealth } from './health/only-health.js';
import { Metrics } from './health/metrics.js';
import { Readiness } from './health/readiness.js';
import { Admission, behindDoor } from './http/admission.js';
import { compressed } from './http/compressed.js';
import { serveOpenApi } from './http/open-api.js';
import { refuseOddInput } from './http/refuse-odd-input.js';
import { requestLog, type RequestLine } from './http/request-log.js';
import { SignedOutThrottle } from './http/signed-out-throttle.js';
import { securityHeaders } from './http/security-headers.js';
import { answerUnreadable } from './http/unreadable-requests.js';
import { Spans } from './health/spans.js';
import { webPages } from './http/web-pages.js';

export interface ApplicationOptions {
  logger: LoggerService | false;
  /** Gets one line for each answered request. */
  onRequest: (line: RequestLine) => void;
  /** The built pages; a folder that does not exist serves none. */
  webFolder: string;
}

/** `<package>/web/dist`, from the sources as from the build. */
export function builtPages(): string {
  const root = join(__dirname, '..');
  return join(root.endsWith('dist') ? join(root, '..') : root, 'web', 'dist');
}

/** An initialised application that does not listen yet. Throws where a route has no access rule. */
export async function createApplication(
  parts: Parts,
  options: Partial<ApplicationOptions> = {},
): Promise<NestExpressApplication> {
  const { logger = false, onRequest, webFolder = builtPages() } = options;
  // What is decided by how an address begins (throttle, headers, pages) holds for every address that a route takes. Set before the first
  // middleware, which Nest adds when it gets hold of it.
  const routed = express().set('case sensitive routing', true);
  const app = await NestFactory.create<NestExpressApplication>(AppModule.of(parts), new ExpressAdapter(routed), {
    // Bodies are read by a guard, once it is known who calls.
    bodyParser: false,
    logger,
    abortOnError: false,
  });
  app.disable('x-powered-by');
  // Nothing that the API answers is stored, so nobody would send its hash back; files bring their own.
  app.disable('etag');
  app.set('trust proxy', parts.config.trustProxy);
  const metrics = app.get(Metrics);
  app.use(
    requestLog((line) => {
      metrics.observe(line);
      onRequest?.(line);
    }),
  );
  const { middleware: spans } = app.get(Spans);
  if (spans !== undefined) app.use(spans);
  app.use(securityHeaders);
  if (!parts.config.run.http) app.use(onlyHealth);
  app.use(healthFirst(app.get(Readiness)));
  app.use(compressed());
  app.use(...webPages(webFolder), (_request: unknown, _response: unknown, next: () => void) => next());
  app.use(app.get(SignedOutThrottle).middleware);
  app.use(refuseOddInput);
  serveOpenApi(app);
  await app.init();
  behindDoor(app.getHttpServer(), app.get(Admission));
  answerUnreadable(app.getHttpServer());
  return app;
}
