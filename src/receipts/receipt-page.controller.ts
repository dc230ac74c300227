/** The raiser's page, outside the desk: read and answered without script, without cookie, leaving the code nowhere but in the address that was typed. */
import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Refused, type Said } from '../domain/errors.js';
import { SERVICE_ASPECTS } from '../domain/heard.js';
import { SATISFACTIONS, type Satisfaction } from '../domain/words.js';
import type { Language } from '../domain/vocabulary/word.js';
import { RAISER_TEXT } from '../engine/receipt-commands.js';
import { KeyInAddress, Public } from '../http/access.js';
import type { ActingRequest } from '../http/acting-request.js';
import { languageOf } from '../http/asked-language.js';
import { PLAIN_FORM_BYTES } from '../http/body-limit.js';
import { formBody } from '../http/form-body.js';
import { ODD_CHARACTERS } from '../http/odd-characters.js';
import { networkOf } from '../http/signed-out-throttle.js';
import { codePage, PAGE_POLICY, receiptPage, SAYINGS, type Saying } from './receipt-page.js';
import type { ReceiptTaken } from './receipts.dto.js';
import { ReceiptReadingService } from './receipt-reading.service.js';
import { SayingsService } from './sayings.service.js';

type Asked = Record<string, unknown>;

@ApiExcludeController()
@Controller('r')
@Public()
@KeyInAddress()
export class ReceiptPageController {
  constructor(
    private readonly reading: ReceiptReadingService,
    private readonly sayings: SayingsService,
  ) {}

  /** Where a code is typed. */
  @Get()
  ask(@Query() query: Asked, @Req() request: ActingRequest, @Res() response: Response): void {
    send(response, 200, codePage(languageIn(query, request)));
  }

  /** A code that was typed: on to its page, the code in no query. */
  @Post()
  @HttpCode(303)
  async typed(@Query() query: Asked, @Req() request: ActingRequest, @Res() response: Response): Promise<void> {
    const form = await formBody(request, PLAIN_FORM_BYTES);
    const code = (form.get('code') ?? '').replace(/[\s\u3000]/g, '').slice(0, 64);
    redirect(response, `/r/${encodeURIComponent(code)}${languagePart(query)}`);
  }

  @Get(':code')
  async read(
    @Param('code') code: string,
    @Query() query: Asked,
    @Req() request: ActingRequest,
    @Res() response: Response,
  ): Promise<void> {
    const told = SAYINGS.find((one) => one === query['told']);
    await this.draw(code, query, request, response, told === undefined ? {} : { told });
  }

  /** What was said on the page; then the page again, by its own address, so that going back sends nothing twice. */
  @Post(':code')
  async say(
    @Param('code') code: string,
    @Query() query: Asked,
    @Req() request: ActingRequest,
    @Res() response: Response,
  ): Promise<void> {
    try {
      const form = await formBody(request, PLAIN_FORM_BYTES);
      const saying = SAYINGS.find((one) => one === form.get('say'));
      if (saying === undefined) throw unreadable();
      await this.take(code, saying, form, addressOf(request));
      redirect(response, `/r/${encodeURIComponent(code)}${languagePart(query, `told=${saying}`)}`);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      await this.draw(code, query, request, response, { refused: error });
    }
  }

  private async take(code: string, saying: Saying, form: URLSearchParams, address: string): Promise<ReceiptTaken> {
    if (saying === 'rating') {
      const overall = SATISFACTIONS.find((one) => one === form.get('overall')) as Satisfaction | undefined;
      if (overall === undefined) throw unreadable();
      const aspects: Record<string, number> = {};
      for (const name of SERVICE_ASPECTS) {
        const mark = form.get(name) ?? '';
        if (/^[1-5]$/.test(mark)) aspects[name] = Number(mark);
      }
      return this.sayings.rate(code, { overall, aspects, note: textOf(form, 'note', 0) }, address);
    }
    const text = textOf(form, 'text', 1);
    return saying === 'objection'
      ? this.sayings.object(code, { text }, address)
      : this.sayings.ask(code, { text }, address);
  }

  private async draw(
    code: string,
    query: Asked,
    request: ActingRequest,
    response: Response,
    { told, refused }: { told?: Saying; refused?: Refused },
  ): Promise<void> {
    const language = languageIn(query, request);
    try {
      const shown = await this.reading.read(code, addressOf(request));
      send(response, refused?.status ?? 200, receiptPage(shown, code, language, { told, refused }));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const seconds = error.details?.['retryAfterSeconds'];
      if (typeof seconds === 'number') response.setHeader('Retry-After', String(seconds));
      send(response, error.status, codePage(language, error satisfies Said));
    }
  }
}

const addressOf = ({ ip }: ActingRequest): string => networkOf(ip ?? '');

/** Chinese, unless the page was asked for in English. */
function languageIn(query: Asked, request: ActingRequest): Language {
  if (query['lang'] === 'en') return 'en';
  return query['lang'] === undefined ? languageOf(request.get('accept-language')) : 'zh-CN';
}

function languagePart(query: Asked, more = ''): string {
  const parts = [query['lang'] === 'en' ? 'lang=en' : '', more].filter((part) => part !== '');
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** A text as a form of the page brings it; browsers send line breaks as CR LF and count them once. */
function textOf(form: URLSearchParams, name: string, least: number): string {
  const text = (form.get(name) ?? '').replace(/\r\n?/g, '\n').trim();
  if (text.length < least || text.length > RAISER_TEXT || ODD_CHARACTERS.test(text)) throw unreadable();
  return text;
}

const unreadable = (): Refused =>
  new Refused(
    400,
    'request.malformed',
    `请填写完整，每段最多 ${RAISER_TEXT} 个字`,
    `Please fill it in, at most ${RAISER_TEXT} characters`,
  );

/** The address holds the key: it goes to no other site, into no cache, no list of a search engine. */
function close(response: Response): void {
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('X-Robots-Tag', 'noindex, nofollow, noarchive');
  response.setHeader('Content-Security-Policy', PAGE_POLICY);
}

function send(response: Response, status: number, html: string): void {
  close(response);
  response.status(status).type('text/html; charset=utf-8').send(html);
}

function redirect(response: Response, to: string): void {
  close(response);
  response.redirect(303, to);
}
