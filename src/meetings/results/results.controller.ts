/** Calls on what became of a meeting's opinions: for the office, and for whoever has an address. */
import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Put, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../domain/command.js';
import { Allow, CurrentActor, Public } from '../../http/access.js';
import type { ActingRequest } from '../../http/acting-request.js';
import { Refuses } from '../../http/refusal-statuses.js';
import { networkOf } from '../../http/signed-out-throttle.js';
import { IdPipe } from '../../http/validation.js';
import { AgendaService } from './agenda.service.js';
import { OwedService } from './owed.service.js';
import { ResultLinksService } from './result-links.service.js';
import { ResultPageShown } from './result-page.dto.js';
import { ResultPageService } from './result-page.service.js';
import { AgendaShown, LinkInput, OwedList, Released, ResultsShown, WordingInput } from './results.dto.js';
import { ResultsService } from './results.service.js';

const MEETING_ID = new IdPipe('meeting', '座谈会');
const OPINION_ID = new IdPipe('opinion', '意见建议');
const LINK_ID = new IdPipe('link', '地址');

@ApiTags('meetings')
@Controller('api')
export class ResultsController {
  constructor(
    private readonly results: ResultsService,
    private readonly links: ResultLinksService,
    private readonly pages: ResultPageService,
    private readonly agendas: AgendaService,
    private readonly owed: OwedService,
  ) {}

  /** Must be known to the router before `meetings/:id`, so this controller stands before that of the meetings. */
  @Get('meetings/owed')
  @ApiOperation({ summary: 'Lists the answers that one’s office owes to people who spoke at meetings' })
  @Allow('clerk')
  @ApiOkResponse({ type: OwedList })
  async owing(@CurrentActor() actor: Actor): Promise<OwedList> {
    return { items: await this.owed.of(actor) };
  }

  @Get('meetings/:id/results')
  @ApiOperation({ summary: 'Shows what became of each opinion of a meeting, and what its people were told' })
  @Allow('clerk')
  @ApiOkResponse({ type: ResultsShown })
  of(@CurrentActor() actor: Actor, @Param('id', MEETING_ID) id: string): Promise<ResultsShown> {
    return this.results.of(actor, id);
  }

  @Get('meetings/:id/agenda')
  @ApiOperation({ summary: 'Shows what was promised at the meetings before this one, kept and broken' })
  @Allow('clerk')
  @ApiOkResponse({ type: AgendaShown })
  agenda(@CurrentActor() actor: Actor, @Param('id', MEETING_ID) id: string): Promise<AgendaShown> {
    return this.agendas.of(actor, id);
  }

  @Put('meetings/:id/results/:opinionId')
  @ApiOperation({
    summary: 'Words the answer to an opinion before it is released',
    description: 'What was written stands until the record of the case says something else.',
  })
  @Refuses(422)
  @Allow('clerk')
  @HttpCode(204)
  @ApiNoContentResponse()
  word(
    @CurrentActor() actor: Actor,
    @Param('id', MEETING_ID) id: string,
    @Param('opinionId', OPINION_ID) opinionId: string,
    @Body() input: WordingInput,
  ): Promise<void> {
    return this.results.word(actor, id, opinionId, input);
  }

  @Post('meetings/:id/results/release')
  @ApiOperation({ summary: 'Releases every answer of a meeting that says something new; all or none' })
  @Refuses(422)
  @Allow('clerk')
  @HttpCode(200)
  @ApiOkResponse({ type: Released })
  release(@CurrentActor() actor: Actor, @Param('id', MEETING_ID) id: string): Promise<Released> {
    return this.results.release(actor, id);
  }

  @Post('meetings/:id/results/links')
  @ApiOperation({ summary: 'Makes the private addresses under which participants read what became of their words' })
  @Allow('clerk')
  @HttpCode(204)
  @ApiNoContentResponse()
  makeLinks(
    @CurrentActor() actor: Actor,
    @Param('id', MEETING_ID) id: string,
    @Body() { participantId }: LinkInput,
  ): Promise<void> {
    return this.links.makeFor(actor, id, participantId);
  }

  @Post('meetings/:id/results/public')
  @ApiOperation({ summary: 'Opens the public page of a meeting’s results' })
  @Refuses(422)
  @Allow('clerk')
  @HttpCode(204)
  @ApiNoContentResponse()
  open(@CurrentActor() actor: Actor, @Param('id', MEETING_ID) id: string): Promise<void> {
    return this.links.open(actor, id);
  }

  @Delete('meetings/:id/results/links/:linkId')
  @ApiOperation({ summary: 'Takes an address of results back, the public page included' })
  @Allow('clerk')
  @HttpCode(204)
  @ApiNoContentResponse()
  revoke(
    @CurrentActor() actor: Actor,
    @Param('id', MEETING_ID) id: string,
    @Param('linkId', LINK_ID) linkId: string,
  ): Promise<void> {
    return this.links.revoke(actor, id, linkId);
  }

  @Get('results/:token')
  @ApiOperation({
    summary: 'Shows what became of what was said at a meeting, to whoever has the address',
    description: 'A participant’s own page, or the public one of the meeting; never another person’s name.',
  })
  @Public()
  @Header('X-Robots-Tag', 'noindex, nofollow')
  @ApiOkResponse({ type: ResultPageShown })
  page(@Param('token') token: string, @Req() request: ActingRequest): Promise<ResultPageShown> {
    return this.pages.of(token, networkOf(request.ip ?? ''));
  }
}
