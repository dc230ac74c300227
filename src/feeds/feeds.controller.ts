/** Calls on one's calendar of deadlines, and the calendar itself for whoever has its address. */
import { createHash } from 'node:crypto';
import { Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import type { Actor } from '../domain/command.js';
import type { Language } from '../domain/vocabulary/word.js';
import { Allow, CurrentActor, Public } from '../http/access.js';
import type { ActingRequest } from '../http/acting-request.js';
import { AskedLanguage } from '../http/asked-language.js';
import { Refuses } from '../http/refusal-statuses.js';
import { networkOf } from '../http/signed-out-throttle.js';
import { FeedMade, FeedShown } from './feeds.dto.js';
import { FeedsService } from './feeds.service.js';

@ApiTags('session')
@Controller('api')
export class FeedsController {
  constructor(private readonly feeds: FeedsService) {}

  @Get('me/feed')
  @ApiOperation({ summary: 'Tells whether one’s deadlines have an address for calendars' })
  @Allow('signedIn')
  @ApiOkResponse({ type: FeedShown })
  of(@CurrentActor() actor: Actor): Promise<FeedShown> {
    return this.feeds.of(actor);
  }

  @Post('me/feed')
  @ApiOperation({ summary: 'Makes the private address of one’s deadlines, told once; the one before ends' })
  @Allow('signedIn')
  @ApiCreatedResponse({ type: FeedMade })
  make(@CurrentActor() actor: Actor): Promise<FeedMade> {
    return this.feeds.make(actor);
  }

  @Delete('me/feed')
  @ApiOperation({ summary: 'Takes the address of one’s deadlines back' })
  @Allow('signedIn')
  @HttpCode(204)
  @ApiNoContentResponse()
  end(@CurrentActor() actor: Actor): Promise<void> {
    return this.feeds.end(actor);
  }

  @Get('feeds/:token/deadlines.ics')
  @ApiOperation({
    summary: 'A person’s deadlines as iCalendar, for whoever has the address',
    description:
      'All-day events with number, deed and day; with an ETag, so that what has not changed is answered 304.',
  })
  @Refuses(404)
  @Public()
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiResponse({ status: 304, description: 'The same as the caller has' })
  async read(
    @Param('token') token: string,
    @AskedLanguage() language: Language,
    @Req() request: ActingRequest,
    @Res() response: Response,
  ): Promise<void> {
    const file = await this.feeds.read(token, networkOf(request.ip ?? ''), language);
    response.set({
      'Cache-Control': 'private, no-cache',
      ETag: `"${createHash('sha256').update(file).digest('base64url')}"`,
      'X-Robots-Tag': 'noindex, nofollow',
    });
    // Express answers 304 where the caller has this one.
    response.type('text/calendar; charset=utf-8').send(file);
  }
}
