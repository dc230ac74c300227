/** Keeps the service answering when more is asked than it can do: what is beyond is sent away at once, and what can wait is sent away first. */
import type { RequestListener, Server } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { applyDecorators, type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Refused } from '../domain/errors.js';
import { geoReportRefusal, speaksGeoReport } from './geo-report-error.js';

/** Calls of the API that are under way at once. A service of two processors does some hundred a second: what is taken beyond would be
 *  answered when nobody waits for it any more. */
const MOST_UNDER_WAY = 120;
/** Streams stay open and do nothing; each kind bounds its own. */
const STREAM = /\/stream$/;
/** How often the lag of the event loop is looked at, and how fine it is measured, milliseconds. */
const LOOK_MS = 500;
const RESOLUTION_MS = 20;
/** Behind by so much, at so many looks in a row, what can wait is sent away; milliseconds. One long piece of work is not being behind. */
const BEHIND_MS = 100;
const IN_A_ROW = 3;
const CAN_WAIT = 'http:can-wait';

/** Answered before anything is counted. */
const HEALTH = /^\/api\/health\//;

const busy = (messageZh: string, message: string, retryAfterSeconds: number): Refused =>
  new Refused(503, 'service.busy', messageZh, message, { retryAfterSeconds });
const TOO_MANY = busy('现在访问的人过多，请稍后再试', 'Too much is being asked at this moment; try again shortly', 2);
const TOO_MANY_BODY = Buffer.from(JSON.stringify(TOO_MANY));
const TOO_MANY_HEAD = {
  'Content-Type': 'application/json; charset=utf-8',
  'Content-Length': TOO_MANY_BODY.length,
  'Retry-After': '2',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
};

/** Figures for whoever watches. */
export interface AdmissionFigures {
  underWay: number;
  /** Of the event loop lately, seconds: how long whatever is ready waits for its turn. */
  lag: number;
  /** Calls sent away since the start. */
  refused: { tooMany: number; canWait: number };
}

/** Puts the door before what the server does with its requests. */
export function behindDoor(server: Server, admission: Admission): void {
  const [serve] = server.listeners('request') as [RequestListener];
  server.removeAllListeners('request').on('request', admission.door(serve));
}

@Injectable()
export class Admission implements OnModuleInit, BeforeApplicationShutdown {
  private readonly delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  private readonly refused = { tooMany: 0, canWait: 0 };
  private timer: NodeJS.Timeout | undefined;
  private underWay = 0;
  private lag = 0;
  private behindFor = 0;

  onModuleInit(): void {
    this.delays.enable();
    this.timer = setInterval(() => this.look(), LOOK_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
    this.delays.disable();
  }

  /** What the service does with a request, behind a door: 503 with Retry-After for what comes while as much is under way as can be done. Answered
   *  before Express has heard of it and with a body made beforehand, since in a flood there are thousands of them, and those who were let in wait
   *  for each. */
  door(serve: RequestListener): RequestListener {
    return (request, response) => {
      const path = (request.url ?? '').split('?', 1)[0]!;
      if (!path.startsWith('/api/') || STREAM.test(path) || HEALTH.test(path)) return serve(request, response);
      if (this.underWay >= MOST_UNDER_WAY) {
        this.refused.tooMany += 1;
        if (!speaksGeoReport(path)) return void response.writeHead(503, TOO_MANY_HEAD).end(TOO_MANY_BODY);
        const { type, body } = geoReportRefusal(path, TOO_MANY);
        const head = { ...TOO_MANY_HEAD, 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) };
        return void response.writeHead(503, head).end(body);
      }
      this.underWay += 1;
      response.once('close', () => (this.underWay -= 1));
      serve(request, response);
    };
  }

  /** Returns where the process keeps up. 503 with Retry-After otherwise: for what can wait. */
  requireLeisure(): void {
    if (this.behindFor < IN_A_ROW) return;
    this.refused.canWait += 1;
    throw busy(
      '系统正忙，报表和导出请稍后再试，办理不受影响',
      'The service is busy: reports and exports are to wait a moment, the work goes on',
      5,
    );
  }

  figures(): AdmissionFigures {
    return { underWay: this.underWay, lag: this.lag / 1000, refused: { ...this.refused } };
  }

  private look(): void {
    this.lag = Math.max(0, this.delays.percentile(50) / 1e6 - RESOLUTION_MS);
    this.behindFor = this.lag < BEHIND_MS ? 0 : this.behindFor + 1;
    this.delays.reset();
  }
}

/** Marks a call that waits while the process is behind with its work: reports, exports, what is tried out. */
export const CanWait = (): MethodDecorator => applyDecorators(SetMetadata(CAN_WAIT, true));

/** Stands before every other guard: who is sent away costs no question of the database. */
@Injectable()
export class LeisureGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly admission: Admission,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    if (this.reflector.get<boolean | undefined>(CAN_WAIT, context.getHandler()) === true)
      this.admission.requireLeisure();
    return true;
  }
}
