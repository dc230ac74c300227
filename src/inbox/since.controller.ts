/** The calls behind “since you were last here”. */
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/command.js';
import type { Role } from '../domain/words.js';
import { Allow, CurrentActor } from '../http/access.js';
import { Looked, SinceShown } from './since.dto.js';
import { SinceService } from './since.service.js';

const READERS = ['leader', 'unitLeader', 'clerk', 'supervisor', 'auditor'] as const satisfies [Role, ...Role[]];

@ApiTags('inbox')
@Controller('api/me/since')
export class SinceController {
  constructor(private readonly since: SinceService) {}

  @Get()
  @ApiOperation({ summary: 'Tells what changed since this person last looked, on whichever computer' })
  @Allow(...READERS)
  @ApiOkResponse({ type: SinceShown })
  of(@CurrentActor() actor: Actor): Promise<SinceShown> {
    return this.since.of(actor);
  }

  @Post()
  @ApiOperation({ summary: 'Notes that this person has seen what changed' })
  @Allow(...READERS)
  @HttpCode(204)
  @ApiNoContentResponse()
  looked(@CurrentActor() actor: Actor, @Body() { at }: Looked): Promise<void> {
    return this.since.looked(actor, at);
  }
}
