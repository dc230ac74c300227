/** Calls on the views of the list of cases that people keep. */
import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/command.js';
import { Allow, CurrentActor } from '../http/access.js';
import { Refuses } from '../http/refusal-statuses.js';
import { IdPipe } from '../http/validation.js';
import { SavedViewInput, SavedViewShown } from './saved-views.dto.js';
import { SavedViewsService } from './saved-views.service.js';

const VIEW_ID = new IdPipe('view', '视图');

@ApiTags('cases')
@Controller('api/views')
export class SavedViewsController {
  constructor(private readonly views: SavedViewsService) {}

  @Get()
  @ApiOperation({ summary: 'Lists one’s views of the list of cases, and those that are shared with one’s units' })
  @Allow('signedIn')
  @ApiOkResponse({ type: [SavedViewShown] })
  list(@CurrentActor() actor: Actor): Promise<SavedViewShown[]> {
    return this.views.list(actor);
  }

  @Put(':id')
  @ApiOperation({
    summary: 'Keeps a view of the list of cases, for oneself or shared with a unit',
    description: 'The id is made by the client; the same again changes nothing. Only the owner changes a view.',
  })
  @Refuses(409)
  @Allow('signedIn')
  @ApiOkResponse({ type: SavedViewShown })
  put(
    @CurrentActor() actor: Actor,
    @Param('id', VIEW_ID) id: string,
    @Body() input: SavedViewInput,
  ): Promise<SavedViewShown> {
    return this.views.put(actor, id, input);
  }

  @Delete(':id')
  @ApiOperation({
    summary: 'Takes a view away',
    description: 'One’s own; a shared one also as clerk or administrator of the office that serves its unit.',
  })
  @Allow('signedIn')
  @HttpCode(204)
  @ApiNoContentResponse()
  remove(@CurrentActor() actor: Actor, @Param('id', VIEW_ID) id: string): Promise<void> {
    return this.views.remove(actor, id);
  }
}
