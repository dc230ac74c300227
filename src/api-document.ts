/** The OpenAPI document as the code alone makes it: the modules are wired, but nothing in them is made, so no database is asked for. */
import { NestFactory } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import { AppModule, type Parts } from './app.module.js';
import { readConfig } from './config.js';
import { openApiDocument } from './http/open-api.js';

/** The document that a running service serves at `/api/openapi.json`. */
export async function apiDocument(): Promise<OpenAPIObject> {
  // In preview no provider is made, so what is open is never looked at.
  const parts = { config: readConfig({}) } as Parts;
  const app = await NestFactory.create(AppModule.of(parts), { preview: true, logger: false, abortOnError: false });
  try {
    return openApiDocument(app);
  } finally {
    await app.close();
  }
}
