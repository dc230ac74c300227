/** The call that says who was told what of a case. */
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/command.js';
import { Allow, CurrentActor } from '../http/access.js';
import { Refuses } from '../http/refusal-statuses.js';
import { ToldOfCase } from './told.dto.js';
import { ToldService } from './told.service.js';

@ApiTags('inbox')
@Controller('api/cases/:id/told')
export class ToldController {
  constructor(private readonly told: ToldService) {}

  @Get()
  @ApiOperation({ summary: 'Says who was told what of a case, who has read it, and what was dropped and why' })
  @Refuses(404)
  @Allow('clerk', 'supervisor', 'leader', 'auditor')
  @ApiOkResponse({ type: ToldOfCase })
  ofCase(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ToldOfCase> {
    return this.told.ofCase(actor, id);
  }
}
