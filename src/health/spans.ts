/** Tells each answered request as a span of its trace to a collector of OpenTelemetry, where the operator has named one: never a person, an address or
 *  what was sent. What the collector does not take in time is dropped, and the work never waits for it. */
import { randomBytes } from 'node:crypto';
import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import type { NextFunction, Response } from 'express';
import { CONFIG, type Config } from '../config.js';
import { RELEASE } from '../release.js';
import type { ActingRequest } from '../http/acting-request.js';
import { traceParentOf, type TraceParent } from '../http/trace-parent.js';

/** Spans of one call, the longest time one waits for its call, and how many wait at most: as the batch span processor of OpenTelemetry's SDKs has it. */
const BATCH = 512;
const WAIT_MS = 5_000;
const MOST_WAITING = 2_048;
const CALL_MS = 10_000;
/** How often it is told at most that the collector takes nothing, milliseconds. */
const TOLD_EVERY_MS = 3_600_000;
const SERVER = 2;
const FAULT = 2;

interface Attribute {
  key: string;
  value: { stringValue: string } | { intValue: string };
}

/** A span as OTLP/HTTP has it in JSON (opentelemetry-proto, trace/v1). */
interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes: Attribute[];
  status: { code?: number };
}

@Injectable()
export class Spans implements BeforeApplicationShutdown {
  private readonly waiting: Span[] = [];
  private timer: NodeJS.Timeout | undefined;
  private sending: Promise<void> | undefined;
  private lost = 0;
  private toldAt = -Infinity;
  private readonly log = new Logger('Spans');

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'traces'>) {}

  /** Spans that no collector took, since the start. */
  get dropped(): number {
    return this.lost;
  }

  /** Express middleware; undefined where no collector is named, so that nothing is paid for it. */
  get middleware(): ((request: ActingRequest, response: Response, next: NextFunction) => void) | undefined {
    if (this.config.traces === undefined) return undefined;
    return (request, response, next) => {
      const parent = traceParentOf(request.headers);
      // Who traces the whole decides which of its parts are recorded.
      if (parent?.isRecorded === false) return next();
      const [startedAt, began] = [Date.now(), performance.now()];
      response.once('close', () => {
        const endedAt = startedAt + (performance.now() - began);
        this.add(spanOf(request, response, parent, startedAt, endedAt));
      });
      next();
    };
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    await this.sending;
    await this.send();
  }

  private add(span: Span): void {
    if (this.waiting.length >= MOST_WAITING) {
      return this.lose(1);
    }
    this.waiting.push(span);
    if (this.waiting.length >= BATCH) this.flush();
    else this.timer ??= setTimeout(() => this.flush(), WAIT_MS).unref();
  }

  private lose(spans: number): void {
    this.lost += spans;
    if (performance.now() - this.toldAt < TOLD_EVERY_MS) return;
    this.toldAt = performance.now();
    this.log.warn(`采集器没有收下追踪数据 / the collector takes no spans: ${this.lost} dropped since the start`);
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.sending ??= this.send().finally(() => {
      this.sending = undefined;
      if (this.waiting.length > 0) this.timer ??= setTimeout(() => this.flush(), WAIT_MS).unref();
    });
  }

  /** One call with what waits; never throws. */
  private async send(): Promise<void> {
    const { traces } = this.config;
    const spans = this.waiting.splice(0, BATCH);
    if (traces === undefined || spans.length === 0) return;
    const resource = {
      attributes: [text('service.name', traces.service), text('service.version', RELEASE)],
    };
    const body = JSON.stringify({ resourceSpans: [{ resource, scopeSpans: [{ scope: { name: 'xiaohao' }, spans }] }] });
    const headers = { 'content-type': 'application/json', ...traces.headers };
    const signal = AbortSignal.timeout(CALL_MS);
    const took = await fetch(traces.url, { method: 'POST', headers, body, signal }).then(
      async (answer) => {
        await answer.body?.cancel();
        return answer.ok;
      },
      () => false,
    );
    if (!took) this.lose(spans.length);
  }
}

const text = (key: string, value: string): Attribute => ({ key, value: { stringValue: value } });
/** Epoch milliseconds as nanoseconds; as text, since they are beyond what a number holds. */
const nanoseconds = (at: number): string => `${BigInt(Math.round(at * 1000))}000`;

/** By the semantic conventions for HTTP servers (1.23 and later); the route's pattern, since an address may hold a receipt code. */
function spanOf(
  request: ActingRequest,
  response: Response,
  parent: TraceParent | null,
  startedAt: number,
  endedAt: number,
): Span {
  const path = (request.route as { path?: unknown } | undefined)?.path;
  const route = typeof path === 'string' ? path : undefined;
  const { method } = request;
  const { statusCode } = response;
  return {
    traceId: parent?.traceId ?? randomBytes(16).toString('hex'),
    spanId: randomBytes(8).toString('hex'),
    ...(parent === null ? {} : { parentSpanId: parent.spanId }),
    name: route === undefined ? method : `${method} ${route}`,
    kind: SERVER,
    startTimeUnixNano: nanoseconds(startedAt),
    endTimeUnixNano: nanoseconds(endedAt),
    attributes: [
      text('http.request.method', method),
      ...(route === undefined ? [] : [text('http.route', route)]),
      { key: 'http.response.status_code', value: { intValue: String(statusCode) } },
      ...(request.id === undefined ? [] : [text('xiaohao.request_id', request.id)]),
    ],
    status: statusCode >= 500 ? { code: FAULT } : {},
  };
}
