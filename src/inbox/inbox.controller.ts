/** The calls of a person's inbox, and the table that says who is told what. */
import { Body, Controller, Get, HttpCode, Post, Query, Req, Sse, type MessageEvent } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Observable } from 'rxjs';
import type { Actor } from '../domain/command.js';
import { Allow, CurrentActor } from '../http/access.js';
import type { ActingRequest } from '../http/acting-request.js';
import { InboxCount, InboxPage, InboxQuery, ReadEntries } from './inbox.dto.js';
import { InboxService } from './inbox.service.js';
import { InboxStream } from './inbox-stream.js';

@ApiTags('inbox')
@Controller('api/inbox')
export class InboxController {
  constructor(
    private readonly inbox: InboxService,
    private readonly stream: InboxStream,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Tells what the system has to tell this person, the latest first' })
  @Allow('signedIn')
  @ApiOkResponse({ type: InboxPage })
  list(@CurrentActor() actor: Actor, @Query() query: InboxQuery): Promise<InboxPage> {
    return this.inbox.list(actor, query);
  }

  @Post('read')
  @ApiOperation({ summary: 'Marks entries of this person read, some or all' })
  @Allow('signedIn')
  @HttpCode(200)
  @ApiOkResponse({ type: InboxCount })
  read(@CurrentActor() actor: Actor, @Body() input: ReadEntries): Promise<InboxCount> {
    return this.inbox.read(actor, input);
  }

  @Sse('stream')
  @ApiOperation({
    summary: 'Streams how many entries are unread: at once and after each change',
    description:
      'Server-sent events: `inbox` with `unread` and the id of the `newest` entry (null: none); `alive` with the office’s time, `at`, as a heartbeat; `replaced`, with a refusal, as the last where the same person opened too many.',
  })
  @Allow('signedIn')
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ type: String })
  changes(@CurrentActor() actor: Actor, @Req() request: ActingRequest): Observable<MessageEvent> {
    return this.stream.open(actor, request.credential!);
  }
}
