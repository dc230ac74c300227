/** Holds every answer that a test gets against the API's document: a status that the document does not name for the call is a fault of one of
 *  the two. */
import type { INestApplication } from '@nestjs/common';
import { openApiDocument } from '../../src/http/open-api.js';
import type { RequestLine } from '../../src/http/request-log.js';

/** A fault of ours is named nowhere, and tests provoke some; a call whose line was cut before it was answered is noted as it began, with 200. */
const UNNAMED = new Set([200, 500]);

/** The document is the same for every application, so that a worker of the test run makes it once. */
const kept = globalThis as { xiaohaoApiPaths?: ReturnType<typeof openApiDocument>['paths'] };

/** Keeps what was answered. */
export class Answered {
  private readonly seen = new Set<string>();

  note({ method, route, status }: RequestLine): void {
    if (!UNNAMED.has(status)) this.seen.add(`${method} ${route.replace(/:(\w+)/g, '{$1}')} ${status}`);
  }

  /** Of calls that the document describes, the answers it does not: `POST /api/commands 418`. */
  undescribed(app: INestApplication): string[] {
    const paths = (kept.xiaohaoApiPaths ??= openApiDocument(app).paths);
    return [...this.seen].filter((line) => {
      const [method = '', path = '', status = ''] = line.split(' ');
      const operations = (paths[path] ?? {}) as Record<string, { responses: object } | undefined>;
      const operation = operations[method.toLowerCase()] ?? (method === 'HEAD' ? operations['get'] : undefined);
      return operation !== undefined && !(status in operation.responses);
    });
  }
}
