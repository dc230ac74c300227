/** The call behind the first page of a leader. */
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/command.js';
import type { Language } from '../domain/vocabulary/word.js';
import { Allow, CurrentActor } from '../http/access.js';
import { CanWait } from '../http/admission.js';
import { AskedLanguage } from '../http/asked-language.js';
import { Briefing } from './briefing.dto.js';
import { BriefingService } from './briefing.service.js';

@ApiTags('inbox')
@Controller('api/me/briefing')
export class BriefingController {
  constructor(private readonly briefing: BriefingService) {}

  @Get()
  @CanWait()
  @ApiOperation({
    summary: 'Tells a leader on one screen what waits, what came since their last look, and whom to ask',
  })
  @Allow('leader', 'unitLeader', 'clerk', 'supervisor', 'auditor')
  @ApiOkResponse({ type: Briefing })
  of(@CurrentActor() actor: Actor, @AskedLanguage() language: Language): Promise<Briefing> {
    return this.briefing.of(actor, language);
  }
}
