/** Turns whatever was thrown into the error contract: what a client sent is never answered with 500, and no stack leaves the house. */
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { Response } from 'express';
import { fault, malformed, Refused, type Said } from '../domain/errors.js';
import type { ActingRequest } from './acting-request.js';
import { geoReportRefusal, speaksGeoReport } from './geo-report-error.js';
import { HttpSettings } from './http-settings.js';

@Catch()
export class RefusalFilter implements ExceptionFilter {
  private readonly log = new Logger('http');

  constructor(private readonly settings: HttpSettings) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<ActingRequest>();
    const response = host.switchToHttp().getResponse<Response>();
    const refused = this.refusalOf(thrown, request) ?? this.fault(thrown, request);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const retryAfter = refused.details?.['retryAfterSeconds'];
    if (typeof retryAfter === 'number') response.setHeader('Retry-After', String(Math.ceil(retryAfter)));
    if (refused.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
    const path = request.originalUrl.split('?', 1)[0] ?? '';
    if (speaksGeoReport(path)) {
      const { type, body } = geoReportRefusal(path, refused);
      response.status(refused.status).type(type).send(body);
    } else response.status(refused.status).json(refused.toJSON());
  }

  private refusalOf(thrown: unknown, request: ActingRequest): Refused | undefined {
    if (thrown instanceof Refused) return thrown;
    const translated = this.settings.refusalOfFault(thrown);
    if (translated instanceof Refused) {
      // Whoever is told “try again shortly” cannot say why: the cause stands here, once for each.
      if (translated.status === 503) this.log.warn(`request ${request.id} answered 503: ${causeOf(thrown)}`);
      return translated;
    }
    if (thrown instanceof HttpException) return refusalOfStatus(thrown.getStatus(), reasonOf(thrown));
    // body-parser and its kind: `status` with `expose` says that the client is to blame.
    const { status, expose } = thrown as { status?: unknown; expose?: unknown };
    if (typeof status === 'number' && expose === true) return refusalOfStatus(status, (thrown as Error).message);
    return undefined;
  }

  private fault(thrown: unknown, request: ActingRequest): Refused {
    this.log.error(
      `request ${request.id} failed`,
      thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
    );
    return fault(request.id);
  }
}

/** Code and words of what the database or the line to it said. */
function causeOf(thrown: unknown): string {
  const { code, message } = thrown as { code?: unknown; message?: unknown };
  return [code, message].filter((part) => typeof part === 'string').join(' ');
}

function reasonOf(exception: HttpException): string {
  const body = exception.getResponse();
  const message = typeof body === 'string' ? body : (body as Partial<Said>).message;
  return typeof message === 'string' ? message : exception.message;
}

/** The refusal for a status that Nest or Express chose; undefined for a 5xx. */
function refusalOfStatus(status: number, reason: string): Refused | undefined {
  switch (status) {
    case 400:
      return malformed('请求格式有误', `The request is malformed: ${reason}`);
    case 404:
      return new Refused(404, 'route.notFound', '没有这个地址', 'No such address');
    case 413:
      return new Refused(413, 'request.tooLarge', '请求内容过大', 'The request is too large');
    case 415:
      return new Refused(
        415,
        'request.unsupportedMedia',
        '不支持的内容类型或编码',
        'Unsupported content type or encoding',
      );
    case 429:
      return new Refused(429, 'request.tooMany', '操作过于频繁，请稍后再试', 'Too many requests; try again later');
    default:
      return status >= 400 && status < 500
        ? new Refused(status, 'request.refused', '请求被拒绝', `Refused: ${reason}`)
        : undefined;
  }
}
