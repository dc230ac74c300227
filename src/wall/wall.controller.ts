/** The wall chart: its figures, and a stream that tells each change of them. */
import { Controller, Get, Param, Req, Sse, type MessageEvent } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Observable } from 'rxjs';
import type { Actor } from '../domain/command.js';
import { OVERSEEING, WORKING } from '../domain/visibility.js';
import { Allow, CurrentActor } from '../http/access.js';
import type { ActingRequest } from '../http/acting-request.js';
import { Refuses } from '../http/refusal-statuses.js';
import { IdPipe } from '../http/validation.js';
import { Wall, WallCell } from './wall.dto.js';
import { WallService } from './wall.service.js';
import { WallStream, WATCHERS } from './wall-stream.js';

@ApiTags('wall')
@Controller('api/wall')
export class WallController {
  constructor(
    private readonly walls: WallService,
    private readonly stream: WallStream,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Gives the figures of the wall chart' })
  @Allow(...WATCHERS)
  @ApiOkResponse({ type: Wall })
  wall(@CurrentActor() actor: Actor): Promise<Wall> {
    return this.walls.wall(actor);
  }

  @Get('units/:id')
  @ApiOperation({
    summary: 'Gives the open cases of a unit and all below it by stage and light',
    description: 'Of units whose cases the reader sees: 404 for others. A unit’s own people read their own.',
  })
  @Refuses(404)
  @Allow(...OVERSEEING, ...WORKING)
  @ApiOkResponse({ type: [WallCell] })
  unit(@CurrentActor() actor: Actor, @Param('id', new IdPipe('unit', '单位')) id: string): Promise<WallCell[]> {
    return this.walls.unit(actor, id);
  }

  @Sse('stream')
  @ApiOperation({
    summary: 'Streams the wall chart: its figures at once and after each change',
    description:
      'Server-sent events: `wall` with the body of `GET /api/wall`; `alive` with the office’s time, `at`, as a heartbeat; `replaced`, with a refusal, as the last where the same person opened too many.',
  })
  @Allow(...WATCHERS)
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ type: String })
  changes(@CurrentActor() actor: Actor, @Req() request: ActingRequest): Observable<MessageEvent> {
    return this.stream.open(actor, request.credential!);
  }
}
