/** Open311 GeoReport v2: an app of citizens files requests and follows them; as JSON or as XML, by how the address ends. */
import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  Res,
  type Type,
  UseInterceptors,
} from '@nestjs/common';
import { NoFilesInterceptor } from '@nestjs/platform-express';
import {
  ApiBody,
  ApiConsumes,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { malformed } from '../domain/errors.js';
import type { Language } from '../domain/vocabulary/word.js';
import { KeyInAddress, Public } from '../http/access.js';
import type { ActingRequest } from '../http/acting-request.js';
import { languageOf } from '../http/asked-language.js';
import { credentialOf } from '../http/credential.js';
import type { Credential } from '../http/authenticator.js';
import { formBody } from '../http/form-body.js';
import { GEO_REPORT } from '../http/geo-report-error.js';
import { Refuses } from '../http/refusal-statuses.js';
import {
  Open311Definition,
  Open311Discovery,
  Open311Filed,
  Open311Request,
  Open311ServiceShown,
  Open311Submission,
  Open311Token,
} from './open311.dto.js';
import { Open311Service } from './open311.service.js';
import { type Format, formatPipe, FORMATS, reply } from './reply.js';
import type { Sent } from './submission.js';

/** Bytes of a request: 4,000 characters, nine bytes each in a form, and what stands around them. */
const REQUEST_BYTES = 64 * 1024;
const MULTIPART = { limits: { fields: 40, fieldNameSize: 100, fieldSize: 16 * 1024, parts: 40 } };
const REQUESTS = { root: 'service_requests', each: 'request' };

/** The language of a request: `lang` in the address, else the header. */
const AppLanguage = createParamDecorator((_: unknown, context: ExecutionContext): Language => {
  const request = context.switchToHttp().getRequest<Request>();
  const { lang } = request.query;
  return languageOf(typeof lang === 'string' ? lang : request.get('accept-language'));
});

const Answers = (type: Type | [Type]): MethodDecorator =>
  applyDecorators(
    ApiParam({ name: 'format', enum: FORMATS }),
    ApiProduces('application/json', 'text/xml'),
    ApiOkResponse({ type }),
  );
const InLanguage = ApiQuery({ name: 'lang', required: false, description: 'en or zh-CN; else by Accept-Language' });
const text = (name: string, description: string): MethodDecorator =>
  ApiQuery({ name, required: false, type: String, description });

/** A form that was read, or the fields of multipart, one value for each name. */
async function sentBy(request: Request): Promise<Sent> {
  const isMultipart = request.is('multipart/form-data') !== false;
  const fields = isMultipart ? (request.body as Record<string, unknown>) : await formBody(request, REQUEST_BYTES);
  return (name) => {
    const value = fields instanceof URLSearchParams ? fields.get(name) : fields[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
}

const askedAt = ({ protocol, host }: Request): string => `${protocol}://${host}`;

@ApiTags('open311')
@Controller(GEO_REPORT.slice(1))
// Neither a cookie is looked at nor does the address say enough: what files a request is the key in its body.
@KeyInAddress()
@Public()
export class Open311Controller {
  constructor(private readonly open311: Open311Service) {}

  @Get('discovery.:format')
  @ApiOperation({ summary: 'Open311: where the interface is and in which formats' })
  @Answers(Open311Discovery)
  discovery(@Param('format', formatPipe) format: Format, @Req() request: Request, @Res() response: Response): void {
    const named = { root: 'discovery', lists: { endpoints: 'endpoint', formats: 'format' } };
    reply(response, format, named, this.open311.discovery(askedAt(request)));
  }

  @Get('services.:format')
  @ApiOperation({ summary: 'Open311: what can be reported', description: 'The categories that have none below them.' })
  @InLanguage
  @Answers([Open311ServiceShown])
  async services(
    @Param('format', formatPipe) format: Format,
    @AppLanguage() language: Language,
    @Res() response: Response,
  ): Promise<void> {
    // prettier-ignore
    reply(response, format, { root: 'services', each: 'service' }, await this.open311.services(language));
  }

  @Get('services/:code.:format')
  @ApiOperation({ summary: 'Open311: what one service asks for', description: 'No service asks for attributes.' })
  @Answers(Open311Definition)
  async definition(
    @Param('code') code: string,
    @Param('format', formatPipe) format: Format,
    @Res() response: Response,
  ): Promise<void> {
    // prettier-ignore
    const named = { root: 'service_definition', lists: { attributes: 'attribute' } };
    reply(response, format, named, await this.open311.definition(code));
  }

  @Post('requests.:format')
  @ApiOperation({
    summary: 'Open311: files a request, which becomes a case',
    description:
      'By the token of a clerk, as `api_key` or bearer. The number is told at once, and the address of the raiser’s page for them alone. Repeats are known by `Idempotency-Key`.',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'Up to 200 visible characters' })
  @ApiConsumes('application/x-www-form-urlencoded', 'multipart/form-data')
  @ApiBody({ type: Open311Submission })
  @Refuses(409, 422)
  @UseInterceptors(NoFilesInterceptor(MULTIPART))
  @HttpCode(200)
  @Answers([Open311Filed])
  async file(
    @Param('format', formatPipe) format: Format,
    @Req() request: ActingRequest,
    @Res() response: Response,
  ): Promise<void> {
    const sent = await sentBy(request);
    const filed = await this.open311.file(keyOf(request, sent), sent, repeatKeyOf(request), askedAt(request));
    reply(response, format, REQUESTS, filed);
  }

  @Get('tokens/:token.:format')
  @ApiOperation({
    summary: 'Open311: the number of a request by its token',
    description: 'Numbers are told at once, so the number is its own token.',
  })
  @Answers([Open311Token])
  async token(
    @Param('token') token: string,
    @Param('format', formatPipe) format: Format,
    @Res() response: Response,
  ): Promise<void> {
    // prettier-ignore
    reply(response, format, REQUESTS, await this.open311.token(token));
  }

  @Get('requests.:format')
  @ApiOperation({
    summary: 'Open311: lists what came in this way, without words or persons',
    description: 'The latest first, at most 1,000, of the last 90 days where no span is named.',
  })
  @text('service_request_id', 'Numbers, separated by commas; nothing else counts then')
  @text('service_code', 'Codes, separated by commas')
  @text('start_date', 'With offset; at most 90 days before end_date')
  @text('end_date', 'With offset')
  @text('status', 'open, closed, or both separated by a comma')
  @InLanguage
  @Answers([Open311Request])
  async list(
    @Param('format', formatPipe) format: Format,
    @Query() query: Record<string, unknown>,
    @AppLanguage() language: Language,
    @Res() response: Response,
  ): Promise<void> {
    reply(response, format, REQUESTS, await this.open311.list(query, language));
  }

  @Get('requests/:number.:format')
  @ApiOperation({
    summary: 'Open311: where one request stands',
    description: 'Whatever did not come in this way is not there.',
  })
  @InLanguage
  @Answers([Open311Request])
  async one(
    @Param('number') number: string,
    @Param('format', formatPipe) format: Format,
    @AppLanguage() language: Language,
    @Res() response: Response,
  ): Promise<void> {
    reply(response, format, REQUESTS, await this.open311.one(number, language));
  }
}

/** The token in the body, else in the header; never the session of a browser. */
function keyOf(request: ActingRequest, sent: Sent): Credential {
  const bearer = credentialOf(request);
  const secret = sent('api_key') ?? (bearer?.kind === 'token' ? bearer.secret : '');
  return { kind: 'token', secret };
}

function repeatKeyOf(request: Request): string | undefined {
  const key = request.get('idempotency-key');
  if (key === undefined || /^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw malformed('Idempotency-Key 应为 1 到 200 个可见字符', 'Idempotency-Key must be 1 to 200 visible characters');
}
